"""What a set is counted in, and how it reads: 52.5 kg × 8, −15 kg × 6, 30 s, 20 kg × 40 m."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from accounts.templatetags.quantities import MINUS, NBSP, TIMES
from catalogue.models import Exercise
from training.units import plain, shown_load
from workouts.models import Prescription

LoadType, Metric, Unit = Exercise.LoadType, Exercise.Metric, Prescription.Unit

SIGNS = {LoadType.BODYWEIGHT_PLUS: "+", LoadType.ASSISTED: MINUS}
MUST_HAVE_LOAD = {LoadType.EXTERNAL, LoadType.ASSISTED, LoadType.DISTANCE_LOAD}
MAY_HAVE_LOAD = MUST_HAVE_LOAD | {LoadType.BODYWEIGHT_PLUS}
MEASURES = {
    Metric.REPS: Unit.REPS,
    Metric.SECONDS: Unit.SECONDS,
    Metric.METRES: Unit.METRES,
    Metric.TIME_DISTANCE: Unit.MINUTES,
}
COUNTS = {  # the field of a form for each
    Unit.REPS: "reps",
    Unit.SECONDS: "seconds",
    Unit.METRES: "metres",
    Unit.MINUTES: "minutes",
}
HEAVIEST_KG = Decimal(1500)
HEAVIEST = {"kg": HEAVIEST_KG, "lb": Decimal("3306.5")}  # what pounds can say of it
SHORT = {Unit.SECONDS: "s", Unit.METRES: "m", Unit.MINUTES: "min"}


@dataclass(frozen=True)
class Amount:
    """A load in the unit it was typed in, and a count of repetitions, seconds, metres or minutes.

    `sign` says what the load is of a body-weight exercise: + added, − assistance.
    """

    load: Decimal | None
    unit: str
    count: Decimal | int | None
    measure: str = Unit.REPS
    sign: str = ""
    metres: Decimal | None = None

    def __str__(self):
        parts = [part for part in (self.load_text, self.count_text) if part]
        return f" {TIMES}{NBSP}".join(parts)

    def brief(self, unit):
        """Without the unit of the load, where the reader's own is meant: 50 × 10."""
        return (
            str(self).replace(f"{NBSP}{unit} {TIMES}", f" {TIMES}") if self.load_text else str(self)
        )

    @property
    def load_text(self):
        if self.load is None or (self.sign and not self.load):
            return ""
        return f"{self.sign}{plain(self.load)}{NBSP}{self.unit}"

    @property
    def count_text(self):
        if self.count is None:
            return ""
        number = plain(Decimal(self.count))
        if self.measure == Unit.REPS:
            return number if self.load_text else f"{number}{NBSP}{_reps(self.count)}"
        text = f"{number}{NBSP}{SHORT[self.measure]}"
        return f"{text}, {plain(self.metres)}{NBSP}m" if self.metres else text


def measure_of(exercise, prescription=None):
    """What a set is counted in: as prescribed for its exercise, or else as that usually is."""
    if prescription and prescription.exercise_id == exercise.pk:
        return prescription.unit
    return MEASURES[exercise.metric]


def as_done(row, measure=None):
    """What a set row says was done. Needs its `exercise`."""
    measure = measure or measure_of(row.exercise)
    count = _counts(row)[measure]
    if count is None:  # brought from elsewhere, or counted in another way then
        found = [(m, n) for m, n in _counts(row).items() if n is not None and m != Unit.MINUTES]
        measure, count = found[0] if found else (measure, None)
    return Amount(
        row.load,
        row.load_unit,
        count,
        measure,
        SIGNS.get(row.exercise.load_type, ""),
        row.distance_m if measure == Unit.MINUTES else None,
    )


def as_planned(row, measure, unit):
    """What a set row aims at, its load in `unit`. Needs its `exercise`."""
    load = None if row.target_load_kg is None else shown_load(row.target_load_kg, unit)
    return Amount(load, unit, row.target_reps, measure, SIGNS.get(row.exercise.load_type, ""))


def each_side(exercise):
    """The words for loads and counts that are one side's: each hand, each side; or nothing."""
    hand = exercise.load_entry == Exercise.LoadEntry.PER_HAND
    if exercise.load_type in MAY_HAVE_LOAD and hand:
        return "each hand"
    return "each side" if exercise.load_entry == Exercise.LoadEntry.PER_SIDE else ""


def in_a_row(amounts):
    """Several sets: 50 kg × 10, 10, 9; 45 kg × 12, 12. Without a load: 10, 9 reps."""
    runs = [list(run) for _, run in groupby(amounts, lambda one: (one.load_text, one.measure))]
    texts = [_run(run) for run in runs]
    return ("; " if any(len(run) > 1 for run in runs) else ", ").join(texts)


def _run(run):
    first, last = run[0], run[-1]
    if first.load_text:
        return ", ".join([str(first), *(more.count_text for more in run[1:])])
    numbers = [plain(Decimal(one.count)) for one in run[:-1] if one.count is not None]
    return ", ".join([*numbers, str(last)])


def _counts(row):
    minutes = None if row.seconds is None else Decimal(row.seconds) / 60
    return {
        Unit.REPS: row.reps,
        Unit.SECONDS: row.seconds,
        Unit.METRES: row.distance_m,
        Unit.MINUTES: None if minutes is None else round(minutes, 2),
    }


def _reps(count):
    return "rep" if count == 1 else "reps"
