"""Easing off and coming back: return after a break, deload weeks, and rest between days.

All numbers are our rules. Strength keeps well: ten weeks off cost nothing by the end of
twenty (Halonen 2024); competitors deload about every 5.6 weeks (Rogerson 2024).
Assistance is a negative load here and stays as it is.
"""

from dataclasses import dataclass
from decimal import Decimal

from training.steps import Step

_RETURN_FACTORS = (
    (14, Decimal(1)),
    (28, Decimal("0.9")),
    (56, Decimal("0.8")),
    (112, Decimal("0.7")),
)
_LONGEST_BREAK_FACTOR = Decimal("0.6")
_RETURN_SETS, _RETURN_SETS_WEEKS = Decimal("0.67"), 2
DELOAD_LOAD = Decimal("0.9")
EASY_RIR = 4
_MANY_SETS, _REST_HOURS, _REST_HOURS_EASY = 4, 48, 24


@dataclass(frozen=True)
class Deload:
    """A week of half the sets with a tenth less, at least `rir` in reserve."""

    sets: int
    load_kg: Decimal | None
    rir: int = EASY_RIR


def return_factor(gap_days: int) -> Decimal:
    """Share of the last working load to start with after `gap_days` without training."""
    for longest, factor in _RETURN_FACTORS:
        if gap_days <= longest:
            return factor
    return _LONGEST_BREAK_FACTOR


def after_break(load_kg: Decimal, gap_days: int, step: Step) -> Decimal:
    """The load to come back with, in kilograms, rounded down to a step."""
    factor = return_factor(gap_days)
    return load_kg if factor == 1 else step.share(load_kg, factor)


def sets_after_break(sets: int, week: int) -> int:
    """Sets in week 1, 2, … back: two thirds for two weeks, to the nearest set, at least 1."""
    if week > _RETURN_SETS_WEEKS:
        return sets
    return max(1, int(sets * _RETURN_SETS + Decimal("0.5")))


def least_rir_after_break(week: int) -> int | None:
    """Repetitions to leave in week 1, 2, … back; None when the plan's own hold again."""
    return {1: 4, 2: 3, 3: 3}.get(week)


def deload(sets: int, load_kg: Decimal | None, step: Step) -> Deload:
    """A deload of `sets` at `load_kg`: half the sets rounded up, nine tenths rounded down."""
    lighter_kg = None if load_kg is None else step.share(load_kg, DELOAD_LOAD)
    return Deload(deload_sets(sets), lighter_kg)


def deload_sets(sets: int) -> int:
    """Half the sets, rounded up, at least 1."""
    return max(1, -(-sets // 2))


def needs_more_rest(
    sets: int,
    earlier_sets: int,
    hours_between: Decimal | float,
    earlier_average_rir: Decimal | float | None = None,
) -> bool:
    """Whether two hard days of one group are too close, counted in direct hard sets.

    Four sets or more on both days want 48 hours between them, 24 when the earlier ones
    left 4 repetitions or more in reserve on average.
    """
    easy = earlier_average_rir is not None and earlier_average_rir >= EASY_RIR
    hours = _REST_HOURS_EASY if easy else _REST_HOURS
    return min(sets, earlier_sets) >= _MANY_SETS and hours_between < hours
