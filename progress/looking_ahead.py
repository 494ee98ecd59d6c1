"""What the rules of a routine's day would ask for, weeks ahead, under one assumption."""

from dataclasses import dataclass
from datetime import timedelta

from progress.amounts import SIGNS, Amount, in_a_row
from progress.asking import asked_of, body_weight_for, most_visits, past_of, worked
from progress.charting import Line, small_line
from progress.recalling import recent_visits
from progress.starting import prescriptions_of
from training.aims import Held
from training.simulating import weeks_ahead
from training.units import shown_load
from workouts.models import Prescription


@dataclass(frozen=True)
class Week:
    number: int
    aim: str
    rest_seconds: int | None
    why: str


@dataclass(frozen=True)
class LiftAhead:
    """One prescription's weeks, the heaviest load of each as a line where there are two."""

    prescription: Prescription
    weeks: list[Week]
    line: Line | None
    last_load: str


def day_ahead(member, day, weeks, assumption, unit, today):
    """Each exercise of a day, `weeks` ahead. Two queries, or three where the body is lifted."""
    rows = prescriptions_of(day, member)
    exercises = {row.exercise_id: row.exercise for row in rows}
    visits = recent_visits(member, exercises, most=most_visits(rows)) if rows else {}
    body_kg = body_weight_for(member, rows, today)
    found = []
    for row in rows:
        asked = asked_of(row, unit, body_kg)
        there = [visit for visit in visits[row.exercise_id] if worked(row, visit)]
        past = past_of(row, there, Held())
        aims = weeks_ahead(asked, past, weeks, assumption) if asked else []
        found.append(_lift(row, aims, unit, today))
    return found


def _lift(row, aims, unit, today):
    sign = SIGNS.get(row.exercise.load_type, "")
    weeks, points, load = [], [], None
    for number, aim in enumerate(aims, 1):
        amounts = [_amount(one, row, unit, sign) for one in aim.sets]
        weeks.append(Week(number, in_a_row(amounts), aim.rest_seconds, aim.why))
        heaviest = max((one for one in amounts if one.load is not None), default=None, key=_load)
        if heaviest is not None:
            load = heaviest
            points.append((today + timedelta(weeks=number - 1), float(heaviest.load)))
    line = small_line(points) if len(points) > 1 else None
    return LiftAhead(row, weeks, line, load.load_text if load else "")


def _amount(aim, row, unit, sign):
    load = None if aim.load_kg is None else shown_load(aim.load_kg, unit)
    return Amount(load, unit, aim.count, row.unit, sign)


def _load(amount):
    return amount.load
