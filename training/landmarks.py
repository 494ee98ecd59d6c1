"""Weekly set landmarks for a volume group: how much is little, enough and a lot.

Our rule, shaped by the dose-response literature (Schoenfeld 2017, Baz-Valle 2022,
Pelland 2025); no study gives these numbers for one person.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

type Status = Literal["low", "maintenance", "growing", "on target", "high", "very high"]

_MOST_PER_SESSION = 8


@dataclass(frozen=True)
class Landmarks:
    """Fractional hard sets a week. Without `minimum`, growth is not the aim of the group."""

    maintain: int
    minimum: int | None
    efficient_low: int
    efficient_high: int
    upper: int


LANDMARKS: dict[str, Landmarks] = {
    "lats": Landmarks(3, 4, 10, 16, 20),
    "mid_back": Landmarks(3, 4, 10, 16, 20),
    "upper_traps": Landmarks(0, 2, 4, 10, 16),
    "rear_delts": Landmarks(2, 4, 6, 14, 20),
    "rotator_cuff": Landmarks(0, None, 2, 6, 12),
    "lower_back": Landmarks(2, 3, 4, 12, 18),
    "biceps": Landmarks(2, 4, 8, 14, 20),
    "forearms": Landmarks(0, 2, 2, 8, 14),
    "abs": Landmarks(0, 3, 4, 10, 16),
    "glutes": Landmarks(2, 4, 6, 14, 18),
    "hamstrings": Landmarks(2, 4, 6, 14, 18),
}

# The week of a whole region of the back, from the first to the last efficient set. Our rule: the
# band of its largest volume group, for upper back and arms that of the rear delts and the biceps.
REGION_BANDS: dict[str, tuple[int, int]] = {
    "upper": (6, 14),
    "mid": (10, 16),
    "lats": (10, 16),
    "lower": (4, 12),
    "arms": (8, 14),
}


def status(group: str, weekly_sets: Decimal | float) -> Status | None:
    """Where a week's fractional hard sets stand; None for a group without landmarks."""
    marks = LANDMARKS.get(group)
    if marks is None:
        return None
    growing_from = marks.efficient_low if marks.minimum is None else marks.minimum
    if weekly_sets < marks.maintain:
        return "low"
    if weekly_sets < growing_from:
        return "maintenance"
    if weekly_sets < marks.efficient_low:
        return "growing"
    if weekly_sets <= marks.efficient_high:
        return "on target"
    return "high" if weekly_sets <= marks.upper else "very high"


def better_split(direct_hard_sets: int) -> bool:
    """More than 8 direct hard sets of one group in a session: two days suit better (our rule)."""
    return direct_hard_sets > _MOST_PER_SESSION
