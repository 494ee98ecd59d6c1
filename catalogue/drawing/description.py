"""A whole description: the view, what stands there, one pose or two, and a caption for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.drawing import reading
from catalogue.drawing.errors import PoseError, unknown
from catalogue.drawing.gear import read_gear
from catalogue.drawing.kinds import Gear
from catalogue.drawing.poses import KEYS, Pose, read_pose

VIEWS = ("side", "front", "back")
MOST_POSES = 2


@dataclass(frozen=True)
class Description:
    view: str
    floor: bool
    gear: tuple[Gear, ...]
    poses: tuple[Pose, ...]
    captions: tuple[str, ...]


def read(raw: object) -> Description:
    """The description, checked; PoseError says what to mend."""
    whole = reading.fields(raw, "Description", ("view", "floor", "gear", "poses", "start", "end"))
    view = whole.get("view", "side")
    if view not in VIEWS:
        raise unknown(view, "view", VIEWS)
    gear = read_gear(whole.get("gear", []), "Gear")
    poses = _poses(whole)
    return Description(
        view=str(view),
        floor=reading.flag(whole.get("floor", True), "Floor"),
        gear=gear,
        poses=tuple(
            read_pose(pose, f"Pose {number}", gear) for number, pose in enumerate(poses, 1)
        ),
        captions=tuple(
            reading.words(reading.required(whole, name, "Description"), f"Caption “{name}”")
            for name in ("start", "end")[: len(poses)]
        ),
    )


def _poses(whole: Mapping[str, object]) -> list[dict[str, object]]:
    """The poses, the second filled up with what the first says."""
    raw = reading.required(whole, "poses", "Description")
    if not isinstance(raw, list) or not raw:
        raise PoseError("Poses: write a list of one pose (a hold) or two (start and end).")
    if len(raw) > MOST_POSES:
        raise PoseError(f"Poses: {len(raw)} are too many. One for a hold, two for a movement.")
    written = [dict(reading.fields(pose, f"Pose {n}", KEYS)) for n, pose in enumerate(raw, 1)]
    return [{**written[0], **pose} for pose in written]
