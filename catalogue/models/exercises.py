"""Exercises: everybody's catalogue, and members' own."""

from functools import lru_cache

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Lower
from django.urls import reverse

from catalogue.models.querysets import ExerciseQuerySet
from catalogue.models.titles import title_of
from catalogue.models.vocabulary import Equipment, Limitation, Muscle, Pattern, Region


@lru_cache(maxsize=8192)
def _address(slug):
    """Of one page; kept, as lists ask for many of them."""
    return reverse("catalogue:exercise", args=[slug])


def address_of(slug, member_id):
    """Slugs are unique for one member only, so the address of an own exercise says whose."""
    return f"{_address(slug)}?of={member_id}" if member_id else _address(slug)


class Exercise(models.Model):
    """A movement with its muscles, how its load is read, and whom it may not suit.

    Without a `member` it is in everybody's catalogue; with one it is that member's own and
    nobody else's, apart from trainers who may see their training.
    """

    class LoadType(models.TextChoices):
        EXTERNAL = "external", "Weight"
        BODYWEIGHT_PLUS = "bodyweight_plus", "Body weight, plus what is added"
        ASSISTED = "assisted", "Body weight, less the assistance"
        BODYWEIGHT = "bodyweight", "Body weight"
        DURATION = "duration", "Time"
        DISTANCE_LOAD = "distance_load", "Distance with a load"
        CARDIO = "cardio", "Cardio"
        BAND = "band", "Band"

    class LoadEntry(models.TextChoices):
        TOTAL = "total", "the whole load"
        PER_HAND = "per_hand", "each hand"
        PER_SIDE = "per_side", "each side"

    class Laterality(models.TextChoices):
        BILATERAL = "bilateral", "Both sides together"
        UNILATERAL = "unilateral", "One side at a time"
        ALTERNATING = "alternating", "Sides in turn"

    class Metric(models.TextChoices):
        REPS = "reps", "Repetitions"
        SECONDS = "seconds", "Seconds"
        METRES = "metres", "Metres"
        TIME_DISTANCE = "time_distance", "Time and distance"

    class Mechanic(models.TextChoices):
        COMPOUND = "compound", "Compound"
        ISOLATION = "isolation", "Isolation"

    class SpineLoad(models.TextChoices):
        LOW = "low", "Low"
        MODERATE = "moderate", "Moderate"
        HIGH = "high", "High"

    class Level(models.TextChoices):
        BEGINNER = "beginner", "Beginner"
        INTERMEDIATE = "intermediate", "Intermediate"
        ADVANCED = "advanced", "Advanced"
        EXPERT = "expert", "Expert"

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, editable=False,
        related_name="+",
    )  # fmt: skip
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)
    pattern = models.ForeignKey(Pattern, models.PROTECT, null=True, blank=True)
    mechanic = models.CharField(max_length=9, choices=Mechanic, default=Mechanic.COMPOUND)
    laterality = models.CharField(max_length=11, choices=Laterality, default=Laterality.BILATERAL)
    load_type = models.CharField(max_length=15, choices=LoadType, default=LoadType.EXTERNAL)
    load_entry = models.CharField(max_length=8, choices=LoadEntry, default=LoadEntry.TOTAL)
    metric = models.CharField("counted in", max_length=13, choices=Metric, default=Metric.REPS)
    bodyweight_factor = models.DecimalField(
        max_digits=4, decimal_places=3, null=True, blank=True,
        help_text="The share of body weight that is moved, where it is known.",
    )  # fmt: skip
    one_rep_max_allowed = models.BooleanField("an estimated 1RM is meaningful", default=False)
    region = models.CharField("back region", max_length=5, choices=Region, blank=True)
    difficulty = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    level = models.CharField(max_length=12, choices=Level, default=Level.BEGINNER)
    spine_load = models.CharField(max_length=8, choices=SpineLoad, default=SpineLoad.LOW)
    default_reps_low = models.PositiveSmallIntegerField(default=8)
    default_reps_high = models.PositiveSmallIntegerField(default=12)
    default_rest_seconds = models.PositiveSmallIntegerField(default=90)
    default_increment_kg = models.DecimalField(max_digits=5, decimal_places=2, default="2.5")
    setup = models.CharField("set-up", max_length=300, blank=True)
    cues = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    mistakes = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    brace = models.BooleanField("remind to brace before the set", default=False)
    pictogram = models.JSONField(
        null=True, blank=True,
        help_text="How the movement is drawn: docs/pictograms.md explains the language.",
    )  # fmt: skip
    links = models.JSONField("reading and videos elsewhere", default=list, blank=True)
    note = models.CharField(max_length=500, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged",
        help_text="What it is one with now; never itself merged into another.",
    )  # fmt: skip
    free_exercise_db = models.JSONField(
        "ids in free-exercise-db", default=dict, blank=True, editable=False
    )
    equipment = models.ManyToManyField(Equipment, blank=True)
    muscles = models.ManyToManyField(Muscle, through="ExerciseMuscle")
    regressions = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="+")
    progressions = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="+")

    objects = ExerciseQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "slug"], nulls_distinct=False, name="exercise_slug_unique"
            ),
            models.UniqueConstraint(
                "member", Lower("name"), nulls_distinct=False, name="exercise_name_unique",
                violation_error_message="There is an exercise of this name already.",
            ),
            models.CheckConstraint(
                condition=Q(default_reps_low__gte=1, default_reps_high__lte=1000)
                & Q(default_reps_low__lte=F("default_reps_high")),
                name="exercise_rep_range_ordered",
                violation_error_message="A range runs from at least 1 up to at most 1,000.",
            ),
            models.CheckConstraint(
                condition=Q(difficulty__range=(1, 5)),
                name="exercise_difficulty_1_to_5",
                violation_error_message="Difficulty runs from 1 to 5.",
            ),
            models.CheckConstraint(
                condition=Q(bodyweight_factor__range=(0, 2)),
                name="exercise_bodyweight_factor_0_to_2",
                violation_error_message="The share of body weight is between 0 and 2.",
            ),
            models.CheckConstraint(
                condition=Q(default_increment_kg__gt=0, default_increment_kg__lte=50),
                name="exercise_increment_above_0_to_50",
                violation_error_message="The smallest step is more than 0 and at most 50 kg.",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | Q(retired_at__isnull=False),
                name="exercise_merged_is_retired",
                violation_error_message="It was merged into another, so it stays retired.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return address_of(self.slug, self.is_own and self.member_id)

    @property
    def title(self):
        """Its name in the reader's language."""
        return title_of("exercise", self.pk, self.name)

    @property
    def is_own(self):
        return self.member_id is not None


class ExerciseAlias(models.Model):
    """Another name people look for."""

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "aliases"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint("exercise", Lower("name"), name="alias_unique_per_exercise")
        ]

    def __str__(self):
        return self.name


