"""Targets of single sets, as they are kept."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.set_targets import SetTarget, problems_of, read, write

counts = st.tuples(st.integers(1, 1000), st.integers(1, 1000)).map(sorted)
loads = st.one_of(
    st.just(("rule", None)),
    st.tuples(
        st.sampled_from(["weight", "one_rm", "training_max", "share"]),
        st.decimals(0, 150, places=2, allow_nan=False),
    ),
)


@st.composite
def targets(draw):
    low, high = draw(counts)
    by, load = draw(loads)
    return SetTarget(
        low, high, draw(st.sampled_from(["working", "warm_up", "drop", "amrap"])), by, load,
        draw(st.none() | st.decimals(0, 10, places=1)), draw(st.none() | st.integers(0, 1800)),
    )  # fmt: skip


@given(st.lists(targets(), max_size=12))
def test_what_is_written_is_read_again(given_targets):
    assert list(read(write(given_targets))) == given_targets


def test_only_what_is_not_as_usual_is_kept():
    top, back_off = (
        SetTarget(3, 3, rir=Decimal(1)),
        SetTarget(8, 8, load_by="share", load=Decimal(80)),
    )
    assert write([top, back_off]) == [
        {"reps": [3, 3], "rir": 1}, {"reps": [8, 8], "load": ["share", 80]}
    ]  # fmt: skip


@pytest.mark.parametrize(
    "entry",
    [
        3, {}, {"reps": [9, 8]}, {"reps": [0, 8]}, {"reps": 8}, {"reps": [8, 8], "kind": "easy"},
        {"reps": [8, 8], "load": ["share", 900]}, {"reps": [8, 8], "load": ["mood", 9]},
        {"reps": [8, 8], "rir": 11}, {"reps": [8, 8], "rest": "long"}, {"reps": [True, 8]},
    ],
)  # fmt: skip
def test_a_set_that_cannot_be_is_refused_by_its_number(entry):
    data = [{"reps": [5, 5]}, entry]
    assert [words for words in problems_of(data) if words.startswith("Set 2: ")]
    with pytest.raises(ValueError, match="Set 2"):
        read(data)


def test_forty_one_sets_are_too_many():
    assert problems_of([{"reps": [5, 5]}] * 41)
