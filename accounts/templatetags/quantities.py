"""Quantities as members read them: in their unit, with true signs and no-break spaces."""

from decimal import Decimal
from functools import lru_cache

from django import template

from training.units import from_kg, plain, shown_estimate, shown_length, shown_load

register = template.Library()

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EN_DASH = "\N{EN DASH}"
TIMES = "\N{MULTIPLICATION SIGN}"
TENTH = Decimal("0.1")


@register.filter
def load(load_kg, unit="kg"):
    """A load: 52.5 kg, 115 lb; assistance is negative: −15 kg."""
    if load_kg is None:
        return ""
    return f"{plain(shown_load(Decimal(str(load_kg)), unit))}{NBSP}{unit}"


@register.filter
def load_number(load_kg, unit="kg"):
    """A load for an input or a script: a bare number with a plain minus."""
    return load(load_kg, unit).partition(NBSP)[0].replace(MINUS, "-")


@register.filter
def body_weight(mass_kg, unit="kg"):
    """A body weight, always with one decimal: 68.1 kg."""
    if mass_kg is None:
        return ""
    return f"{from_kg(Decimal(str(mass_kg)), unit).quantize(TENTH)}{NBSP}{unit}"


@register.filter
def estimate(load_kg, unit="kg"):
    """An estimated best, no finer than it is known: 70.0 kg, 154 lb."""
    if load_kg is None:
        return ""
    shown = shown_estimate(load_kg, unit)
    return f"{shown.quantize(TENTH) if unit == 'kg' else plain(shown)}{NBSP}{unit}"


@register.filter
def body_length(length_cm, unit="cm"):
    """A measured length, always with one decimal: 38.5 cm, 15.2 in."""
    if length_cm is None:
        return ""
    return f"{shown_length(Decimal(str(length_cm)), unit).quantize(TENTH)}{NBSP}{unit}"


@register.filter
def change(mass_kg, unit="kg"):
    """A difference with its sign: +2.5 kg, −0.5 kg."""
    if mass_kg is None:
        return ""
    return f"{'+' if mass_kg > 0 else ''}{load(mass_kg, unit)}"


@register.filter
def rest(seconds):
    """A rest in minutes and seconds: 2:00, 0:45."""
    if seconds is None:
        return ""
    minutes, left = divmod(int(seconds), 60)
    return f"{minutes}:{left:02}"


@register.filter
def minutes(seconds):
    """How long something took, in whole minutes: 58 min."""
    return "" if seconds is None else f"{round(int(seconds) / 60)}{NBSP}min"


@register.filter
def hard_sets(sets):
    """Credited sets to the half: 11, 8.5."""
    if sets is None:
        return ""
    halves = round(sets * 2)
    return f"{halves // 2}.5" if halves % 2 else str(halves // 2)


@register.simple_tag
def lift(load_kg, reps, unit="kg"):
    """One set: 52.5 kg × 8; without a load the repetitions alone."""
    if load_kg is None:
        return f"{reps}{NBSP}reps"
    return f"{load(load_kg, unit)} {TIMES}{NBSP}{reps}"


@register.simple_tag
@lru_cache(maxsize=1024)
def span(low, high=None):
    """A range, or one number where both ends are the same: 6–10, 8."""
    if high is None or low == high:
        return _plain(low)
    return f"{_plain(low)}{EN_DASH}{_plain(high)}"


def _plain(number):
    return plain(Decimal(str(number)))
