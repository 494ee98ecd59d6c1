"""What was typed and what is counted stay one quantity."""

from decimal import Decimal

from django.db.models import F, Q

from training.units import LB_IN_KG

ROUNDING = Decimal("0.01")  # kilograms are kept to the hundredth


def in_kilograms(kilograms, typed, unit):
    """The condition that column `kilograms` is column `typed` in the unit of column `unit`."""
    pounds = F(typed) * LB_IN_KG
    return Q(**{unit: "kg", kilograms: F(typed)}) | Q(
        **{unit: "lb", f"{kilograms}__range": (pounds - ROUNDING, pounds + ROUNDING)}
    )
