"""Which app wrote the file, and in which variant: told by its headings, never by a platform."""

import re
import unicodedata
from dataclasses import dataclass

from .model import DistanceUnit, FileRefused, LoadUnit, Source
from .quantities import DISTANCE_UNITS, LOAD_UNITS, quoted
from .reading import Row

_UNIT = re.compile(r"(?P<name>.+?)\s*\((?P<unit>[^()]+)\)")
_SECONDS = {"sec", "s", "seconds", "sek"}

# Strong translates its headings; English and German are known from real files.
_STRONG = {
    "workout #": "workout_number",
    "date": "date",
    "datum": "date",
    "workout name": "workout_name",
    "workout-name": "workout_name",
    "duration": "duration",
    "workout duration": "duration",
    "dauer": "duration",
    "workout-dauer": "duration",
    "exercise name": "exercise",
    "name der übung": "exercise",
    "set order": "set_order",
    "reihenfolge festlegen": "set_order",
    "weight": "weight",
    "gewicht": "weight",
    "weight unit": "weight_unit",
    "reps": "reps",
    "wiederh.": "reps",
    "rpe": "rpe",
    "distance": "distance",
    "entfernung": "distance",
    "distance unit": "distance_unit",
    "seconds": "seconds",
    "sekunden": "seconds",
    "notes": "notes",
    "notizen": "notes",
    "workout notes": "workout_notes",
    "workout-notizen": "workout_notes",
}
_STRONG_NEEDS = {"date", "workout_name", "exercise", "set_order", "weight", "reps"}

_HEVY = {
    "title": "workout_name",
    "start_time": "started_at",
    "end_time": "ended_at",
    "description": "workout_notes",
    "exercise_title": "exercise",
    "superset_id": "superset",
    "exercise_notes": "notes",
    "set_index": "set_index",
    "set_type": "set_type",
    "weight_kg": "weight",
    "weight_lbs": "weight",
    "reps": "reps",
    "distance_km": "distance",
    "distance_miles": "distance",
    "duration_seconds": "seconds",
    "rpe": "rpe",
}
_HEVY_LOADS: dict[str, LoadUnit] = {"weight_kg": "kg", "weight_lbs": "lb"}
_HEVY_DISTANCES: dict[str, DistanceUnit] = {"distance_km": "km", "distance_miles": "mi"}
_HEVY_NEEDS = {"workout_name", "started_at", "exercise", "set_index", "set_type", "weight", "reps"}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each field stands, and the units the headings name."""

    source: Source
    variant: str
    columns: dict[str, int]
    unread: tuple[str, ...]  # headings we do not know
    load_unit: LoadUnit | None = None
    distance_unit: DistanceUnit | None = None
    duration_in_seconds: bool = False

    def field(self, row: Row, name: str) -> str:
        """A cell without the blanks round it; empty too where the file has no such column."""
        index = self.columns.get(name)
        return "" if index is None else row.cells[index].strip()


def detect(header: Row) -> Layout:
    names = [_plain(cell) for cell in header.cells]
    if {"exercise_title", "set_index"} <= set(names):
        return _hevy(header, names)
    matches = [_UNIT.fullmatch(name) for name in names]
    stems = [match["name"] if match else name for match, name in zip(matches, names, strict=True)]
    columns = _columns(header, [_STRONG.get(stem) for stem in stems])
    if columns.keys() >= _STRONG_NEEDS:
        units = [match["unit"].strip() if match else "" for match in matches]
        return _strong(header, columns, units)
    raise FileRefused(
        "These are not the headings of a workout export from Strong or Hevy.", header.line_number
    )


def _plain(cell: str) -> str:
    return unicodedata.normalize("NFC", cell).strip().casefold()


def _columns(header: Row, fields: list[str | None]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for index, field in enumerate(fields):
        if field in columns:
            raise FileRefused(
                f"Two columns give the same thing: {quoted(header.cells[columns[field]])} and "
                f"{quoted(header.cells[index])}.",
                header.line_number,
            )
        if field:
            columns[field] = index
    return columns


def _unread(header: Row, columns: dict[str, int]) -> tuple[str, ...]:
    read = set(columns.values())
    return tuple(cell for index, cell in enumerate(header.cells) if index not in read)


def _strong(header: Row, columns: dict[str, int], units: list[str]) -> Layout:
    load = units[columns["weight"]]
    distance = units[columns["distance"]] if "distance" in columns else ""
    if (load and load not in LOAD_UNITS) or (distance and distance not in DISTANCE_UNITS):
        raise FileRefused("The headings name a unit we do not know.", header.line_number)
    in_seconds = "duration" in columns and units[columns["duration"]] in _SECONDS
    return Layout(
        source="strong",
        variant=_strong_variant(columns, load),
        columns=columns,
        unread=_unread(header, columns),
        load_unit=LOAD_UNITS.get(load),
        distance_unit=DISTANCE_UNITS.get(distance),
        duration_in_seconds=in_seconds,
    )


def _strong_variant(columns: dict[str, int], load_heading_unit: str) -> str:
    if load_heading_unit or "workout_number" in columns:
        return "current"
    if "weight_unit" in columns:
        return "unit columns"
    if "notes" not in columns:
        return "classic without notes"
    return "classic" if "duration" in columns else "classic of 2019"


def _hevy(header: Row, names: list[str]) -> Layout:
    columns = _columns(header, [_HEVY.get(name) for name in names])
    if lacking := sorted(_HEVY_NEEDS - columns.keys()):
        headings = ", ".join(name for name, field in _HEVY.items() if field in lacking)
        raise FileRefused(f"This Hevy export lacks columns: {headings}.", header.line_number)
    load = _HEVY_LOADS[names[columns["weight"]]]
    distance = _HEVY_DISTANCES[names[columns["distance"]]] if "distance" in columns else None
    return Layout(
        source="hevy",
        variant=" and ".join(filter(None, (load, distance))),
        columns=columns,
        unread=_unread(header, columns),
        load_unit=load,
        distance_unit=distance,
    )
