"""Units, rounding and typed numbers: kilograms and centimetres inside, pounds at the door."""

import re
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

type WeightUnit = Literal["kg", "lb"]
type LengthUnit = Literal["cm", "in"]

LB_IN_KG = Decimal("0.45359237")
"""One avoirdupois pound in kilograms, exact (international yard and pound agreement, 1959)."""

CM_IN_INCH = Decimal("2.54")
"""One inch in centimetres, exact (same agreement)."""

_NUDGE = Decimal("1e-9")  # lifts values that arithmetic left a hair below a step
_HUNDREDTH = Decimal("0.01")
_HALF = Decimal("0.5")
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫−", "01234567890123456789.-")
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:[.,][0-9]{1,6})?")
_MAYBE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")


def to_kg(value: Decimal, unit: WeightUnit) -> Decimal:
    """Kilograms, exact and unrounded."""
    return value * LB_IN_KG if unit == "lb" else value


def from_kg(value_kg: Decimal, unit: WeightUnit) -> Decimal:
    """Kilograms in `unit`, unrounded."""
    return value_kg / LB_IN_KG if unit == "lb" else value_kg


def stored_kg(value: Decimal, unit: WeightUnit) -> Decimal:
    """Kilograms as kept: two decimals, which give back every half pound to 1,500 lb."""
    return round_to_step(to_kg(value, unit), _HUNDREDTH)


def shown_load(load_kg: Decimal, unit: WeightUnit) -> Decimal:
    """A kept load as the member reads it: kilograms as they are, pounds to the half pound."""
    if unit == "lb":
        return round_to_step(from_kg(load_kg, "lb"), _HALF)
    return load_kg


def shown_estimate(estimate_kg: Decimal | float, unit: WeightUnit) -> Decimal:
    """An estimated load as the member reads it: to 0.5 kg or 1 lb, half up (our rule)."""
    step = Decimal(1) if unit == "lb" else _HALF
    return round_to_step(from_kg(Decimal(estimate_kg), unit), step)


def to_cm(value: Decimal, unit: LengthUnit) -> Decimal:
    """Centimetres, exact and unrounded."""
    return value * CM_IN_INCH if unit == "in" else value


def from_cm(value_cm: Decimal, unit: LengthUnit) -> Decimal:
    """Centimetres in `unit`, unrounded."""
    return value_cm / CM_IN_INCH if unit == "in" else value_cm


def shown_length(length_cm: Decimal, unit: LengthUnit) -> Decimal:
    """A body measurement as the member reads it, in cm or inches, to one decimal."""
    return round_to_step(from_cm(length_cm, unit), Decimal("0.1"))


def round_to_step(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of `step` nearest to `value`; a half goes up, never to even.

    `step` must be positive. Values within a billionth of a step below a half count as half.
    """
    return floor_to_step(value + step / 2, step)


def floor_to_step(value: Decimal, step: Decimal) -> Decimal:
    """The greatest multiple of a positive `step` that is not above `value`."""
    return (value / step + _NUDGE).to_integral_value(ROUND_FLOOR) * step


def plain(value: Decimal) -> str:
    """Digits without trailing zeros and with a true minus: 52.5, 50, −15."""
    return f"{value.normalize() + 0:f}".replace("-", "−")


def parse_decimal(text: str, *, comma: bool) -> Decimal | None:
    """The number a member typed, or None when it can be read in more than one way.

    Takes Western, Arabic and Persian digits, one separator and a leading minus. Where a
    comma marks decimals (`comma`) a point is taken too, phones offer either; but three
    digits behind it (1,000 or 1.000) may be thousands, so they are refused there. No
    exponents, underscores, group separators, NaN or infinity.
    """
    text = text.strip().translate(_WESTERN)
    if not _NUMBER.fullmatch(text):
        return None
    if "," in text and not comma:
        return None
    if comma and _MAYBE_THOUSANDS.fullmatch(text):
        return None
    return Decimal(text.replace(",", "."))
