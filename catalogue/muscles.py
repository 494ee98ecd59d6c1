"""The muscles of the drawing: what each stands for, and where it is to be clicked.

The drawing has 27 muscles; the catalogue knows more. Deep and neighbouring ones are joined to the
shape that shows them, and the few that cannot be seen are left out.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.utils.safestring import mark_safe

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
DRAWN = {  # as people call them, from the top of the body down
    "neck": "Neck",
    "trapezius-upper": "Upper trapezius",
    "front-deltoid": "Front shoulder",
    "side-deltoid": "Side shoulder",
    "rear-deltoid": "Rear shoulder",
    "infraspinatus": "Rotator cuff",
    "trapezius-middle": "Middle trapezius",
    "trapezius-lower": "Lower trapezius",
    "rhomboids": "Rhomboids",
    "teres-major": "Teres major",
    "latissimus-dorsi": "Lats",
    "serratus-anterior": "Serratus",
    "pectorals": "Chest",
    "erector-spinae": "Spinal erectors",
    "quadratus-lumborum": "Quadratus lumborum",
    "abs": "Abdominals",
    "obliques": "Obliques",
    "biceps": "Biceps",
    "brachialis": "Brachialis",
    "triceps": "Triceps",
    "forearms": "Forearms",
    "gluteus": "Glutes",
    "adductors": "Adductors",
    "quads": "Quadriceps",
    "hamstrings": "Hamstrings",
    "tibialis-anterior": "Shins",
    "calves": "Calves",
}
SIDES = ("back", "front")
DRAWING = "static/img/muscle-map.svg"


@dataclass(frozen=True)
class Shape:
    """A muscle on one side of the drawing: `d` outlines it, left and right."""

    muscle: str
    name: str
    d: str


def map_names(slugs):
    """The drawing's names for catalogue slugs (a list, or a text of them), in order, once each."""
    return list(_map_names(fixed(slugs)))


def fixed(slugs):
    """The slugs as what caches can tell apart."""
    return tuple(slugs.split() if isinstance(slugs, str) else slugs or ())


@lru_cache(maxsize=8192)
def _map_names(slugs):
    dashed = (slug.replace("_", "-") for slug in slugs)
    names = (JOINED.get(name, name) for name in dashed)
    return tuple(dict.fromkeys(name for name in names if name in DRAWN))


@lru_cache
def shapes(side):
    """What there is to click on one side, as it is drawn."""
    art = (settings.BASE_DIR / DRAWING).read_text(encoding="utf-8")
    _, _, art = art.partition(f'<g id="mm-art-{side}">')
    art, _, _ = art.partition("\n</g></g>")
    groups = re.findall(r'<g [^>]*data-muscle="([\w-]+)"[^>]*>(.*?)</g>', art, re.DOTALL)
    return [
        Shape(muscle, DRAWN[muscle], mark_safe("".join(re.findall(r' d="([^"]+)"', parts))))  # noqa: S308 - our own drawing's
        for muscle, parts in groups
    ]


def side_of(muscles):
    """The side that shows these drawn muscles: the back, unless only the front has them."""
    seen = {shape.muscle for shape in shapes("back")}
    return "front" if muscles and seen.isdisjoint(muscles) else "back"
