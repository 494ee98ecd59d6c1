"""What to aim for in each set of a prescription, from what was done before, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils.formats import date_format

from progress.amounts import HEAVIEST_KG, MAY_HAVE_LOAD, LoadType, as_done, in_a_row
from progress.easing import lighter, without_lighter
from progress.loading import loading_of
from progress.recalling import in_slot
from training.breaks import after_break, return_factor
from training.loadable import as_loadable
from training.progression import assist_down, double, hold, linear
from training.steps import Step
from training.targets import DoneSet, Plan, lightest
from training.units import from_kg, round_to_step
from workouts.models import Prescription

Progression, Technique, Unit = (
    Prescription.Progression,
    Prescription.Technique,
    Prescription.Unit,
)
RULES: dict[str, Callable] = {
    Progression.DOUBLE: double,
    Progression.LINEAR: linear,
    Progression.ASSIST_DOWN: assist_down,
}
SET_BY_SET = {Technique.PYRAMID, Technique.REVERSE_PYRAMID, Technique.LADDER, Technique.WAVE}
POUND_STEP = Decimal("2.5")


@dataclass(frozen=True)
class Target:
    """The aim of one set: kilograms, and a count of what the prescription is counted in."""

    load_kg: Decimal | None
    count: int | None


@dataclass(frozen=True)
class Suggestion:
    """One target for each planned set, and the reason in words."""

    why: str
    targets: tuple[Target, ...]

    @property
    def load_kg(self):
        """The load of all sets; None where it differs or there is none."""
        loads = {target.load_kg for target in self.targets}
        return loads.pop() if len(loads) == 1 else None


def suggest(prescription, visits, unit, today, newest=None):
    """The aim for today, given the exercise's newest visits and the member's unit.

    `newest` is the member's newest lighter week, or None: its days are neither work nor a break.
    """
    usual = without_lighter(visits, newest)
    since = visits[0].trained_on - usual[0].trained_on if visits else timedelta(0)
    aim = _as_usual(prescription, usual, unit, today - since)
    if newest is None or not newest.covers(today):
        return aim
    step = step_for(prescription.exercise, unit)
    return lighter(aim, prescription.exercise, step, newest.until)


def _as_usual(prescription, visits, unit, today):
    visits = in_slot(visits, prescription.lineage)
    visits = [visit for visit in visits if visit.working]
    if not visits:
        return _first_time(prescription)
    return _by_rule(prescription, visits, unit, today) or _as_before(prescription, visits[0])


def step_for(exercise, unit):
    """The smallest step of load of an exercise; in pounds the nearest 2.5 lb to the one in kg.

    Among what the member can load, where loading.tell_loading() has told.
    """
    size = exercise.default_increment_kg
    if unit == "lb":
        size = max(POUND_STEP, round_to_step(from_kg(size, "lb"), POUND_STEP))
    return loading_of(exercise).step(Step(max(size, Decimal("0.25")), unit))


def _first_time(prescription):
    scheme = _scheme(prescription)
    counts = [reps for reps, _ in scheme] or [prescription.reps_low] * prescription.sets
    loaded = prescription.exercise.load_type in MAY_HAVE_LOAD
    how = "start light, and stop with about 4 reps in reserve" if loaded else "start easy"
    if prescription.unit != Unit.REPS:
        how = "start easy, and stop while your form is good"
    return Suggestion(f"First time: {how}.", tuple(Target(None, count) for count in counts))


def _by_rule(prescription, visits, unit, today):
    """By the rule of the prescription, replayed over the visits; None where none speaks.

    A rule that asks for more than can be logged has nothing more to say.
    """
    if prescription.technique in SET_BY_SET:
        return None
    if prescription.progression == Progression.TIME and prescription.unit == Unit.SECONDS:
        return _longer(prescription, visits[0])
    rule = _rule(prescription)
    if rule is None or prescription.unit != Unit.REPS:
        return None
    step = step_for(prescription.exercise, unit)
    plan = Plan(
        prescription.sets, prescription.reps_low, prescription.reps_high, step, prescription.rir
    )
    if rule is not assist_down and (aim := _after_break(plan, visits[0], today)):
        return _all_sets(prescription, *aim)
    was_kg = lightest(_done(visits[0]))
    aim = as_loadable(lambda plan: _replayed(rule, plan, visits), plan, was_kg)
    if aim is None or (aim.load_kg or 0) > HEAVIEST_KG:
        return None
    return _all_sets(prescription, aim.why, aim.load_kg, aim.reps)


def _replayed(rule, plan, visits):
    """What a rule aims at after these visits, the newest first."""
    aim, misses = None, 0
    for visit in reversed(visits):
        aim = rule(plan, _done(visit), misses) or aim
        misses = aim.misses if aim else 0
    return aim


def _rule(prescription):
    rule = RULES.get(prescription.progression)
    if rule and prescription.exercise.load_type == LoadType.ASSISTED:
        return assist_down  # a step more would be more help
    return rule


def _after_break(plan, last, today):
    """What to come back with after more than two weeks, if that is less than last time."""
    load_kg, days = lightest(_done(last)), (today - last.trained_on).days
    if load_kg is None or load_kg <= 0 or return_factor(days) == 1:
        return None
    less_kg = after_break(load_kg, days, plan.step)
    before, now = plan.step.text(load_kg), plan.step.text(less_kg)
    why = f"Last done {days} days ago at {before}. Start again with {now} and build up."
    return why, less_kg, plan.reps_low


def _longer(prescription, last):
    seconds = [row.seconds for row in last.working if row.seconds]
    aimed = [row.target_reps for row in last.working if row.target_reps]
    aim = hold(max(aimed, default=prescription.reps_low), prescription.reps_high,
               prescription.sets, seconds)  # fmt: skip
    return aim and _all_sets(prescription, aim.why, last.working[0].load_kg, aim.hold_seconds)


def _as_before(prescription, last):
    """The same as last time, set by set, as far as it was counted in the same."""
    done = [as_done(row, prescription.unit) for row in last.working]
    day = date_format(last.trained_on, "D j M")
    why = f"The same as last time, {day}: {in_a_row(done)}."
    planned = max(prescription.sets, len(_scheme(prescription)))
    places = [min(n, len(done) - 1) for n in range(planned)]
    aims = (Target(last.working[n].load_kg, _count(done[n], prescription.unit)) for n in places)
    return Suggestion(why, tuple(aims))


def _count(amount, unit):
    """A whole count to aim for; None where something else was counted."""
    if amount.count is None or amount.measure != unit:
        return None
    return max(1, int(amount.count))


def _all_sets(prescription, why, load_kg, count):
    return Suggestion(why, (Target(load_kg, count),) * prescription.sets)


def _done(visit):
    """The working sets as the rules read them. Body weight with nothing added is a load of 0."""
    done = [row for row in visit.working if row.reps is not None]
    return [DoneSet(_rule_load(row), row.reps, row.rir) for row in done]


def _rule_load(row):
    if row.load_kg is None and row.exercise.load_type == LoadType.BODYWEIGHT_PLUS:
        return Decimal(0)
    return row.load_kg


def _scheme(prescription):
    """Pairs of repetitions and share of the load, for the techniques that have them."""
    scheme = prescription.technique_details.get("scheme") or []
    return [pair for pair in scheme if isinstance(pair, list) and len(pair) == 2]
