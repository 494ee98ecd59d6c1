"""Seconds of rest that suit a set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rests import rest_band


@pytest.mark.parametrize(
    ("reps", "compound", "isolated"),
    [
        ((1, 5), (120, 300), (45, 120)),
        ((5, 6), (60, 300), (45, 120)),
        ((6, 14), (60, 180), (45, 120)),
        ((14, 15), (30, 180), (30, 120)),
        ((15, 30), (30, 90), (30, 90)),
    ],
)
def test_bands_by_repetitions(reps, compound, isolated):
    assert rest_band(reps, is_compound=True) == compound
    assert rest_band(reps, is_compound=False) == isolated


def test_holds_trunk_and_skill():
    assert rest_band((20, 40), is_compound=False, is_hold=True) == (30, 60)
    assert rest_band((8, 12), is_compound=False, is_trunk=True) == (30, 120)
    assert rest_band((1, 5), is_compound=True, is_skill=True) == (60, 300)
    assert rest_band((8, 15), is_compound=True, is_hold=True, is_skill=True) == (30, 150)


@given(st.integers(1, 60), st.integers(0, 20), st.booleans(), st.booleans(), st.booleans())
def test_every_set_has_a_band(low, more, is_compound, is_trunk, is_skill):
    shortest, longest = rest_band(
        (low, low + more), is_compound=is_compound, is_trunk=is_trunk, is_skill=is_skill
    )
    assert 30 <= shortest < longest <= 300
