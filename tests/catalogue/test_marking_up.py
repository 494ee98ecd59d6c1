"""Two texts side by side, in pieces that say what was taken away and what was added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.marking_up import lines_apart, lists_apart, words_apart


def shown(line):
    """[-taken away-] and [+added+]."""
    marks = {"": "{}", "del": "[-{}-]", "ins": "[+{}+]"}
    return "".join(marks[mark].format(text) for text, mark in line)


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        ("Pull the bar up.", "Pull the bar.", "Pull the bar [-up-].", "Pull the bar."),
        ("Pull.", "Pull, and rest.", "Pull.", "Pull[+, and rest+]."),
        ("", "New.", "", "[+New.+]"),
        ("Same.", "Same.", "Same.", "Same."),
    ],
)
def test_a_sentence_is_told_apart_by_its_words(before, after, left, right):
    one, other = words_apart(before, after)
    assert (shown(one), shown(other)) == (left, right)


def test_lines_are_told_apart_line_by_line():
    before = ["Stand tall.", "Pull the bar up.", "Breathe."]
    after = ["Stand tall.", "Pull the bar to the hip.", "Breathe.", "Rest."]
    left, right = lines_apart(before, after)
    assert [shown(line) for line in left][:1] == ["Stand tall."]
    assert shown(left[1]) == "Pull the bar [-up-]."
    assert [shown(line) for line in right] == [
        "Stand tall.", "Pull the bar [+to the hip+].", "Breathe.", "[+Rest.+]",
    ]  # fmt: skip


def test_another_line_altogether_is_no_change_of_words():
    left, right = lines_apart(["Stand tall."], ["Breathe through every repetition."])
    assert (shown(left[0]), shown(right[0])) == (
        "[-Stand tall.-]", "[+Breathe through every repetition.+]",
    )  # fmt: skip


def test_lists_without_an_order_are_one_line():
    left, right = lists_apart(["Barbell", "Flat bench"], ["Blocks", "Barbell"])
    assert [shown(line) for line in left] == ["Barbell, [-Flat bench-]"]
    assert [shown(line) for line in right] == ["[+Blocks+], Barbell"]
    assert lists_apart([], []) == [[], []]


texts = st.lists(st.text(alphabet="ab .,", max_size=12), max_size=4)


@given(texts, texts)
def test_no_letter_is_lost_on_either_side(before, after):
    left, right = lines_apart(before, after)
    assert ["".join(text for text, _ in line) for line in left] == before
    assert ["".join(text for text, _ in line) for line in right] == after
    assert {mark for line in left for _, mark in line} <= {"", "del"}
    assert {mark for line in right for _, mark in line} <= {"", "ins"}
