"""From bytes to rows: encodings, delimiters and the quirks of real exports."""

import pytest

from progress.importing import EncodingUnknown
from progress.importing.reading import read_table

TEXT = "Name,Note\nRücken,schön\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_its_mark(encoding):
    table = read_table(TEXT.encode(encoding))
    assert table.header.cells == ("Name", "Note")
    assert table.rows[0].cells == ("Rücken", "schön")


def test_utf_16_is_read_in_both_byte_orders():
    table = read_table(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert table.rows[0].cells == ("Rücken", "schön")


def test_an_old_code_page_is_asked_about_not_guessed():
    with pytest.raises(EncodingUnknown, match="Line 2: The file is not UTF-8"):
        read_table(TEXT.encode("latin-1"))


def test_latin_1_is_read_once_the_member_says_so():
    table = read_table(TEXT.encode("latin-1"), latin_1=True)
    assert table.rows[0].cells == ("Rücken", "schön")


def test_saying_latin_1_does_not_spoil_a_file_that_is_utf_8():
    assert read_table(TEXT.encode(), latin_1=True).rows[0].cells == ("Rücken", "schön")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_numbers_count_every_kind_of_line_end(line_end):
    text = line_end.join(["", "a,b", "", '1,"two', 'lines"', "3,4"])
    table = read_table(text.encode())
    assert table.header.line_number == 2
    assert [(row.line_number, row.cells) for row in table.rows] == [
        (4, ("1", "two\nlines")),
        (6, ("3", "4")),
    ]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('"plain"', "plain"),
        ('""', ""),
        ('"said ""up"" twice"', 'said "up" twice'),
        ('"said ""hi""; then"', 'said "hi"; then'),
        ('"bar at 5" height"', 'bar at 5" height'),
        ('""great" set"', '"great" set'),
        ('"5", then wide"', '5", then wide'),
        ("tempo 2'30", "tempo 2'30"),
        ('3" band', '3" band'),
        ('"strap\n3rd"', "strap\n3rd"),
        ('"""quoted"""', '"quoted"'),
    ],
)
def test_quotes_in_notes(cell, read):
    table = read_table(f"a;b;c\n1;{cell};2\n7;8;9\n".encode())
    assert table.rows[0].cells == ("1", read, "2")
    assert table.rows[-1].cells == ("7", "8", "9")


@pytest.mark.parametrize("below", ['"3","4","5"', '3,"4",5'])
def test_a_quote_never_closed_costs_one_row_and_is_named(below):
    table = read_table(f'a,b,c\n1,"open,2\n{below}\n6,7,8\n'.encode())
    assert [row.cells for row in table.rows] == [("3", "4", "5"), ("6", "7", "8")]
    assert [(found.line_number, found.left_out) for found in table.problems] == [(2, True)]


def test_a_row_cut_short_and_a_row_too_long_are_named_by_line():
    table = read_table(b"a,b,c\n1,2\n1,2,3\n1,2,3,4\n")
    assert [row.line_number for row in table.rows] == [3]
    assert [(p.line_number, p.sentence) for p in table.problems] == [
        (2, "The row has 2 of 3 columns."),
        (4, "The row has more than the 3 columns of the headings."),
    ]


def test_a_heading_may_hold_the_other_delimiter():
    table = read_table(b'"a, b";c;d\n1;"2,5";3\n')
    assert table.delimiter == ";"
    assert table.rows[0].cells == ("1", "2,5", "3")
