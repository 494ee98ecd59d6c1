"""Weights that many members have, to begin from."""

from decimal import Decimal

from training.loadable import Kit
from training.weight_lists import read_weights


def _pairs(text):
    """25 × 4, 20 × 2 as one weight for every pair."""
    pairs = (part.split(" × ") for part in text.split(", "))
    return tuple(Decimal(weight) for weight, count in pairs for _ in range(int(count)))


NOTHING = "nothing"
PRESETS = {  # name in an address: what it is called, and the weights (our own choice)
    "gym-kg": (
        "A gym in kilograms",
        Kit(
            unit="kg",
            bars=read_weights("20, 15"),
            ez_bar=Decimal(10),
            trap_bar=Decimal(25),
            plates=_pairs("25 × 4, 20 × 4, 15 × 2, 10 × 4, 5 × 4, 2.5 × 4, 1.25 × 2"),
            dumbbells=read_weights("1 to 10 by 1, 12 to 40 by 2"),
            kettlebells=read_weights("8 to 32 by 4"),
            stack_first=Decimal(5),
            stack_step=Decimal(5),
            stack_last=Decimal(100),
        ),
    ),
    "gym-lb": (
        "A gym in pounds",
        Kit(
            unit="lb",
            bars=read_weights("45, 35"),
            ez_bar=Decimal(25),
            trap_bar=Decimal(55),
            plates=_pairs("45 × 6, 35 × 2, 25 × 4, 10 × 4, 5 × 4, 2.5 × 2"),
            dumbbells=read_weights("5 to 100 by 5"),
            kettlebells=read_weights("18, 26, 35, 44, 53, 62, 70"),
            stack_first=Decimal(10),
            stack_step=Decimal(10),
            stack_last=Decimal(200),
        ),
    ),
    "home": (
        "Dumbbells at home",
        Kit(unit="kg", dumbbells=read_weights("2 to 24 by 2")),
    ),
    "garage": (
        "A barbell at home",
        Kit(
            unit="kg",
            bars=read_weights("20"),
            plates=_pairs("20 × 2, 10 × 1, 5 × 1, 2.5 × 1, 1.25 × 1"),
        ),
    ),
    NOTHING: ("Nothing: the usual steps", Kit()),
}


def usual_gym(unit):
    """What to reckon with for a member who did not say what there is."""
    return PRESETS[f"gym-{unit}"][1]
