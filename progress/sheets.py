"""Days of a routine as sheets of paper: what to do, what was done last time, and room to write."""

from dataclasses import dataclass

from accounts.templatetags.quantities import rest
from progress.easing import deload_on_show, eased
from progress.loading import tell_loading
from progress.planning_week import PlanWeek
from progress.starting import planned_by_days, suggestions, visits_behind
from training.units import plain, shown_load
from workouts.describing import effort, repetitions, technique
from workouts.models import Prescription
from workouts.showing import dressed

MOST_BOXES = 6  # in a row of paper; more sets are told in words
WRITTEN = {"seconds": "s", "metres": "m", "minutes": "min"}


@dataclass(frozen=True)
class Line:
    """One exercise on paper. `boxes` are sets to fill in, `more` is how many find no room."""

    row: Prescription
    label: str
    target: str
    last: str
    boxes: range
    more: int

    @property
    def counted_in(self):
        """What the middle of a box is for: reps, s, m or min."""
        return WRITTEN.get(self.row.unit, "reps")


@dataclass(frozen=True)
class Sheet:
    """A day on paper."""

    day: object
    lines: list[Line]


def sheets_of(member, days, version, week, today):
    """These days of a week, with their rows, as sheets for it. Rest days are left out.

    What is asked for is derived from the log as it is today. Four queries.
    """
    days = [day for day in days if not day.is_rest and day.rows]
    dressed(days)
    light = deload_on_show(version, week, today)
    rows = _rows(member, days, PlanWeek(version, week)) if days else {}
    visits = visits_behind(member, rows.values(), today, light)
    aims = suggestions(member, rows.values(), today, light, visits)
    is_light = light is not None and light.covers(today)
    return [
        Sheet(day, [_line(_as_shown(row, rows[row.pk], is_light), aims[row.pk],
                          visits[row.exercise_id], member.unit) for row in day.rows])
        for day in days
    ]  # fmt: skip


def _rows(member, days, plan):
    """{id: the row as the week has it}, with what its exercise is loaded with."""
    rows = planned_by_days(member).filter(day__in=[day.pk for day in days])
    return {row.pk: plan.shaped(row) for row in tell_loading(list(rows))}


def _as_shown(shown, row, is_light):
    """The row as the week has it, with what pages show of it."""
    row = eased(row) if is_light else row
    row.label, row.edge, row.exercise = shown.label, shown.edge, shown.exercise
    return row


def _line(row, aim, visits, unit):
    sets = max(row.sets, len(aim.targets))
    return Line(
        row=row,
        label=row.label,
        target=", ".join(filter(None, _target(row, aim, unit))),
        last=str(visits[0]) if visits else "",
        boxes=range(1, min(sets, MOST_BOXES) + 1),
        more=max(0, sets - MOST_BOXES),
    )


def _target(row, aim, unit):
    yield f"{repetitions(row)}{'' if row.unit != 'reps' else ' reps'}"
    if aim.load_kg:
        yield f"{plain(shown_load(aim.load_kg, unit))} {unit}"
    yield effort(row)
    yield technique(row)
    yield f"rest {rest(row.rest_seconds)}" if row.rest_seconds else "no rest"
