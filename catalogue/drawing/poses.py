"""A pose as it is written: where the pelvis is, how trunk and head lie, where the limbs go."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.drawing import reading
from catalogue.drawing.errors import PoseError
from catalogue.drawing.gear import read_gear, read_held
from catalogue.drawing.geometry import Point
from catalogue.drawing.kinds import Gear

ARM = ("upper", "fore", "elbow")
LEG = ("thigh", "shin", "knee")
LIMBS = {"arm": ARM, "other_arm": ARM, "leg": LEG, "other_leg": LEG}
KEYS = ("pelvis", "torso", "chest", "head", "shrug", "reach", "hold", "other_hold", "gear", *LIMBS)
PLACES = {"to", "toe", "toward"}
SLIDE = 9.0  # centimetres a shoulder blade may glide


@dataclass(frozen=True)
class Limb:
    """One of three: pinned `to` a place, its joint turned to `bend`; straight `toward` a place;
    or free, by the directions of its two bones.
    """

    to: Point | None = None
    toward: Point | None = None
    on_toe: bool = False
    bend: Point | None = None
    first: Point | None = None
    second: Point | None = None
    foot: Point | None = None


@dataclass(frozen=True)
class Pose:
    """`shrug` and `reach` are how far the shoulder blades glide towards head and chest."""

    pelvis: Point
    torso: Point
    chest: Point
    head: Point
    arm: Limb
    leg: Limb
    other_arm: Limb | None
    other_leg: Limb | None
    shrug: float = 0.0
    reach: float = 0.0
    hold: Gear | None = None
    other_hold: Gear | None = None
    gear: tuple[Gear, ...] = ()


def read_pose(raw: Mapping[str, object], where: str, gear: tuple[Gear, ...]) -> Pose:
    """One pose; `gear` is what stands in every pose, to which a limb may be pinned by name."""
    own = read_gear(raw.get("gear", []), where)
    places = {piece.name: piece.at for piece in (*gear, *own) if piece.at is not None}
    torso = reading.direction(raw.get("torso", 90), f"{where}, torso")
    chest = reading.direction(raw["chest"], f"{where}, chest") if "chest" in raw else torso
    head = reading.direction(raw["head"], f"{where}, head") if "head" in raw else chest
    limbs = {name: _limb(raw, name, where, places) for name in LIMBS}
    return Pose(
        pelvis=reading.point(reading.required(raw, "pelvis", where), f"{where}, pelvis"),
        torso=torso,
        chest=chest,
        head=head,
        arm=limbs["arm"] or Limb(first=-torso, second=-torso),
        leg=limbs["leg"] or Limb(first=Point(0, -1), second=Point(0, -1)),
        other_arm=limbs["other_arm"],
        other_leg=limbs["other_leg"],
        shrug=reading.number(raw.get("shrug", 0), f"{where}, shrug", -SLIDE, SLIDE),
        reach=reading.number(raw.get("reach", 0), f"{where}, reach", -SLIDE, SLIDE),
        hold=read_held(raw.get("hold"), f"{where}, hold"),
        other_hold=read_held(raw.get("other_hold"), f"{where}, other_hold"),
        gear=own,
    )


def _limb(
    pose: Mapping[str, object], name: str, where: str, places: Mapping[str, Point]
) -> Limb | None:
    if name not in pose:
        return None
    where = f"{where}, {name}"
    first, second, bend = LIMBS[name]
    leg = name.endswith("leg")
    known = {"to", "toward", first, second, bend} | ({"toe", "foot"} if leg else set())
    raw = reading.fields(pose[name], where, known)
    _one_way(raw, where, first, second)

    turns = {
        key: reading.direction(value, f"{where}, {key}")
        for key, value in raw.items()
        if key not in PLACES
    }
    ends = {key: _target(raw[key], where, places) for key in raw.keys() & PLACES}
    return Limb(
        to=ends.get("to", ends.get("toe")),
        toward=ends.get("toward"),
        on_toe="toe" in ends,
        bend=turns.get(bend),
        first=turns.get(first),
        second=turns.get(second),
        foot=turns.get("foot"),
    )


def _one_way(raw: Mapping[str, object], where: str, first: str, second: str) -> None:
    """A limb's way is said once: by a place, or by both bones."""
    places = raw.keys() & PLACES
    bones = raw.keys() & {first, second}
    if len(places) > 1 or (places and bones):
        both = "” and “".join(sorted(places | bones))
        raise PoseError(f"{where}: “{both}” say two things; keep one.")
    if not places and len(bones) < 2:
        raise PoseError(f"{where}: say where it goes (“to”), or both “{first}” and “{second}”.")


def _target(value: object, where: str, places: Mapping[str, Point]) -> Point:
    if not isinstance(value, str):
        return reading.point(value, where)
    if value not in places:
        known = ", ".join(sorted(places)) or "none"
        raise PoseError(f"{where}: no gear called “{value}” has a place (“at”). With one: {known}.")
    return places[value]
