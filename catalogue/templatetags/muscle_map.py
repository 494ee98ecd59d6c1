"""The muscle map: one cached drawing, coloured from outside by data attributes.

The drawing has 27 muscles; the catalogue knows more. Deep and neighbouring ones are joined to the
shape that shows them, and the few that cannot be seen are left out.
"""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join

from accounts.templatetags.look import static_address

register = template.Library()

DRAWN = frozenset(
    """abs adductors biceps brachialis calves erector-spinae forearms front-deltoid gluteus
    hamstrings infraspinatus latissimus-dorsi neck obliques pectorals quadratus-lumborum quads
    rear-deltoid rhomboids serratus-anterior side-deltoid teres-major tibialis-anterior
    trapezius-lower trapezius-middle trapezius-upper triceps""".split()
)
JOINED = {
    "adductor-magnus": "adductors",
    "biceps-brachii": "biceps",
    "brachioradialis": "forearms",
    "deltoid-anterior": "front-deltoid",
    "deltoid-lateral": "side-deltoid",
    "deltoid-posterior": "rear-deltoid",
    "forearm-extensors": "forearms",
    "forearm-flexors": "forearms",
    "gluteus-maximus": "gluteus",
    "gluteus-medius": "gluteus",
    "iliocostalis": "erector-spinae",
    "levator-scapulae": "trapezius-upper",
    "longissimus": "erector-spinae",
    "multifidus": "erector-spinae",
    "neck-extensors": "neck",
    "pectoralis-major": "pectorals",
    "quadriceps": "quads",
    "rectus-abdominis": "abs",
    "rhomboid-major": "rhomboids",
    "rhomboid-minor": "rhomboids",
    "spinalis": "erector-spinae",
    "supraspinatus": "infraspinatus",
    "teres-minor": "infraspinatus",
    "transversus-abdominis": "abs",
    "triceps-brachii": "triceps",
}
HEAT_STEPS = (0, 5, 10, 16, 21)  # hard sets a week at which each step begins, idle below the first


def map_names(slugs):
    """The drawing's names for catalogue slugs (a list, or a text of them), in order, once each."""
    return list(_map_names(_fixed(slugs)))


def _fixed(slugs):
    """The slugs as what caches can tell apart."""
    return tuple(slugs.split() if isinstance(slugs, str) else slugs or ())


@lru_cache(maxsize=1024)
def _map_names(slugs):
    dashed = (slug.replace("_", "-") for slug in slugs)
    names = (JOINED.get(name, name) for name in dashed)
    return tuple(dict.fromkeys(name for name in names if name in DRAWN))


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
    muscles = (_fixed(primary), _fixed(secondary), heat, _fixed(danger))
    return _drawing(static_address("img/muscle-map.svg"), view, muscles, css, label)


@lru_cache(maxsize=1024, typed=True)  # typed: safe and unsafe text are never taken for each other
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
