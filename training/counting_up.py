"""What to aim for next time where a count grows and not the load: totals, holds, minutes, rest.

As in `progression`, each rule answers None when nothing was done, and says why.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from training.targets import DoneSet, NextTarget, Plan, lightest, step_up

_REST_SLACK = 5
TOTAL_MORE, HOLD_MORE, MINUTES_MORE = 2, 5, 1
REST_LESS, SHORTEST_REST = 15, 60


def reps_total(
    target: int,
    planned_sets: int,
    reps: Sequence[int],
    misses: int = 0,
    *,
    more: int = TOTAL_MORE,
    goal: int | None = None,
) -> NextTarget | None:
    """A total of repetitions within the planned sets: reached adds `more`, up to the goal.

    Missed, it stays; the second miss in a row takes 10 % off, rounded down, at least 1.
    """
    if not reps:
        return None
    total = sum(reps[:planned_sets])
    if total >= target:
        return _more_in_all(target, total, more, goal)
    if not misses:
        why = f"{total} of {target} reps. Next time stays at {target} in all."
        return NextTarget(why, total_reps=target, misses=1)
    less = max(1, target * 9 // 10)
    why = f"Below {target} reps twice in a row. Next time {less} in all, to build up again."
    return NextTarget(why, total_reps=less)


def rest_shorten(
    plan: Plan,
    done: Sequence[DoneSet],
    rest_seconds: int,
    start_rest_seconds: int,
    *,
    less: int = REST_LESS,
    floor: int = SHORTEST_REST,
) -> NextTarget | None:
    """The same work with less rest: `less` seconds less each time, down to the floor; then load.

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
    if rest_seconds > floor:
        shorter = max(floor, rest_seconds - less)
        why = f"Every set reached {reps} with {rest_seconds} s rest. Next time {shorter} s."
        return NextTarget(why, load_kg, reps, rest_seconds=shorter)
    return replace(step_up(plan, load_kg), reps=reps, rest_seconds=start_rest_seconds)


class _Longer(NamedTuple):
    """The aim, and whether it can grow no more."""

    why: str
    aim: int
    is_full: bool = False


def hold(
    target_seconds: int,
    cap_seconds: int,
    planned_sets: int,
    seconds: Sequence[int],
    *,
    more: int = HOLD_MORE,
) -> NextTarget | None:
    """Longer holds: 5 s more when every planned set reached the aim, up to the cap."""
    if not seconds:
        return None
    found = _longer(target_seconds, cap_seconds, planned_sets, seconds, more, "s")
    if not found.is_full:
        return NextTarget(found.why, hold_seconds=found.aim)
    why = f"{found.why} A harder variation is next."
    return NextTarget(why, hold_seconds=found.aim, move_on=True)


def cardio(
    target_minutes: int,
    cap_minutes: int,
    planned_sets: int,
    minutes: Sequence[int],
    *,
    more: int = MINUTES_MORE,
) -> NextTarget | None:
    """Longer cardio: a minute or two more when the aim was reached, up to the cap."""
    if not minutes:
        return None
    found = _longer(target_minutes, cap_minutes, planned_sets, minutes, more, "min")
    stays = " Next time stays there, at a quicker pace." if found.is_full else ""
    return NextTarget(f"{found.why}{stays}", minutes=found.aim, move_on=found.is_full)


def ladder(
    rungs: Sequence[int], rounds: int, highest: int, done: Sequence[int]
) -> NextTarget | None:
    """The top rung, in `reps`: one higher, up to `highest`, after clean rounds (our rule)."""
    if not done or not rungs:
        return None
    top, planned = rungs[-1], list(rungs) * rounds
    clean = len(done) >= len(planned) and all(
        did >= rung for did, rung in zip(done, planned, strict=False)
    )
    if not clean:
        return NextTarget(
            f"Not every rung up to {top} was climbed. The top stays at {top}.", reps=top
        )
    if top >= highest:
        why = f"Every rung up to {top} was climbed. A harder variation is next."
        return NextTarget(why, reps=top, move_on=True)
    return NextTarget(
        f"All {rounds} rounds up to {top} were clean. The top is {top + 1}.", reps=top + 1
    )


def _longer(
    target: int, cap: int, planned_sets: int, done: Sequence[int], more: int, unit: str
) -> _Longer:
    shortest = min(done)
    if shortest < target:
        why = f"{shortest} of {target} {unit}. Next time stays at {target} {unit}."
        return _Longer(why, target)
    if len(done) < planned_sets:
        why = f"{len(done)} of {planned_sets} sets. Next time stays at {target} {unit}."
        return _Longer(why, target)
    if target >= cap:
        return _Longer(f"Every set reached {cap} {unit}.", cap, is_full=True)
    longer = min(cap, target + more)
    why = f"Every set reached {target} {unit}. Next time {longer} {unit}."
    return _Longer(why, longer)


def _more_in_all(target: int, total: int, more: int, goal: int | None) -> NextTarget:
    if goal is not None and target >= goal:
        why = f"{total} of {target} reps, the goal. A harder variation is next."
        return NextTarget(why, total_reps=target, move_on=True)
    higher = target + more if goal is None else min(goal, target + more)
    return NextTarget(f"{total} of {target} reps. Next time {higher} in all.", total_reps=higher)
