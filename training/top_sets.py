"""One hard set by effort, and lighter ones after it (RTS chart, see `one_rep_max`).

The load of the next top set follows from what the newest ones say of the one-repetition
maximum. Of exercises that move the body, all of it counts: `body_kg` is part of every load.
"""

from collections.abc import Sequence
from decimal import Decimal

from training.one_rep_max import chart_estimate, chart_share
from training.steps import Step
from training.targets import DoneSet, NextTarget
from training.units import plain

_NEWEST = 2  # visits whose top sets are averaged: one good day is no trend (our rule)
_LARGEST_CHANGE = Decimal("0.1")
_HALF = Decimal("0.5")
_NONE = Decimal(0)


def top_set(
    visits: Sequence[Sequence[DoneSet]],
    reps: int,
    target_rpe: Decimal,
    step: Step,
    body_kg: Decimal = _NONE,
) -> NextTarget | None:
    """The load for `reps` at an effort, from these visits, the oldest first.

    A set without reserve noted counts as done at the effort that was asked for. At most a
    tenth more or less than the newest top set (our rule). None where no set can be estimated.
    """
    tops = [found for done in visits if (found := _top(done, target_rpe, body_kg))]
    share = chart_share(reps, target_rpe)
    if not tops or share is None:
        return None
    newest = tops[-_NEWEST:]
    estimate_kg = sum((estimate for estimate, _ in newest), _NONE) / len(newest)
    last_kg = tops[-1][1] + body_kg
    least, most = last_kg * (1 - _LARGEST_CHANGE), last_kg * (1 + _LARGEST_CHANGE)
    system_kg = max(least, min(most, estimate_kg * Decimal(share)))
    load_kg = max(step.nearest(system_kg - body_kg), min(_NONE, tops[-1][1]))
    usual = Step(step.size, step.unit)  # what is estimated need not be made
    why = (
        f"The last top {'sets say' if len(newest) > 1 else 'set says'}"
        f" {step.text(usual.nearest(estimate_kg))}{' with your body' if body_kg else ''} for one;"
        f" {plain(round(Decimal(share) * 100, 1))} % of it is {reps} at RPE {plain(target_rpe)}:"
        f" {step.text(load_kg)}."
    )
    return NextTarget(why, load_kg, reps)


def top_reps(done: Sequence[DoneSet]) -> int | None:
    """How many repetitions the heaviest set of a visit asked for, or had."""
    loaded = [work for work in done if work.load_kg is not None]
    top = max(loaded, key=lambda work: work.load_kg or _NONE, default=None)
    return None if top is None else top.asked or top.reps


def back_off(top_kg: Decimal, drop: Decimal, step: Step, body_kg: Decimal = _NONE) -> Decimal:
    """The load after a top set: so large a share less of the whole, rounded down to a step."""
    less_kg = (top_kg + body_kg) * (1 - drop) - body_kg
    if less_kg <= 0:
        return min(_NONE, top_kg)
    made_kg = step.nearest(less_kg)
    return max(_NONE, step.down(made_kg) if made_kg > less_kg else made_kg)


def _top(
    done: Sequence[DoneSet], target_rpe: Decimal, body_kg: Decimal
) -> tuple[Decimal, Decimal] | None:
    """The highest estimate of a visit, and the load that gave it; None where none can."""
    found = []
    for work in done:
        if work.load_kg is None:
            continue
        rpe = target_rpe if work.rir is None else 10 - _halves(Decimal(work.rir))
        estimate = chart_estimate(work.load_kg + body_kg, work.reps, rpe)
        if estimate is not None:
            found.append((Decimal(estimate), work.load_kg))
    return max(found, default=None)


def _halves(rir: Decimal) -> Decimal:
    return rir // _HALF * _HALF
