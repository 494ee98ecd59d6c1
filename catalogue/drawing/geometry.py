"""Points, directions and the one piece of trigonometry: a limb of two bones reaching a point."""

from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin, sqrt

NEAR = 1.0  # centimetres a hand may be short of its target and still be drawn touching it


@dataclass(frozen=True, slots=True)
class Point:
    """A place or a direction, in centimetres; z comes towards the viewer."""

    x: float
    y: float
    z: float = 0.0

    def __add__(self, other: "Point") -> "Point":
        return Point(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: "Point") -> "Point":
        return Point(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor: float) -> "Point":
        return Point(self.x * factor, self.y * factor, self.z * factor)

    def __neg__(self) -> "Point":
        return self * -1

    def dot(self, other: "Point") -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    @property
    def length(self) -> float:
        return sqrt(self.dot(self))

    @property
    def unit(self) -> "Point":
        return self * (1 / self.length) if self.length else self

    @property
    def angle(self) -> float:
        """Its direction in the picture, in degrees."""
        return degrees(atan2(self.y, self.x))

    @property
    def flat(self) -> "Point":
        """Itself as the viewer sees it, without depth."""
        return Point(self.x, self.y)


class TooFar(ValueError):
    """The target is `by` centimetres beyond the limb's reach."""

    def __init__(self, by: float) -> None:
        super().__init__(by)
        self.by = by


class TooNear(TooFar):
    """The target is `by` centimetres too close to fold the limb to."""


def polar(angle: float, out: float = 0.0) -> Point:
    """The direction `angle` in the picture, turned `out` degrees towards the viewer."""
    across = cos(radians(out))
    return Point(cos(radians(angle)) * across, sin(radians(angle)) * across, sin(radians(out)))


def between(start: Point, end: Point, share: float) -> Point:
    return start + (end - start) * share


def turn(first: float, second: float) -> float:
    """How far `second` lies anticlockwise of `first`, from -180 up to 180 degrees."""
    return (second - first + 180) % 360 - 180


def spread(a: Point, b: Point) -> float:
    """The angle between two directions, 0 to 180 degrees, also out of the picture."""
    cross = Point(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    return degrees(atan2(cross.length, a.dot(b)))


def reach(root: Point, target: Point, first: float, second: float, bend: Point) -> Point:
    """Where the joint of a limb of two bones lies, its end on the target.

    By the cosine rule; of the circle of possible joints it takes the one furthest along `bend`.
    A target up to `NEAR` out of reach counts as reached by the straight limb.
    """
    line = target - root
    distance = line.length
    if distance > first + second + NEAR:
        raise TooFar(distance - first - second)
    if distance < abs(first - second) + NEAR:
        raise TooNear(abs(first - second) + NEAR - distance)
    distance = min(distance, first + second)
    along = line.unit
    share = (first**2 - second**2 + distance**2) / (2 * distance)
    height = sqrt(max(first**2 - share**2, 0.0))
    return root + along * share + _across(bend, along) * height


def _across(bend: Point, along: Point) -> Point:
    """The part of `bend` at right angles to `along`; any right angle where there is none."""
    across = bend - along * bend.dot(along)
    if across.length > 1e-6:
        return across.unit
    return Point(-along.y, along.x).unit if hypot(along.x, along.y) > 1e-6 else Point(1, 0)
