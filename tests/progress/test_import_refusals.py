"""manage.py import_log: what is refused, left out or cut, and that it is said."""

import re
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from progress.importing import storing
from tests.progress.exports import STRONG, strong


def test_what_is_more_than_we_keep_is_left_out_or_cut_and_said(bring, journal, catalogue):
    text = STRONG + "".join(
        [
            strong(load="1501"),
            strong(order=2, load="100.126"),
            strong(order="Rest Timer", load=0, reps=0, seconds=40000),
            strong(order=3, notes="x" * 4001),
            strong("Swimming", load=0, reps=0, distance=1001),
        ]
    )
    receipt = bring(text, "--unit", "kg", "--distance-unit", "km")
    cut, noted = journal()
    assert (cut.load, cut.rest_seconds) == (Decimal("100.13"), None)
    assert len(noted.note) == 4000
    assert "Line 2: The weight is more than 1,500 kg. Left out." in receipt
    assert "Line 3: The weight 100.126 is kept as 100.13, to the hundredth." in receipt
    assert "The sums differ" in receipt


def test_a_problem_is_said_by_its_line(bring, journal, catalogue):
    receipt = bring(STRONG + strong() + strong(order=2, reps="five"), "--unit", "kg")
    assert "Line 3: Repetitions “five” is not a number we can read. Left out." in receipt
    assert len(journal()) == 1


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        (STRONG + strong(), [], "kilograms or pounds. Add --unit kg or --unit lb."),
        ("a,b\n1,2\n", ["--unit", "kg"], "These are not the headings of a workout export"),
        ("", ["--unit", "kg"], "The file is empty."),
        (STRONG.encode() + b"\xff", ["--unit", "kg"], "If it is Latin-1, add --latin-1."),
        (b"x" * (5 * 1024 * 1024 + 1), [], "The file is larger than 5 MiB."),
        (STRONG + strong(), ["--unit", "kg", "--time-zone", "Mars"], "Mars is no time zone"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_words(bring, journal, text, options, words, db):
    with pytest.raises(CommandError, match=re.escape(words)):
        bring(text, *options)
    assert not journal()


def test_an_unknown_member_is_said(bring):
    with pytest.raises(CommandError, match="no member with the e-mail address bo@example.com"):
        bring(STRONG + strong(), "--unit", "kg", user="bo@example.com")


def test_a_file_that_is_not_there_is_said(alex):
    with pytest.raises(CommandError, match="nowhere.csv cannot be read: No such file"):
        call_command("import_log", "nowhere.csv", "--user", alex.email, "--unit", "kg")


def test_when_sums_do_not_come_back_nothing_is_kept(bring, journal, catalogue, monkeypatch):
    whole = storing._set_rows
    monkeypatch.setattr(storing, "_set_rows", lambda *args: list(whole(*args))[:-1])
    with pytest.raises(CommandError, match="nothing was imported"):
        bring(STRONG + strong() + strong(order=2), "--unit", "kg")
    assert not journal()
