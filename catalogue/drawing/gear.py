"""All gear there is, and how a description names it."""

from collections.abc import Iterable

from catalogue.drawing.cardio import CARDIO
from catalogue.drawing.errors import PoseError
from catalogue.drawing.furniture import FURNITURE
from catalogue.drawing.geometry import Point
from catalogue.drawing.held import HELD
from catalogue.drawing.kinds import Gear, Placed, read_one
from catalogue.drawing.machines import MACHINES
from catalogue.drawing.shapes import Shape

STANDING = FURNITURE | MACHINES | CARDIO


def read_gear(raw: object, where: str) -> tuple[Gear, ...]:
    """What stands or hangs in the picture."""
    if not isinstance(raw, list):
        raise PoseError(f'{where}: gear is a list, [["bench", {{…}}], …].')
    return tuple(read_one(piece, where, STANDING) for piece in raw)


def read_held(raw: object, where: str) -> Gear | None:
    """What the hands hold, if anything."""
    return None if raw is None else read_one(raw, where, HELD)


def draw_gear(pieces: Iterable[Gear], body: dict[str, Point], side: bool) -> list[Shape]:
    return [
        shape for piece in pieces for shape in piece.kind.draw(Placed(piece.settings, body, side))
    ]
