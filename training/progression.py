"""What to aim for next time, and why, from what was done.

A rule takes the plan of one exercise, its working sets as done and how often in a row the
aim was missed before; it answers None when nothing was done. Progress by load and by
repetitions both work (Plotkin 2022); the exact steps are our rules.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from training.targets import DoneSet, NextTarget, Plan, lightest, stays

_LOWEST_FORM = 3
_EASE, _RESET, _MISSES_TO_RESET = Decimal("0.95"), Decimal("0.9"), 3
_TOTAL_MORE = 2
_REST_LESS, _SHORTEST_REST, _REST_SLACK = 15, 60, 5
_HOLD_MORE = 5


def double(plan: Plan, done: Sequence[DoneSet], misses: int = 0) -> NextTarget | None:
    """Repetitions first, then load: every set at the top of the range adds a step.

    The top counts at the planned reserve and with form of 3 or more. Below the range the
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
        why = f"{fewest} of {plan.reps_high} reps in the lowest set. {stays(plan, load_kg)}"
        return NextTarget(why, load_kg, fewest + 1)
    if reason := _not_yet(plan, done):
        return NextTarget(f"{reason} {stays(plan, load_kg)}", load_kg, plan.reps_high)
    return _step_up(plan, load_kg)


def assist_down(plan: Plan, done: Sequence[DoneSet], misses: int = 0) -> NextTarget | None:
    """Double progression where `load_kg` is assistance, which goes down step by step.

    At none left, the exercise without assistance is due. None without assistance.
    """
    added = [replace(work, load_kg=-work.load_kg) for work in done if work.load_kg is not None]
    if len(added) < len(done) or any(work.load_kg == 0 for work in added):
        return None
    aim = double(plan, added, misses)
    if aim is None or aim.load_kg is None:
        return aim
    if aim.load_kg == 0:
        why = f"Every set reached {plan.reps_high}. Next time try it without assistance."
        return replace(aim, why=why, move_on=True)
    return replace(aim, load_kg=-aim.load_kg)


def linear(plan: Plan, done: Sequence[DoneSet], misses: int = 0) -> NextTarget | None:
    """A step more each session in which every planned set reached `reps_low`.

    The third miss in a row takes 10 % off, rounded down to a step. After a break of more
    than 14 days, start from `breaks.after_break` instead. None without a load.
    """
    load_kg = lightest(done)
    if load_kg is None:
        return None
    reps, fewest = plan.reps_low, min(work.reps for work in done)
    if len(done) < plan.sets:
        return _unfinished(plan, done, misses)
    if fewest >= reps:
        return _step_up(plan, load_kg, at=reps)
    if misses + 1 < _MISSES_TO_RESET:
        why = f"{fewest} of {reps} reps. {stays(plan, load_kg)}"
        return NextTarget(why, load_kg, reps, misses=misses + 1)
    less_kg = plan.step.share(load_kg, _RESET)
    why = f"Below {reps} reps three times in a row. {_restart(plan, load_kg, less_kg)}"
    return NextTarget(why, less_kg, reps)


