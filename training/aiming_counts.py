"""Next aims where a count grows or the rest shrinks, replayed over the visits."""

from collections.abc import Sequence

from training import counting_up
from training.aims import Aim, Aims, Asked, Past
from training.holding_back import held_back
from training.targets import DoneSet, NextTarget, lightest


def by_total(asked: Asked, past: Past) -> Aims | None:
    """A total over all sets, shared out evenly; it began with what the oldest visit asked for."""
    sets, more, goal = asked.plan.sets, int(asked.settings["add"]), asked.settings.get("target")
    total = _asked_in_all(past.here[0], sets) or sets * asked.plan.reps_low
    aim = NextTarget("", total_reps=total)
    for done in past.here:
        aim = (
            counting_up.reps_total(
                aim.total_reps or total,
                sets,
                [work.reps for work in done],
                aim.misses,
                more=more,
                goal=None if goal is None else int(goal),
            )
            or aim
        )
    each, over = divmod(aim.total_reps or total, sets)
    counts = [max(1, each + (place < over)) for place in range(sets)]
    load_kg = lightest(past.here[-1])
    return Aims(aim.why, tuple(Aim(load_kg, n) for n in counts), move_on=aim.move_on)


def by_rest(asked: Asked, past: Past) -> Aims | None:
    """Less rest from visit to visit; it began anew with the first visit at this load."""
    load_kg, first = lightest(past.here[-1]), len(past.here) - 1
    while first and lightest(past.here[first - 1]) == load_kg:
        first -= 1
    rest, aim = asked.rest_seconds, None
    less, floor = int(asked.settings["step"]), int(asked.settings["floor"])
    for done in past.here[first:]:
        aim = counting_up.rest_shorten(
            asked.plan, done, rest, asked.rest_seconds, less=less, floor=min(floor, rest)
        )
        rest = rest if aim is None or aim.rest_seconds is None else aim.rest_seconds
    if aim is None:
        return None
    aim = held_back(aim, load_kg, asked.plan.step, past.held)
    sets = (Aim(aim.load_kg, aim.reps),) * asked.plan.sets
    return Aims(aim.why, sets, rest_seconds=rest, move_on=aim.move_on)


def by_time(asked: Asked, past: Past) -> Aims | None:
    """Longer holds, or more minutes of cardio, up to the cap; from what the oldest visit asked."""
    grow, plan = _GROWING[asked.rule], asked.plan
    cap = max(plan.reps_low, int(asked.settings.get("cap", plan.reps_high)))
    target = min(cap, max((work.asked or 0 for work in past.here[0]), default=0) or plan.reps_low)
    aim = None
    for done in past.here:
        counts, more = [work.reps for work in done], int(asked.settings["add"])
        aim = grow(target, cap, plan.sets, counts, more=more) or aim
        target = (aim and (aim.hold_seconds or aim.minutes)) or target
    if aim is None:
        return None
    load_kg = past.here[-1][0].load_kg
    return Aims(aim.why, (Aim(load_kg, target),) * plan.sets, move_on=aim.move_on)


_GROWING = {"time": counting_up.hold, "duration_cardio": counting_up.cardio}


def by_ladder(asked: Asked, past: Past) -> Aims | None:
    """Rounds of rungs, the top one as it was asked for last; it rises by what was done."""
    rungs, rounds = list(asked.rungs), asked.rounds
    if not rungs or not rounds:
        return None
    top = max(rungs[-1], *(work.asked or 0 for work in past.here[0]))
    aim = None
    for done in past.here:
        rungs[-1] = top
        aim = counting_up.ladder(rungs, rounds, asked.plan.reps_high, [work.reps for work in done])
        top = aim.reps if aim and aim.reps else top
    if aim is None:
        return None
    rungs[-1] = top
    load_kg = lightest(past.here[-1])
    return Aims(aim.why, tuple(Aim(load_kg, n) for n in rungs * rounds), move_on=aim.move_on)


def _asked_in_all(done: Sequence[DoneSet], sets: int) -> int | None:
    """The total that was asked of a visit, where every planned set says so."""
    asked = [work.asked for work in done[:sets] if work.asked is not None]
    return sum(asked) if len(asked) == sets else None
