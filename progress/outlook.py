"""The next workout before it starts: how much, how long, for what; and the week around it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

from accounts.templatetags.look import dated
from progress.amounts import SIGNS, Amount
from progress.easing import eased
from progress.planning_week import PlanWeek
from progress.starting import NextDay, prescriptions_of, suggestions
from progress.volume_weeks import weeks_of
from training.units import shown_load
from training.weeks import whole_week
from workouts.balance import SHOWN, Balance, balance_of, muscles_of, region_week
from workouts.describing import scheme
from workouts.lasting import minutes_of
from workouts.models import Prescription


@dataclass(frozen=True)
class Line:
    """One exercise of the day, with the load to aim at (empty where there is none), and why."""

    prescription: Prescription
    label: str
    load: str
    why: str = ""

    @property
    def scheme(self):
        return scheme(self.prescription)


@dataclass(frozen=True)
class Outlook:
    next: NextDay
    lines: list[Line]
    balance: Balance
    by_group: dict  # of the day's and the last weeks' exercises: see balance.Muscles
    primary: list[str]
    secondary: list[str]
    regions: list  # of the week: done so far, with the day's plan
    minutes: int
    note: str = ""  # of the plan on the whole week

    @property
    def exercises(self):
        return len(self.lines)

    @property
    def sets(self):
        return sum(line.prescription.sets for line in self.lines)


@dataclass(frozen=True)
class Square:
    """A day of the week strip: done, today, plan or rest, and what it is called."""

    date: date
    state: str
    name: str

    @property
    def words(self):
        """Monday 16 November, Width, done"""
        told = {"done": "done", "plan": "planned", "rest": "rest"}
        parts = [dated(self.date, "l j F"), self.name, told.get(self.state, "today")]
        return ", ".join(filter(None, parts))


def outlook_of(member, week, standing):
    """What the week's next day holds. Four queries."""
    coming = week.next
    plan = PlanWeek(week.version, coming.week)
    planned = [plan.shaped(row) for row in prescriptions_of(coming.day, member)]
    aims = suggestions(member, planned, week.today, standing.newest_deload)
    is_lighter = standing.deload_on(week.today)
    rows = coming.day.rows = [eased(row) for row in planned] if is_lighter else planned
    done = weeks_of(member, week.monday, week.today).now.regions
    muscles = muscles_of({row.exercise_id for row in rows} | standing.exercises)
    balance = balance_of([coming.day], muscles)
    for row in rows:
        row.exercise.primary = muscles.primary(row.exercise_id)
        row.exercise.secondary = muscles.secondary(row.exercise_id)
    return Outlook(
        next=coming,
        lines=_lines(member, rows, aims),
        balance=balance,
        by_group=muscles.by_group,
        primary=_once(row.exercise.primary for row in rows),
        secondary=_once(row.exercise.secondary for row in rows),
        regions=_regions(balance, done),
        minutes=minutes_of(rows),
        note=whole_week(week.version.week_plan, coming.week).get("note", ""),
    )


def strip_of(week):
    """Monday to Sunday: what was done, and what the plan still asks for."""
    trained = {session.trained_on: session.name for session in reversed(week.trained)}
    planned = {
        weekday: day
        for weekday, days in week.bound.items()
        for day in days
        if day not in week.done and not day.is_rest
    }
    squares = []
    for offset in range(7):
        day = week.monday + timedelta(days=offset)
        bound = planned.get(offset + 1)
        if day in trained:
            squares.append(Square(day, "done", trained[day]))
        elif day == week.today:
            name = week.next.day.name if week.next and week.next.is_for_today else ""
            squares.append(Square(day, "today", name))
        elif bound and day > week.today:
            squares.append(Square(day, "plan", bound.name))
        else:
            squares.append(Square(day, "rest", ""))
    return squares


def _regions(balance, so_far):
    planned = {region.region: region.sets for region in balance.regions}
    done = [(region, so_far.get(region, Decimal(0))) for region in SHOWN]
    return [region_week(region, sets, sets + planned[region]) for region, sets in done]


def _once(lists):
    return list(dict.fromkeys(chain.from_iterable(lists)))


def _lines(member, rows, aims):
    placed, lines = {}, []
    for row in rows:
        placed[row.superset] = placed.get(row.superset, 0) + 1
        label = f"{row.superset}{placed[row.superset]}" if row.superset else ""
        aim = aims[row.pk]
        lines.append(Line(row, label, load_text(member, row, aim), aim.why))
    return lines


def load_text(member, row, aim):
    """The load a suggestion aims at for a prescription, in the member's unit; empty without one."""
    if not aim.load_kg:
        return ""
    load, sign = shown_load(aim.load_kg, member.unit), SIGNS.get(row.exercise.load_type, "")
    return Amount(load, member.unit, None, row.unit, sign).load_text
