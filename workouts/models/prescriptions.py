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
        REST_PAUSE = "rest_pause", "Rest-pause"
        MYO_REPS = "myo_reps", "Myo-reps"
        LADDER = "ladder", "Ladder"
        EMOM = "emom", "Every minute on the minute"
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

    class LoadBy(models.TextChoices):
        RULE = "rule", "As the rule says"
        WEIGHT = "weight", "A weight"
        ONE_REP_MAX = "one_rm", "Per cent of my 1RM"
        TRAINING_MAX = "training_max", "Per cent of my training max"

    class Sides(models.TextChoices):
        AS_USUAL = "", "As the exercise is done"
        EACH = "each", "One side, then the other"
        ALTERNATING = "alternating", "Sides in turn"
        WEAKER_FIRST = "weaker_first", "Weaker side first, the other as many"

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
    load_by = models.CharField("load", max_length=12, choices=LoadBy, default=LoadBy.RULE)
    load_kg = models.DecimalField(max_digits=7, decimal_places=3, null=True, blank=True)
    load_percent = models.DecimalField(
        "per cent", max_digits=4, decimal_places=1, null=True, blank=True
    )
    tempo = models.CharField(max_length=4, blank=True, help_text="Down, below, up, above: 31X0.")
    rest_between_seconds = models.PositiveSmallIntegerField(
        "rest to the next exercise of the group", null=True, blank=True
    )
    warm_up_ramp = models.BooleanField("with a warm-up ramp", default=False)
    sides = models.CharField(max_length=12, choices=Sides, default=Sides.AS_USUAL, blank=True)
    set_targets = models.JSONField(
        default=list, blank=True, editable=False, help_text="See training/set_targets.py."
    )
    by_week = models.JSONField(
        default=dict, blank=True, editable=False, help_text="See training/weeks.py."
    )
    rule_settings = models.JSONField(default=dict, blank=True, editable=False)

    objects = OwnedQuerySet.as_manager()
    others = ()  # what may be done instead, the first choice first: see contents.Other
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
            models.CheckConstraint(
                condition=Q(load_by="rule")
                | Q(load_by="weight", load_kg__isnull=False)
                | Q(load_by__in=["one_rm", "training_max"], load_percent__isnull=False),
                name="prescription_load_is_given",
                violation_error_message="Say how heavy, or leave the load to the rule.",
            ),
            models.CheckConstraint(
                condition=Q(load_percent__range=(1, 150)),
                name="prescription_percent_1_to_150",
                violation_error_message="A share of the maximum is between 1 and 150 per cent.",
            ),
            models.CheckConstraint(
                condition=Q(load_kg__range=(0, 1000)),
                name="prescription_load_0_to_1000",
                violation_error_message="A load is between 0 and 1,000 kg.",
            ),
            models.CheckConstraint(
                condition=Q(tempo__regex=r"^([0-9]{2}[0-9X][0-9])?$"),
                name="prescription_tempo_of_four",
                violation_error_message="A tempo is four signs, such as 3110 or 31X0.",
            ),
            models.CheckConstraint(
                condition=Q(rest_between_seconds__lte=1800),
                name="prescription_rest_between_up_to_1800",
                violation_error_message="Rest is at most 1,800 seconds, half an hour.",
            ),
            models.UniqueConstraint(
                fields=["member", "day", "lineage"], name="prescription_once_a_day"
            ),
        ]
        indexes = [
            models.Index(fields=["member", "day"], name="prescription_of_day"),
            models.Index(fields=["exercise"], name="prescription_exercise"),
        ]

    @property
    def alternatives(self):
        """The ids of `others`."""
        return [one.pk for one in self.others]

    def __str__(self):
        return f"{self.exercise_id}: {self.sets} × {self.reps_low}–{self.reps_high}"
