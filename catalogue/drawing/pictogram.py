"""From a description to SVG: figure and gear in layers, framed alike in both poses."""

from collections.abc import Iterable
from functools import cached_property

from catalogue.drawing.description import Description, read
from catalogue.drawing.errors import PoseError
from catalogue.drawing.facing_body import facing
from catalogue.drawing.figure import Skeleton, pose_skeleton
from catalogue.drawing.gear import draw_gear
from catalogue.drawing.geometry import Point
from catalogue.drawing.kinds import Gear
from catalogue.drawing.limits import check_floor, check_limits
from catalogue.drawing.poses import Pose
from catalogue.drawing.shapes import Frame, Shape, bounds, line, markup, number
from catalogue.drawing.side_body import far_side, near_side
from catalogue.drawing.tints import Tints, tints

WIDTH, HEIGHT, MARGIN, GROUND = 160.0, 120.0, 6.0, 112.0
CLOSEST, FURTHEST = 0.86, 0.36  # units a centimetre


class Pictogram:
    """The drawings of one exercise. Making it checks the description: PoseError has the words."""

    def __init__(self, raw: object) -> None:
        self.description: Description = read(raw)
        self.skeletons = [
            self._skeleton(pose, number) for number, pose in enumerate(self.description.poses, 1)
        ]
        self.frame  # noqa: B018 - too large a picture is refused here

    def svg(self, pose: int, primary: Iterable[str] = (), secondary: Iterable[str] = ()) -> str:
        """One pose (0 is the start) as an SVG that a text beside it or round it explains."""
        shapes = [*self._floor(), *self._shapes(pose, tints(primary, secondary))]
        paths = "".join(markup(shape, self.frame) for shape in shapes)
        return (
            f'<svg class="pict" viewBox="0 0 {number(WIDTH)} {number(HEIGHT)}"'
            f' aria-hidden="true" focusable="false">{paths}</svg>'
        )

    def alternative(self, name: str) -> str:
        """What the drawings of the exercise called `name` show, for who cannot see them."""
        captions = [text.rstrip(".") + "." for text in self.description.captions]
        if len(captions) == 1:
            return f"{name}. Held: {captions[0]}"
        return f"{name}. Start: {captions[0]} End: {captions[1]}"

    def _skeleton(self, pose: Pose, number: int) -> Skeleton:
        body = pose_skeleton(pose, self.description.view, f"Pose {number}")
        check_limits(body, f"Pose {number}")
        if self.description.floor:
            check_floor(body, f"Pose {number}")
        return body

    @cached_property
    def frame(self) -> Frame:
        """As close as both poses allow, the floor at the foot of the picture."""
        every = [shape for n in range(len(self.skeletons)) for shape in self._shapes(n, {})]
        left, bottom, right, top = bounds(every)
        if self.description.floor:
            bottom = min(bottom, 0.0)
        zoom = min(
            (WIDTH - 2 * MARGIN) / (right - left), (GROUND - MARGIN) / (top - bottom), CLOSEST
        )
        if zoom < FURTHEST:
            raise PoseError(
                f"The picture is too large: {right - left:.0f} cm wide, {top - bottom:.0f} cm high."
            )
        spare = GROUND - MARGIN - (top - bottom) * zoom
        return Frame(
            zoom, WIDTH / 2 - (left + right) / 2 * zoom, GROUND - spare * 0.25 + bottom * zoom
        )

    def _floor(self) -> list[Shape]:
        if not self.description.floor:
            return []
        edge = (WIDTH / 2 - 6) / self.frame.zoom
        middle = (WIDTH / 2 - self.frame.x) / self.frame.zoom
        width = 2 / self.frame.zoom
        ends = Point(middle - edge, -width / 2), Point(middle + edge, -width / 2)
        return [Shape("pk-gear", (line(*ends, width),))]

    def _shapes(self, number: int, colours: Tints) -> list[Shape]:
        """Everything in the picture but the floor, from back to front."""
        body, pose = self.skeletons[number], self.description.poses[number]
        standing = [*self.description.gear, *pose.gear]
        held = [piece for piece in (pose.hold,) if piece]
        figure = near_side(body, colours) if body.side else facing(body, colours)
        far = [*self._gear(body, [pose.other_hold] if pose.other_hold else [], far=True)]
        return [
            *self._gear(body, [piece for piece in standing if not piece.front]),
            *self._gear(body, [piece for piece in held if not piece.front]),
            *(far_side(body) if body.side else ()),
            *far,
            *figure,
            *self._gear(body, [piece for piece in standing if piece.front]),
            *self._gear(body, [piece for piece in held if piece.front]),
        ]

    @staticmethod
    def _gear(body: Skeleton, pieces: list[Gear], far: bool = False) -> list[Shape]:
        places = body.places
        if far:
            places |= {"hand": places["other_hand"], "elbow": places["other_elbow"]}
        return draw_gear(pieces, places, body.side)
