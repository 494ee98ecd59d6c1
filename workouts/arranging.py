"""The order of a day's rows, and their supersets: neighbours that share a letter.

Every function takes the rows of one day in order and returns them in their new order.
"""

from itertools import chain, groupby
from string import ascii_uppercase

from workouts.models import Prescription

JOINING = "+"  # stands for the letter that tidy() will give
Technique = Prescription.Technique


def blocks(rows):
    """The rows in blocks: a superset together, any other row alone."""
    runs = groupby(enumerate(rows), key=lambda entry: entry[1].superset or entry[0])
    return [[row for _, row in run] for _, run in runs]


def label_of(row, number):
    """A1 for the first row of superset A; nothing outside supersets."""
    return f"{row.superset}{number}" if row.superset else ""


def move(rows, row, step):
    """Move a row one place up (-1) or down (1): within its superset, or else all of that."""
    parts = blocks(rows)
    here = next(index for index, block in enumerate(parts) if row in block)
    block, place = parts[here], parts[here].index(row)
    if 0 <= place + step < len(block):
        block[place], block[place + step] = block[place + step], block[place]
    elif 0 <= here + step < len(parts):
        parts[here], parts[here + step] = parts[here + step], parts[here]
    return tidy(chain.from_iterable(parts))


def group_with_next(rows, row):
    """One superset of a row, the row below, and whoever is in a superset with either."""
    place = rows.index(row)
    if place + 1 < len(rows):
        pair = rows[place : place + 2]
        joined = [block for block in blocks(rows) if pair[0] in block or pair[1] in block]
        for member in chain.from_iterable(joined):
            member.superset = JOINING
    return tidy(rows)


def ungroup(rows, row):
    _leave(row)
    return tidy(rows)


def tidy(rows, waiting=None):
    """Number the rows. A superset has at least two neighbours; the first of the day is A.

    Only one that is `waiting` for its neighbour keeps its letter alone.
    """
    rows, letters = list(rows), iter(ascii_uppercase)
    for block in blocks(rows):
        if len(block) == 1:
            if block[0] is not waiting:
                _leave(block[0])
            continue
        letter = next(letters)
        for row in block:
            row.superset = letter
    for position, row in enumerate(rows, 1):
        row.position = position
    return rows


def _leave(row):
    row.superset = ""
    if row.technique == Technique.SUPERSET:
        row.technique = Technique.STRAIGHT
