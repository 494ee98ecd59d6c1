"""A member's routines: versions of days of prescriptions.

A released version, its days and its prescriptions never change: a trigger refuses. Editing copies
the released version to a draft; a prescription's `lineage` says which of the copies are the same.
"""

import uuid6
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.urls import reverse

from accounts.scopes import Owned, OwnedQuerySet, reference
from catalogue.models import Exercise
from workouts.models.templates import Template


class PlannedQuerySet(OwnedQuerySet):
    def planned_by(self, user):
        """Rows `user` may change: their own, and those of clients who let them plan."""
        if not user.is_trainer:
            return self.owned_by(user)
        clients = get_user_model().objects.planned_by(user)
        return self.filter(Q(member=user.pk) | Q(member__in=clients.values("pk")))


class RoutineQuerySet(PlannedQuerySet):
    def current(self):
        """Routines that are not archived."""
        return self.filter(archived_at__isnull=True)

    def archived(self):
        return self.filter(archived_at__isnull=False)

    def with_origin(self, *more):
        """With the names of where a routine came from, and no other column but `more`."""
        own = [field.name for field in self.model._meta.concrete_fields]
        names = "template__name", "assigned_by__name", "assigned_by__email"
        return self.select_related("template", "assigned_by").only(*own, *names, *more)


class Routine(Owned):
    """A plan a member follows, with where it came from."""

    name = models.CharField(max_length=120)
    template = models.ForeignKey(
        Template, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False,
        related_name="+",
    )  # fmt: skip
    copied_from = models.UUIDField(
        "version of somebody else's that this is a copy of", null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    followed_since = models.DateField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = RoutineQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [*Owned.Meta.constraints]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("workouts:routine", args=[self.pk])


class VersionQuerySet(PlannedQuerySet):
    def released(self):
        return self.filter(released_at__isnull=False)

    def drafts(self):
        return self.filter(released_at__isnull=True)

    def newest(self):
        """Of each routine the version in use and the draft."""
        is_draft = ExpressionWrapper(Q(released_at__isnull=True), models.BooleanField())
        kinds = self.annotate(of_draft=is_draft).order_by("routine_id", "of_draft", "-number")
        return kinds.distinct("routine_id", "of_draft").defer("removed")


class RoutineVersion(Owned):
    """One state of a routine. Without `released_at` it is the draft, of which there is one."""

    routine = reference(Routine, related_name="versions")
    number = models.PositiveSmallIntegerField()
    weeks = models.PositiveSmallIntegerField(default=8)
    released_at = models.DateTimeField(null=True, blank=True)
    edits = models.PositiveIntegerField(
        default=0, help_text="Counts changes of a draft, so that two tabs never overwrite silently."
    )
    removed = models.JSONField(
        default=list, blank=True, editable=False,
        help_text="What was taken out of a draft and can be put back, the newest first.",
    )  # fmt: skip

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "routine", "number"], name="version_number_unique"
            ),
            models.UniqueConstraint(
                fields=["member", "routine"],
                condition=Q(released_at__isnull=True),
                name="one_draft_per_routine",
                violation_error_message="This routine has a draft already.",
            ),
            models.CheckConstraint(
                condition=Q(weeks__range=(1, 52)),
                name="version_weeks_1_to_52",
                violation_error_message="A routine runs for 1 to 52 weeks.",
            ),
        ]

    def __str__(self):
        return f"{self.routine_id} version {self.number}"

    @property
    def is_draft(self):
        return self.released_at is None


class Day(Owned):
    """A training day of a version, in some weeks or all of them."""

    class Weekday(models.IntegerChoices):
        MONDAY = 1, "Monday"
        TUESDAY = 2, "Tuesday"
        WEDNESDAY = 3, "Wednesday"
        THURSDAY = 4, "Thursday"
        FRIDAY = 5, "Friday"
        SATURDAY = 6, "Saturday"
        SUNDAY = 7, "Sunday"

    version = reference(RoutineVersion, related_name="days")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    weekday = models.PositiveSmallIntegerField(choices=Weekday, null=True, blank=True)
    first_week = models.PositiveSmallIntegerField(default=1)
    last_week = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(weekday__range=(1, 7)), name="day_weekday_monday_to_sunday"
            ),
            models.CheckConstraint(
                condition=Q(first_week__gte=1)
                & (Q(last_week__isnull=True) | Q(last_week__gte=F("first_week"))),
                name="day_weeks_in_order",
                violation_error_message="The last week cannot come before the first.",
            ),
        ]
        indexes = [models.Index(fields=["member", "version"], name="day_of_version")]

    def __str__(self):
        return self.name


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
