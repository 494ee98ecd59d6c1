"""The journal: sessions of logged sets."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse

from accounts.scopes import Owned, OwnedQuerySet, reference
from catalogue.models import Exercise
from workouts.models import Day, Prescription

NOTE_LENGTH = 4000


class SessionQuerySet(OwnedQuerySet):
    def unfinished(self):
        return self.filter(finished_at__isnull=True)

    def finished(self):
        return self.filter(finished_at__isnull=False)

    def newest_first(self):
        return self.order_by("-trained_on", "-started_at", "-id")


class Session(Owned):
    """One visit to the gym. `trained_on` is the member's own date there and then."""

    day = reference(Day, models.SET_NULL, null=True, blank=True, related_name="sessions")
    name = models.CharField(max_length=120)
    trained_on = models.DateField()
    time_zone = models.CharField(max_length=64, default="UTC")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True, validators=[MaxLengthValidator(NOTE_LENGTH)])
    rating = models.PositiveSmallIntegerField("how it went", null=True, blank=True)
    source = models.CharField(max_length=20, blank=True, editable=False)
    source_key = models.CharField(max_length=200, blank=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["-trained_on", "-started_at"]
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "id", "trained_on"], name="session_member_id_date"
            ),
            models.UniqueConstraint(
                fields=["member", "source", "source_key"],
                condition=~Q(source=""),
                name="imported_session_once",
                violation_error_message="This workout has been imported already.",
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("started_at")),
                name="session_ends_after_start",
                violation_error_message="A workout ends after it starts.",
            ),
            models.CheckConstraint(
                condition=Q(rating__range=(1, 5)),
                name="session_rating_1_to_5",
                violation_error_message="Rate the workout from 1 to 5.",
            ),
            models.CheckConstraint(
                condition=Q(trained_on__range=("1950-01-01", "2199-12-31")),
                name="session_date_plausible",
                violation_error_message="Give a date between 1950 and 2199.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["member", "-trained_on", "-started_at", "-id"], name="session_newest_first"
            ),
            models.Index(
                fields=["member"],
                condition=Q(finished_at__isnull=True),
                name="session_unfinished",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.trained_on}"

    def get_absolute_url(self):
        name = "progress:session" if self.finished_at is None else "progress:past-session"
        return reverse(name, args=[self.pk])

    @property
    def minutes(self):
        if self.finished_at is None:
            return None
        return round((self.finished_at - self.started_at).total_seconds() / 60)


class LoggedSetQuerySet(OwnedQuerySet):
    def done(self):
        return self.filter(done_at__isnull=False)

    def working(self):
        """Sets that train: everything but warm-ups."""
        return self.exclude(kind=LoggedSet.Kind.WARM_UP)

    def in_order(self):
        return self.order_by("slot", "number", "id")


