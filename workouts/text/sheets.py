"""What is pasted from a spreadsheet: cells parted by tabs become lines of a plan as text.

The columns are those that the first row names; without such a row they are guessed.
"""

import re

from workouts.text.problems import Wrong
from workouts.text.words import weekday_of
from workouts.text.writing import quoted

COLUMNS = {
    "day": "day tag workout session einheit trainingstag",
    "exercise": "exercise exercises übung uebung movement lift name",
    "superset": "superset group supersatz",
    "sets": "sets set sätze saetze serien",
    "reps": "reps rep repetitions wdh wiederholungen",
    "load": "load weight gewicht kg lb lbs",
    "effort": "rir rpe effort intensity",
    "rest": "rest pause",
    "tempo": "tempo",
    "note": "note notes comment comments notiz bemerkung",
}
_COLUMN = {word: column for column, words in COLUMNS.items() for word in words.split()}
GUESSED = ("exercise", "sets", "reps", "load", "effort", "rest", "note")
NOTHING = {"", "-", "–", "—", "/", "n/a", "bw", "bodyweight"}
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
DAY = re.compile(r"(?:day|tag|workout|session)\s*\w{1,3}", re.IGNORECASE)
KNOWN = "day, exercise, sets, reps, load, RIR or RPE, rest, tempo, superset and note"


class Sheet:
    """Rows of one table, from its first line to its last."""

    def __init__(self):
        self._columns = None
        self._heads = {}
        self._day = ""

    def lines(self, line):
        """(A line as text, a function from its columns to those of `line`), up to two."""
        cells, starts = _cells(line)
        filled = [place for place, cell in enumerate(cells) if cell]
        if len(filled) == 1 and self._columns is None:
            yield cells[filled[0]], lambda column, at=starts[filled[0]]: at + column
            return
        if self._columns is None:
            self._columns = _named(cells, starts)
            if self._columns:
                self._heads = {c: cells[p].lower() for p, c in self._columns.items()}
                return
            self._columns = _guessed(cells)
        yield from self._row(_by_column(self._columns, cells, starts))

    def _row(self, row):
        day, at = row.pop("day", ("", 0))
        if day and day != self._day:
            self._day = day
            yield f"# {day if '|' not in day else quoted(day)}", lambda column: at + 1
        if not row:
            return
        if "exercise" not in row:
            raise Wrong(min(start for _, start in row.values()) + 1, "Which exercise is this?")
        yield _joined(self._parts(row))

    def _parts(self, row):
        """(Text, where its cell begins) in the order of a line."""
        for column in ("superset", "exercise", "sets", "reps", "load", "effort", "rest", "tempo"):
            cell, start = row.get(column, ("", 0))
            if cell.lower() not in NOTHING:
                yield getattr(self, f"_{column}")(cell, row), start
        if "note" in row:
            yield quoted(row["note"][0]), row["note"][1]

    def _superset(self, cell, row):
        return f"{cell})"

    def _exercise(self, cell, row):
        return quoted(cell)

    def _sets(self, cell, row):
        reps = row.get("reps", ("", 0))[0]
        return f"{cell}x" if reps else f"{cell} sets"

    def _reps(self, cell, row):
        is_bare = re.fullmatch(r"\d+(?:\s*[-–—]\s*\d+)?", cell)
        return f"{cell} reps" if is_bare and "sets" not in row else cell

    def _load(self, cell, row):
        unit = "lb" if "lb" in self._heads.get("load", "") else "kg"
        return f"{cell} {unit}" if NUMBER.fullmatch(cell) else cell

    def _effort(self, cell, row):
        head = self._heads.get("effort", "")
        which = "" if ("rir" in head) == ("rpe" in head) else "RIR" if "rir" in head else "RPE"
        return f"@{which}{cell}" if NUMBER.fullmatch(cell) else cell

    def _rest(self, cell, row):
        if not re.match(r"\d", cell):
            return cell
        is_minutes = "min" in self._heads.get("rest", "") and NUMBER.fullmatch(cell)
        return f"rest {cell}{' min' if is_minutes else ''}"

    def _tempo(self, cell, row):
        return f"tempo {cell}"


def _cells(line):
    """The cells of a line, and how many letters stand before each."""
    cells, starts, at = [], [], 0
    for cell in line.split("\t"):
        words = cell.strip()
        if len(words) > 1 and words[0] == words[-1] == '"':  # as spreadsheets put it
            words = words[1:-1].replace('""', '"').strip()
        cells.append(words)
        starts.append(at + (cell.find(words[0]) if words else 0))
        at += len(cell) + 1
    return cells, starts


def _named(cells, starts):
    """{place: column} where this row names the columns; None where it is none that does."""
    found = {place: _column_of(cell) for place, cell in enumerate(cells) if cell}
    if "exercise" not in found.values() or sum(map(bool, found.values())) < 2:
        return None
    for place, column in found.items():
        if column is None or list(found.values()).count(column) > 1:
            words = "is not a column of a plan" if column is None else "is there twice"
            raise Wrong(starts[place] + 1, f"“{cells[place][:40]}” {words}. They are: {KNOWN}.")
    return found


def _column_of(head):
    words = re.findall(r"\w+", head.lower())
    return next((_COLUMN[word] for word in words if word in _COLUMN), None)


def _guessed(cells):
    first, second = (*cells, "", "")[:2]
    has_day = not first or DAY.fullmatch(first) or weekday_of(first)
    has_day = has_day or (second and not second[0].isdigit())
    return dict(enumerate(("day", *GUESSED) if has_day else GUESSED))


def _by_column(columns, cells, starts):
    row = {}
    for place, cell in enumerate(cells):
        if cell and place not in columns:
            raise Wrong(starts[place] + 1, f"There is no column for “{cell[:40]}”.")
        if cell:
            row[columns[place]] = (cell, starts[place])
    return row


def _joined(parts):
    """The line, and which column of the table's line a column of it comes from."""
    text, places = "", []
    for words, start in parts:
        places.append((len(text), start))
        text += f"{words} "

    def place_of(column):
        return max((place for place in places if place[0] < column), default=(0, 0))[1] + 1

    return text.rstrip(), place_of
