"""Benches, boxes, bars to hang from and what else stands on the floor."""

from collections.abc import Iterator

from catalogue.drawing.geometry import Point, between
from catalogue.drawing.kinds import PLACE, Catalogue, Placed, gear_part, load_part, register
from catalogue.drawing.shapes import Capsule, Shape, box, chain, disc, line

FURNITURE: Catalogue = {}
BAR, POST = 3.4, 6.0


def padding(start: Point, end: Point, thick: float, flip: bool) -> Capsule:
    """A pad under the line from `start` to `end`, or over it; right of an upright line."""
    along = (end - start).unit
    normal = Point(along.y, -along.x)
    if normal.y > 0.05 or (abs(normal.y) <= 0.05 and normal.x < 0):
        normal = -normal
    offset = (-normal if flip else normal) * (thick / 2)
    inset = along * min(thick / 2, (end - start).length / 2)
    return line(start + inset + offset, end - inset + offset, thick)


def stand(top: Point, width: float = POST, foot: float = 16.0) -> tuple[Capsule, Capsule]:
    """An upright from the floor with a foot under it."""
    ground = Point(top.x, 2)
    return line(top, ground, width), line(ground - Point(foot, 0), ground + Point(foot, 0), 4)


@register(FURNITURE, "bench", from_=PLACE, to=PLACE, thick=8.0, flip=False)
def bench(it: Placed) -> Iterator[Shape]:
    start, end = it.point("from"), it.point("to")
    legs = [between(start, end, share) - Point(0, 4) for share in (0.16, 0.84)]
    yield gear_part(
        *(part for leg in legs for part in stand(leg, 5, 8)),
        padding(start, end, it.number("thick"), it.has("flip")),
    )


@register(FURNITURE, "pad", from_=PLACE, to=PLACE, thick=8.0, flip=False)
def pad(it: Placed) -> Iterator[Shape]:
    yield gear_part(padding(it.point("from"), it.point("to"), it.number("thick"), it.has("flip")))


@register(FURNITURE, "seat", at=PLACE, width=38.0)
def seat(it: Placed) -> Iterator[Shape]:
    at, half = it.point("at"), Point(it.number("width") / 2, 0)
    yield gear_part(*stand(at - Point(0, 4)), padding(at - half, at + half, 8, False))


@register(FURNITURE, "box", at=PLACE, width=50.0)
def solid_box(it: Placed) -> Iterator[Shape]:
    at, half = it.point("at"), it.number("width") / 2
    yield gear_part(box(at.x - half, 0, at.x + half, at.y))


@register(FURNITURE, "mat", at=Point(0, 0), width=190.0)
def mat(it: Placed) -> Iterator[Shape]:
    at, half = it.point("at"), Point(it.number("width") / 2, 0)
    ground = Point(at.x, -1.5)
    yield gear_part(line(ground - half, ground + half, 5))


@register(FURNITURE, "wall", at=PLACE, width=8.0, height=210.0)
def wall(it: Placed) -> Iterator[Shape]:
    """A wall from its edge; with a width of more than 20 its outline, seen from the front."""
    at, half, top = it.point("at"), it.number("width") / 2, it.number("height")
    if half <= 10:
        yield gear_part(box(at.x - half, 0, at.x + half, top))
        return
    corners = [(-half, 0), (-half, top), (half, top), (half, 0)]
    yield gear_part(*chain([Point(at.x + x, y) for x, y in corners], 4))


@register(FURNITURE, "post", from_=PLACE, to=PLACE, width=POST)
def post(it: Placed) -> Iterator[Shape]:
    yield gear_part(line(it.point("from"), it.point("to"), it.number("width")))


@register(FURNITURE, "stand", at=PLACE, width=POST, foot=16.0)
def upright(it: Placed) -> Iterator[Shape]:
    yield gear_part(*stand(it.point("at"), it.number("width"), it.number("foot")))


@register(FURNITURE, "roller", at=PLACE, radius=6.0)
def roller(it: Placed) -> Iterator[Shape]:
    yield gear_part(disc(it.point("at"), it.number("radius")))


@register(FURNITURE, "ball", at=PLACE, radius=32.0)
def ball(it: Placed) -> Iterator[Shape]:
    yield gear_part(disc(it.point("at"), it.number("radius")))


@register(FURNITURE, "high-bar", at=PLACE, span=120.0, post=52.0)
def high_bar(it: Placed) -> Iterator[Shape]:
    """Seen from its end with a post in front of the face; from the front between two posts."""
    at, reach = it.point("at"), it.number("post")
    if it.side:
        top = at + Point(reach, 0)
        yield gear_part(*stand(top + Point(0, 4)), line(top, at, 4))
        yield load_part(disc(at, BAR))
        return
    half = Point(it.number("span") / 2, 0)
    yield gear_part(*stand(at - half), *stand(at + half))
    yield load_part(line(at - half, at + half, BAR * 1.3))


@register(FURNITURE, "long-bar", at=PLACE, span=150.0)
def long_bar(it: Placed) -> Iterator[Shape]:
    """A bar overhead that runs along the picture, between two posts."""
    at, half = it.point("at"), Point(it.number("span") / 2, 0)
    yield gear_part(*stand(at - half), *stand(at + half))
    yield load_part(line(at - half, at + half, BAR * 1.3))


@register(FURNITURE, "low-bar", at=PLACE, post=0.0)
def low_bar(it: Placed) -> Iterator[Shape]:
    """A bar in a rack, from its end: to hang under."""
    at = it.point("at")
    foot = at - Point(it.number("post"), 0)
    yield gear_part(*stand(foot + Point(0, 22)), line(foot, at, 4))
    yield load_part(disc(at, BAR))


@register(FURNITURE, "rack", at=PLACE, height=190.0, half=55.0)
def rack(it: Placed) -> Iterator[Shape]:
    at, top = it.point("at"), Point(0, it.number("height"))
    half = Point(0.0 if it.side else it.number("half"), 0)
    feet = [at] if it.side else [at - half, at + half]
    yield gear_part(*(part for foot in feet for part in stand(foot + top)))


@register(FURNITURE, "rope-up", at=PLACE, top=260.0)
def rope_up(it: Placed) -> Iterator[Shape]:
    """A climbing rope through `at`, its end off the floor."""
    at = it.point("at")
    yield gear_part(line(Point(at.x, it.number("top")), Point(at.x, 12), 4.5))


@register(FURNITURE, "strap", from_=PLACE, to="hand", width=3.0)
def strap(it: Placed) -> Iterator[Shape]:
    """A suspension strap, towel, rope or chain between two places."""
    yield load_part(line(it.point("from"), it.point("to"), it.number("width")))
