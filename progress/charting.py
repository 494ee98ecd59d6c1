"""The shapes of charts, without colour or words of HTML: columns, heights, tables to draw from.

A picture scales across the page without a script: x is in per cent of its width, y in pixels.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor
from typing import NamedTuple

from accounts.templatetags.quantities import hard_sets

STACKED = ("lower", "lats", "mid", "upper", "arms")  # from the bottom up, as in a body
STEPS = (5, 10, 20, 25, 50, 100)
FINE_STEPS = (1, 2, 4, 5, 10, 20, 25, 50, 100)
GAP = 2  # pixels between two parts of a column
FILLED = 0.62  # of a column's room
MOST_LABELS, MOST_TOTALS = 6, 12


class Column(NamedTuple):
    """One column of a stack: its label, and sets by region."""

    label: str
    sets: Mapping[str, Decimal]
    is_now: bool = False


class Part(NamedTuple):
    region: str
    y: str
    height: str


class DrawnColumn(NamedTuple):
    """Where a column stands; `label` and `total` are empty where there is no room for them.

    Spare ones are those that a phone has no room for.
    """

    parts: list[Part]
    x: str
    width: str
    middle: str
    total: str
    total_y: str
    label: str
    is_now: bool
    label_is_spare: bool
    total_is_spare: bool


class Level(NamedTuple):
    """A line across the chart."""

    y: str
    label: str = ""
    label_y: str = ""


@dataclass(frozen=True)
class Stack:
    """A stack of columns `height` pixels high, with a band across, to be said as `label`."""

    label: str
    height: int
    columns: list[DrawnColumn]
    ticks: list[Level]
    band: list[Level]
    band_height: str

    @property
    def whole_height(self):
        return self.height + 28

    @property
    def label_y(self):
        return self.height + 20


def stack_chart(
    label: str, columns: Sequence[Column], band: tuple[int, int], height: int = 230
) -> Stack:
    """Columns of sets stacked by region over a target band of their sum."""
    totals = [_total(column) for column in columns]
    ticks = levels(max([*totals, float(band[1])]) * 1.08)
    scale = height / ticks[-1]

    def y(sets: float) -> str:
        return _number(height - sets * scale)

    return Stack(
        label,
        height,
        [
            _drawn(column, n, len(columns), scale, height)
            for n, column in enumerate(columns)
        ],
        [Level(y(t), str(t), _number(height - t * scale + 4)) for t in ticks],
        [Level(y(band[1])), Level(y(band[0]))],
        _number((band[1] - band[0]) * scale),
    )  # fmt: skip


def levels(most: float) -> list[int]:
    """Round numbers from 0 to at least `most`, at most six of them."""
    step = next((step for step in STEPS if most / step <= 5), ceil(most / 500) * 100)
    return [n * step for n in range(ceil(most / step) + 1)]


def _drawn(column: Column, n: int, columns: int, scale: float, height: int) -> DrawnColumn:
    room = 100 / columns
    parts, y = [], float(height)
    for region in STACKED:
        tall = float(column.sets.get(region, 0)) * scale
        if not tall:
            continue
        y -= tall
        inside = max(0.5, tall - GAP)
        parts.append(Part(region, _number(y + GAP / 2), _number(inside)))
    total = _total(column)
    every = ceil(columns / MOST_LABELS)
    labelled = column.is_now or (n % every == 0 and columns - n > every / 2)
    return DrawnColumn(
        parts=parts,
        x=_percent(room * (n + (1 - FILLED) / 2)),
        width=_percent(room * FILLED),
        middle=_percent(room * (n + 0.5)),
        total=hard_sets(total) if total and columns <= MOST_TOTALS else "",
        total_y=_number(y - 6),
        label=column.label if labelled else "",
        is_now=column.is_now,
        label_is_spare=n // every % 2 == 1 and not column.is_now,
        total_is_spare=(columns - 1 - n) % 2 == 1,
    )


class Cell(NamedTuple):
    """What a table says, and the number a line is drawn from."""

    text: str
    value: float | Decimal | None = None


class Head(NamedTuple):
    """A column's heading; `draw` is line, dots or best where the chart draws it."""

    text: str
    draw: str = ""


@dataclass(frozen=True)
class LineChart:
    """A line over time as the table that <line-chart> draws: rows of a day and its cells."""

    label: str
    heads: Sequence[Head]
    rows: Sequence[tuple[date, Sequence[Cell]]]
    height: int = 260


class Dot(NamedTuple):
    x: str
    y: str
    is_last: bool


@dataclass(frozen=True)
class Line:
    """A small line over time, `height` pixels high: its path is in a box of 100 by `height`."""

    height: int
    path: str
    dots: list[Dot]
    ticks: list[Level]
    first: date
    last: date

    @property
    def whole_height(self):
        return self.height + 24

    @property
    def label_y(self):
        return self.height + 20


ROOM = 8  # pixels above and below a small line


def small_line(points: Sequence[tuple[date, float]], height: int = 96) -> Line:
    """Two or more (day, value), oldest first, joined by a line."""
    first, last = points[0][0], points[-1][0]
    days = max((last - first).days, 1)
    ticks = _round_between([value for _, value in points])
    scale = (height - 2 * ROOM) / (ticks[-1] - ticks[0])

    def y(value: float) -> float:
        return height - ROOM - (value - ticks[0]) * scale

    places = [(100 * (day - first).days / days, y(value)) for day, value in points]
    drawn = [(_percent(x), _number(y)) for x, y in places]
    return Line(
        height,
        " ".join(f"{x:.2f},{y:.1f}" for x, y in places),
        [Dot(x, y, n == len(drawn)) for n, (x, y) in enumerate(drawn, 1)],
        [Level(_number(y(t)), f"{t:g}", _number(y(t) + 4)) for t in ticks],
        first,
        last,
    )


def _round_between(values: Sequence[float]) -> list[float]:
    """Three or four round numbers, from below the least value to above the greatest."""
    low, high = min(values), max(values)
    step = next((s for s in FINE_STEPS if (high - low) / s <= 2), ceil((high - low) / 200) * 100)
    start = floor(low / step)
    return [step * n for n in range(start, max(ceil(high / step), start + 1) + 1)]


def _total(column: Column) -> float:
    return float(sum((column.sets.get(region, Decimal(0)) for region in STACKED), Decimal(0)))


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _number(value: float) -> str:
    return f"{value:.1f}"


def listed(words: Iterable[str]) -> str:
    """Words as they stand in a sentence: a, b and c."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
