"""About how long a day takes."""

from catalogue.models import Exercise
from workouts.models import Prescription

UNILATERAL = Exercise.Laterality.UNILATERAL
WARM_UP_SECONDS, SECONDS_A_REP = 300, 3
SECONDS = {
    Prescription.Unit.REPS: SECONDS_A_REP,
    Prescription.Unit.SECONDS: 1,
    Prescription.Unit.METRES: 1,
    Prescription.Unit.MINUTES: 60,
}


def minutes_of(rows):
    """Five minutes to warm up, then every set to the top of its range and its rest (our rule)."""
    return round((WARM_UP_SECONDS + sum(map(_seconds, rows))) / 60) if rows else 0


def _seconds(row):
    sides = 2 if row.exercise.laterality == UNILATERAL else 1
    rest = 0 if row.unit == Prescription.Unit.MINUTES else row.rest_seconds
    return row.sets * (row.reps_high * SECONDS[row.unit] * sides + rest)
