"""Hevy's workouts.csv: one row per set, newest workout first, times to the minute."""

from dataclasses import replace
from datetime import datetime

from .detect import Layout
from .drafts import LogDraft, SessionDraft, Units
from .model import ImportedLog, SetKind
from .moments import spoken_moment
from .quantities import Unreadable, quoted, title, whole
from .reading import Row, Table
from .runs import Entry

MAX_INDEX = 9_999

_KINDS: dict[str, SetKind] = {
    "normal": "working",
    "warmup": "warm_up",
    "failure": "failure",
    "dropset": "drop",
}


def read_hevy(table: Table, layout: Layout, units: Units) -> ImportedLog:
    log = LogDraft(table, layout, units)
    for row in table.rows:
        try:
            _read(row, log)
        except Unreadable as reason:
            log.leave_out(row.line_number, str(reason))
    return log.finished()


def _read(row: Row, log: LogDraft) -> None:
    started_at = spoken_moment(log.layout.field(row, "started_at"), "Start")
    name = title(log.layout.field(row, "workout_name"), "Workout name")
    exercise = title(log.layout.field(row, "exercise"), "Exercise name")
    if not exercise:
        raise Unreadable("The row names no exercise.")
    entry = _entry(row, exercise, log)
    session = _session(row, started_at, name, log)
    session.add_note(_note(row, "workout_notes", log))
    session.entries.append(entry)


def _entry(row: Row, exercise: str, log: LogDraft) -> Entry:
    index = whole(log.layout.field(row, "set_index"), "Set index", MAX_INDEX)
    if index is None:
        raise Unreadable("The set has no index.")
    set_type = log.layout.field(row, "set_type")
    kind = _KINDS.get(set_type)
    if kind is None:
        raise Unreadable(f"Set type {quoted(set_type)} is not known.")
    superset = whole(log.layout.field(row, "superset"), "Superset", MAX_INDEX)
    done = replace(log.set_in(row, exercise, kind, numbered=True), superset=superset)
    return Entry(row.line_number, exercise, index, done, note=_note(row, "notes", log))


def _session(row: Row, started_at: datetime, name: str, log: LogDraft) -> SessionDraft:
    """Two workouts of one minute and one title are told apart by their end."""
    identity = (started_at, name, log.layout.field(row, "ended_at"))
    if identity not in log.sessions:
        log.sessions[identity] = SessionDraft(name, started_at, _end(row, started_at, log))
    return log.sessions[identity]


def _end(row: Row, started_at: datetime, log: LogDraft) -> datetime | None:
    """An end that cannot be read, or lies before the start, costs only the end."""
    text = log.layout.field(row, "ended_at")
    if not text:
        return None
    try:
        ended_at = spoken_moment(text, "End")
    except Unreadable as reason:
        log.remark(row.line_number, str(reason))
        return None
    if ended_at < started_at:
        log.remark(row.line_number, f"End {quoted(text)} is before the start.")
        return None
    return ended_at


def _note(row: Row, field: str, log: LogDraft) -> str:
    """Hevy writes some line breaks in notes as a backslash and an n."""
    return log.layout.field(row, field).replace("\\n", "\n")
