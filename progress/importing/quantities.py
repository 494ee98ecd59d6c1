"""Cells to numbers, strictly: what is not plainly a number is refused in words.

Python itself would read 1_000, full-width and Arabic digits, NaN and 1e308 as numbers.
An empty cell is None everywhere.
"""

import re
from decimal import Decimal

from .model import DistanceUnit, LoadUnit

MAX_LOAD = 5_000
MAX_DISTANCE = 1_000_000
MAX_REPS = 1_000
MAX_SECONDS = 86_400
MAX_TEXT = 200

_POINT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,16})?")
_POINT_OR_COMMA = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,16})?")
_DURATION = re.compile(
    r"(?=[0-9])(?:([0-9]{1,2})h)?\s*(?:([0-9]{1,4})m(?:in)?)?\s*(?:([0-9]{1,5})s)?"
)

LOAD_UNITS: dict[str, LoadUnit] = {"kg": "kg", "kgs": "kg", "lb": "lb", "lbs": "lb"}
DISTANCE_UNITS: dict[str, DistanceUnit] = {
    "m": "m",
    "meters": "m",
    "metres": "m",
    "km": "km",
    "kilometers": "km",
    "kilometres": "km",
    "mi": "mi",
    "mile": "mi",
    "miles": "mi",
}


class Unreadable(ValueError):
    """A cell that cannot be read, said in a sentence for the member."""


def decimal(text: str, name: str, at_most: int, *, decimal_comma: bool = False) -> Decimal | None:
    """The number in a cell; a decimal comma only where commas do not separate columns."""
    if not text:
        return None
    pattern = _POINT_OR_COMMA if decimal_comma else _POINT
    if not pattern.fullmatch(text):
        raise Unreadable(f"{name} {quoted(text)} is not a number we can read.")
    number = Decimal(text.replace(",", "."))
    if number > at_most:
        raise Unreadable(f"{name} {quoted(text)} is more than {at_most:,}.")
    return number


def whole(text: str, name: str, at_most: int, *, decimal_comma: bool = False) -> int | None:
    """A count; apps also write 13.0 for 13."""
    number = decimal(text, name, at_most, decimal_comma=decimal_comma)
    if number is None:
        return None
    if number != int(number):
        raise Unreadable(f"{name} {quoted(text)} is not a whole number.")
    return int(number)


def exertion(text: str, *, decimal_comma: bool = False) -> Decimal | None:
    """A rating of perceived exertion, 1 to 10 in halves; 0 means none was given."""
    rpe = decimal(text, "RPE", 10, decimal_comma=decimal_comma)
    if not rpe:
        return None
    if rpe < 1 or rpe * 2 != int(rpe * 2):
        raise Unreadable(f"RPE {quoted(text)} is not between 1 and 10 in half steps.")
    return rpe


def duration(text: str, *, in_seconds: bool) -> int | None:
    """Seconds from "2h 38m", or from a plain number where the heading says seconds."""
    if not text:
        return None
    if in_seconds:
        return whole(text, "Duration", MAX_SECONDS) or None
    parts = _DURATION.fullmatch(text)
    if not parts:
        raise Unreadable(f"Duration {quoted(text)} cannot be read.")
    hours, minutes, seconds = (int(part or 0) for part in parts.groups())
    total = hours * 3600 + minutes * 60 + seconds
    if total > MAX_SECONDS:
        raise Unreadable(f"Duration {quoted(text)} is more than a day.")
    return total or None


def load_unit(text: str) -> LoadUnit | None:
    if not text:
        return None
    if unit := LOAD_UNITS.get(text.casefold()):
        return unit
    raise Unreadable(f"Weight unit {quoted(text)} is not kg or lb.")


def distance_unit(text: str) -> DistanceUnit | None:
    if not text:
        return None
    if unit := DISTANCE_UNITS.get(text.casefold()):
        return unit
    raise Unreadable(f"Distance unit {quoted(text)} is not m, km or miles.")


def title(text: str, name: str) -> str:
    """A name of an exercise or a workout, without the blanks some exports leave at its end."""
    text = text.strip()
    if len(text) > MAX_TEXT:
        raise Unreadable(f"{name} {quoted(text)} is longer than {MAX_TEXT} characters.")
    return text


def quoted(text: str) -> str:
    """A cell as it may stand in a sentence."""
    return f"“{text}”" if len(text) <= 40 else f"“{text[:40]}…”"
