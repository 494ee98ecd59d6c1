"""What gear is: a kind knows its settings and how to draw itself beside a figure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from catalogue.drawing import reading
from catalogue.drawing.errors import PoseError, unknown
from catalogue.drawing.geometry import Point
from catalogue.drawing.shapes import Part, Shape

BODY = ("pelvis", "waist", "chest", "back", "neck", "head", "hands") + tuple(
    before + part
    for before in ("", "other_")
    for part in ("shoulder", "elbow", "hand", "hip", "knee", "ankle", "sole", "toe")
)
PLACE = "a place"  # marks a setting that must be given: [x, y], or a part of the body by name

Setting = Point | str | float | bool


@dataclass(frozen=True)
class Placed:
    """Gear beside a figure: the settings, with body parts turned into places."""

    settings: Mapping[str, Setting]
    body: Mapping[str, Point]
    side: bool

    def point(self, name: str) -> Point:
        value = self.settings[name]
        if isinstance(value, str):
            value = self.body[value]
        assert isinstance(value, Point)  # noqa: S101 - for the types; `read` has checked it
        return value.flat

    def number(self, name: str) -> float:
        value = self.settings[name]
        assert isinstance(value, float)  # noqa: S101 - for the types; `read` has checked it
        return value

    def has(self, name: str) -> bool:
        return bool(self.settings[name])

    @property
    def hands(self) -> tuple[Point, Point]:
        """Both hands, the left one in the picture first."""
        pair = sorted((self.body["hand"].flat, self.body["other_hand"].flat), key=lambda p: p.x)
        return pair[0], pair[1]


Drawing = Callable[[Placed], Iterable[Shape]]


@dataclass(frozen=True)
class Kind:
    """The defaults say what a setting is: a number, true or false, or a place."""

    defaults: Mapping[str, Setting]
    draw: Drawing
    front: bool


@dataclass(frozen=True)
class Gear:
    """One thing as it is written down: what it is, and its settings."""

    name: str
    kind: Kind
    settings: Mapping[str, Setting]
    front: bool

    @property
    def at(self) -> Point | None:
        """Its place, where that does not hang on the body: limbs may be pinned to it."""
        at = self.settings.get("at")
        return at if isinstance(at, Point) else None


Catalogue = dict[str, Kind]


def register(
    kinds: Catalogue, name: str, /, *, front: bool = False, **defaults: Setting
) -> Callable[[Drawing], Drawing]:
    """Adds a kind under `name`; a trailing underscore in a setting's name is dropped (`from_`)."""
    plain = {key.rstrip("_"): value for key, value in defaults.items()}

    def keep(draw: Drawing) -> Drawing:
        kinds[name] = Kind(plain, draw, front)
        return draw

    return keep


def gear_part(*parts: Part) -> Shape:
    return Shape("pk-gear", parts)


def load_part(*parts: Part) -> Shape:
    return Shape("pk-load", parts)


def read_one(raw: object, where: str, kinds: Catalogue) -> Gear:
    """A kind's name alone, or [name, {settings}]."""
    name, settings = _split(raw, where)
    if name not in kinds:
        raise PoseError(f"{where}: {unknown(name, 'gear', kinds)}")
    where, kind = f"{where}, {name}", kinds[name]
    written = reading.fields(settings, where, (*kind.defaults, "front"))
    values: dict[str, Setting] = {}
    for key, default in kind.defaults.items():
        values[key] = _setting(written.get(key), default, f"{where}, {key}")
    return Gear(
        name, kind, values, reading.flag(written.get("front", kind.front), f"{where}, front")
    )


def _split(raw: object, where: str) -> tuple[str, object]:
    if isinstance(raw, str):
        return raw, {}
    if isinstance(raw, list) and len(raw) == 2 and isinstance(raw[0], str):
        return raw[0], raw[1]
    raise PoseError(f'{where}: gear is written ["name", {{…}}], not “{raw}”.')


def _setting(value: object, default: Setting, where: str) -> Setting:
    if value is None:
        if default == PLACE:
            raise PoseError(f"{where} is missing: write [x, y] or a part of the body.")
        return default
    if isinstance(default, bool):
        return reading.flag(value, where)
    if isinstance(default, float):
        return reading.number(value, where)
    if isinstance(value, str):
        if value not in BODY:
            raise PoseError(f"{where}: {unknown(value, 'part of the body', BODY)}")
        return value
    return reading.point(value, where)