class LoggedSet(Owned):
    """One set of a session: planned until `done_at`, then as it was done, or skipped.

    `load_kg` is what one reads off the bar, one hand's dumbbell or the assistance, in kilograms;
    `load` and `load_unit` are what was typed. `trained_on` is the session's, kept equal by the
    database, so that a member's months are one range of an index.
    """

    class Kind(models.TextChoices):
        WORKING = "working", "Working set"
        WARM_UP = "warm_up", "Warm-up"
        DROP = "drop", "Drop"
        FAILURE = "failure", "To failure"
        AMRAP = "amrap", "As many as possible"
        TIMED = "timed", "Timed"

    class Unit(models.TextChoices):
        KG = "kg", "kg"
        LB = "lb", "lb"

    session = reference(Session, related_name="sets")
    trained_on = models.DateField(editable=False)
    exercise = models.ForeignKey(
        Exercise, models.PROTECT, db_index=False, related_name="logged_sets"
    )
    prescription = reference(
        Prescription, models.SET_NULL, null=True, blank=True, related_name="logged_sets"
    )
    slot = models.PositiveSmallIntegerField(help_text="Which exercise of the session, from 1.")
    number = models.PositiveSmallIntegerField(help_text="Which set of that exercise, from 1.")
    superset = models.CharField(max_length=2, blank=True)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.WORKING)
    target_load_kg = models.DecimalField(max_digits=8, decimal_places=3, null=True, blank=True)
    target_reps = models.PositiveSmallIntegerField(null=True, blank=True)
    reps = models.PositiveSmallIntegerField("repetitions", null=True, blank=True)
    load_kg = models.DecimalField(max_digits=8, decimal_places=3, null=True, blank=True)
    load = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    load_unit = models.CharField(max_length=2, choices=Unit, default=Unit.KG)
    rir = models.DecimalField(
        "reps in reserve (RIR)", max_digits=3, decimal_places=1, null=True, blank=True
    )
    seconds = models.PositiveIntegerField(null=True, blank=True)
    distance_m = models.DecimalField(
        "metres", max_digits=9, decimal_places=2, null=True, blank=True
    )
    rest_seconds = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True, validators=[MaxLengthValidator(NOTE_LENGTH)])
    done_at = models.DateTimeField(null=True, blank=True)
    skipped_at = models.DateTimeField(null=True, blank=True)
    one_rep_max_kg = models.GeneratedField(
        expression=Case(
            When(
                Q(done_at__isnull=False, load_kg__gt=0, reps=1) & ~Q(kind__in=["warm_up", "drop"]),
                then=F("load_kg"),
            ),
            When(
                Q(done_at__isnull=False, load_kg__gt=0, reps__range=(2, 12))
                & ~Q(kind__in=["warm_up", "drop"]),
                then=F("load_kg") * (Value(30) + F("reps")) / Value(30),
            ),
            output_field=models.DecimalField(max_digits=9, decimal_places=3),
        ),
        output_field=models.DecimalField(max_digits=9, decimal_places=3),
        db_persist=True,
        help_text="Epley's estimate of the load as read, in kilograms: see training.one_rep_max.",
    )

    objects = LoggedSetQuerySet.as_manager()

    class Meta:
        ordering = ["slot", "number", "id"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(reps__range=(1, 1000)),
                name="set_reps_1_to_1000",
                violation_error_message="A set has between 1 and 1,000 repetitions.",
            ),
            models.CheckConstraint(
                condition=Q(load_kg__range=(0, 1500)),
                name="set_load_0_to_1500",
                violation_error_message="A load is between 0 and 1,500 kg.",
            ),
            models.CheckConstraint(
                condition=Q(rir__range=(0, 10)),
                name="set_rir_0_to_10",
                violation_error_message="Reps in reserve are between 0 and 10.",
            ),
            models.CheckConstraint(
                condition=Q(seconds__lte=86400),
                name="set_seconds_within_a_day",
                violation_error_message="A set lasts at most a day.",
            ),
            models.CheckConstraint(
                condition=Q(distance_m__range=(0, 1000000)),
                name="set_distance_plausible",
                violation_error_message="A distance is between 0 and 1,000 kilometres.",
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(skipped_at__isnull=True),
                name="set_done_or_skipped",
                violation_error_message="A set is either done or skipped.",
            ),
            models.CheckConstraint(
                condition=Q(load__isnull=True, load_kg__isnull=True)
                | Q(load__isnull=False, load_kg__isnull=False),
                name="set_load_as_typed_and_in_kg",
            ),
        ]
        indexes = [
            models.Index(fields=["member", "session", "slot", "number"], name="set_of_session"),
            models.Index(
                fields=["member", "exercise", "-trained_on", "session"],
                condition=Q(done_at__isnull=False),
                name="set_last_of_exercise",
            ),
            models.Index(
                fields=["member", "exercise", "-one_rep_max_kg"],
                condition=Q(one_rep_max_kg__isnull=False),
                name="set_best_estimate",
            ),
            models.Index(
                fields=["member", "exercise", "-load_kg", "-reps"],
                condition=Q(done_at__isnull=False),
                name="set_heaviest",
            ),
            models.Index(
                fields=["member", "trained_on"],
                include=["exercise", "kind", "rir", "reps", "seconds"],
                condition=Q(done_at__isnull=False),
                name="set_of_week",
            ),
            models.Index(fields=["exercise"], name="set_exercise"),
        ]

    def __str__(self):
        return f"{self.exercise_id}: {self.load_kg} kg × {self.reps}"
