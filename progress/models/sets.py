"""Logged sets: what was planned of a session, and what was done."""

from zlib import crc32

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When

from accounts.scopes import Owned, OwnedQuerySet, reference
from catalogue.models import Exercise
from progress.models.quantities import in_kilograms
from progress.models.sessions import NOTE_LENGTH, Session
from workouts.models import Prescription

NOT_IN_JOURNALS = [
    f"exercise__{name}"
    for name in (
        "pattern", "mechanic", "bodyweight_factor", "difficulty", "level", "spine_load",
        "setup", "cues", "mistakes", "brace", "pictogram", "note", "free_exercise_db",
    )
]  # fmt: skip


class LoggedSetQuerySet(OwnedQuerySet):
    def done(self):
        return self.filter(done_at__isnull=False)

    def working(self):
        """Sets that train: everything but warm-ups."""
        return self.exclude(kind=LoggedSet.Kind.WARM_UP)

    def with_exercise(self, *also):
        """With what a journal needs of each set's exercise, without its technique and texts."""
        return self.select_related("exercise", *also).defer(*NOT_IN_JOURNALS)

    def in_order(self):
        return self.order_by("slot", "number", "id")

    def with_volume(self):
        """Annotate volume_kg: load × repetitions, twice where two hands or sides did the same.

        None without a load as read off a weight; body weight and assistance are not in it.
        """
        exercise = Q(exercise__laterality="unilateral") | Q(exercise__load_entry="per_side")
        exercise |= Q(exercise__load_entry="per_hand", exercise__laterality="bilateral")
        times = Case(When(exercise, then=2), default=1)
        return self.annotate(
            volume_kg=Case(
                When(~Q(exercise__load_type="assisted"), then=F("load_kg") * F("reps") * times),
                output_field=models.DecimalField(max_digits=14, decimal_places=3),
            )
        )


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
    target_reps = models.PositiveIntegerField(
        null=True, blank=True, help_text="Or seconds, metres or minutes, as it is prescribed."
    )
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
    COUNTED = {  # of an exercise: see catalogue/usage.py
        "sets": models.Count("pk"),
        "members": models.Count("member", distinct=True),
    }

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
            models.CheckConstraint(
                condition=Q(load__isnull=True) | in_kilograms("load_kg", "load", "load_unit"),
                name="set_load_kg_is_what_was_typed",
            ),
            models.CheckConstraint(
                condition=Q(load__range=(0, 3500)),
                name="set_typed_load_0_to_3500",
                violation_error_message="A load is between 0 and 3,500.",
            ),
            models.CheckConstraint(
                condition=Q(target_load_kg__range=(0, 1500)), name="set_target_load_0_to_1500"
            ),
            models.CheckConstraint(
                condition=Q(target_reps__range=(1, 1000000)), name="set_target_count_plausible"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["working", "warm_up", "drop", "failure", "amrap", "timed"]),
                name="set_kind_known",
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
            models.Index(
                fields=["member", "prescription"],
                condition=Q(prescription__isnull=False),
                name="set_of_prescription",
            ),
        ]

    def __str__(self):
        return f"{self.exercise_id}: {self.load_kg} kg × {self.reps}"

    def log(self, values, now):
        """Done, with these columns as given; a set that is logged again keeps its time."""
        self.done_at, self.skipped_at = self.done_at or now, None
        self._change(values, "done_at", "skipped_at")

    def reopen(self):
        """Neither done nor skipped any more; what was typed stays for the next time."""
        self.done_at = self.skipped_at = None
        self._change({}, "done_at", "skipped_at")

    def skip(self, now):
        self.skipped_at = now
        self._change({}, "skipped_at")

    def _change(self, values, *also):
        for name, value in values.items():
            setattr(self, name, value)
        self.save(update_fields=[*values, *also])

    @property
    def is_done(self):
        return self.done_at is not None

    @property
    def is_open(self):
        """Neither done nor skipped."""
        return self.done_at is None and self.skipped_at is None

    @property
    def state(self):
        """A short text that changes with what is logged, for a form to say what it was made of."""
        logged = (self.done_at, self.reps, self.load_kg, self.seconds, self.distance_m, self.rir)
        return f"{crc32(repr((*logged, self.kind, self.note)).encode()):08x}"

    @property
    def is_added(self):
        """Not from the plan: added during the workout."""
        return self.prescription_id is None
