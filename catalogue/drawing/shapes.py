"""What everything is drawn of: capsules (a line between two discs), outlines and rings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import hypot

from catalogue.drawing.geometry import Point

FLAT = 1e-6


@dataclass(frozen=True)
class Capsule:
    """The hull of two discs: a limb, a bar, a cable; one disc where both are the same."""

    start: Point
    start_radius: float
    end: Point
    end_radius: float


@dataclass(frozen=True)
class Outline:
    """A closed line through points: round like a body, or with corners."""

    points: tuple[Point, ...]
    round: bool = True


Part = Capsule | Outline


@dataclass(frozen=True)
class Shape:
    """Parts in one colour, drawn as one path."""

    css: str
    parts: tuple[Part, ...]


def disc(at: Point, radius: float) -> Capsule:
    return Capsule(at, radius, at, radius)


def line(start: Point, end: Point, width: float) -> Capsule:
    return Capsule(start, width / 2, end, width / 2)


def chain(points: Iterable[Point], width: float) -> tuple[Capsule, ...]:
    """A bent line through all the points."""
    row = list(points)
    return tuple(line(a, b, width) for a, b in zip(row, row[1:], strict=False))


def box(left: float, bottom: float, right: float, top: float) -> Outline:
    corners = (Point(left, bottom), Point(right, bottom), Point(right, top), Point(left, top))
    return Outline(corners, round=False)


@dataclass(frozen=True)
class Frame:
    """How the picture shows the world: `zoom` units a centimetre, the origin at `x`, `y`."""

    zoom: float
    x: float
    y: float

    def place(self, point: Point) -> tuple[float, float]:
        return self.x + point.x * self.zoom, self.y - point.y * self.zoom


def markup(shape: Shape, frame: Frame) -> str:
    path = "".join(_path(part, frame) for part in shape.parts)
    return f'<path class="{shape.css}" d="{path}"/>'


def bounds(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """The left, bottom, right and top edge of everything drawn, in centimetres."""
    edges = [edge for shape in shapes for part in shape.parts for edge in _edges(part)]
    return (
        min(x - r for x, _, r in edges),
        min(y - r for _, y, r in edges),
        max(x + r for x, _, r in edges),
        max(y + r for _, y, r in edges),
    )


def _edges(part: Part) -> Iterator[tuple[float, float, float]]:
    if isinstance(part, Outline):
        yield from ((point.x, point.y, 0.0) for point in part.points)
    else:
        yield part.start.x, part.start.y, part.start_radius
        yield part.end.x, part.end.y, part.end_radius


def _path(part: Part, frame: Frame) -> str:
    if isinstance(part, Outline):
        return _smooth(part, frame) if part.round else _corners(part, frame)
    return _capsule(part, frame)


def number(value: float) -> str:
    """Two decimals, without trailing zeros or a minus on nothing."""
    text = f"{value:.2f}".rstrip("0").removesuffix(".")
    return "0" if text == "-0" else text


def _pair(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _capsule(part: Capsule, frame: Frame) -> str:
    (ax, ay), (bx, by) = frame.place(part.start), frame.place(part.end)
    a, b = part.start_radius * frame.zoom, part.end_radius * frame.zoom
    length = hypot(bx - ax, by - ay)
    if length <= abs(a - b) + FLAT:
        x, y, r = (ax, ay, a) if a >= b else (bx, by, b)
        turn = f"A{_pair(r, r)} 0 1 1"
        return f"M{_pair(x - r, y)}{turn} {_pair(x + r, y)}{turn} {_pair(x - r, y)}Z"
    ux, uy, lean = (bx - ax) / length, (by - ay) / length, (a - b) / length
    side = (1 - lean * lean) ** 0.5
    left = (ux * lean + uy * side, uy * lean - ux * side)
    right = (ux * lean - uy * side, uy * lean + ux * side)
    return (
        f"M{_pair(ax + a * left[0], ay + a * left[1])}"
        f"L{_pair(bx + b * left[0], by + b * left[1])}"
        f"A{_pair(b, b)} 0 {int(lean < 0)} 1 {_pair(bx + b * right[0], by + b * right[1])}"
        f"L{_pair(ax + a * right[0], ay + a * right[1])}"
        f"A{_pair(a, a)} 0 {int(lean > 0)} 1 {_pair(ax + a * left[0], ay + a * left[1])}Z"
    )


def _corners(part: Outline, frame: Frame) -> str:
    return "M" + "L".join(_pair(*spot) for spot in _clockwise(part, frame)) + "Z"


def _clockwise(part: Outline, frame: Frame) -> list[tuple[float, float]]:
    """The corners in the direction capsules run, lest overlaps within a path become holes."""
    spots = [frame.place(point) for point in part.points]
    following = [*spots[1:], spots[0]]
    area = sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(spots, following, strict=True))
    return spots if area > 0 else spots[::-1]


def _smooth(part: Outline, frame: Frame) -> str:
    """A Catmull-Rom curve through the points, as cubic Bézier curves."""
    spots = _clockwise(part, frame)
    count = len(spots)
    path = [f"M{_pair(*spots[0])}"]
    for i in range(count):
        (px, py), (ax, ay) = spots[i - 1], spots[i]
        (bx, by), (nx, ny) = spots[(i + 1) % count], spots[(i + 2) % count]
        first = _pair(ax + (bx - px) / 6, ay + (by - py) / 6)
        second = _pair(bx - (nx - ax) / 6, by - (ny - ay) / 6)
        path.append(f"C{first} {second} {_pair(bx, by)}")
    return "".join(path) + "Z"
