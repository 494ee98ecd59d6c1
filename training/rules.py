"""One door to every rule of progression: what is asked, what was done, what comes next.

All of it is worked out from the visits each time: nothing is carried over but what was logged.
"""

from collections.abc import Callable

from training.aiming_counts import by_ladder, by_rest, by_time, by_total
from training.aiming_loads import by_effort, by_load, by_pyramid, by_wave
from training.aims import Aims, Asked, Past
from training.holding_back import easier_today

type Speaker = Callable[[Asked, Past], Aims | None]

_BY_RULE: dict[str, Speaker] = {
    "double": by_load,
    "linear": by_load,
    "assist_down": by_load,
    "reps_total": by_total,
    "rest_shorten": by_rest,
    "time": by_time,
    "duration_cardio": by_time,
    "rpe_top_set": by_effort,
    "wave": by_wave,
}
_BY_TECHNIQUE: dict[str, Speaker] = {
    "pyramid": by_pyramid,
    "reverse_pyramid": by_pyramid,
    "ladder": by_ladder,
}
_DEPTH = {"linear": 8, "rest_shorten": 12, "wave": 12, "reps_total": 6}
_USUAL_DEPTH = 4


def next_aims(asked: Asked, past: Past) -> Aims | None:
    """What comes next by the rule; None where no rule speaks, or nothing was done."""
    if not past.here and "training_max_kg" not in asked.settings:
        return None
    speak = _BY_TECHNIQUE.get(asked.technique) or _BY_RULE.get(asked.rule)
    if speak is None or (asked.technique == "wave" and asked.rule != "wave"):
        return None
    aims = speak(asked, past)
    return aims and easier_today(aims, past.held.readiness, asked.plan.step)


def visits_needed(rule: str) -> int:
    """How many of the newest visits a rule reads: enough to see where a cycle began."""
    return _DEPTH.get(rule, _USUAL_DEPTH)
