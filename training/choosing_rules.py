"""Which rule of progression suits an exercise, a goal and a level: our rule, with its reason."""

from collections.abc import Collection
from typing import NamedTuple

_HEAVY_REPS = 6  # ranges that end there or below train strength
_NAMES = {
    "strength": "strength",
    "pull_up": "more pull-ups",
    "return": "a return after a break",
    "back_care": "a back without trouble",
}


class Recommended(NamedTuple):
    """A rule, and whom or what it suits, as words that follow “Recommended for”."""

    rule: str
    suits: str


def recommended_rule(
    goals: Collection[str],
    level: str,
    *,
    unit: str = "reps",
    load_type: str = "external",
    reps_high: int = 12,
) -> Recommended:
    """What is measured and how it is loaded decide first, then goal and level."""
    if fixed := _by_measure(unit, load_type):
        return fixed
    who = level or "beginner"
    if "strength" in goals and reps_high <= _HEAVY_REPS:
        return Recommended(_for_strength(who), f"strength, {who}")
    if "pull_up" in goals and load_type == "bodyweight_plus" and who == "advanced":
        return Recommended("rpe_top_set", f"more pull-ups, {who}")
    if who == "beginner" and reps_high <= _HEAVY_REPS:
        return Recommended("linear", f"few repetitions, {who}")
    goal = next((_NAMES[goal] for goal in goals if goal in _NAMES), "a bigger back")
    return Recommended("double", f"{goal}, {who}")


def _by_measure(unit: str, load_type: str) -> Recommended | None:
    if unit == "seconds":
        return Recommended("time", "holds")
    if unit == "minutes":
        return Recommended("duration_cardio", "cardio")
    if load_type == "assisted":
        return Recommended("assist_down", "exercises with assistance")
    if load_type in ("bodyweight", "band", "duration"):
        return Recommended("reps_total", "exercises without a load")
    return None


def _for_strength(level: str) -> str:
    return {"beginner": "linear", "intermediate": "wave"}.get(level, "rpe_top_set")
