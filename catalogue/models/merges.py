"""Exercises that were merged, what moved, and pairs that were found not to be the same."""

from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from catalogue.models.exercises import Exercise

DAYS_TO_UNDO = 30


def _somebody():
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )


class MergeQuerySet(models.QuerySet):
    def public(self):
        """Of everybody's exercises: there are no others."""
        return self.all()

    def standing(self):
        return self.filter(undone_at__isnull=True)

    def newest_first(self):
        return self.select_related("loser", "survivor", "by", "undone_by").order_by("-pk")


class Merge(models.Model):
    """Two exercises that became one. `parts` is what the survivor and ladders took over.

    `counted` is how much members used the one that went, a usage.Usage as a dict.
    """

    loser = models.ForeignKey(Exercise, models.PROTECT, related_name="+")
    survivor = models.ForeignKey(Exercise, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = _somebody()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = _somebody()
    parts = models.JSONField(default=dict)
    counted = models.JSONField(default=dict)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["loser"],
                condition=Q(undone_at__isnull=True),
                name="one_merge_of_an_exercise",
            ),
            models.CheckConstraint(
                condition=~Q(loser=F("survivor")), name="merge_is_of_two_exercises"
            ),
        ]

    def __str__(self):
        return f"{self.loser_id} into {self.survivor_id}"

    @property
    def last_moment(self):
        """Until when it can be undone."""
        return self.at + timedelta(days=DAYS_TO_UNDO)


class MergeMove(models.Model):
    """Rows of one table that a merge gave to the survivor, by id."""

    merge = models.ForeignKey(Merge, models.CASCADE, related_name="moves")
    table = models.CharField(max_length=80, help_text="The label of the model.")
    ids = ArrayField(models.CharField(max_length=36))

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{len(self.ids)} of {self.table}"


class NotTheSame(models.Model):
    """Two exercises that a curator found to be two, so that nobody is asked again."""

    first = models.ForeignKey(Exercise, models.CASCADE, related_name="+")
    second = models.ForeignKey(Exercise, models.CASCADE, related_name="+")
    at = models.DateTimeField()
    by = _somebody()

    objects = MergeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="not_the_same_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="not_the_same_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.first_id} is not {self.second_id}"
