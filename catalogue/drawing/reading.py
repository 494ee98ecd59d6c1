"""Reading single values of a description, each refused in words that say where it stands."""

from collections.abc import Iterable, Mapping
from numbers import Real

from catalogue.drawing.errors import PoseError, unknown
from catalogue.drawing.geometry import Point, polar

EDGE = 400.0  # centimetres from the middle of the floor: no gym machine is larger


def number(value: object, where: str, low: float = -EDGE, high: float = EDGE) -> float:
    if isinstance(value, bool) or not isinstance(value, Real):
        raise PoseError(f"{where}: “{value}” is not a number.")
    found = float(value)
    if not low <= found <= high:
        raise PoseError(f"{where}: {found:g} is out of range, {low:g} to {high:g}.")
    return found


def flag(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise PoseError(f"{where}: write true or false, not “{value}”.")
    return value


def point(value: object, where: str) -> Point:
    """[x, y], or [x, y, z] where something stands towards the viewer."""
    if not isinstance(value, list) or len(value) not in (2, 3):
        raise PoseError(f"{where}: a place is written [x, y], not “{value}”.")
    return Point(*(number(part, where) for part in value))


def direction(value: object, where: str) -> Point:
    """An angle in the picture, or [angle, out] turned `out` degrees towards the viewer."""
    if isinstance(value, list):
        if len(value) != 2:
            raise PoseError(f"{where}: an angle is one number or [angle, out], not “{value}”.")
        return polar(number(value[0], where, -360, 360), number(value[1], where, -90, 90))
    return polar(number(value, where, -360, 360))


def words(value: object, where: str, longest: int = 120) -> str:
    if not isinstance(value, str) or not value.strip():
        raise PoseError(f"{where}: write a short sentence.")
    if len(value) > longest:
        raise PoseError(f"{where}: {len(value)} letters are too many, {longest} at most.")
    return value.strip()


def fields(value: object, where: str, known: Iterable[str]) -> Mapping[str, object]:
    """An object whose keys are all known."""
    if not isinstance(value, dict):
        raise PoseError(f"{where}: write it in braces, {{…}}, not “{value}”.")
    allowed = set(known)
    for key in value:
        if key not in allowed:
            raise PoseError(f"{where}: {unknown(key, 'part of it', allowed)}")
    return value


def required(value: Mapping[str, object], key: str, where: str) -> object:
    if key not in value:
        raise PoseError(f"{where}: “{key}” is missing.")
    return value[key]
