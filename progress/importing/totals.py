"""The sums of a file, to hold against what was stored, and to show before storing it."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from .model import ImportedLog, LoadUnit


@dataclass(frozen=True, slots=True)
class Totals:
    sessions: int
    sets: int
    exercises: int
    volume: dict[LoadUnit, Decimal]  # Σ load × repetitions, each unit by itself
    seconds: int
    distance_metres: Decimal


def totals(log: ImportedLog) -> Totals:
    sets = [done for session in log.sessions for done in session.sets]
    volume: defaultdict[LoadUnit, Decimal] = defaultdict(Decimal)
    for done in sets:
        if done.load is not None and done.load_unit is not None and done.reps is not None:
            volume[done.load_unit] += done.load * done.reps
    return Totals(
        sessions=len(log.sessions),
        sets=len(sets),
        exercises=len({done.exercise_name for done in sets}),
        volume=dict(volume),
        seconds=sum(done.seconds or 0 for done in sets),
        distance_metres=sum((done.distance_metres or Decimal(0) for done in sets), Decimal(0)),
    )
