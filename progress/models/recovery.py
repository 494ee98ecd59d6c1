"""Lighter weeks, and signs that a member has put aside."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from accounts.scopes import Owned, OwnedQuerySet


class DeloadQuerySet(OwnedQuerySet):
    def on(self, day):
        """Those that hold on this day."""
        return self.filter(begins_on__lte=day, until__gt=day)

    def newest_first(self):
        return self.order_by("-begins_on")


class Deload(Owned):
    """A lighter week: `until` is the first day that is as usual again. It changes no plan."""

    begins_on = models.DateField()
    until = models.DateField()
    why = models.CharField(max_length=300)
    accepted_at = models.DateTimeField()

    objects = DeloadQuerySet.as_manager()

    class Meta:
        ordering = ["-begins_on"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "begins_on"],
                name="one_deload_begins_on_a_day",
                violation_error_message="A lighter week begins on this day already.",
            ),
            models.CheckConstraint(
                condition=Q(
                    until__gte=F("begins_on"), until__lte=F("begins_on") + timedelta(days=14)
                ),
                name="deload_of_at_most_14_days",
                violation_error_message="A lighter week lasts at most 14 days.",
            ),
            models.CheckConstraint(
                condition=Q(begins_on__range=("1950-01-01", "2199-12-31")),
                name="deload_date_plausible",
            ),
        ]

    def __str__(self):
        return f"Lighter from {self.begins_on} until {self.until}"

    def covers(self, day):
        return self.begins_on <= day < self.until

    @property
    def last_day(self):
        return self.until - timedelta(days=1)


class DismissalQuerySet(OwnedQuerySet):
    kind = "recovery"


class Dismissal(Owned):
    """A sign put aside on a day, and why. It counts for seven days: see training.recovery."""

    class Sign(models.TextChoices):
        REST = "R-48", "Little time between hard days"
        VOLUME = "R-VOL", "Many more sets than usual"
        STRENGTH = "R-PERF", "Less strength for more effort"
        NO_REST_DAY = "R-REST", "No day of rest"
        BREAK = "R-BREAK", "A longer break"
        DELOAD = "deload", "A lighter week"

    class Reason(models.TextChoices):
        FINE = "fine", "I feel fine"
        KNOWN = "known", "I know why, and it passes"
        SOON = "soon", "I rest soon anyway"
        WRONG = "wrong", "It is not so"

    sign = models.CharField(max_length=10, choices=Sign)
    reason = models.CharField(max_length=10, choices=Reason)
    dismissed_on = models.DateField()

    objects = DismissalQuerySet.as_manager()

    class Meta:
        ordering = ["-dismissed_on"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "dismissed_on", "sign"], name="sign_dismissed_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(sign__in=["R-48", "R-VOL", "R-PERF", "R-REST", "R-BREAK", "deload"]),
                name="sign_known",
            ),
            models.CheckConstraint(
                condition=Q(reason__in=["fine", "known", "soon", "wrong"]),
                name="dismissal_reason_known",
            ),
            models.CheckConstraint(
                condition=Q(dismissed_on__range=("1950-01-01", "2199-12-31")),
                name="dismissal_date_plausible",
            ),
        ]

    def __str__(self):
        return f"{self.sign} put aside on {self.dismissed_on}"
