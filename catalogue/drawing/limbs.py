"""Arms and legs as shapes, and the zones of muscle on them."""

from collections.abc import Iterator

from catalogue.drawing.figure import Arm, Leg
from catalogue.drawing.geometry import Point, between
from catalogue.drawing.shapes import Capsule, Part, Shape, disc
from catalogue.drawing.tints import Tints

WRIST, PALM = 3.2, 4.4


def arm_parts(arm: Arm) -> tuple[Part, ...]:
    wrist = between(arm.elbow, arm.hand, 0.84)
    return (
        Capsule(arm.shoulder, 6.4, arm.elbow, 4.6),
        Capsule(between(arm.elbow, arm.hand, 0.12), 4.9, wrist, WRIST),
        Capsule(wrist, WRIST, arm.hand, PALM),
    )


def leg_parts(leg: Leg) -> tuple[Part, ...]:
    calf = between(leg.knee, leg.ankle, 0.3)
    return (
        Capsule(leg.hip, 9.6, leg.knee, 6.2),
        Capsule(leg.knee, 5.8, calf, 6.0),
        Capsule(calf, 6.0, leg.ankle, 3.8),
        foot(leg),
    )


def foot(leg: Leg) -> Part:
    """From heel to toe; towards the viewer it is a short block."""
    if leg.foot.flat.length < 0.5:
        sole = leg.ankle + leg.down * 2.6
        return Capsule(sole - Point(2, 0), 4.4, sole + Point(2, 0), 4.4)
    heel = leg.ankle + leg.down * 3.6 - leg.foot * 3.5
    return Capsule(heel, 3.4, leg.ankle + leg.down * 4.2 + leg.foot * 15.5, 2.8)


def arm_zones(arm: Arm, tints: Tints, front: Point) -> Iterator[Shape]:
    """Muscles on an arm; `front` is the side of the upper arm where the biceps lies."""
    upper, fore = (arm.elbow - arm.shoulder).unit, (arm.hand - arm.elbow).unit
    sideways = _towards(front, upper)
    spots = {
        "shoulder": (arm.shoulder + upper * 1.5, 4.4, arm.shoulder + upper * 5, 3.9),
        "rear-shoulder": (arm.shoulder - sideways * 1.5, 4.0, arm.shoulder + upper * 5, 3.6),
        "biceps": (
            arm.shoulder + upper * 10 + sideways, 3.2, arm.elbow - upper * 6 + sideways, 2.8,
        ),
        "triceps": (
            arm.shoulder + upper * 9 - sideways, 3.2, arm.elbow - upper * 5 - sideways, 2.8,
        ),
        "forearm": (arm.elbow + fore * 6, 3.0, arm.hand - fore * 12, 2.3),
    }  # fmt: skip
    for zone, spot in spots.items():
        if zone in tints:
            yield Shape(tints[zone], (Capsule(*spot),))


def leg_zones(leg: Leg, tints: Tints, front: Point) -> Iterator[Shape]:
    """Muscles on a leg; `front` is the side of the thigh where the quadriceps lies."""
    thigh, shin = (leg.knee - leg.hip).unit, (leg.ankle - leg.knee).unit
    ahead = _towards(front, thigh)
    spots = {
        "quads": (leg.hip + thigh * 10 + ahead * 3.4, 4.2, leg.knee - thigh * 6 + ahead * 1.8, 3.0),
        "hamstrings": (
            leg.hip + thigh * 10 - ahead * 3.6, 4.0, leg.knee - thigh * 6 - ahead * 2.2, 2.8,
        ),
        "calves": (
            leg.knee + shin * 6 - _towards(front, shin) * 1.8, 3.2,
            leg.knee + shin * 22 - _towards(front, shin) * 1.2, 2.4,
        ),
    }  # fmt: skip
    for zone, spot in spots.items():
        if zone in tints:
            yield Shape(tints[zone], (Capsule(*spot),))


def joint_patch(at: Point, radius: float) -> Shape:
    """Covers the rim between a limb and the trunk."""
    return Shape("pk-body", (disc(at, radius),))


def _towards(side: Point, along: Point) -> Point:
    across = (side - along * side.dot(along)).flat
    return across.unit if across.length > 0.2 else Point(0, 0)
