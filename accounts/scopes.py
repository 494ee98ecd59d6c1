"""The first wall round a member's rows: who may read them, who may change them."""

import uuid6
from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.links import TrainerLink


class OwnedQuerySet(models.QuerySet):
    """Rows that belong to a member. `kind` is what a client grants a trainer: see TrainerLink."""

    kind = "training"

    def owned_by(self, user):
        """Rows `user` may change: their own."""
        return self.filter(member=user.pk)

    def visible_to(self, user, member=None):
        """Rows `user` may read: their own, and those of clients who let them see this kind.

        Only those of `member` where one is named, as on every page of a journal.
        """
        if member is not None and member.pk != user.pk:
            if member.is_opened_to(user, self.kind):
                return self.of(member)
            clients = TrainerLink.objects.clients(user, self.kind)
            return self.filter(member=member.pk, member__in=clients)
        if member is None and user.is_trainer:
            clients = TrainerLink.objects.clients(user, self.kind)
            return self.filter(Q(member=user.pk) | Q(member__in=clients))
        return self.owned_by(user)

    def of(self, member):
        """Only this member's rows: what every page names, so that its cost is one member's."""
        return self.filter(member=member.pk)


class PrivateQuerySet(OwnedQuerySet):
    """Rows that nobody reads but their member: no link opens them, so their kind is no grant."""

    kind = "actor"

    def visible_to(self, user, member=None):
        """Rows of `user`'s own; none of a `member` who is somebody else."""
        mine = self.owned_by(user)
        return mine if member is None or member.pk == user.pk else mine.none()


class Owned(models.Model):
    """A row of one member's. References between such rows are (member, id) in the database.

    The id is a UUIDv7 that the member's own device may have chosen.
    """

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False, editable=False
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["member", "id"], name="%(app_label)s_%(class)s_member_id"
            )
        ]


def reference(to, on_delete=models.CASCADE, **options):
    """A foreign key between two rows of one member.

    PostgreSQL checks it together with the member, by a constraint (member_id, <name>_id) that the
    migration adds, so Django's own single-column one is left out; so is its index, as every query
    starts at the member.
    """
    return models.ForeignKey(to, on_delete, db_constraint=False, db_index=False, **options)
