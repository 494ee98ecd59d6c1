"""Rows in file order to sets: which belong to one run of an exercise, its rests and notes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from .model import ImportedSet

type LeaveOut = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a set, or a rest or a note that belongs to a set."""

    line_number: int
    exercise_name: str
    number: int | None = None  # the set's number; None for Strong's W, D, F, rests and notes
    set: ImportedSet | None = None
    rest_seconds: int | None = None
    note: str = ""


def sets_in_runs(entries: list[Entry], leave_out: LeaveOut) -> tuple[ImportedSet, ...]:
    """The sets of one session, each with its run, the rest after it and the run's note."""
    sets: list[ImportedSet] = []
    run = 0
    for _, neighbours in groupby(entries, key=lambda entry: entry.exercise_name):
        for rows in _runs(neighbours):
            found = _sets(rows, run, leave_out)
            run += bool(found)
            sets.extend(found)
    return tuple(sets)


def _runs(entries: Iterator[Entry]) -> list[list[Entry]]:
    """Split neighbouring rows of one exercise where its set numbers start again."""
    runs: list[list[Entry]] = [[]]
    last = -1
    for entry in entries:
        if entry.number is not None:
            if _starts_again(entry, last):
                runs.append(_opening(runs[-1]))
            last = entry.number
        runs[-1].append(entry)
    return runs


def _starts_again(entry: Entry, last: int) -> bool:
    number = entry.number
    twice = entry.set is not None and entry.set.repeats_line is not None and number == last
    return number is not None and number <= last and not twice


def _opening(run: list[Entry]) -> list[Entry]:
    """Take the warm-ups after the last numbered set off the run: they open the next one."""
    numbered = max(index for index, entry in enumerate(run) if entry.number is not None)
    for index in range(numbered + 1, len(run)):
        warm_up = run[index].set
        if warm_up is not None and warm_up.kind == "warm_up":
            opening = run[index:]
            del run[index:]
            return opening
    return []


def _sets(rows: list[Entry], run: int, leave_out: LeaveOut) -> list[ImportedSet]:
    sets: list[ImportedSet] = []
    notes: list[Entry] = []
    said: set[str] = set()
    for row in rows:
        if row.set is not None:
            note = "" if row.note in said else row.note
            said.add(row.note)
            sets.append(replace(row.set, run=run, note=note))
            continue
        if row.note:
            notes.append(row)
        if row.rest_seconds is not None:
            if sets and sets[-1].rest_seconds is None:
                sets[-1] = replace(sets[-1], rest_seconds=row.rest_seconds)
            else:
                leave_out(row.line_number, "The rest does not follow a set.")
    return _with_notes(sets, notes, leave_out)


def _with_notes(
    sets: list[ImportedSet], notes: list[Entry], leave_out: LeaveOut
) -> list[ImportedSet]:
    """The sets, the notes on their exercise standing on the first of them."""
    if not sets:
        for row in notes:
            leave_out(row.line_number, "The note belongs to an exercise without sets.")
        return []
    texts = dict.fromkeys([*(row.note for row in notes), sets[0].note])
    first = replace(sets[0], note="\n".join(filter(None, texts)))
    return [first, *sets[1:]]
