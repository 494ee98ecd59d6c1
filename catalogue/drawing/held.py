"""What hands hold. From the side one hand stands for both; from the front each is drawn."""

from collections.abc import Iterator

from catalogue.drawing.geometry import Point, between, polar
from catalogue.drawing.kinds import Catalogue, Placed, load_part, register
from catalogue.drawing.machines import plate
from catalogue.drawing.shapes import Part, Shape, chain, disc, line

HELD: Catalogue = {}
ROD = 3.4


def grips(it: Placed) -> tuple[Point, ...]:
    """The places where something small is held: one from the side, else both hands."""
    if it.side or it.has("one"):
        return (it.point("at"),)
    return it.hands


def rod(it: Placed) -> tuple[Point, Point]:
    """The ends of something held across in both hands, seen from the front."""
    left, right = it.hands
    beyond = (right - left).unit * it.number("beyond")
    return left - beyond, right + beyond


def loaded(it: Placed, *parts: Part) -> Shape:
    """A bar's parts, seen from the front, with a plate on edge at both ends."""
    tall = Point(0, it.number("radius") * 0.85)
    return load_part(*parts, *(line(end - tall, end + tall, 7) for end in rod(it)))


@register(HELD, "barbell", at="hand", radius=19.0, beyond=34.0, thick=ROD, front=True)
def barbell(it: Placed) -> Iterator[Shape]:
    if it.side:
        yield from plate(it.point("at"), it.number("radius"))
        return
    yield loaded(it, line(*rod(it), it.number("thick")))


@register(HELD, "ez-bar", at="hand", radius=13.0, beyond=26.0, front=True)
def ez_bar(it: Placed) -> Iterator[Shape]:
    """A barbell bent like a flat W: both hands on its slopes."""
    if it.side:
        yield from plate(it.point("at"), it.number("radius"))
        return
    left, right = it.hands
    along = (right - left).unit
    up = Point(-along.y, along.x) * 3.5
    bends = [(left, -9, 1), (left, 7, -1), (right, -7, -1), (right, 9, 1)]
    waves = [hand + along * out + up * sign for hand, out, sign in bends]
    start, end = rod(it)
    yield loaded(it, *chain([start, left - along * 15, *waves, right + along * 15, end], ROD))


@register(HELD, "bar", at="hand", beyond=12.0, width=22.0, angle=0.0, front=True)
def bar(it: Placed) -> Iterator[Shape]:
    """A straight bar or handle without plates."""
    if it.side:
        at, half = it.point("at"), polar(it.number("angle")) * (it.number("width") / 2)
        yield load_part(line(at - half, at + half, 5.5))
        return
    left, right = rod(it)
    yield load_part(line(left, right, 4.4))


@register(HELD, "handle", at="hand", angle=90.0, width=14.0, one=False, front=True)
def handle(it: Placed) -> Iterator[Shape]:
    half = polar(it.number("angle")) * (it.number("width") / 2)
    for at in grips(it):
        yield load_part(line(at - half, at + half, 4.5))


@register(HELD, "dumbbell", at="hand", angle=0.0, end=False, one=False, front=True)
def dumbbell(it: Placed) -> Iterator[Shape]:
    """Seen along its length, lying at `angle`; or from its end."""
    if it.has("end"):
        for at in grips(it):
            yield from plate(at, 9.5)
        return
    along = polar(it.number("angle"))
    across = Point(-along.y, along.x) * 5.5
    for at in grips(it):
        ends = [at + along * (10.5 * sign) for sign in (-1, 1)]
        yield load_part(
            line(ends[0], ends[1], 4.2),
            *(line(end - across, end + across, 8.5) for end in ends),
        )


@register(HELD, "kettlebell", at="hand", angle=-90.0, one=False, front=True)
def kettlebell(it: Placed) -> Iterator[Shape]:
    """The bell hangs from the grip towards `angle`."""
    down = polar(it.number("angle"))
    across = Point(-down.y, down.x)
    for at in grips(it):
        ring = [at + down * 12 - across * 7.5, at - across * 6, at + across * 6]
        ring.append(at + down * 12 + across * 7.5)
        yield load_part(*chain(ring, 4), disc(at + down * 19, 11))


@register(HELD, "plate", at="hand", radius=16.0, front=True)
def held_plate(it: Placed) -> Iterator[Shape]:
    yield from plate(it.point("at"), it.number("radius"))


@register(HELD, "rope", at="hand", length=15.0, front=True)
def rope(it: Placed) -> Iterator[Shape]:
    """The ends of a cable rope, hanging out of the hands."""
    at = it.point("at")
    grip = (it.body["hand"] - it.body["elbow"]).flat.unit
    side = Point(-grip.y, grip.x) * (it.number("length") / 2)
    ends = it.hands if not it.side else (at, at)
    for end in set(ends):
        yield load_part(line(end - side, end + side, 4.4), disc(end + side, 3.6))


@register(HELD, "trap-bar", at="hand", radius=22.0, front=True)
def trap_bar(it: Placed) -> Iterator[Shape]:
    """Plates at its middle, the frame running fore and aft."""
    at = it.point("at")
    yield load_part(line(at - Point(42, 0), at + Point(42, 0), ROD))
    yield from plate(at, it.number("radius"))


@register(HELD, "ball", at="hand", radius=14.0, front=True)
def held_ball(it: Placed) -> Iterator[Shape]:
    at = it.point("at") if it.side else between(*it.hands, 0.5)
    yield load_part(disc(at, it.number("radius")))


@register(HELD, "sandbag", at="hand", length=62.0, angle=0.0, front=True)
def sandbag(it: Placed) -> Iterator[Shape]:
    at, half = it.point("at"), polar(it.number("angle")) * (it.number("length") / 2 - 13)
    yield load_part(line(at - half, at + half, 26))


@register(HELD, "wheel", at="hand", radius=10.0, front=True)
def wheel(it: Placed) -> Iterator[Shape]:
    at = it.point("at")
    yield load_part(disc(at, it.number("radius")))
    yield Shape("pk-hub", (disc(at, 3),))
