"""The muscle map: one cached drawing, coloured from outside by data attributes."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join

from accounts.templatetags.look import static_address
from catalogue.muscles import fixed, map_names

register = template.Library()

HEAT_STEPS = (0, 5, 10, 16, 21)  # hard sets a week at which each step begins, idle below the first


def heat_step(hard_sets):
    """0 (idle) to 5 for a week's hard sets: up to 4, 9, 15, 20, and above."""
    return sum(hard_sets > 0 and hard_sets >= start for start in HEAT_STEPS)


def painted(primary=(), secondary=(), heat=None, danger=()):
    """Data attributes and the map names each of them colours; a muscle has one colour only.

    `heat` gives each slug's hard sets in a week; joined muscles show the busiest of them.
    """
    roles = {"danger": map_names(danger), "primary": map_names(primary)}
    roles["secondary"] = map_names(secondary)
    steps = {}
    for slug, hard_sets in (heat or {}).items():
        for name in map_names([slug]):
            steps[name] = max(steps.get(name, 0), heat_step(hard_sets))
    for step in range(1, len(HEAT_STEPS) + 1):
        roles[f"heat-{step}"] = [name for name, own in steps.items() if own == step]
    taken, once = set(), {}
    for role, names in roles.items():
        once[role] = " ".join(name for name in names if name not in taken)
        taken.update(names)
    return {role: names for role, names in once.items() if names}


@register.simple_tag
def muscle_map(
    view="back", primary=(), secondary=(), heat=None, danger=(), css="s56 tile", label=""
):
    """A view of the map: back, front, posterior, anterior, legs-back or legs-front.

    Sizes: s40, s48, s56, s72, s96, s128. Without a label it is decoration beside its own text.
    """
    heat = tuple((heat or {}).items())
    muscles = (fixed(primary), fixed(secondary), heat, fixed(danger))
    return _drawing(static_address("img/muscle-map.svg"), view, muscles, css, label)


@register.simple_tag
def map_art(side):
    """One whole side as a part of a drawing of 300 by 612, its middle at 0."""
    view = {"back": "posterior", "front": "anterior"}[side]
    return format_html(
        '<use href="{}#mm-{}" x="-150" y="0" width="300" height="612"></use>',
        static_address("img/muscle-map.svg"),
        view,
    )


@lru_cache(maxsize=8192, typed=True)  # typed: safe and unsafe text are never taken for each other
def _drawing(sprite, view, muscles, css, label):
    primary, secondary, heat, danger = muscles
    roles = painted(primary, secondary, dict(heat), danger)
    attributes = [(f"data-{role}", names) for role, names in roles.items()]
    attributes += [("role", "img"), ("aria-label", label)] if label else [("aria-hidden", "true")]
    return format_html(
        '<svg class="mm {}"{} focusable="false"><use href="{}#mm-{}"></use></svg>',
        css,
        format_html_join("", ' {}="{}"', attributes),
        sprite,
        view,
    )
