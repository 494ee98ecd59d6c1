"""The link between a trainer and a client: what may be seen, since when, until when."""

import uuid6
from django.conf import settings
from django.db import models
from django.db.models import F, Q


class TrainerLinkQuerySet(models.QuerySet):
    def live(self):
        return self.filter(ended_at__isnull=True)

    def opening(self, trainer, kind):
        """Live links whose client lets `trainer` see `kind`: training, measurements or recovery."""
        if not trainer.is_trainer:
            return self.none()
        live = {"trainer": trainer.pk, "ended_at__isnull": True, f"sees_{kind}": True}
        return self.filter(**live)

    def clients(self, trainer, kind):
        """Those who let `trainer` see `kind`, as a sub-query."""
        return self.opening(trainer, kind).values("client")

    def owned_by(self, user):
        """Links `user` may end or change: those that open their own journal."""
        return self.filter(client=user.pk)

    def visible_to(self, user):
        return self.filter(Q(client=user.pk) | Q(trainer=user.pk))


class TrainerLink(models.Model):
    """A client lets a trainer see some kinds of their journal, and perhaps plan for them.

    It has no row-level policy: it is read to find out which rows a trainer's transaction opens.
    """

    KINDS = ("training", "measurements", "recovery")

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="client_links"
    )
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="trainer_links"
    )
    sees_training = models.BooleanField("workouts, routines and progress", default=True)
    sees_measurements = models.BooleanField("body weight and measurements", default=False)
    sees_recovery = models.BooleanField("limitations and pain", default=False)
    may_plan = models.BooleanField("may give me routines", default=True)
    accepted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = TrainerLinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["trainer", "client"],
                condition=Q(ended_at__isnull=True),
                name="one_open_link_per_pair",
                violation_error_message="This trainer already looks after this client.",
            ),
            models.CheckConstraint(
                condition=~Q(trainer=F("client")),
                name="link_joins_two_people",
                violation_error_message="Nobody can be their own trainer.",
            ),
            models.CheckConstraint(
                condition=Q(may_plan=False) | Q(sees_training=True),
                name="planning_needs_sight_of_training",
                violation_error_message="A trainer who plans must be able to see the training.",
            ),
        ]

    def __str__(self):
        return f"{self.trainer} looks after {self.client}"