def reps_total(
    target: int, planned_sets: int, reps: Sequence[int], misses: int = 0
) -> NextTarget | None:
    """A total of repetitions within the planned sets: reached adds 2.

    Missed, it stays; the second miss in a row takes 10 % off, rounded down, at least 1.
    """
    if not reps:
        return None
    total = sum(reps[:planned_sets])
    if total >= target:
        more = target + _TOTAL_MORE
        return NextTarget(f"{total} of {target} reps. Next time {more} in all.", total_reps=more)
    if not misses:
        why = f"{total} of {target} reps. Next time stays at {target} in all."
        return NextTarget(why, total_reps=target, misses=1)
    less = max(1, target * 9 // 10)
    why = f"Below {target} reps twice in a row. Next time {less} in all, to build up again."
    return NextTarget(why, total_reps=less)


def rest_shorten(
    plan: Plan, done: Sequence[DoneSet], rest_seconds: int, start_rest_seconds: int
) -> NextTarget | None:
    """The same work with less rest: 15 s less each time, down to 60 s; then a step of load.

    Every planned set must reach the top of the range, after a rest at most 5 s longer
    than asked; a rest not noted counts as kept. Shorter than 60 s costs some growth
    (Singer 2024).
    """
    if not done:
        return None
    load_kg, reps = lightest(done), plan.reps_high
    rests = [work.rest_seconds for work in done if work.rest_seconds is not None]
    kept = all(rest <= rest_seconds + _REST_SLACK for rest in rests)
    reached = len(done) >= plan.sets and all(work.reps >= reps for work in done)
    if not (kept and reached):
        missed = "Not every set reached the plan" if kept else "The rests were longer than planned"
        why = f"{missed}. Next time stays at {rest_seconds} s rest."
        return NextTarget(why, load_kg, reps, rest_seconds=rest_seconds)
    if rest_seconds > _SHORTEST_REST:
        less = max(_SHORTEST_REST, rest_seconds - _REST_LESS)
        why = f"Every set reached {reps} with {rest_seconds} s rest. Next time {less} s."
        return NextTarget(why, load_kg, reps, rest_seconds=less)
    return replace(_step_up(plan, load_kg), reps=reps, rest_seconds=start_rest_seconds)


def hold(
    target_seconds: int, cap_seconds: int, planned_sets: int, seconds: Sequence[int]
) -> NextTarget | None:
    """Longer holds: 5 s more when every planned set reached the aim, up to the cap."""
    if not seconds:
        return None
    shortest = min(seconds)
    if len(seconds) < planned_sets or shortest < target_seconds:
        why = f"{shortest} of {target_seconds} s. Next time stays at {target_seconds} s."
        if shortest >= target_seconds:
            why = f"{len(seconds)} of {planned_sets} sets. Next time stays at {target_seconds} s."
        return NextTarget(why, hold_seconds=target_seconds)
    if target_seconds >= cap_seconds:
        why = f"Every set reached {cap_seconds} s. A harder variation is next."
        return NextTarget(why, hold_seconds=cap_seconds, move_on=True)
    more = min(cap_seconds, target_seconds + _HOLD_MORE)
    why = f"Every set reached {target_seconds} s. Next time {more} s."
    return NextTarget(why, hold_seconds=more)


def _unfinished(plan: Plan, done: Sequence[DoneSet], misses: int) -> NextTarget:
    load_kg, fewest = lightest(done), min(work.reps for work in done)
    reps = min(plan.reps_high, max(plan.reps_low, fewest))
    why = f"{len(done)} of {plan.sets} sets. {stays(plan, load_kg)}"
    return NextTarget(why, load_kg, reps, misses=misses)


def _below_range(plan: Plan, load_kg: Decimal | None, fewest: int, misses: int) -> NextTarget:
    less_kg = None if load_kg is None else plan.step.share(load_kg, _EASE)
    if not misses or load_kg is None or less_kg is None:
        why = f"{fewest} of {plan.reps_low} reps in the lowest set. {stays(plan, load_kg)}"
        return NextTarget(why, load_kg, plan.reps_low, misses=misses + 1)
    why = f"Below {plan.reps_low} reps twice in a row. {_restart(plan, load_kg, less_kg)}"
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


def _step_up(plan: Plan, load_kg: Decimal | None, at: int | None = None) -> NextTarget:
    reached = f"Every set reached {at or plan.reps_high}"
    if load_kg is None:
        why = f"{reached}. A harder variation is next."
        return NextTarget(why, None, plan.reps_high, move_on=True)
    more_kg = plan.step.up(load_kg)
    if load_kg < 0:
        more_kg = min(Decimal(0), more_kg)
    change = "added" if load_kg >= 0 else "taken away"
    why = f"{reached} at {plan.step.text(load_kg)}, so the smallest step is {change}."
    return NextTarget(why, more_kg, plan.reps_low)


def _restart(plan: Plan, load_kg: Decimal, less_kg: Decimal) -> str:
    if less_kg == load_kg:
        return stays(plan, load_kg)
    return f"Next time {plan.step.text(less_kg)}, to build up again."
