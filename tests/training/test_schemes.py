"""Pyramids and ladders."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.counting_up import ladder
from training.schemes import by_scheme, scheme_loads
from training.steps import Step
from training.targets import DoneSet

D = Decimal
KG = Step(D("2.5"))
REVERSE = ((6, D(1)), (8, D("0.92")), (10, D("0.85")), (10, D("0.85")))
RISING = ((12, D("0.9")), (10, D("0.95")), (8, D(1)))


def did(scheme, heaviest, short=0):
    loads = scheme_loads(scheme, D(heaviest), KG)
    return [DoneSet(load, reps - short) for load, (reps, _) in zip(loads, scheme, strict=True)]


def test_a_whole_pyramid_adds_a_step_to_its_heaviest_set():
    aim = by_scheme(REVERSE, did(REVERSE, 100), KG)
    assert aim.load_kg == D("102.5")
    assert aim.why.replace("\u00a0", " ") == (
        "Every set reached its count (6, 8, 10, 10), the heaviest at 100 kg: +2.5 kg."
    )
    assert scheme_loads(REVERSE, aim.load_kg, KG) == (D("102.5"), D(95), D("87.5"), D("87.5"))


def test_short_of_a_count_it_stays_and_then_eases():
    once = by_scheme(RISING, did(RISING, 60, short=1), KG)
    assert (once.load_kg, once.misses) == (60, 1)
    assert by_scheme(RISING, did(RISING, 60, short=1), KG, 1).load_kg == 55


def test_fewer_sets_than_planned_change_nothing():
    assert by_scheme(REVERSE, did(REVERSE, 100)[:2], KG).load_kg == 100


def test_without_a_load_there_is_no_pyramid():
    assert by_scheme(RISING, [], KG) is None
    assert by_scheme(RISING, [DoneSet(None, 12)] * 3, KG) is None


@given(st.integers(2, 100), st.integers(0, 3), st.integers(0, 3))
def test_a_pyramid_never_jumps_more_than_a_step(steps, short, misses):
    heaviest = steps * D("2.5")
    aim = by_scheme(RISING, did(RISING, heaviest, short), KG, misses)
    assert aim.load_kg <= heaviest + D("2.5")


@pytest.mark.parametrize(
    ("done", "top", "move_on"),
    [
        ([1, 2, 3] * 3, 4, False),
        ([1, 2, 3] * 2, 3, False),
        ([1, 2, 2] * 3, 3, False),
    ],
)
def test_a_clean_ladder_raises_its_top(done, top, move_on):
    aim = ladder([1, 2, 3], 3, 5, done)
    assert (aim.reps, aim.move_on) == (top, move_on)


def test_a_ladder_ends_with_the_upper_number():
    assert ladder([1, 2, 5], 1, 5, [1, 2, 5]).move_on
    assert ladder([], 1, 5, [1]) is None
