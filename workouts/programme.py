"""A routine week by week: what each of its weeks asks for, and what that changes."""

from dataclasses import dataclass, field

from training.weeks import whole_week
from workouts.describing import NBSP, TIMES, UNITS, scheme, span
from workouts.in_week import parts_of, scheme_in_week, scheme_of


@dataclass(frozen=True)
class Line:
    """One exercise in one week; `changes` are what is otherwise than usual."""

    row: object
    scheme: str
    changes: str


@dataclass(frozen=True)
class ProgrammeWeek:
    """A week: `cells` are pairs of a day and its lines."""

    number: int
    is_light: bool
    note: str
    cells: list = field(default_factory=list)


def programme_of(version, days, phases, week):
    """The weeks in which `days` are trained, as far as any of them is not like the others.

    They are those of a week; `phases` are the stretches in which the days stay the same.
    """
    if not version.week_plan and not any(row.by_week for day in days for row in day.rows):
        return []
    first, last = next((p for p in phases if p[0] <= week <= p[1]), (1, version.weeks))
    return [_week(version, days, number) for number in range(first, last + 1)]


def _week(version, days, number):
    whole = whole_week(version.week_plan, number)
    cells = [(day, _lines(day, version, number)) for day in days]
    return ProgrammeWeek(number, bool(whole.get("deload")), whole.get("note", ""), cells)


def _lines(day, version, number):
    return [_line(row, version.week_plan, number) for row in day.rows]


def _line(row, week_plan, number):
    usual, now = scheme_of(row), scheme_in_week(row, week_plan, number)
    if now == usual:
        return Line(row, scheme(row), "")
    unit = UNITS[row.unit]
    counts = span(now.reps_low, now.reps_high) + (f"{NBSP}{unit}" if unit else "")
    changes = ["lighter"] if now.is_light else parts_of(usual, now)
    return Line(row, f"{now.sets}{NBSP}{TIMES}{NBSP}{counts}", ", ".join(changes))
