"""How many sets and repetitions, how near to failure, how long a rest: by what is trained for.

Ranges of our own (our rule), shaped by ACSM 2009 (rest of 3 to 5 minutes for maxima of 1 to 6
repetitions; Ratamess et al., Med Sci Sports Exerc 41:687) and Singer et al. 2024 (size: a small
benefit of rests above 60 s, none clear above 90 s; Front Sports Act Living 6:1429789).
"""

from dataclasses import dataclass, replace
from typing import Literal

type Goal = Literal["width", "thickness", "pull_up", "strength", "back_care", "return"]
type Span = tuple[int, int]

BEGINNER_RESERVE = 3  # repetitions a beginner leaves at least (our rule)
FEWEST_SHARED = 3  # repetitions that two ranges share before what they share is taken
HOLD_REST: Span = (30, 60)


@dataclass(frozen=True)
class Lift:
    """What of an exercise decides on its dose. `reps` are its usual ones: seconds or metres too."""

    reps: Span
    is_compound: bool
    unit: Literal["reps", "seconds", "metres"] = "reps"
    is_maximal: bool = False  # a loaded lift of several joints, usual for few repetitions
    is_body_pull: bool = False  # a vertical pull of the body: a pull-up or a kind of it


@dataclass(frozen=True)
class Dose:
    """Ranges: sets, repetitions or what is counted, repetitions in reserve, seconds of rest."""

    sets: Span
    reps: Span
    reserve: Span
    rest: Span


RETURN = Dose((2, 3), (8, 12), (2, 4), (60, 90))
GENERAL = Dose((3, 3), (8, 12), (2, 3), (60, 90))
SIZE = Dose((3, 4), (6, 15), (0, 3), (60, 150))
SIZE_ISOLATED = Dose((3, 4), (6, 15), (0, 3), (45, 120))
STRENGTH = Dose((3, 5), (1, 6), (1, 3), (150, 300))
SKILL = Dose((5, 9), (1, 5), (2, 4), (60, 150))


def dose_for(goal: Goal, lift: Lift, *, is_beginner: bool = False) -> Dose:
    """The dose of one lift for one goal.

    Strength is for heavy lifts of several joints, skill for pulls of the body; to other lifts these
    goals give the general dose. Repetitions are those that goal and lift share, if they share
    enough; else a lift of one joint keeps its own.
    """
    dose = _preset(goal, lift)
    if lift.unit != "reps":
        dose = replace(
            dose, reps=lift.reps, rest=HOLD_REST if lift.unit == "seconds" else dose.rest
        )
    elif dose not in (STRENGTH, SKILL):
        dose = replace(dose, reps=_shared(dose.reps, lift))
    return replace(dose, reserve=_guarded(dose.reserve)) if is_beginner else dose


def _preset(goal: Goal, lift: Lift) -> Dose:
    if goal == "return":
        return RETURN
    if goal in ("width", "thickness"):
        return SIZE if lift.is_compound else SIZE_ISOLATED
    if goal == "strength" and lift.is_maximal:
        return STRENGTH
    return SKILL if goal == "pull_up" and lift.is_body_pull else GENERAL


def _shared(reps: Span, lift: Lift) -> Span:
    low, high = max(reps[0], lift.reps[0]), min(reps[1], lift.reps[1])
    if high - low + 1 >= FEWEST_SHARED:
        return low, high
    return reps if lift.is_compound else lift.reps


def _guarded(reserve: Span) -> Span:
    low, high = reserve
    return max(low, BEGINNER_RESERVE), max(high, BEGINNER_RESERVE)
