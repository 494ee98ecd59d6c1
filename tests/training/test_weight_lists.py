"""Lists of weights as members write them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.weight_lists import UnreadableWeights, read_weights, written

D = Decimal


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("", ""),
        ("20", "20"),
        ("20 15, 10", "10 15 20"),
        ("20 kg; 15 kg and 10 kg", "10 15 20"),
        ("2 to 10 by 2", "2 4 6 8 10"),
        ("2-10 by 2, 12.5", "2 4 6 8 10 12.5"),
        ("2 \u2013 9 / 3", "2 5 8"),
        ("5, 5, 5", "5"),
        ("45 lb\n35lbs", "35 45"),
    ],
)
def test_lists_are_read_as_they_are_written(text, weights):
    assert read_weights(text) == tuple(map(D, weights.split()))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2,5", "could be one or two: 2.5, or 2, 5"),
        ("heavy ones", "\u201cheavy\u201d is no weight"),
        ("5 to 10", "\u201cto\u201d is no weight"),
        ("10 to 5 by 1", "leads nowhere"),
        ("1 to 5 by 0", "leads nowhere"),
        ("1 to 9999 by 0.01", "more than 120"),
        ("1 to 100 by 1, 200 to 300 by 1", "more than 120"),
        ("-5", "\u201c-5\u201d is no weight"),
        ("1e9", "\u201ce9\u201d is no weight"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(text, says):
    with pytest.raises(UnreadableWeights, match=says):
        read_weights(text)


def test_runs_are_written_as_ranges():
    assert written([D(n) for n in (2, 4, 6, 8, 11, 12)]) == "2 to 8 by 2, 11, 12"
    assert written([D("2.50"), D(5)]) == "2.5, 5"


@given(st.lists(st.decimals("0.25", "400", places=2), max_size=40))
def test_what_is_written_reads_the_same(weights):
    assert read_weights(written(weights)) == tuple(sorted(set(weights)))


@given(st.text(alphabet="0123456789., -to by;kg", max_size=40))
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(UnreadableWeights):
        assert all(weight >= 0 for weight in read_weights(text))
