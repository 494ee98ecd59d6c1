"""What to aim for next time, and why, from what was done.

A rule takes the plan of one exercise, its working sets as done and how often in a row the
aim was missed before; it answers None when nothing was done. Progress by load and by
repetitions both work (Plotkin 2022); the exact steps are our rules.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from training.targets import DoneSet, NextTarget, Plan, lightest, stays, step_up

_LOWEST_FORM = 3
_EASE = Decimal("0.95")
_TIMES = {1: "", 2: " twice in a row", 3: " three times in a row"}


def double(
    plan: Plan, done: Sequence[DoneSet], misses: int = 0, tops: int = 0
) -> NextTarget | None:
    """Repetitions first, then load: every set at the top of the range adds a step.

    The top counts at the planned reserve and with form of 3 or more; where the plan wants it
    more than once, `tops` says how often in a row it was reached before. Below the range the
    load stays; the second time in a row it drops by 5 % and down to a step. Fewer sets
    than planned change nothing; of different loads the lightest counts.
    """
    if not done:
        return None
    load_kg, fewest = lightest(done), min(work.reps for work in done)
    if len(done) < plan.sets:
        return _unfinished(plan, done, misses)
    if fewest < plan.reps_low:
        return _below_range(plan, load_kg, fewest, misses)
    if fewest < plan.reps_high:
        why = f"{fewest} of {plan.reps_high} {plan.counted} in the lowest set."
        return NextTarget(f"{why} {stays(plan, load_kg)}", load_kg, fewest + 1)
    if reason := _not_yet(plan, done):
        return NextTarget(f"{reason} {stays(plan, load_kg)}", load_kg, plan.reps_high)
    if tops + 1 < plan.tops:
        why = f"Every set reached {plan.reps_high}, {tops + 1} of {plan.tops} times."
        return NextTarget(f"{why} {stays(plan, load_kg)}", load_kg, plan.reps_high, tops=tops + 1)
    return step_up(plan, load_kg)


def assist_down(
    plan: Plan, done: Sequence[DoneSet], misses: int = 0, tops: int = 0
) -> NextTarget | None:
    """Double progression where `load_kg` is assistance, which goes down step by step.

    At none left, the exercise without assistance is due. None without assistance.
    """
    added = [replace(work, load_kg=-work.load_kg) for work in done if work.load_kg is not None]
    if len(added) < len(done) or any(work.load_kg == 0 for work in added):
        return None
    aim = double(plan, added, misses, tops)
    if aim is None or aim.load_kg is None:
        return aim
    if aim.load_kg == 0:
        why = f"Every set reached {plan.reps_high}. Next time try it without assistance."
        return replace(aim, why=why, move_on=True)
    return replace(aim, load_kg=-aim.load_kg)


def linear(plan: Plan, done: Sequence[DoneSet], misses: int = 0) -> NextTarget | None:
    """A step more each session in which every planned set reached `reps_low`.

    As many misses in a row as the plan says, three, take off what it says, a tenth, rounded
    down to a step. After a break of more than 14 days, start from `breaks.after_break`
    instead. None without a load.
    """
    load_kg = lightest(done)
    if load_kg is None:
        return None
    reps, fewest = plan.reps_low, min(work.reps for work in done)
    if len(done) < plan.sets:
        return _unfinished(plan, done, misses)
    if fewest >= reps:
        return step_up(plan, load_kg, at=reps)
    if misses + 1 < plan.misses_to_reset:
        why = f"{fewest} of {reps} {plan.counted}. {stays(plan, load_kg)}"
        return NextTarget(why, load_kg, reps, misses=misses + 1)
    less_kg = plan.step.share(load_kg, plan.reset)
    below = f"Below {reps} {plan.counted}{_in_a_row(plan.misses_to_reset)}."
    why = f"{below} {_restart(plan, load_kg, less_kg)}"
    return NextTarget(why, less_kg, reps)


def _unfinished(plan: Plan, done: Sequence[DoneSet], misses: int) -> NextTarget:
    load_kg, fewest = lightest(done), min(work.reps for work in done)
    reps = min(plan.reps_high, max(plan.reps_low, fewest))
    why = f"{len(done)} of {plan.sets} sets. {stays(plan, load_kg)}"
    return NextTarget(why, load_kg, reps, misses=misses)


def _below_range(plan: Plan, load_kg: Decimal | None, fewest: int, misses: int) -> NextTarget:
    less_kg = None if load_kg is None else plan.step.share(load_kg, _EASE)
    if not misses or load_kg is None or less_kg is None:
        why = f"{fewest} of {plan.reps_low} {plan.counted} in the lowest set."
        return NextTarget(
            f"{why} {stays(plan, load_kg)}", load_kg, plan.reps_low, misses=misses + 1
        )
    below = f"Below {plan.reps_low} {plan.counted} twice in a row."
    why = f"{below} {_restart(plan, load_kg, less_kg)}"
    return NextTarget(why, less_kg, plan.reps_low)


def _not_yet(plan: Plan, done: Sequence[DoneSet]) -> str:
    """Why the top of the range does not add load this time; empty when it does."""
    top = plan.reps_high
    if any(work.form is not None and work.form < _LOWEST_FORM for work in done):
        return f"Every set reached {top}, but form was rated below {_LOWEST_FORM}."
    reserve = [work.rir for work in done if work.rir is not None]
    if plan.rir is not None and reserve and min(reserve) < plan.rir:
        return f"Every set reached {top}, but with less in reserve than planned."
    return ""


def _in_a_row(times: int) -> str:
    return _TIMES.get(times, f" {times} times in a row")


def _restart(plan: Plan, load_kg: Decimal, less_kg: Decimal) -> str:
    if less_kg == load_kg:
        return stays(plan, load_kg)
    return f"Next time {plan.step.text(less_kg)}, to build up again."
