"""Targets of sets as a week has them: more or fewer, with more in reserve, lighter."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from training.breaks import deload_sets
from training.set_targets import SetTarget

COUNTED = {"working", "amrap"}


def counted(targets: Sequence[SetTarget]) -> int:
    """How many count as sets: neither warm-ups nor drops."""
    return sum(target.kind in COUNTED for target in targets)


def with_sets(targets: Sequence[SetTarget], sets: int) -> tuple[SetTarget, ...]:
    """The first so many sets with what belongs to them; the last again where more are wanted."""
    kept: list[SetTarget] = []
    left = sets
    for target in targets:
        left -= target.kind in COUNTED
        if left >= 0:
            kept.append(target)
    again = next((target for target in reversed(kept) if target.kind in COUNTED), None)
    return (*kept, *(again,) * left) if again and left > 0 else tuple(kept)


def with_reserve(targets: Sequence[SetTarget], more: Decimal) -> tuple[SetTarget, ...]:
    """The same with so much more (or less) in reserve, where a set says how much."""
    return tuple(
        target
        if target.rir is None
        else replace(target, rir=min(max(target.rir + more, Decimal(0)), Decimal(10)))
        for target in targets
    )


def lighter(targets: Sequence[SetTarget]) -> tuple[SetTarget, ...]:
    """As a lighter week has them: half the sets, eased."""
    return eased(with_sets(targets, deload_sets(counted(targets)))) if targets else ()


def eased(targets: Sequence[SetTarget]) -> tuple[SetTarget, ...]:
    """For a lighter week: no drops, and no set to its end."""
    plain = (target for target in targets if target.kind != "drop")
    return tuple(
        replace(target, kind="working") if target.kind == "amrap" else target for target in plain
    )
