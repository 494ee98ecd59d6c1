"""Rowers, bikes, treadmills and what else is driven, and water."""

from collections.abc import Iterator
from math import sin

from catalogue.drawing.furniture import padding, stand
from catalogue.drawing.geometry import Point, polar
from catalogue.drawing.kinds import PLACE, Catalogue, Placed, gear_part, load_part, register
from catalogue.drawing.shapes import Shape, chain, disc, line

CARDIO: Catalogue = {}


@register(CARDIO, "rower", at=PLACE, length=150.0)
def rower(it: Placed) -> Iterator[Shape]:
    """A rail with the fan in front; `at` is the heel on the foot plate, the seat is the pelvis'."""
    at, seat = it.point("at"), it.body["pelvis"].flat - Point(0, 10)
    rail, fan = Point(at.x - it.number("length"), seat.y - 9), Point(at.x + 38, 42)
    yield gear_part(
        line(rail, Point(at.x + 30, seat.y - 4), 5),
        *stand(rail, 5, 10),
        *stand(Point(at.x + 30, 24), 6, 18),
        disc(fan, 21),
        line(at - polar(60) * 4 + Point(6, 0), at + polar(60) * 26 + Point(6, 0), 4.5),
        padding(seat - Point(15, 0), seat + Point(15, 0), 6, False),
    )
    yield Shape("pk-hub-far", (disc(fan, 7),))
    yield load_part(line(fan + Point(-6, 16), it.body["hand"].flat, 1.7))


@register(CARDIO, "ski-erg", at=PLACE, height=210.0)
def ski_erg(it: Placed) -> Iterator[Shape]:
    """An upright with a fan on top; both cords run from there to the hands."""
    at = it.point("at")
    top = Point(at.x, it.number("height"))
    yield load_part(line(top - Point(12, 2), it.body["hand"].flat, 1.7))
    yield gear_part(*stand(top, 9, 30), disc(top, 17))


@register(CARDIO, "bike", at=PLACE, saddle=Point(-24, 92), bars=Point(34, 108), fan=0.0)
def bike(it: Placed) -> Iterator[Shape]:
    """`at` is the crank axle, `saddle` and `bars` are places; `fan` is the wheel's radius."""
    axle, saddle, bars = it.point("at"), it.point("saddle"), it.point("bars")
    wheel, radius = Point(axle.x + 42, 34), it.number("fan") or 22.0
    yield gear_part(
        disc(wheel, radius),
        line(axle, saddle - Point(0, 4), 6),
        line(axle, wheel, 6),
        *chain([wheel, bars - Point(0, 8), bars], 5),
        line(Point(axle.x - 42, 2), Point(axle.x + 62, 2), 4),
        line(axle, Point(axle.x - 26, 2), 5),
        line(wheel, Point(wheel.x + 4, 2), 5),
        padding(saddle - Point(15, 0), saddle + Point(14, 0), 6, False),
    )
    yield load_part(
        *(line(axle, it.body[foot].flat, 3.4) for foot in ("sole", "other_sole")), disc(axle, 5)
    )


@register(CARDIO, "treadmill", at=PLACE, slope=0.0, length=150.0)
def treadmill(it: Placed) -> Iterator[Shape]:
    """A belt rising from `at`, its rear end, by `slope` degrees; console and rail in front."""
    rear, along = it.point("at"), polar(it.number("slope"))
    front = rear + along * it.number("length")
    console = front + Point(-4, 104)
    yield gear_part(
        line(rear - Point(0, 4), front - Point(0, 4), 8),
        line(front - Point(0, 4), Point(front.x, 2), 6),
        line(front, console, 6),
        line(console, console - Point(26, 8), 5),
    )


@register(CARDIO, "elliptical", at=PLACE)
def elliptical(it: Placed) -> Iterator[Shape]:
    """`at` is the pivot of the moving handles; pedals and handles follow feet and hands."""
    pivot = it.point("at")
    wheel = Point(pivot.x + 26, 30)
    yield gear_part(
        *stand(pivot + Point(0, 12), 7, 22),
        disc(wheel, 24),
        *(line(pivot, it.body[hand].flat, 4.5) for hand in ("hand", "other_hand")),
        *(
            part
            for foot in ("sole", "other_sole")
            for part in (
                line(it.body[foot].flat - Point(8, 2), it.body[foot].flat + Point(18, -2), 5),
                line(it.body[foot].flat + Point(0, -4), wheel - Point(0, 10), 4),
            )
        ),
    )


@register(CARDIO, "water", at=PLACE, width=230.0)
def water(it: Placed) -> Iterator[Shape]:
    """The surface of a pool, `at` its middle."""
    at, half = it.point("at"), it.number("width") / 2
    xs = [at.x - half + step * 5 for step in range(int(half / 2.5) + 1)]
    crest = [Point(x, at.y + 2.5 * sin(x / 7)) for x in xs]
    yield gear_part(*chain(crest, 2.6))
    lower = [Point(p.x, p.y - 26) for p in crest[4:-4]]
    yield gear_part(*chain(lower, 2))


@register(CARDIO, "battle-rope", to="hand", from_=PLACE, swing=7.0)
def battle_rope(it: Placed) -> Iterator[Shape]:
    """A heavy rope from its anchor to a hand, in a wave that dies out."""
    start, end = it.point("to"), it.point("from")
    step = (end - start) * (1 / 24)
    across = Point(-step.unit.y, step.unit.x)
    wave = [
        start + step * n + across * (it.number("swing") * sin(n * 0.9) * (1 - n / 24))
        for n in range(25)
    ]
    yield load_part(*chain(wave, 3.8))
