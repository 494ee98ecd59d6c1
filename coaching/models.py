"""Invitations: how a trainer asks, and a client answers."""

import uuid6
from django.conf import settings
from django.db import models
from django.db.models import Q


class InvitationQuerySet(models.QuerySet):
    def open(self, now):
        """Invitations that can still be accepted at the moment `now`."""
        return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now)

    def owned_by(self, user):
        """Invitations `user` sent."""
        return self.filter(trainer=user.pk)


class Invitation(models.Model):
    """A trainer's single-use invitation by e-mail. Only a digest of its token is kept."""

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="invitations"
    )
    email = models.EmailField("client's e-mail address")
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(withdrawn_at__isnull=True),
                name="invitation_accepted_or_withdrawn",
            )
        ]

    def __str__(self):
        return f"{self.trainer} invites {self.email}"
