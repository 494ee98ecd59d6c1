"""Links by which a member shows a routine to whoever they give it to."""

from django.db import models
from django.db.models import Q

from accounts.scopes import Owned, PrivateQuerySet, reference
from workouts.models.plans import Routine


class RoutineLinkQuerySet(PrivateQuerySet):
    def live(self, now):
        """Links that work at the moment `now`."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=now)

    def opened_by(self, digest, now):
        """The link whose token has this digest, while it works; its member has their account."""
        return self.live(now).filter(token_digest=digest, member__is_active=True)


class RoutineLink(Owned):
    """A routine as it was when it was shared. Only a digest of the link's token is kept.

    `plan` is as in workouts/shape.py, and `names` are the titles then of its exercises by id:
    those of the member's own are shared by name alone.
    """

    routine = reference(Routine, related_name="links")
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    name = models.CharField(max_length=120)
    plan = models.JSONField(editable=False)
    names = models.JSONField(default=dict, editable=False)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = RoutineLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("created_at")), name="link_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["member", "routine"], name="link_of_routine")]

    def __str__(self):
        return f"link to {self.name}"
