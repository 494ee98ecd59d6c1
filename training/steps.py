"""The step of load a member can make, and loads rounded to it in the unit of their plates."""

from dataclasses import dataclass
from decimal import Decimal

from training.units import (
    WeightUnit,
    floor_to_step,
    from_kg,
    plain,
    round_to_step,
    shown_load,
    stored_kg,
)

_NBSP = "\u00a0"
_LARGE_INCREMENT = Decimal(10)


@dataclass(frozen=True)
class Step:
    """The smallest change of load: 2.5 kg, 5 lb.

    Loads go in and come out in kilograms (two decimals); between the two they are
    counted in `unit`, so that a member with pound plates is never sent to 60.8 kg.
    A negative load is assistance.
    """

    size: Decimal
    unit: WeightUnit = "kg"

    def __post_init__(self) -> None:
        if self.size <= 0:
            raise ValueError("A step of load is above zero.")

    def up(self, load_kg: Decimal) -> Decimal:
        """One step more."""
        return stored_kg(shown_load(load_kg, self.unit) + self.size, self.unit)

    def down(self, load_kg: Decimal) -> Decimal:
        """One step less."""
        return stored_kg(shown_load(load_kg, self.unit) - self.size, self.unit)

    def share(self, load_kg: Decimal, factor: Decimal) -> Decimal:
        """`factor` times the load, rounded down to a step, but never to nothing.

        No added load, and assistance, stay as they are: a share of them means nothing.
        """
        if load_kg <= 0:
            return load_kg
        less = floor_to_step(shown_load(load_kg, self.unit) * factor, self.size)
        return stored_kg(less, self.unit) if less > 0 else load_kg

    def nearest(self, load_kg: Decimal) -> Decimal:
        """The load a member can make that is nearest to a computed one, half up."""
        return stored_kg(round_to_step(from_kg(load_kg, self.unit), self.size), self.unit)

    def text(self, load_kg: Decimal) -> str:
        """The load in words: 62.5 kg, 15 kg of assistance, body weight."""
        if load_kg == 0:
            return "body weight"
        amount = f"{plain(abs(shown_load(load_kg, self.unit)))}{_NBSP}{self.unit}"
        return amount if load_kg > 0 else f"{amount} of assistance"

    def change(self, before_kg: Decimal, after_kg: Decimal) -> str:
        """The difference of two loads in words: +2.5 kg; of assistance 2.5 kg less."""
        more = shown_load(after_kg, self.unit) - shown_load(before_kg, self.unit)
        amount = f"{plain(abs(more))}{_NBSP}{self.unit}"
        if before_kg < 0:
            return f"{amount} {'less' if more > 0 else 'more'} assistance"
        return f"{'−' if more < 0 else '+'}{amount}"


@dataclass(frozen=True)
class IncrementCheck:
    """A step as per cent of the load it is added to."""

    percent: Decimal
    ok: bool
    advice: str


def increment_check(load_kg: Decimal, step: Step) -> IncrementCheck | None:
    """Whether a step suits the load: up to 10 % of it (ACSM 2009: 2 to 10 %).

    `load_kg` is the effective load; None when that is not above zero.
    """
    if load_kg <= 0:
        return None
    percent = (step.up(load_kg) - load_kg) / load_kg * 100
    ok = percent <= _LARGE_INCREMENT
    advice = "use" if ok else "micro-load or extend rep range"
    return IncrementCheck(round_to_step(percent, Decimal("0.1")), ok, advice)
