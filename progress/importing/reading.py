"""Bytes of unknown origin to rows of cells: limits first, then decoding, then the table."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .model import EncodingUnknown, FileRefused, Problem

MAX_BYTES = 5 * 1024 * 1024
MAX_ROWS = 50_000
MAX_CELL = 200_000
MAX_COLUMNS = 100
MAX_RUNAWAYS = 20  # each may cost a scan of MAX_CELL characters

_UNCLOSED = "A quotation mark is never closed."
_QUOTES = re.compile('"+')
_C1_CONTROLS = re.compile("[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Row:
    line_number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    header: Row
    rows: tuple[Row, ...]
    delimiter: str
    problems: tuple[Problem, ...]


class _Broken(Exception):
    """A record that cannot be taken apart, in words; `runaway` if a quote may have eaten lines."""

    def __init__(self, sentence: str, *, runaway: bool) -> None:
        self.runaway = runaway
        super().__init__(sentence)


def read_table(data: bytes, *, latin_1: bool = False) -> Table:
    """The table in `data`, or FileRefused.

    `latin_1` is the member's answer to EncodingUnknown; it is used only where the bytes are
    not UTF-8 or UTF-16.
    """
    text = _decoded(data, latin_1=latin_1)
    if not text.strip():
        raise FileRefused("The file is empty.")
    start = text.rfind("\n", 0, len(text) - len(text.lstrip())) + 1
    line_number = text.count("\n", 0, start) + 1
    delimiter = _delimiter(text[start : _next_line(text, start)], line_number)
    headings, end = _headings(text, start, delimiter, line_number)
    below = line_number + text.count("\n", start, end)
    problems: list[Problem] = []
    rows = tuple(_rows(text, end, below, delimiter, len(headings), problems))
    if not rows and not problems:
        raise FileRefused("The file has headings but no rows.")
    return Table(Row(line_number, headings), rows, delimiter, tuple(problems))


def _decoded(data: bytes, *, latin_1: bool) -> str:
    """The text with \\n line ends; never a silent guess at an eight-bit code page."""
    if len(data) > MAX_BYTES:
        raise FileRefused("The file is larger than 5 MiB.")
    utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line_number = data.count(b"\n", 0, error.start) + 1
        if not latin_1 or utf_16:
            raise EncodingUnknown(
                "The file is not UTF-8 text, nor UTF-16 with its mark.", line_number
            ) from None
        text = _latin_1(data)
    if "\0" in text:
        line_number = text.count("\n", 0, text.index("\0")) + 1
        raise FileRefused("There is a NUL character, so this is not a text file.", line_number)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _latin_1(data: bytes) -> str:
    text = data.decode("latin-1")
    if control := _C1_CONTROLS.search(text):
        line_number = text.count("\n", 0, control.start()) + 1
        raise FileRefused("There are characters that Latin-1 does not have.", line_number)
    return text


def _delimiter(heading: str, line_number: int) -> str:
    """The sign between headings, by which there are more of; no heading holds either."""
    delimiter = max(";,", key=heading.count)
    if delimiter not in heading:
        raise FileRefused("The columns are not separated by commas or semicolons.", line_number)
    return delimiter


def _headings(
    text: str, start: int, delimiter: str, line_number: int
) -> tuple[tuple[str, ...], int]:
    try:
        headings, end = _cells(text, start, delimiter, MAX_COLUMNS)
    except _Broken as broken:
        raise FileRefused(str(broken), line_number) from None
    if len(headings) > MAX_COLUMNS:
        raise FileRefused("The file has more than 100 columns.", line_number)
    return headings, end


def _rows(
    text: str, start: int, line_number: int, delimiter: str, width: int, problems: list[Problem]
) -> Iterator[Row]:
    """The records below the headings; what cannot be taken apart is put in `problems`.

    After a broken record reading goes on at the next physical line, so that a quote that is
    never closed costs one row and not the rest of the file.
    """
    records = runaways = 0
    while start < len(text):
        end = _next_line(text, start)
        if text[start:end].strip():
            records += 1
            try:
                cells, end = _record(text, start, delimiter, width)
                yield Row(line_number, cells)
            except _Broken as broken:
                problems.append(Problem(line_number, str(broken)))
                runaways += broken.runaway
        if runaways > MAX_RUNAWAYS:
            raise FileRefused("Too many quotation marks are never closed.", line_number)
        if records > MAX_ROWS:
            raise FileRefused("The file has more than 50,000 rows.", line_number)
        line_number += text.count("\n", start, end)
        start = end


def _record(text: str, start: int, delimiter: str, width: int) -> tuple[tuple[str, ...], int]:
    """The `width` cells of the record at `start`, and where the next record begins."""
    line_end = _next_line(text, start)
    cells, end = _cells(text, start, delimiter, width)
    if len(cells) != width:
        raise _Broken(_wrong_width(len(cells), width), runaway=end > line_end)
    lines_below_the_first = text[line_end:end].split("\n")
    if any(line.count(delimiter) >= width - 1 for line in lines_below_the_first):
        raise _Broken(_UNCLOSED, runaway=True)  # a whole record has been swallowed
    return cells, end


def _cells(text: str, start: int, delimiter: str, at_most: int) -> tuple[tuple[str, ...], int]:
    """The cells from `start` to the end of the record, or one more than `at_most` of them."""
    cells: list[str] = []
    end = start - 1
    while len(cells) <= at_most:
        cell, end = _cell(text, end + 1, delimiter)
        cells.append(cell)
        if text[end : end + 1] != delimiter:
            break
    return tuple(cells), min(end + 1, len(text))


def _cell(text: str, start: int, delimiter: str) -> tuple[str, int]:
    if text[start : start + 1] == '"':
        return _quoted(text, start + 1, delimiter)
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    end = text.find(delimiter, start, line_end)
    end = line_end if end < 0 else end
    _refuse_above_limit(text, start, end)
    return text[start:end], end


def _quoted(text: str, start: int, delimiter: str) -> tuple[str, int]:
    """The content of a quoted cell and where it ends, also round quotes nobody doubled.

    A quote closes the cell only where a delimiter or the end of the line follows.
    """
    parts, position = [], start
    while quotes := _QUOTES.search(text, position):
        _refuse_above_limit(text, start, quotes.start())
        parts.append(text[position : quotes.start()])
        position = quotes.end()
        count = quotes.end() - quotes.start()
        if count % 2 == 1 and text[position : position + 1] in ("", "\n", delimiter):
            parts.append('"' * (count // 2))
            return "".join(parts), position
        parts.append('"' * ((count + 1) // 2))
    _refuse_above_limit(text, start, len(text))
    raise _Broken(_UNCLOSED, runaway=True)


def _refuse_above_limit(text: str, start: int, end: int) -> None:
    if end - start > MAX_CELL:
        raise FileRefused(
            "One cell is longer than 200,000 characters; perhaps its quotation mark is never "
            "closed.",
            text.count("\n", 0, start) + 1,
        )


def _wrong_width(found: int, width: int) -> str:
    if found > width:
        return f"The row has more than the {width} columns of the headings."
    return f"The row has {found} of {width} columns."


def _next_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end + 1
