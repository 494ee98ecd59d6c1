"""What everybody's exercises were like, change by change."""

from django.conf import settings
from django.db import models

from catalogue.models.exercises import Exercise


class ExerciseStateQuerySet(models.QuerySet):
    def public(self):
        """Of everybody's exercises: there are no others."""
        return self.all()

    def newest_first(self):
        return self.order_by("-pk")

    def made(self):
        """Without those that only say what there was before anybody changed it."""
        return self.filter(at__isnull=False)

    def older_than(self, pk):
        """All, where none is named."""
        return self.filter(pk__lt=pk) if pk else self


class ExerciseState(models.Model):
    """An exercise as it was after a change; the first, without a date, as it was shipped.

    `state` is a dict as states.py has it.
    """

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="states")
    state = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    objects = ExerciseStateQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.state.get('name')}, {self.at or 'as shipped'}"
