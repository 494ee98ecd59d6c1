"""How far joints bend. A pose beyond that is a slip of the pen, and is refused in words."""

from collections.abc import Iterator

from catalogue.drawing.errors import PoseError
from catalogue.drawing.figure import Arm, Leg, Skeleton
from catalogue.drawing.geometry import Point, spread, turn

ELBOW, KNEE, NECK, SPINE = 155.0, 155.0, 80.0, 75.0
HIP = (-45.0, 150.0)  # degrees the thigh goes behind and before the trunk's line
HYPER = 12.0  # degrees a knee may bend the wrong way
UNDER = 3.0  # centimetres a toe may dip into the floor
PLANE = 0.35  # share of a bone that may leave the picture and still be judged by its direction


def check_limits(body: Skeleton, where: str) -> None:
    for words in _complaints(body):
        raise PoseError(f"{where}: {words}")


def _complaints(body: Skeleton) -> Iterator[str]:
    trunk, chest = (body.waist - body.pelvis).unit, body.up
    if (bent := spread(trunk, chest)) > SPINE:
        yield f"the spine bends by {bent:.0f}°, {SPINE:g}° at most."
    if (bent := spread(chest, body.head - body.neck)) > NECK:
        yield f"the neck bends by {bent:.0f}°, {NECK:g}° at most."
    for name, arm in (("arm", body.arm), ("other_arm", body.other_arm)):
        yield from _elbow(name, arm)
    for name, leg in (("leg", body.leg), ("other_leg", body.other_leg)):
        yield from _leg(name, leg, trunk, body.side)


def check_floor(body: Skeleton, where: str) -> None:
    """Nothing of the figure is under the floor."""
    for name, place in body.places.items():
        if place.y < -UNDER:
            raise PoseError(f"{where}: the {name} is {-place.y:.0f} cm under the floor.")


def _elbow(name: str, arm: Arm) -> Iterator[str]:
    bent = spread(arm.elbow - arm.shoulder, arm.hand - arm.elbow)
    if bent > ELBOW:
        yield f"{name}, the elbow bends by {bent:.0f}°, {ELBOW:g}° at most."


def _leg(name: str, leg: Leg, trunk: Point, side: bool) -> Iterator[str]:
    thigh, shin = (leg.knee - leg.hip).unit, (leg.ankle - leg.knee).unit
    if (bent := spread(thigh, shin)) > KNEE:
        yield f"{name}, the knee bends by {bent:.0f}°, {KNEE:g}° at most."
    if not side or max(abs(thigh.z), abs(shin.z)) > PLANE:
        return
    if turn(shin.angle, thigh.angle) < -HYPER:
        yield f"{name}, the knee bends forwards. Say where it points (“knee”)."
    hip = turn((-trunk).angle, thigh.angle)
    if not HIP[0] <= hip <= HIP[1]:
        yield f"{name}, the hip bends by {hip:.0f}°, {HIP[0]:g}° to {HIP[1]:g}°."
