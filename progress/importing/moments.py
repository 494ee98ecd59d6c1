"""Dates as the files write them: the member's wall clock, with no time zone."""

import re
from datetime import date, datetime, time

from .quantities import Unreadable, quoted

FIRST_YEAR, LAST_YEAR = 1970, 2099

_ISO = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})[ T]"
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
)
_CLOCK = r"(?P<year>[0-9]{4}),?\s+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?:\s?(?P<half>[AP]M))?"
_DAY_FIRST = re.compile(
    rf"(?P<day>[0-9]{{1,2}})\.?\s+(?:de\s+)?(?P<name>[^\W\d_]+)\.?\s+(?:de\s+)?{_CLOCK}", re.I
)
_MONTH_FIRST = re.compile(rf"(?P<name>[^\W\d_]+)\.?\s+(?P<day>[0-9]{{1,2}}),?\s+{_CLOCK}", re.I)

# English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian.
# A name that means different months in two languages must not stand here.
_NAMES = (
    "jan january januar jänner jän janv janvier ene enero janeiro gen gennaio januari",
    "feb february februar févr fév février febrero fev fevereiro febbraio februari",
    "mar march mär märz mrz mars marzo março mrt maart marts",
    "apr april avr avril abr abril aprile",
    "may mai mayo maio mag maggio mei maj",
    "jun june juni juin junio junho giu giugno",
    "jul july juli juil juillet julio julho lug luglio",
    "aug august août aout ago agosto augustus augusti",
    "sep sept september septembre septiembre set setembro settembre",
    "oct october okt oktober octobre octubre out outubro ott ottobre",
    "nov november novembre noviembre novembro",
    "dec december dez dezember déc décembre dic diciembre dezembro dicembre des desember",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}


def iso_moment(text: str, name: str) -> datetime:
    """2026-07-05 17:00:00."""
    parts = _ISO.fullmatch(text)
    if not parts:
        raise Unreadable(f"{name} {quoted(text)} is not a date and time we can read.")
    return _moment(text, name, {k: int(v or 0) for k, v in parts.groupdict().items()})


def spoken_moment(text: str, name: str) -> datetime:
    """15 Sep 2025, 07:48; 3 févr. 2026, 18:05; Oct 25, 2025, 07:56 PM; or the ISO form."""
    parts = _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if not parts:
        return iso_moment(text, name)
    found = parts.groupdict()
    month = _MONTHS.get(found.pop("name").casefold())
    if month is None:
        raise Unreadable(f"{name} {quoted(text)} has a month we do not know.")
    half = found.pop("half")
    numbers = {key: int(value) for key, value in found.items()} | {"month": month, "second": 0}
    if half:
        if not 1 <= numbers["hour"] <= 12:
            raise Unreadable(f"{name} {quoted(text)} does not exist.")
        numbers["hour"] = numbers["hour"] % 12 + (12 if half.upper() == "PM" else 0)
    return _moment(text, name, numbers)


def _moment(text: str, name: str, numbers: dict[str, int]) -> datetime:
    if not FIRST_YEAR <= numbers["year"] <= LAST_YEAR:
        raise Unreadable(f"{name} {quoted(text)} is not between {FIRST_YEAR} and {LAST_YEAR}.")
    try:
        day = date(numbers["year"], numbers["month"], numbers["day"])
        clock = time(numbers["hour"], numbers["minute"], numbers["second"])
    except ValueError:
        raise Unreadable(f"{name} {quoted(text)} does not exist.") from None
    return datetime.combine(day, clock)
