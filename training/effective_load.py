"""What a set really moves: entered load, both hands, and the share of body weight."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from training.trend import trend_weight
from training.units import round_to_step

type LoadType = Literal[
    "external",
    "bodyweight_plus",
    "assisted",
    "bodyweight",
    "duration",
    "distance_load",
    "cardio",
    "band",
]
type LoadEntry = Literal["total", "per_hand", "per_side"]
type Laterality = Literal["bilateral", "unilateral", "alternating"]

_FRESH = timedelta(days=30)

_ANGLE_FACTORS = (
    (Decimal(30), Decimal("0.3744")),
    (Decimal(45), Decimal("0.5288")),
    (Decimal(60), Decimal("0.6808")),
    (Decimal(75), Decimal("0.7938")),
)


def effective_load(
    load_type: LoadType,
    entry_kg: Decimal | None,
    *,
    body_weight_kg: Decimal | None = None,
    factor: Decimal | None = None,
    load_entry: LoadEntry = "total",
    laterality: Laterality = "bilateral",
) -> Decimal | None:
    """Kilograms moved in one repetition; None when unknown, and the set counts reps only.

    Weight in each hand counts twice when both hands move together. `factor` is the share
    of body weight lifted (pull-up 1, push-up 0.64: Ebben 2011); unknown, only added load
    counts. Bands, cardio, holds and plain repetitions have no load.
    """
    if load_type in ("external", "distance_load"):
        return None if entry_kg is None else entry_kg * _implements(load_entry, laterality)
    if load_type not in ("bodyweight_plus", "assisted"):
        return None
    added_kg = (entry_kg or Decimal(0)) * (-1 if load_type == "assisted" else 1)
    if factor is None:
        return added_kg if added_kg > 0 else None
    return None if body_weight_kg is None else max(Decimal(0), body_weight_kg * factor + added_kg)


def angle_factor(degrees: Decimal | int) -> Decimal | None:
    """Share of body weight in a suspension or inverted row, by body angle from vertical.

    Straight arms, feet under the anchor. Linear between the measured 30°, 45°, 60° and
    75°; None outside. Source: Melrose and Dawes 2015.
    """
    angle = Decimal(degrees)
    for (low, at_low), (high, at_high) in zip(_ANGLE_FACTORS, _ANGLE_FACTORS[1:], strict=False):
        if low <= angle <= high:
            return at_low + (at_high - at_low) * (angle - low) / (high - low)
    return None


def body_weight_on(day: date, weigh_ins: Sequence[tuple[date, Decimal]]) -> Decimal | None:
    """Body weight, in kilograms, to use for a session on `day` (our rule).

    The latest weigh-in up to that day when at most 30 days old, else the trend of those
    before it, else None.
    """
    known = [point for point in weigh_ins if point[0] <= day]
    if not known:
        return None
    latest, weight_kg = max(known, key=lambda point: point[0])
    if day - latest <= _FRESH:
        return weight_kg
    return round_to_step(trend_weight(known)[-1][1], Decimal("0.01"))


def _implements(load_entry: LoadEntry, laterality: Laterality) -> int:
    if load_entry == "per_side":
        return 2
    return 2 if load_entry == "per_hand" and laterality == "bilateral" else 1
