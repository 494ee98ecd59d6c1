"""A log while it is being read: sessions and problems gather here, row by row."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from .detect import Layout
from .model import (
    DistanceUnit,
    ImportedLog,
    ImportedSession,
    ImportedSet,
    LoadUnit,
    Problem,
    Quantity,
    SetKind,
    UnitsMissing,
    Unknown,
)
from .quantities import (
    MAX_DISTANCE,
    MAX_LOAD,
    MAX_REPS,
    MAX_SECONDS,
    decimal,
    distance_unit,
    exertion,
    load_unit,
    quoted,
    whole,
)
from .reading import Row, Table
from .runs import Entry, sets_in_runs

_ASKED: tuple[Quantity, ...] = ("load", "distance")


@dataclass(frozen=True, slots=True)
class Units:
    """The member's answers, for what the file itself does not say."""

    load: LoadUnit | None = None
    distance: DistanceUnit | Unknown | None = None


@dataclass(slots=True)
class SessionDraft:
    name: str
    started_at: datetime
    ended_at: datetime | None = None
    duration_seconds: int | None = None
    notes: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def add_note(self, note: str) -> None:
        """Exports repeat the note on every row: keep each different one once."""
        if note and note not in self.notes:
            self.notes.append(note)


class LogDraft:
    def __init__(self, table: Table, layout: Layout, units: Units) -> None:
        self.layout = layout
        self.units = units
        self.decimal_comma = table.delimiter == ";"
        self.problems = list(table.problems)
        self.sessions: dict[tuple[object, ...], SessionDraft] = {}
        self.missing: set[Quantity] = set()
        self.seen: dict[tuple[str, ...], int] = {}
        for heading in layout.unread:
            self.remark(table.header.line_number, f"The column {quoted(heading)} is not read.")

    def leave_out(self, line_number: int, sentence: str) -> None:
        self.problems.append(Problem(line_number, sentence))

    def remark(self, line_number: int, sentence: str) -> None:
        self.problems.append(Problem(line_number, sentence, left_out=False))

    def set_in(self, row: Row, exercise: str, kind: SetKind, *, numbered: bool) -> ImportedSet:
        """The set in a row, or Unreadable. Both apps write 0 for "not applicable"."""
        load = self._decimal(row, "weight", "Weight", MAX_LOAD)
        distance = self._decimal(row, "distance", "Distance", MAX_DISTANCE)
        reps = self.whole(row, "reps", "Repetitions", MAX_REPS)
        seconds = self.whole(row, "seconds", "Seconds", MAX_SECONDS)
        rpe = exertion(self.layout.field(row, "rpe"), decimal_comma=self.decimal_comma)
        if reps is None and seconds is None and distance is None:
            self.remark(row.line_number, "The set has no repetitions, time or distance.")
        return ImportedSet(
            exercise_name=exercise,
            run=0,
            kind=kind,
            line_number=row.line_number,
            reps=reps,
            load=load,
            load_unit=self._load_unit(row, load),
            seconds=seconds,
            distance=distance,
            distance_unit=self._distance_unit(row, distance),
            rpe=rpe,
            repeats_line=self._earlier_twin(row) if numbered else None,
        )

    def whole(self, row: Row, field: str, name: str, at_most: int) -> int | None:
        text = self.layout.field(row, field)
        return whole(text, name, at_most, decimal_comma=self.decimal_comma) or None

    def _decimal(self, row: Row, field: str, name: str, at_most: int) -> Decimal | None:
        text = self.layout.field(row, field)
        return decimal(text, name, at_most, decimal_comma=self.decimal_comma) or None

    def _load_unit(self, row: Row, load: Decimal | None) -> LoadUnit | None:
        """Asked for only where there is a load to measure; the file's own word comes first."""
        in_row = load_unit(self.layout.field(row, "weight_unit"))
        if load is None:
            return None
        unit = in_row or self.layout.load_unit or self.units.load
        if unit is None:
            self.missing.add("load")
        return unit

    def _distance_unit(self, row: Row, distance: Decimal | None) -> DistanceUnit | None:
        in_row = distance_unit(self.layout.field(row, "distance_unit"))
        if distance is None:
            return None
        unit = in_row or self.layout.distance_unit or self.units.distance
        if unit is None:
            self.missing.add("distance")
        if unit == "unknown":
            said = f"{distance.normalize():f}"
            words = f"The file does not say the unit of the distance {said}: it is kept without."
            self.remark(row.line_number, words)
            return None
        return unit

    def _earlier_twin(self, row: Row) -> int | None:
        """The earlier line that is the same to the letter; the row is kept all the same.

        Asked of numbered sets only: two equal warm-ups, both "W", are nothing odd.
        """
        first = self.seen.setdefault(row.cells, row.line_number)
        if first == row.line_number:
            return None
        self.remark(row.line_number, f"The row repeats line {first} exactly; both are kept.")
        return first

    def finished(self) -> ImportedLog:
        """The log, unless it cannot be had before the member has said a unit."""
        if self.missing:
            raise UnitsMissing(tuple(asked for asked in _ASKED if asked in self.missing))
        keys: Counter[str] = Counter()
        drafts = sorted(self.sessions.values(), key=lambda draft: draft.started_at)
        sessions = [self._session(draft, keys) for draft in drafts]
        return ImportedLog(
            source=self.layout.source,
            variant=self.layout.variant,
            sessions=tuple(session for session in sessions if session.sets),
            problems=tuple(sorted(self.problems, key=lambda problem: problem.line_number)),
        )

    def _session(self, draft: SessionDraft, keys: Counter[str]) -> ImportedSession:
        key = f"{self.layout.source} {draft.started_at.isoformat()} {draft.name}"
        keys[key] += 1
        return ImportedSession(
            key=key if keys[key] == 1 else f"{key} ({keys[key]})",
            name=draft.name,
            started_at=draft.started_at,
            ended_at=draft.ended_at,
            duration_seconds=draft.duration_seconds,
            note="\n".join(draft.notes),
            sets=sets_in_runs(draft.entries, self.leave_out),
        )
