"""How much work was done: hard sets, fractional sets, tonnage, intensity, balance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

_NOTHING = Decimal(0)
_EASIEST_HARD_RIR = 4
_SHORTEST_HOLD_SECONDS = 5
_DROP_CREDIT = Decimal("0.5")
_MOST_DROP_CREDIT = Decimal(2)
_TOO_MUCH_PUSH, _TOO_MUCH_PULL = Decimal("1.5"), Decimal("0.33")


class WorkSet(NamedTuple):
    """One set: effective load (None when unknown), repetitions, both sides in one row."""

    load_kg: Decimal | None
    reps: int
    both_sides: bool = False


@dataclass(frozen=True)
class Tonnage:
    """Load × repetitions in kilograms, and how many sets could not be counted."""

    volume_kg: Decimal
    not_counted: int


class CreditedSet(NamedTuple):
    """A hard set: what it credits to each muscle (main 1, helper 0.5), and its own worth."""

    muscles: Mapping[str, Decimal]
    worth: Decimal = Decimal(1)


def is_hard_set(
    *,
    completed: bool,
    warm_up: bool,
    rir: Decimal | float | None = None,
    hold_seconds: int | None = None,
    passive_hang: bool = False,
) -> bool:
    """Whether a set counts towards weekly volume (our rule).

    Done, not a warm-up, and at most 4 repetitions in reserve or none noted. A hold lasts
    at least 5 seconds; hanging passively from a bar does not count.
    """
    hard_enough = rir is None or rir <= _EASIEST_HARD_RIR
    long_enough = hold_seconds is None or hold_seconds >= _SHORTEST_HOLD_SECONDS
    return completed and not (warm_up or passive_hang) and hard_enough and long_enough


def largest_credits(
    muscles: Mapping[str, Decimal], part_of: Mapping[str, str]
) -> dict[str, Decimal]:
    """What one set gives each part: at most the largest credit among its muscles, not their sum.

    That is our rule. Muscles outside `part_of` are left out.
    """
    largest: dict[str, Decimal] = {}
    for muscle, credit in muscles.items():
        part = part_of.get(muscle)
        if part is not None and credit > largest.get(part, _NOTHING):
            largest[part] = credit
    return largest


def fractional_sets(sets: Iterable[CreditedSet], part_of: Mapping[str, str]) -> dict[str, Decimal]:
    """Fractional sets of each part: `muscles.VOLUME_GROUP`, or `muscles.REGION` of the back.

    One set gives a part at most the largest credit among its muscles, never their sum
    (our rule). Counting helpers half has the best support (Pelland 2025). Muscles
    outside `part_of` are left out; parts without sets are not in the answer.
    """
    return total_credits(CreditedSet(largest_credits(s.muscles, part_of), s.worth) for s in sets)


def total_credits(sets: Iterable[CreditedSet]) -> dict[str, Decimal]:
    """Credits times worth, added up, of sets whose credits are to parts already."""
    totals: dict[str, Decimal] = {}
    for credits, worth in sets:
        for part, credit in credits.items():
            totals[part] = totals.get(part, _NOTHING) + credit * worth
    return totals


def drop_set_worth(drops: int) -> Decimal:
    """Hard sets a drop set is worth: 1, and 0.5 for each drop, at most 2 (our rule)."""
    return min(_MOST_DROP_CREDIT, 1 + _DROP_CREDIT * max(0, drops))


def mini_sets_worth(total_reps: int, planned_reps: int, mini_sets: int) -> Decimal | None:
    """Hard sets of a rest-pause set, cluster or ladder: its repetitions in planned sets.

    At most one for each mini-set (our rule). `planned_reps` is what one full set, or one
    round of the ladder, asks for; None when that is not above zero.
    """
    if planned_reps <= 0:
        return None
    return min(Decimal(max(0, mini_sets)), Decimal(max(0, total_reps)) / planned_reps)


def tonnage(sets: Iterable[WorkSet]) -> Tonnage:
    """Effective load × repetitions, twice for a row that stands for both sides.

    Sets without a known load are told apart, never taken as 0 kg.
    """
    volume_kg, not_counted = Decimal(0), 0
    for load_kg, reps, both_sides in sets:
        if load_kg is None:
            not_counted += 1
        else:
            volume_kg += load_kg * reps * (2 if both_sides else 1)
    return Tonnage(volume_kg, not_counted)


def average_load(sets: Iterable[WorkSet]) -> Decimal | None:
    """Mean load of a repetition, in kilograms, over sets with a known load."""
    known = [(work.load_kg, work.reps) for work in sets if work.load_kg is not None]
    reps = sum(done for _, done in known)
    if not reps:
        return None
    return sum((load_kg * done for load_kg, done in known), Decimal(0)) / reps


def average_intensity(sets: Iterable[WorkSet], e1rm_kg: Decimal | float) -> float | None:
    """Mean load as a share of the best estimate of the 28 days before."""
    load_kg = average_load(sets)
    return float(load_kg) / float(e1rm_kg) if load_kg is not None and e1rm_kg > 0 else None


def density(volume_kg: Decimal, minutes: Decimal | int) -> Decimal | None:
    """Tonnage a minute, in kilograms."""
    return volume_kg / minutes if minutes > 0 else None


def push_pull_ratio(push_sets: Decimal | int, pull_sets: Decimal | int) -> Decimal | None:
    """Hard sets of pushes to one of pulls; None without pulls."""
    return Decimal(push_sets) / Decimal(pull_sets) if pull_sets > 0 else None


def is_lopsided(ratio: Decimal) -> bool:
    """Whether push to pull is worth a remark: above 1.5, or below 0.33 (our rule)."""
    return ratio > _TOO_MUCH_PUSH or ratio < _TOO_MUCH_PULL
