"""Strong's exports, from 2017 to today, in every variant that detect knows.

Strong gives no time zone and knows no supersets. A row whose Set Order is "Rest Timer" or
"Note" is no set: it says the rest after the set above it, or a note on the exercise.
"""

import re
from datetime import datetime

from .detect import Layout
from .drafts import LogDraft, SessionDraft, Units
from .model import ImportedLog, SetKind
from .moments import iso_moment
from .quantities import MAX_SECONDS, Unreadable, duration, quoted, title
from .reading import Row, Table
from .runs import Entry

_NUMBER = re.compile("[0-9]{1,4}")
_KINDS: dict[str, SetKind] = {"w": "warm_up", "d": "drop", "f": "failure"}


def read_strong(table: Table, layout: Layout, units: Units) -> ImportedLog:
    log = LogDraft(table, layout, units)
    for row in table.rows:
        try:
            _read(row, log)
        except Unreadable as reason:
            log.leave_out(row.line_number, str(reason))
    return log.finished()


def _read(row: Row, log: LogDraft) -> None:
    started_at = iso_moment(log.layout.field(row, "date"), "Date")
    name = title(log.layout.field(row, "workout_name"), "Workout name")
    exercise = title(log.layout.field(row, "exercise"), "Exercise name")
    if not exercise:
        raise Unreadable("The row names no exercise.")
    entry = _entry(row, exercise, log)
    session = _session(row, started_at, name, log)
    session.add_note(log.layout.field(row, "workout_notes"))
    session.entries.append(entry)


def _entry(row: Row, exercise: str, log: LogDraft) -> Entry:
    order = log.layout.field(row, "set_order").casefold()
    note = log.layout.field(row, "notes")
    if order == "rest timer":
        rest = log.whole(row, "seconds", "Rest", MAX_SECONDS)
        if rest is None:
            raise Unreadable("The rest has no length.")
        return Entry(row.line_number, exercise, rest_seconds=rest, note=note)
    if order == "note":
        return Entry(row.line_number, exercise, note=note)
    numbered = bool(_NUMBER.fullmatch(order))
    kind = "working" if numbered else _KINDS.get(order)
    if kind is None:
        raise Unreadable(f"Set order {quoted(order)} is not known.")
    done = log.set_in(row, exercise, kind, numbered=numbered)
    return Entry(row.line_number, exercise, int(order) if numbered else None, done, note=note)


def _session(row: Row, started_at: datetime, name: str, log: LogDraft) -> SessionDraft:
    identity = (log.layout.field(row, "workout_number"), started_at, name)
    if identity not in log.sessions:
        draft = SessionDraft(name, started_at, duration_seconds=_duration(row, log))
        log.sessions[identity] = draft
    return log.sessions[identity]


def _duration(row: Row, log: LogDraft) -> int | None:
    """A length that cannot be read costs the session only its length."""
    text = log.layout.field(row, "duration")
    try:
        return duration(text, in_seconds=log.layout.duration_in_seconds)
    except Unreadable as reason:
        log.remark(row.line_number, str(reason))
        return None
