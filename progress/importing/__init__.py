"""Training logs of other apps: bytes in, sessions and sets out, nothing guessed, nothing lost.

Pure Python, so that a file can be tried out before anything is stored.
"""

from .detect import detect
from .drafts import Units
from .hevy import read_hevy
from .model import (
    DistanceUnit,
    EncodingUnknown,
    FileRefused,
    ImportedLog,
    ImportedSession,
    ImportedSet,
    LoadUnit,
    Problem,
    UnitsMissing,
    Unknown,
)
from .names import slug_for
from .reading import read_table
from .strong import read_strong
from .totals import Totals, totals

__all__ = [
    "EncodingUnknown",
    "FileRefused",
    "ImportedLog",
    "ImportedSession",
    "ImportedSet",
    "Problem",
    "Totals",
    "UnitsMissing",
    "read_log",
    "slug_for",
    "totals",
]


def read_log(
    data: bytes,
    *,
    load_unit: LoadUnit | None = None,
    distance_unit: DistanceUnit | Unknown | None = None,
    latin_1: bool = False,
) -> ImportedLog:
    """The log in a file of Strong or Hevy.

    The units are the member's answers to UnitsMissing ("unknown" keeps the bare number of a
    distance), `latin_1` the one to EncodingUnknown; what the file itself says goes before them.
    Raises FileRefused where it must be refused.
    """
    table = read_table(data, latin_1=latin_1)
    layout = detect(table.header)
    read = read_strong if layout.source == "strong" else read_hevy
    return read(table, layout, Units(load_unit, distance_unit))
