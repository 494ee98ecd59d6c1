"""What a day of a routine asks for, exercise by exercise."""

import uuid6
from django.db import models
from django.db.models import F, Q

from accounts.scopes import Owned, OwnedQuerySet, reference
from catalogue.models import Exercise
from workouts.models.plans import Day


class Prescription(Owned):
    """What should be done of one exercise on one day: sets × a range, effort and rest."""

    class Unit(models.TextChoices):
        REPS = "reps", "repetitions"
        SECONDS = "seconds", "seconds"
        METRES = "metres", "metres"
        MINUTES = "minutes", "minutes"

    class Technique(models.TextChoices):
        STRAIGHT = "straight", "Straight sets"
        SUPERSET = "superset", "Superset"
        DROP_SET = "drop_set", "Drop set"
        PYRAMID = "pyramid", "Pyramid"
        REVERSE_PYRAMID = "reverse_pyramid", "Reverse pyramid"
        TOP_SET = "top_set", "Top set"
        BACKOFF = "backoff", "Back-off sets"
        WAVE = "wave", "Wave"
        AMRAP = "amrap", "As many as possible"
        ECCENTRIC = "eccentric", "Slow lowering"
        CLUSTER = "cluster", "Cluster"
        LADDER = "ladder", "Ladder"
        SUBMAX = "submax", "Share of my best"
        CARRY = "carry", "Carry"
        WARM_UP = "warmup", "Warm-up"
        CARDIO = "cardio", "Cardio"

    class Progression(models.TextChoices):
        DOUBLE = "double", "Reps first, then load"
        LINEAR = "linear", "Load every time"
        WAVE = "wave", "Waves of a training max"
        RPE_TOP_SET = "rpe_top_set", "By effort of the top set"
        REPS_TOTAL = "reps_total", "Total repetitions"
        REST_SHORTEN = "rest_shorten", "Shorter rest, then load"
        TIME = "time", "Longer holds"
        ASSIST_DOWN = "assist_down", "Less assistance"
        DURATION_CARDIO = "duration_cardio", "Longer cardio"
        NONE = "none", "As I decide"

    day = reference(Day, related_name="prescriptions")
    lineage = models.UUIDField(default=uuid6.uuid7, editable=False)
    position = models.PositiveSmallIntegerField()
    exercise = models.ForeignKey(
        Exercise, models.PROTECT, db_index=False, related_name="prescriptions"
    )
    sets = models.PositiveSmallIntegerField(default=3)
    reps_low = models.PositiveSmallIntegerField("from", default=8)
    reps_high = models.PositiveSmallIntegerField("to", default=12)
    unit = models.CharField(max_length=7, choices=Unit, default=Unit.REPS)
    rir = models.DecimalField(
        "reps in reserve (RIR)", max_digits=3, decimal_places=1, null=True, blank=True
    )
    rest_seconds = models.PositiveSmallIntegerField("rest in seconds", default=90)
    superset = models.CharField(max_length=1, blank=True)
    technique = models.CharField(max_length=15, choices=Technique, default=Technique.STRAIGHT)
    technique_details = models.JSONField(default=dict, blank=True, editable=False)
    progression = models.CharField(max_length=15, choices=Progression, default=Progression.DOUBLE)
    note = models.CharField(max_length=500, blank=True)

    objects = OwnedQuerySet.as_manager()
    COUNTED = {  # of an exercise: see catalogue/usage.py
        "routines": models.Count(
            models.Func(
                "member", "day", function="workouts_routine_of", output_field=models.UUIDField()
            ),
            distinct=True,
        )
    }

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sets__range=(1, 20)),
                name="prescription_sets_1_to_20",
                violation_error_message="An exercise has between 1 and 20 sets.",
            ),
            models.CheckConstraint(
                condition=Q(reps_low__range=(1, 1000), reps_high__range=(1, 1000)),
                name="prescription_reps_1_to_1000",
                violation_error_message="A set has between 1 and 1,000 repetitions.",
            ),
            models.CheckConstraint(
                condition=Q(reps_low__lte=F("reps_high")),
                name="prescription_range_in_order",
                violation_error_message="The range runs from the lower to the higher number.",
            ),
            models.CheckConstraint(
                condition=Q(rir__range=(0, 10)),
                name="prescription_rir_0_to_10",
                violation_error_message="Reps in reserve are between 0 and 10.",
            ),
            models.CheckConstraint(
                condition=Q(rest_seconds__lte=1800),
                name="prescription_rest_up_to_1800",
                violation_error_message="Rest is at most 1,800 seconds, half an hour.",
            ),
            models.CheckConstraint(
                condition=Q(superset__regex=r"^[A-Z]?$"),
                name="prescription_superset_letter",
                violation_error_message="A superset is named by one letter, A to Z.",
            ),
            models.UniqueConstraint(
                fields=["member", "day", "lineage"], name="prescription_once_a_day"
            ),
        ]
        indexes = [
            models.Index(fields=["member", "day"], name="prescription_of_day"),
            models.Index(fields=["exercise"], name="prescription_exercise"),
        ]

    def __str__(self):
        return f"{self.exercise_id}: {self.sets} × {self.reps_low}–{self.reps_high}"