class ExerciseMuscle(models.Model):
    """What one hard set of an exercise is worth to a muscle: 1 main, 0.5 helping, 0 steadying.

    Source of 1 and 0.5: Pelland et al., Sports Med 2025, doi 10.1007/s40279-025-02344-w.
    """

    class Role(models.TextChoices):
        PRIMARY = "primary", "Main"
        SECONDARY = "secondary", "Helping"
        STABILISER = "stabiliser", "Steadying"

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="credits")
    muscle = models.ForeignKey(Muscle, models.PROTECT, related_name="credits")
    role = models.CharField(max_length=10, choices=Role)
    credit = models.GeneratedField(
        expression=models.Case(
            models.When(role="primary", then=Value(1.0)),
            models.When(role="secondary", then=Value(0.5)),
            default=Value(0.0),
            output_field=models.FloatField(),
        ),
        output_field=models.FloatField(),
        db_persist=True,
    )

    class Meta:
        ordering = ["-credit", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["exercise", "muscle"],
                name="one_credit_per_muscle",
                violation_error_message="This muscle is in the list already.",
            )
        ]

    def __str__(self):
        return f"{self.muscle} ({self.get_role_display().lower()})"


class ExerciseLimitation(models.Model):
    """Whom an exercise may not suit: leave it out, or take care."""

    class Verdict(models.TextChoices):
        CAUTION = "caution", "Take care"
        AVOID = "avoid", "Leave out"

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="verdicts")
    limitation = models.ForeignKey(Limitation, models.PROTECT, related_name="verdicts")
    verdict = models.CharField(max_length=7, choices=Verdict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["exercise", "limitation"],
                name="one_verdict_per_limitation",
                violation_error_message="This limitation is in the list already.",
            )
        ]

    def __str__(self):
        return f"{self.limitation}: {self.get_verdict_display().lower()}"
