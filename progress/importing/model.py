"""What a file from another app holds, before anything of it becomes a member's own row."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

type LoadUnit = Literal["kg", "lb"]
type DistanceUnit = Literal["m", "km", "mi"]
type Unknown = Literal["unknown"]
type SetKind = Literal["working", "warm_up", "drop", "failure"]
type Source = Literal["strong", "hevy"]
type Quantity = Literal["load", "distance"]

METRES: dict[DistanceUnit, Decimal] = {
    "m": Decimal(1),
    "km": Decimal(1000),
    "mi": Decimal("1609.344"),
}


class FileRefused(ValueError):
    """The whole file is refused; the words are for the member."""

    def __init__(self, sentence: str, line_number: int | None = None) -> None:
        self.sentence = sentence
        self.line_number = line_number
        super().__init__(f"Line {line_number}: {sentence}" if line_number else sentence)


class EncodingUnknown(FileRefused):
    """The bytes are not Unicode; ask the member whether the file is Latin-1."""


class UnitsMissing(FileRefused):
    """The file does not say its units; ask the member, then read it again with them."""

    def __init__(self, missing: tuple[Quantity, ...]) -> None:
        self.missing = missing
        super().__init__(" ".join(_QUESTIONS[quantity] for quantity in missing))


_QUESTIONS: dict[Quantity, str] = {
    "load": "The file does not say whether its weights are kilograms or pounds.",
    "distance": "The file does not say whether its distances are metres, kilometres or miles.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing the member should know about one line of the file."""

    line_number: int
    sentence: str
    left_out: bool = True  # False: the line was imported, this is a remark on it


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """One set, in the file's own units; None where the file gives nothing (or Strong's 0)."""

    exercise_name: str
    run: int  # which exercise of the session this is, from 0; a repeated exercise is a new run
    kind: SetKind
    line_number: int
    reps: int | None = None
    load: Decimal | None = None
    load_unit: LoadUnit | None = None
    seconds: int | None = None
    distance: Decimal | None = None
    distance_unit: DistanceUnit | None = None  # None beside a distance: nobody knows it
    rpe: Decimal | None = None
    superset: int | None = None  # equal numbers in one session belong together; 0 is one too
    rest_seconds: int | None = None
    note: str = ""  # a note on the exercise stands on the first set of its run
    repeats_line: int | None = None  # the earlier line that is the same to the letter

    @property
    def distance_metres(self) -> Decimal | None:
        if self.distance is None or self.distance_unit is None:
            return None
        return self.distance * METRES[self.distance_unit]


@dataclass(frozen=True, slots=True)
class ImportedSession:
    """One workout. Times are the member's wall clock: the files carry no time zone."""

    key: str  # the same workout has the same key in a later export, in every variant
    name: str
    started_at: datetime
    ended_at: datetime | None
    duration_seconds: int | None
    note: str
    sets: tuple[ImportedSet, ...]


@dataclass(frozen=True, slots=True)
class ImportedLog:
    """A whole file: sessions by start, sets in the file's order, problems by line."""

    source: Source
    variant: str
    sessions: tuple[ImportedSession, ...]
    problems: tuple[Problem, ...]
