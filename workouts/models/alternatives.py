"""What may be done in the place of a prescription's exercise: "one of these"."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject

from accounts.scopes import Owned, OwnedQuerySet, reference
from catalogue.models import Exercise
from workouts.models.prescriptions import Prescription

MOST_OTHERS = 5


class Alternative(Owned):
    """An exercise that will do as well as the prescription's own, the first choice first."""

    prescription = reference(Prescription, related_name="+")
    exercise = models.ForeignKey(
        Exercise, models.PROTECT, related_name="alternatives", db_index=False
    )
    position = models.PositiveSmallIntegerField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "prescription", "exercise"], name="alternative_once"
            ),
            models.CheckConstraint(
                condition=Q(position__range=(1, MOST_OTHERS)),
                name="alternative_1_to_5",
                violation_error_message="At most 5 others may be done in its place.",
            ),
        ]
        indexes = [models.Index(fields=["exercise"], name="alternative_exercise")]

    def __str__(self):
        return f"or {self.exercise_id}"


def others_of_rows():
    """An annotation of prescriptions: [{pk, slug, name, member_id}] of what may be done instead.

    What a merge made the same as another is left out.
    """
    rows = Alternative.objects.filter(
        member=OuterRef("member"), prescription=OuterRef("pk"), exercise__merged_into=None
    ).exclude(exercise=OuterRef("exercise"))
    told = JSONObject(
        pk="exercise", slug="exercise__slug", name="exercise__name", member_id="exercise__member"
    )
    return ArraySubquery(rows.order_by("position", "pk").values_list(told))
