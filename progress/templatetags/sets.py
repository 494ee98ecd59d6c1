"""Sets and workouts as members read them."""

from decimal import Decimal
from functools import lru_cache

from django import template
from django.template.loader import render_to_string

from accounts.templatetags.quantities import NBSP
from progress import amounts
from training.units import from_kg, plain

register = template.Library()


@register.filter
def amount(row):
    """A logged set as typed, with its exercise at hand: 52.5 kg × 8."""
    return amounts.as_done(row)


@register.filter
def rir(row):
    """RIR 2, or nothing where it was not noted."""
    return "" if row.rir is None else f"RIR{NBSP}{plain(row.rir)}"


@register.filter
def in_a_row(done):
    """Several sets: 50 kg × 10, 10, 9."""
    return amounts.in_a_row(done)


@register.filter
def volume(volume_kg, unit="kg"):
    """Much weight, to the whole kilogram or pound: 7,340 kg."""
    return f"{round(from_kg(Decimal(volume_kg), unit)):,}{NBSP}{unit}"


@register.simple_tag
def kept(part, choices):
    """A template that takes `choices` and nothing else: the same few come with every open set."""
    return _rendered(part, tuple(choices))


@lru_cache(maxsize=256)
def _rendered(part, choices):
    return render_to_string(part, {"choices": choices})
