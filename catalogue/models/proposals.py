"""What members and imports would have different in everybody's catalogue."""

import uuid6
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from catalogue.models.exercises import Exercise


class ProposalQuerySet(models.QuerySet):
    def owned_by(self, user):
        """Those of `user`'s own."""
        return self.filter(member=user.pk)

    def visible_to(self, user):
        """One's own; curators see all."""
        return self.all() if user.is_curator else self.owned_by(user)

    def undecided(self):
        return self.filter(decided_at=None)

    def waiting(self):
        """For a curator: undecided, and not gone back to the proposer with a question."""
        return self.undecided().filter(asked_at=None)

    def newest_first(self):
        return self.order_by("-created_at", "-pk")


class Proposal(models.Model):
    """A new exercise, or a change to one; a member's, or an import's without a member.

    `fields` are the proposed values alone, by the names of states.py. `base` is the whole state
    that the proposer saw, and None for a new exercise. While `asked_at` stands, it is the
    proposer's turn.
    """

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", "Published"
        REJECTED = "rejected", "Declined"
        MERGED = "merged", "There already"
        WITHDRAWN = "withdrawn", "Taken back"

    id = models.UUIDField(primary_key=True, default=uuid6.uuid7, editable=False)
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", editable=False
    )
    exercise = models.ForeignKey(Exercise, models.SET_NULL, null=True, related_name="proposals")
    fields = models.JSONField()
    base = models.JSONField(null=True)
    note = models.CharField(max_length=1000, blank=True)
    origin = models.CharField(max_length=300, blank=True)
    licence = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    question = models.CharField(max_length=1000, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    verdict = models.CharField(max_length=9, choices=Verdict, blank=True)
    words = models.CharField(max_length=1000, blank=True)
    accepted = models.JSONField(default=list)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, verdict="") | (~Q(verdict="") & ~Q(decided_at=None)),
                name="proposal_verdict_with_its_date",
            )
        ]
        indexes = [
            models.Index(
                fields=["created_at", "id"],
                condition=Q(decided_at=None),
                name="proposal_undecided",
            ),
        ]

    def __str__(self):
        return f"{'New' if self.is_new else 'Edit'}: {self.name}"

    def get_absolute_url(self):
        return reverse("catalogue:proposal", args=[self.pk])

    @property
    def is_new(self):
        return self.base is None

    @property
    def is_waiting(self):
        return self.decided_at is None and self.asked_at is None

    @property
    def name(self):
        """Of the exercise it is about, as the proposer knows it."""
        return (self.base or self.fields).get("name", "")
