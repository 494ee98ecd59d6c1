"""A catalogue in CSV: a row for each exercise, a column for each field."""

import csv
import io
import json
import re

from catalogue.checking import CHOICES, LADDER, LINES, NUMBERS, ROLES, TEXTS, YES_OR_NO
from catalogue.exchange.cells import guarded, joined, parted, unguarded
from catalogue.exchange.json_file import read_value, unfit
from catalogue.exchange.model import MOST_ENTRIES, ROW, Entry, File, FileRefused, Problem
from catalogue.states import FIELDS

LISTS = {*LINES, *ROLES, *LADDER, "equipment"}
PLAIN = {*TEXTS, *CHOICES, "region"}
OR_NONE = {"pattern", "bodyweight_factor"}
IN_JSON = {"free_exercise_db", "links", "pictogram", "translations"}
YES, NO = ("true", "yes", "1", "wahr", "ja"), ("false", "no", "0", "falsch", "nein")
NUMBER = re.compile(r"-?\d{1,12}(?:[.,]\d{1,6})?")
LONGEST_CELL = 100_000


class Unreadable(ValueError):
    """A cell that is not what its column holds, in words."""


def write_csv(states):
    """The text of a table of states."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(FIELDS)
    writer.writerows([guarded(_cell(name, state[name])) for name in FIELDS] for state in states)
    return file.getvalue()


def read_csv(text, name):
    """The File in a text; its rows are counted as a spreadsheet does, the headings being row 1."""
    heading = text.lstrip().partition("\n")[0]
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(
        io.StringIO(text, newline=""), delimiter=max(",;\t", key=heading.count), strict=True
    )
    number, file = 0, File(name)
    try:
        for number, cells in enumerate(rows, 1):
            if number == 1:
                columns = _columns(cells)
            elif any(cell.strip() for cell in cells):
                _read_row(f"{ROW} {number}", columns, cells, file)
            if number > MOST_ENTRIES:
                raise FileRefused(f"There are more than {MOST_ENTRIES:,} rows.")
    except csv.Error as error:
        raise FileRefused(_broken(error), f"{ROW} {number + 1}") from None
    if not (file.exercises or file.problems):
        raise FileRefused("The file has headings but no rows.")
    return file


def _columns(cells):
    columns = [cell.strip().lower() for cell in cells]
    unknown = [name for name in columns if name not in FIELDS]
    twice = [name for name in columns if columns.count(name) > 1]
    if "slug" not in columns:
        raise FileRefused("The headings name no column “slug”, so nothing says which is which.")
    if unknown or twice:
        words = f"There is no column “{unknown[0][:60]}”." if unknown else f"“{twice[0]}” is twice."
        raise FileRefused(words, f"{ROW} 1")
    return columns


def _read_row(place, columns, cells, file):
    about = cells[columns.index("slug")][:80] if len(cells) == len(columns) else ""
    if len(cells) != len(columns):
        words = f"This row has {len(cells)} of {len(columns)} columns."
        file.problems.append(Problem(place, words))
        return
    fields, wrong = {}, []
    for name, cell in zip(columns, cells, strict=True):
        try:
            fields[name] = _value(name, unguarded(cell))
        except Unreadable as why:
            wrong.append(Problem(place, str(why), about, name))
    file.problems.extend(wrong)
    if not wrong:
        file.exercises.append(Entry(place, fields))


def _cell(name, value):
    if value is None:
        return ""
    if name in LISTS or name == "reps":
        return joined(map(str, value))
    if name == "limitations":
        return joined(f"{slug}: {verdict}" for slug, verdict in value.items())
    if name in IN_JSON:
        return json.dumps(value, ensure_ascii=False) if value else ""
    if name in YES_OR_NO:
        return str(value).lower()
    return f"{value:.15g}" if name in NUMBERS else str(value)


def _value(name, cell):
    if fault := unfit(cell):
        raise Unreadable(fault)
    if name in OR_NONE and not cell.strip():
        return None
    if name in LISTS:
        return parted(cell)
    if name == "reps":
        return [_number(item) for item in parted(cell)]
    if name == "limitations":
        return _verdicts(parted(cell))
    if name in IN_JSON:
        return _json(name, cell)
    if name in YES_OR_NO:
        return _yes_or_no(cell.strip().lower())
    return _number(cell) if name in NUMBERS else cell


def _number(cell):
    """Whole numbers are whole; a spreadsheet may write a comma for the point."""
    if not NUMBER.fullmatch(cell.strip()):
        raise Unreadable(f"“{cell[:40]}” is not a number.")
    value = float(cell.strip().replace(",", "."))
    return int(value) if value == int(value) else value


def _verdicts(items):
    pairs = [[part.strip() for part in item.split(":", 1)] for item in items]
    if not all(len(pair) == 2 for pair in pairs):
        raise Unreadable("Each limitation has a verdict: “lbp-acute: avoid”.")
    if len(dict(pairs)) < len(pairs):
        raise Unreadable("One of them is there twice.")
    return dict(pairs)


def _json(name, cell):
    if not cell.strip():
        return [] if name == "links" else {}
    value, fault = read_value(cell)
    if fault:
        raise Unreadable(fault)
    return value


def _yes_or_no(word):
    if word not in YES + NO:
        raise Unreadable("This is true or false.")
    return word in YES


def _broken(error):
    if "limit" in str(error):
        return f"A cell is longer than {LONGEST_CELL:,} letters; perhaps a quotation mark is open."
    if "end of data" in str(error):
        return "A quotation mark is never closed."
    return "The quotation marks in this row do not match."
