"""Top sets by effort, and the lighter sets after them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import vectors
from training.steps import Step
from training.targets import DoneSet
from training.top_sets import back_off, top_reps, top_set

D = Decimal
KG = Step(D("2.5"))


def words(target):
    return target.why.replace("\u00a0", " ")


@pytest.mark.parametrize("case", vectors("rpe_load"))
def test_top_sets_follow_the_chart(case):
    single = [DoneSet(D(case["e1rm"]), 1, rir=0)]
    aim = top_set([single], 1, D(10), KG)
    assert aim.load_kg == case["e1rm"]
    aim = top_set([[DoneSet(D(case["load"]), case["reps"], rir=10 - D(case["rpe"]))]],
                  case["reps"], D(case["rpe"]), KG)  # fmt: skip
    assert aim.load_kg == case["load"]


def test_an_easier_set_than_asked_for_raises_the_next():
    aim = top_set([[DoneSet(D(100), 5, rir=3)]], 5, D(8), KG)
    assert aim.load_kg == D("102.5")
    assert words(aim) == (
        "The last top set says 127.5 kg for one; 81.1 % of it is 5 at RPE 8: 102.5 kg."
    )


def test_two_visits_are_averaged_and_older_ones_left_out():
    visits = [[DoneSet(D(200), 5, rir=2)], [DoneSet(D(100), 5, rir=2)], [DoneSet(D(105), 5, rir=2)]]
    assert top_set(visits, 5, D(8), KG).load_kg == D("102.5")


def test_a_reserve_not_noted_counts_as_asked_for():
    assert top_set([[DoneSet(D(100), 5)]], 5, D(8), KG).load_kg == 100


def test_what_moves_the_body_counts_all_of_it():
    aim = top_set([[DoneSet(D(20), 3, rir=D("1.5"))]], 3, D("8.5"), KG, body_kg=D(80))
    assert aim.load_kg == 20
    assert "with your body" in aim.why


def test_what_cannot_be_estimated_has_no_target():
    assert top_set([], 5, D(8), KG) is None
    assert top_set([[DoneSet(None, 5)]], 5, D(8), KG) is None
    assert top_set([[DoneSet(D(50), 20)]], 5, D(8), KG) is None
    assert top_set([[DoneSet(D(50), 5)]], 12, D(6), KG) is None


@given(st.integers(8, 120), st.integers(1, 10), st.integers(0, 8))
def test_a_top_set_moves_by_a_tenth_at_most(steps, reps, halves):
    load = steps * D("2.5")
    aim = top_set([[DoneSet(load, reps, rir=D(halves) / 2)]], 5, D(8), KG)
    if aim is not None:
        assert load * D("0.9") - D("1.25") <= aim.load_kg <= load * D("1.1") + D("1.25")


@pytest.mark.parametrize(
    ("top", "body", "less"), [("100", 0, "90"), ("20", 80, "10"), ("5", 80, "0"), ("0", 80, "0")]
)
def test_back_off_sets_are_lighter(top, body, less):
    assert back_off(D(top), D("0.08"), KG, D(body)) == D(less)


def test_the_heaviest_set_is_the_top_set():
    assert top_reps([DoneSet(D(90), 5), DoneSet(D(100), 4, asked=3)]) == 3
    assert top_reps([DoneSet(None, 5)]) is None
