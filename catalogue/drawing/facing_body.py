"""The figure from the front or the back: what is further away is drawn first."""

from collections.abc import Iterator

from catalogue.drawing.figure import LUMBAR, Arm, Leg, Skeleton
from catalogue.drawing.geometry import Point
from catalogue.drawing.limbs import arm_parts, arm_zones, leg_parts, leg_zones
from catalogue.drawing.shapes import Capsule, Outline, Part, Shape
from catalogue.drawing.tints import Tints

# Centimetres up the trunk from the hips, and half its width there.
WIDTHS = ((-10, 7), (-4, 15.5), (4, 16), (20, 13.6), (33, 17), (42, 20), (46.5, 17.5))
BOWED = 0.6  # share of the trunk that comes towards the viewer
COLLAR = ((50, 8), (53, 5))
# Zones, drawn left and right: centimetres up, out to the side, radius; twice.
Zone = tuple[tuple[float, float, float], tuple[float, float, float]]
BACK: dict[str, Zone] = {
    "glutes": ((-4, 7.4, 5.4), (1, 7.6, 5)),
    "lower": ((5, 3.6, 2.8), (21, 3.6, 2.6)),
    "lats": ((23, 7.6, 3), (35, 10.2, 4.6)),
    "mid": ((31, 3, 2.4), (42, 4.6, 3.6)),
    "traps": ((48, 8, 2.2), (54, 2.8, 2.6)),
    "rear-shoulder": ((43, 15.5, 4), (44, 17, 3.6)),
}
FRONT: dict[str, Zone] = {
    "core": ((6, 3.6, 3.2), (24, 3.6, 3.4)),
    "chest": ((38, 6.6, 4.6), (40, 9.6, 4.4)),
    "lats": ((26, 12, 1.8), (35, 14.4, 2)),
    "traps": ((49, 7.4, 2), (53, 4.2, 2.2)),
}


def facing(body: Skeleton, tints: Tints) -> Iterator[Shape]:
    """The whole figure, nearest parts last."""
    arms = sorted((body.arm, body.other_arm), key=lambda arm: arm.elbow.z)
    legs = sorted((body.leg, body.other_leg), key=lambda leg: leg.knee.z)
    bowed = body.neck.z > body.pelvis.z + 8
    for arm in arms:
        if _behind(arm):
            yield from _arm(arm, body, tints)
    if bowed:
        yield from _legs(legs, body, tints)
    yield from _trunk(body, tints)
    if not bowed:
        yield from _legs(legs, body, tints)
    for arm in arms:
        if not _behind(arm):
            yield from _arm(arm, body, tints)


def _shows_back(body: Skeleton) -> bool:
    """Seen from behind, or bent so far forward that the back is what is seen."""
    return body.view == "back" or body.up.z > BOWED


def _behind(arm: Arm) -> bool:
    return (arm.elbow.z + arm.hand.z) / 2 < arm.shoulder.z - 6


def _legs(legs: list[Leg], body: Skeleton, tints: Tints) -> Iterator[Shape]:
    hidden = {"hamstrings", "calves"} if body.view == "front" else {"quads"}
    seen = {zone: css for zone, css in tints.items() if zone not in hidden}
    for leg in legs:
        yield Shape("pk-leg", leg_parts(leg))
    yield Shape("pk-body", (Capsule(body.leg.hip, 9.4, body.other_leg.hip, 9.4),))
    for leg in legs:
        yield from leg_zones(leg, seen, Point(0, 0))
    if body.view == "back":
        yield from _zones({"glutes": BACK["glutes"]}, body, tints)


def _arm(arm: Arm, body: Skeleton, tints: Tints) -> Iterator[Shape]:
    behind = _shows_back(body)
    hidden = {"biceps" if behind else "triceps"}
    if {"shoulder", "rear-shoulder"} <= tints.keys():
        hidden.add("shoulder" if behind else "rear-shoulder")
    seen = {zone: css for zone, css in tints.items() if zone not in hidden}
    yield Shape("pk-arm", arm_parts(arm))
    yield from arm_zones(arm, seen, Point(0, 0))


def _trunk(body: Skeleton, tints: Tints) -> Iterator[Shape]:
    skull = (body.head - body.neck).unit * 1.5
    throat = Capsule(body.neck - body.up * 2, 6, body.head, 5.6)
    yield Shape("pk-body", (*_build(body), throat))
    zones = BACK if _shows_back(body) else FRONT
    yield from _zones({k: v for k, v in zones.items() if k != "glutes"}, body, tints)
    yield Shape("pk-head", (Capsule(body.head - skull, 9.4, body.head + skull, 10),))


def _build(body: Skeleton) -> tuple[Part, ...]:
    """The trunk: its outline, or what is seen of it when it comes towards the viewer."""
    if abs(body.up.z) > BOWED:
        half, high = body.right * 12, _up(body, 43)
        return (
            Capsule(_up(body, 1), 15, _up(body, 26), 13),
            Capsule(high - half, 10.5, high + half, 10.5),
        )
    rows = [(_up(body, up), half) for up, half in (*WIDTHS, *COLLAR)]
    left = tuple(at - body.right * half for at, half in rows)
    return (Outline(left + tuple(at + body.right * half for at, half in reversed(rows))),)


def _up(body: Skeleton, up: float) -> Point:
    """A place on the spine, `up` centimetres from the hips."""
    if up <= LUMBAR:
        return body.pelvis + (body.waist - body.pelvis) * (up / LUMBAR)
    return body.waist + body.up * (up - LUMBAR)


def _zones(zones: dict[str, Zone], body: Skeleton, tints: Tints) -> Iterator[Shape]:
    for zone, ends in zones.items():
        if zone not in tints:
            continue
        parts = []
        for sign in (-1, 1):
            (low, r), (high, s) = (
                (_up(body, up) + body.right * (out * sign), radius) for up, out, radius in ends
            )
            parts.append(Capsule(low, r, high, s))
        yield Shape(tints[zone], tuple(parts))
