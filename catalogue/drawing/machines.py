"""Cables, bands, levers and what else moves along with a hand or a foot."""

from collections.abc import Iterator

from catalogue.drawing.furniture import stand
from catalogue.drawing.geometry import Point, between
from catalogue.drawing.kinds import PLACE, Catalogue, Placed, gear_part, load_part, register
from catalogue.drawing.shapes import Shape, box, chain, disc, line

MACHINES: Catalogue = {}
CABLE = 1.7


@register(MACHINES, "cable", from_=PLACE, to="hand", column=0.0, height=0.0)
def cable(it: Placed) -> Iterator[Shape]:
    """A cable from a pulley; the weight column stands `column` centimetres beside it."""
    pulley, beside = it.point("from"), it.number("column")
    x = pulley.x + (beside or 10.0)
    top = max(it.number("height"), pulley.y + 8)
    parts = [*stand(Point(x, top), 10, 18)]
    if abs(x - pulley.x) > 12:
        parts.append(line(Point(x, pulley.y + 6), pulley + Point(0, 6), 6))
    yield load_part(line(pulley, it.point("to"), CABLE))
    yield gear_part(*parts)
    yield load_part(disc(pulley, 4))


@register(MACHINES, "band", from_=PLACE, to="hand", width=3.0)
def band(it: Placed) -> Iterator[Shape]:
    yield load_part(
        line(it.point("from"), it.point("to"), it.number("width")), disc(it.point("from"), 3)
    )


@register(MACHINES, "lever", from_=PLACE, to="hand", width=6.0, plate=0.0, share=0.75)
def lever(it: Placed) -> Iterator[Shape]:
    """An arm on a pivot, with a plate on it at `share` of its length if `plate` is its radius."""
    pivot, end = it.point("from"), it.point("to")
    yield gear_part(line(pivot, end, it.number("width")), disc(pivot, it.number("width") * 0.9))
    if it.number("plate"):
        yield from plate(between(pivot, end, it.number("share")), it.number("plate"))


@register(MACHINES, "landmine", from_=PLACE, to="hand", plate=22.0, share=0.9)
def landmine(it: Placed) -> Iterator[Shape]:
    """A bar with one end in a hinge on the floor and a plate near the other."""
    hinge, end = it.point("from"), it.point("to")
    yield gear_part(line(hinge - Point(9, 1), hinge + Point(9, -1), 5), disc(hinge, 4))
    yield load_part(line(hinge, end, 3.6))
    yield from plate(between(hinge, end, it.number("share")), it.number("plate"))


@register(MACHINES, "stack", at=PLACE, width=26.0, height=120.0)
def stack(it: Placed) -> Iterator[Shape]:
    """A weight stack standing at `at`."""
    at, half = it.point("at"), it.number("width") / 2
    yield gear_part(box(at.x - half, 0, at.x + half, it.number("height")))


@register(MACHINES, "sled", at=PLACE)
def sled(it: Placed) -> Iterator[Shape]:
    """Runners on the floor with a loaded post; `at` is where its strap is fixed."""
    at = it.point("at")
    back = at.x + 62
    yield gear_part(
        *chain([Point(at.x, at.y), Point(at.x + 8, 4), Point(back, 4)], 6),
        line(Point(at.x + 36, 4), Point(at.x + 36, 52), 5),
    )
    yield load_part(box(at.x + 14, 9, at.x + 58, 32))


@register(MACHINES, "dip-belt", drop=34.0, radius=14.0, front=True)
def dip_belt(it: Placed) -> Iterator[Shape]:
    """A plate hanging from the hips."""
    hips = it.body["pelvis"].flat
    end = hips + Point(5, -it.number("drop"))
    yield load_part(line(hips + Point(5, 2), end, 2.4))
    yield from plate(end, it.number("radius"))


@register(MACHINES, "plate", at=PLACE, radius=16.0, front=True)
def free_plate(it: Placed) -> Iterator[Shape]:
    yield from plate(it.point("at"), it.number("radius"))


def plate(at: Point, radius: float) -> Iterator[Shape]:
    """A weight plate from its flat side."""
    yield load_part(disc(at, radius))
    yield Shape("pk-hub", (disc(at, max(2.6, radius * 0.2)),))
