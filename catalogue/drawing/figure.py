"""The figure's joints. Bones never change their length; a pinned hand or foot meets its place."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from catalogue.drawing.errors import PoseError
from catalogue.drawing.geometry import Point, TooFar, TooNear, between, polar, reach
from catalogue.drawing.poses import Limb, Pose

LUMBAR, THORAX, NECK = 22.0, 28.0, 20.5
UPPER_ARM, FOREARM = 31.0, 32.0
THIGH, SHIN, SOLE, BALL = 43.0, 42.0, 7.0, 14.0
SHOULDER_DROP, SHOULDER_HALF, HIP_HALF = 4.0, 18.0, 9.0
CHEST, DEPTH = 18.0, 11.5  # where the upper trunk is thickest, and half of that
RELAXED = 70.0  # degrees from shin to foot where nothing is said


@dataclass(frozen=True)
class Arm:
    shoulder: Point
    elbow: Point
    hand: Point


@dataclass(frozen=True)
class Leg:
    hip: Point
    knee: Point
    ankle: Point
    foot: Point  # from heel to toe
    down: Point  # from ankle to sole

    @property
    def sole(self) -> Point:
        return self.ankle + self.down * SOLE

    @property
    def toe(self) -> Point:
        return self.sole + self.foot * BALL


@dataclass(frozen=True)
class Skeleton:
    """`up` and `front` are the directions of the upper trunk, `right` is across the shoulders."""

    view: str
    pelvis: Point
    waist: Point
    neck: Point
    head: Point
    up: Point
    front: Point
    right: Point
    arm: Arm
    other_arm: Arm
    leg: Leg
    other_leg: Leg

    @property
    def side(self) -> bool:
        return self.view == "side"

    @property
    def places(self) -> dict[str, Point]:
        """The parts of the body that gear may be fixed to."""
        high = self.waist + self.up * CHEST
        body = {
            "pelvis": self.pelvis,
            "waist": self.waist,
            "chest": high + self.front * DEPTH,
            "back": high + self.up * 4 - self.front * DEPTH,
            "neck": self.neck,
            "head": self.head,
            "hands": between(self.arm.hand, self.other_arm.hand, 0.5),
        }
        for before, arm, leg in [("", self.arm, self.leg), ("other_", *self.others)]:
            body |= {
                f"{before}shoulder": arm.shoulder,
                f"{before}elbow": arm.elbow,
                f"{before}hand": arm.hand,
                f"{before}hip": leg.hip,
                f"{before}knee": leg.knee,
                f"{before}ankle": leg.ankle,
                f"{before}sole": leg.sole,
                f"{before}toe": leg.toe,
            }
        return body

    @property
    def others(self) -> tuple[Arm, Leg]:
        return self.other_arm, self.other_leg


def pose_skeleton(pose: Pose, view: str, where: str) -> Skeleton:
    """All joints of a pose; PoseError where a limb cannot reach its place."""
    waist = pose.pelvis + pose.torso * LUMBAR
    neck = waist + pose.chest * THORAX
    up, right, front = _axes(pose.chest, view)
    shoulders = neck + up * (pose.shrug - SHOULDER_DROP) + front * pose.reach
    arm, other_arm = _arms(pose, view, where, shoulders)
    leg, other_leg = _legs(pose, view, where)
    return Skeleton(
        view=view,
        pelvis=pose.pelvis,
        waist=waist,
        neck=neck,
        head=neck + pose.head * NECK,
        up=up,
        front=front,
        right=right,
        arm=arm,
        other_arm=other_arm,
        leg=leg,
        other_leg=other_leg,
    )


def _arms(pose: Pose, view: str, where: str, middle: Point) -> tuple[Arm, Arm]:
    out = _axes(pose.chest, view)[1] * (0 if view == "side" else SHOULDER_HALF)
    near, far = _pair(pose.arm, pose.other_arm, pose, view)
    return (
        _arm(near, middle + out, _elbow_side(view, 1), f"{where}, arm"),
        _arm(far, middle - out, _elbow_side(view, -1), f"{where}, other_arm"),
    )


def _legs(pose: Pose, view: str, where: str) -> tuple[Leg, Leg]:
    out = _axes(pose.torso, view)[1] * (0 if view == "side" else HIP_HALF)
    near, far = _pair(pose.leg, pose.other_leg, pose, view)
    return (
        _leg(near, pose.pelvis + out, _knee_side(view, 1), view, f"{where}, leg"),
        _leg(far, pose.pelvis - out, _knee_side(view, -1), view, f"{where}, other_leg"),
    )


def _axes(along: Point, view: str) -> tuple[Point, Point, Point]:
    """Up the trunk, to the right across it, and to its front."""
    if view == "side":
        return along, Point(0, 0, 1), Point(along.y, -along.x)
    flat = along.flat.unit if along.flat.length > 0.01 else Point(0, 1)
    right = Point(flat.y, -flat.x)
    depth = Point(right.y * along.z, -right.x * along.z, right.x * along.y - right.y * along.x)
    return along, right, depth if view == "front" else -depth


def _pair(limb: Limb, other: Limb | None, pose: Pose, view: str) -> tuple[Limb, Limb]:
    """Both limbs; where only one is written the other does the same, from the front mirrored."""
    if other is None:
        other = limb if view == "side" else _mirrored(limb, pose.pelvis.x)
    return limb, other


def _mirrored(limb: Limb, axis: float) -> Limb:
    def flip(direction: Point | None) -> Point | None:
        return direction and replace(direction, x=-direction.x)

    def across(place: Point | None) -> Point | None:
        return place and replace(place, x=2 * axis - place.x)

    return Limb(
        to=across(limb.to),
        toward=across(limb.toward),
        on_toe=limb.on_toe,
        bend=flip(limb.bend),
        first=flip(limb.first),
        second=flip(limb.second),
        foot=flip(limb.foot),
    )


Side = Callable[[Point], Point]  # from the line of a limb to where its joint points


def _elbow_side(view: str, sign: int) -> Side:
    """Where an elbow points unless told: from the side the way it folds; else out and down."""
    if view == "side":
        return lambda line: Point(line.y, -line.x)
    return lambda line: Point(sign, -1)


def _knee_side(view: str, sign: int) -> Side:
    if view == "side":
        return lambda line: Point(-line.y, line.x)
    return lambda line: Point(0.4 * sign, 0, 1 if view == "front" else -1)


def _arm(limb: Limb, shoulder: Point, side: Side, where: str) -> Arm:
    if limb.to is not None:
        bend = limb.bend or side(limb.to - shoulder)
        elbow, hand = _pinned(shoulder, limb.to, (UPPER_ARM, FOREARM), bend, where)
        return Arm(shoulder, elbow, hand)
    upper, fore = _bones(limb, shoulder)
    elbow = shoulder + upper * UPPER_ARM
    return Arm(shoulder, elbow, elbow + fore * FOREARM)


def _leg(limb: Limb, hip: Point, side: Side, view: str, where: str) -> Leg:
    if limb.to is not None:
        foot, down = _foot(limb, None, view)
        ankle = limb.to - down * SOLE - (foot * BALL if limb.on_toe else Point(0, 0))
        knee, ankle = _pinned(hip, ankle, (THIGH, SHIN), limb.bend or side(ankle - hip), where)
        return Leg(hip, knee, ankle, foot, down)
    thigh, shin = _bones(limb, hip)
    knee = hip + thigh * THIGH
    foot, down = _foot(limb, shin, view)
    return Leg(hip, knee, knee + shin * SHIN, foot, down)


def _bones(limb: Limb, root: Point) -> tuple[Point, Point]:
    """The directions of the two bones of a limb that is not pinned."""
    if limb.toward is not None:
        straight = (limb.toward - root).unit
        return straight, straight
    return limb.first or Point(0, -1), limb.second or Point(0, -1)


def _foot(limb: Limb, shin: Point | None, view: str) -> tuple[Point, Point]:
    """The foot's direction and the way from ankle to sole."""
    if limb.foot is not None:
        foot = limb.foot
    elif view != "side":
        return Point(0, 0, 1 if view == "front" else -1), (shin or Point(0, -1))
    else:
        foot = polar(shin.angle + RELAXED) if shin is not None else Point(1, 0)
    return foot, Point(foot.y, -foot.x).unit


def _pinned(
    root: Point, end: Point, bones: tuple[float, float], bend: Point, where: str
) -> tuple[Point, Point]:
    """The middle joint and the end of a limb that meets a place."""
    place = f"[{end.x:.0f}, {end.y:.0f}]"
    try:
        joint = reach(root, end, *bones, bend)
    except TooNear as error:
        raise PoseError(f"{where} cannot fold to {place}: {error.by:.0f} cm too near.") from error
    except TooFar as error:
        raise PoseError(f"{where} cannot reach {place} by {error.by:.0f} cm.") from error
    return joint, joint + (end - joint).unit * bones[1]
