"""What to aim for in each set of a prescription, from what was done before, and why."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils.formats import date_format

from progress.amounts import HEAVIEST_KG, MAY_HAVE_LOAD, as_done, in_a_row
from progress.asking import asked_of, past_of, rungs_of, step_for, worked
from progress.easing import lighter, without_lighter
from progress.recalling import in_slot
from training.aims import Held
from training.breaks import after_break, return_factor
from training.expanding import pairs_of
from training.rules import next_aims
from workouts.models import Prescription

__all__ = ["Suggestion", "Target", "same_again", "step_for", "suggest"]

Progression, Unit = Prescription.Progression, Prescription.Unit


@dataclass(frozen=True)
class Target:
    """The aim of one set: kilograms, and a count of what the prescription is counted in."""

    load_kg: Decimal | None
    count: int | None


@dataclass(frozen=True)
class Suggestion:
    """One target for each planned set, and the reason in words. `rest_seconds` by the rule."""

    why: str
    targets: tuple[Target, ...]
    rest_seconds: int | None = None

    @property
    def load_kg(self):
        """The load of all sets; None where it differs or there is none."""
        loads = {target.load_kg for target in self.targets}
        return loads.pop() if len(loads) == 1 else None


def suggest(  # noqa: PLR0913 - each is asked for once for a whole day
    prescription,
    visits,
    unit,
    today,
    newest=None,
    body_kg=None,
    held=Held(),  # noqa: B008 - frozen
):
    """The aim for today, given the exercise's newest visits and the member's unit.

    `newest` is the member's newest lighter week, or None: its days are neither work nor a break.
    `body_kg` is needed where the rule reckons with the body; `held` is what holds back.
    """
    usual = without_lighter(visits, newest)
    since = visits[0].trained_on - usual[0].trained_on if visits else timedelta(0)
    aim = _as_usual(prescription, usual, unit, today - since, body_kg, held)
    if newest is None or not newest.covers(today):
        return aim
    step = step_for(prescription.exercise, unit)
    return lighter(aim, prescription.exercise, step, newest.until)


def _as_usual(prescription, visits, unit, today, body_kg, held):
    asked = asked_of(prescription, unit, body_kg)
    there = [visit for visit in visits if worked(prescription, visit)]
    past = past_of(prescription, there, held)
    if not there:
        return (asked and _by_rule(prescription, asked, past)) or _first_time(prescription)
    last = in_slot(there, prescription.lineage)[0]
    return _spoken(prescription, asked, past, last, today) or same_again(prescription, visits)


def same_again(prescription, visits):
    """The same as last time, set by set, as far as it was counted in the same."""
    there = [visit for visit in visits if worked(prescription, visit)]
    if not there:
        return _first_time(prescription)
    last = in_slot(there, prescription.lineage)[0]
    rows = worked(prescription, last)
    done = [as_done(row, prescription.unit) for row in rows]
    day = date_format(last.trained_on, "D j M")
    why = f"The same as last time, {day}: {in_a_row(done)}."
    places = [min(n, len(done) - 1) for n in range(_planned(prescription))]
    aims = (Target(rows[n].load_kg, _count(done[n], prescription.unit)) for n in places)
    return Suggestion(why, tuple(aims))


def _first_time(prescription):
    counts = [reps for reps, _ in pairs_of(prescription.technique_details)]
    counts = counts or [*rungs_of(prescription)] * prescription.technique_details.get("rounds", 1)
    counts = counts or [prescription.reps_low] * prescription.sets
    loaded = prescription.exercise.load_type in MAY_HAVE_LOAD
    how = "start light, and stop with about 4 reps in reserve" if loaded else "start easy"
    if prescription.unit != Unit.REPS:
        how = "start easy, and stop while your form is good"
    return Suggestion(f"First time: {how}.", tuple(Target(None, count) for count in counts))


def _spoken(prescription, asked, past, last, today):
    """By the rule of the prescription, replayed over the visits; None where none speaks."""
    if asked is None:
        return None
    found = _by_rule(prescription, asked, past)
    days = (today - last.trained_on).days
    if found is None or asked.rule == Progression.ASSIST_DOWN or return_factor(days) == 1:
        return found
    return _eased(found, asked, past, days)


def _by_rule(prescription, asked, past):
    """A rule that asks for more than can be logged has nothing more to say."""
    aims = next_aims(asked, past)
    if aims is None or any((aim.load_kg or 0) > HEAVIEST_KG for aim in aims.sets):
        return None
    targets = tuple(Target(aim.load_kg, aim.count) for aim in aims.sets)
    return Suggestion(aims.why, targets, aims.rest_seconds)


def _eased(found, asked, past, days):
    """What to come back with after more than two weeks, where that is less than last time."""
    step, loads = asked.plan.step, [work.load_kg for work in past.here[-1] if work.load_kg]
    if not loads:
        return found
    if found.load_kg is None:  # each set has its own
        share = return_factor(days)
        targets = [
            Target(load and step.share(load, share), n)
            for load, n in ((one.load_kg, one.count) for one in found.targets)
        ]
        why = f"Last done {days} days ago. Start again with {share * 100:.0f} % and build up."
        return Suggestion(why, tuple(targets))
    before_kg = min(loads)
    less_kg = after_break(before_kg, days, step)
    before, now = step.text(before_kg), step.text(less_kg)
    why = f"Last done {days} days ago at {before}. Start again with {now} and build up."
    return Suggestion(why, (Target(less_kg, asked.plan.reps_low),) * len(found.targets))


def _planned(prescription):
    rungs = len(rungs_of(prescription)) * prescription.technique_details.get("rounds", 1)
    return max(prescription.sets, len(pairs_of(prescription.technique_details)), rungs)


def _count(amount, unit):
    """A whole count to aim for; None where something else was counted."""
    if amount.count is None or amount.measure != unit:
        return None
    return max(1, int(amount.count))
