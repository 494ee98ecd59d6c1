"""Finding by name, without a database: the order of what is found, and slips of the finger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.names import LIKENESS, LONGEST, Names, fold, trigrams

ROWS = [
    ("Lat pulldown", "latziehen"),
    ("Pull-up", "overhand pull-up"),
    ("Pull-up hold"),
    ("Romanian deadlift", "RDL"),
    ("Deadlift", "conventional pull"),
    ("Rückenstrecker", "Übung für den Rücken"),
    ("Жим лёжа",),
]
ROWS = [row if isinstance(row, tuple) else (row,) for row in ROWS]
NAMES = Names(ROWS)


def found(text):
    return [ROWS[place][0] for place, _ in sorted(NAMES.find(text).items(), key=lambda it: it[1])]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lat pull down", "Lat pulldown"),
        ("PULLUPS", "Pull-up"),
        ("rdl", "Romanian deadlift"),
        ("deadlfit", "Deadlift"),
        ("ruckenstrecker", "Rückenstrecker"),
        ("Rückenübung", "Rückenstrecker"),
        ("жим", "Жим лёжа"),
        ("d", "Deadlift"),
    ],
)
def test_it_finds_what_is_meant(text, first):
    assert found(text)[0] == first


def test_exact_comes_before_beginnings_and_those_before_parts():
    assert found("pull-up") == ["Pull-up", "Pull-up hold"]
    assert found("deadlift") == ["Deadlift", "Romanian deadlift"]


def test_all_words_have_to_be_there():
    assert found("hold pull") == ["Pull-up hold"]


@pytest.mark.parametrize("text", ["", "  ", "%", "'; --", "\x00", "zzzzqqq", "a" * 5000])
def test_nothing_is_found_by_what_is_no_name(text):
    assert found(text) == []


@given(st.sampled_from(ROWS), st.data())
def test_every_name_is_found_by_itself_and_comes_first(row, data):
    name = data.draw(st.sampled_from(row))
    ranks = NAMES.find(name)
    assert ranks[ROWS.index(row)] == min(ranks.values())


@given(st.text(max_size=LONGEST + 20))
def test_any_text_is_answered(text):
    assert all(0 <= place < len(ROWS) for place in NAMES.find(text))


@given(st.text(alphabet="abc ", max_size=12), st.text(alphabet="abc ", max_size=12))
def test_likeness_is_as_in_postgresql(one, other):
    """Shared trigrams as a share of all: 1 for the same, and the same in both directions."""
    a, b = trigrams(fold(one)), trigrams(fold(other))
    likeness = len(a & b) / len(a | b) if fold(one) and fold(other) else 0
    found = Names([(other,)]).find(one).get(0)
    if found:
        assert -found[1] == likeness
    else:
        assert likeness < LIKENESS
