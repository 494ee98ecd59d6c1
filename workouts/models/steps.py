"""What a draft was before each change, so that changes can be undone and done again."""

from django.db import models

from accounts.scopes import Owned, OwnedQuerySet, reference
from workouts.models.plans import RoutineVersion


class DraftStep(Owned):
    """One change of a draft. `number` is the draft's number of edits that it made.

    `before` is the plan as it was, with ids (see workouts/undoing.py). `after` is the plan that
    an undo took back, None while the change stands.
    """

    version = reference(RoutineVersion, related_name="steps")
    number = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField(null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "version", "number"], name="draft_step_number_unique"
            ),
        ]

    def __str__(self):
        return f"change {self.number} of {self.version_id}"
