"""Cells of a table: whatever text is in them comes back, and no spreadsheet runs it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.exchange.cells import guarded, joined, parted, unguarded


@pytest.mark.parametrize("sign", list("=+-@\t\r\n＝＋－＠"))
def test_what_a_spreadsheet_would_run_is_guarded(sign):
    formula = f"{sign}HYPERLINK(1)"
    assert guarded(formula) == f"'{formula}"
    assert unguarded(guarded(formula)) == formula


def test_an_apostrophe_of_ones_own_stays():
    assert guarded("'tis a row") == unguarded("'tis a row") == "'tis a row"


@given(st.text(alphabet="'=+-@ab\t\n", max_size=6))
def test_every_text_comes_back(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\n")


@given(st.lists(st.text(alphabet="\\| ab\n\t;,", min_size=1, max_size=6), max_size=4))
def test_every_list_comes_back(items):
    assert parted(joined(items)) == items


def test_a_list_may_be_typed_by_hand():
    assert parted("barbell|bench-flat |  mat") == ["barbell", "bench-flat", "mat"]
    assert parted("  ") == []
