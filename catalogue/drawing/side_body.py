"""The figure from its right side: far limbs, trunk and head, near leg, near arm."""

from collections.abc import Iterator

from catalogue.drawing.figure import LUMBAR, Arm, Leg, Skeleton
from catalogue.drawing.geometry import Point
from catalogue.drawing.limbs import arm_parts, arm_zones, joint_patch, leg_parts, leg_zones
from catalogue.drawing.shapes import Capsule, Outline, Shape
from catalogue.drawing.tints import Tints

# Centimetres up the spine from the hips, thickness to the back and to the front.
ROWS = (
    (-8.0, 6.5, 4.5),
    (0.0, 12.2, 8.8),
    (11.0, 10.6, 9.4),
    (22.0, 9.4, 9.8),
    (32.0, 11.2, 11.6),
    (41.0, 11.6, 12.0),
    (48.0, 8.4, 8.6),
    (52.5, 3.6, 3.4),
)
Zone = tuple[tuple[float, float, float], tuple[float, float, float]]
# Zones of muscle on the trunk: centimetres up, to the front, radius; twice.
BEHIND: dict[str, Zone] = {
    "glutes": ((-3, -5.5, 5.2), (4, -6.4, 4.4)),
    "lower": ((3, -6.4, 3.2), (21, -5.2, 2.9)),
    "lats": ((16, -1.2, 3.4), (36, -0.6, 6.2)),
    "mid": ((29, -6.8, 3.2), (40, -7, 3.5)),
}
OVER: dict[str, Zone] = {"traps": ((46.5, -5, 3.6), (56, -1.4, 2.8))}
BEFORE: dict[str, Zone] = {
    "core": ((6, 5.2, 3), (24, 5.4, 3.1)),
    "chest": ((34.5, 6.4, 3.7), (42, 6, 4)),
}


def far_side(body: Skeleton) -> Iterator[Shape]:
    """The far limbs, where they do something else than the near ones."""
    if _apart(body.leg.knee, body.other_leg.knee) or _apart(body.leg.ankle, body.other_leg.ankle):
        yield Shape("pk-far", leg_parts(body.other_leg))
    if _apart(body.arm.elbow, body.other_arm.elbow) or _apart(body.arm.hand, body.other_arm.hand):
        yield Shape("pk-far", arm_parts(body.other_arm))


def near_side(body: Skeleton, tints: Tints) -> Iterator[Shape]:
    """Trunk, head, near leg and near arm, each with the muscles it trains."""
    yield Shape("pk-body", (_trunk(body),))
    yield Shape(
        "pk-body",
        (
            Capsule(body.neck - body.up * 3, 6.6, body.head, 6),
            Capsule(body.head - _skull(body), 10.4, body.head + _skull(body), 10.8),
        ),
    )
    yield from _zones(BEFORE, body, tints)
    yield from _near_leg(body, tints)
    yield from _zones(BEHIND, body, tints)
    yield Shape("pk-arm", arm_parts(body.arm))
    yield from arm_zones(body.arm, tints, _biceps_side(body.arm))
    yield from _zones(OVER, body, tints)


def _near_leg(body: Skeleton, tints: Tints) -> Iterator[Shape]:
    yield Shape("pk-leg", leg_parts(body.leg))
    yield joint_patch(body.leg.hip, 9.8)
    yield from leg_zones(body.leg, tints, _shin_side(body.leg))


def _skull(body: Skeleton) -> Point:
    return (body.head - body.neck).unit


def _trunk(body: Skeleton) -> Outline:
    return Outline(
        tuple(_on_trunk(body, up, -back) for up, back, _ in ROWS)
        + tuple(_on_trunk(body, up, fore) for up, _, fore in reversed(ROWS))
    )


def _zones(zones: dict[str, Zone], body: Skeleton, tints: Tints) -> Iterator[Shape]:
    for zone, ((low, inner, r), (high, outer, s)) in zones.items():
        if zone in tints:
            ends = _on_trunk(body, low, inner), _on_trunk(body, high, outer)
            yield Shape(tints[zone], (Capsule(ends[0], r, ends[1], s),))


def _on_trunk(body: Skeleton, up: float, fore: float) -> Point:
    """A place `up` the spine from the hips and `fore` to its front."""
    low = (body.waist - body.pelvis).unit
    if up < LUMBAR:
        return body.pelvis + low * up + _front(low) * fore
    front = (_front(low) + body.front).unit if up == LUMBAR else body.front
    return body.waist + body.up * (up - LUMBAR) + front * fore


def _front(up: Point) -> Point:
    return Point(up.y, -up.x)


def _biceps_side(arm: Arm) -> Point:
    """The side the forearm folds to; of a straight arm, its front."""
    fold = (arm.hand - arm.elbow).unit
    upper = (arm.elbow - arm.shoulder).unit
    across = fold - upper * fold.dot(upper)
    return across if across.length > 0.15 else Point(-upper.y, upper.x)


def _shin_side(leg: Leg) -> Point:
    """The side away from which the knee folds."""
    thigh = (leg.knee - leg.hip).unit
    return Point(-thigh.y, thigh.x)


def _apart(a: Point, b: Point) -> bool:
    return (a - b).flat.length > 2.5
