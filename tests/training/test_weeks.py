"""What a week makes of a scheme."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.weeks import Scheme, in_week, problems_of_plan, problems_of_weeks, whole_week

SCHEME = Scheme(sets=4, reps_low=8, reps_high=12, rir=Decimal(2), rest_seconds=90)
PLAN = [{"weeks": [1, 2], "sets_factor": 0.67, "rir": 4}, {"weeks": [5], "deload": True}]


def week(number, own=None, plan=PLAN, scheme=SCHEME):
    return in_week(scheme, own or {}, whole_week(plan, number))


def test_a_week_of_which_nothing_is_said_is_as_always():
    assert week(3) == SCHEME


@pytest.mark.parametrize(("sets", "fewer"), [(3, 2), (4, 3), (2, 1), (1, 1)])
def test_two_thirds_of_the_sets_are_to_the_nearest_and_at_least_one(sets, fewer):
    changed = week(1, scheme=Scheme(sets, 8, 12, Decimal(2), 90))
    assert (changed.sets, changed.rir) == (fewer, 4)


def test_a_deload_halves_the_sets_and_takes_a_tenth_off():
    light = week(5)
    assert (light.sets, light.load_factor, light.rir, light.is_light) == (
        2, Decimal("0.9"), 4, True,
    )  # fmt: skip


def test_what_the_exercise_says_comes_before_what_the_week_says():
    changed = week(1, own={"sets": 6, "reps": [5, 6], "load_add_kg": 2.5})
    assert (changed.sets, changed.reps_low, changed.reps_high) == (4, 5, 6)
    assert (changed.load_add_kg, changed.rir) == (Decimal("2.5"), 4)


def test_reserve_is_never_below_nothing_and_not_asked_where_it_is_not():
    assert week(1, plan=[{"weeks": [1], "rir_add": -3}]).rir == 0
    plank = Scheme(3, 20, 40, None, 45)
    assert week(5, scheme=plank).rir is None


def test_the_later_entry_wins_where_two_speak_of_a_week():
    plan = [{"weeks": [1, 2], "rir": 4}, {"weeks": [2], "rir": 3}]
    assert whole_week(plan, 2) == {"rir": 3}


@pytest.mark.parametrize(
    "plan",
    [
        {}, [3], [{"rir": 3}], [{"weeks": [], "rir": 3}], [{"weeks": [60], "rir": 3}],
        [{"weeks": [1], "rir": 11}], [{"weeks": [1], "sets_factor": 0}],
        [{"weeks": [1], "deload": "yes"}], [{"weeks": [1], "sets": 3}], [{"weeks": [2, 1]}],
        [{"weeks": [1], "note": "x" * 201}], [{"weeks": [1], "wave_week": 5}],
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(plan):
    assert problems_of_plan(plan)


def test_shipped_shapes_are_not_refused():
    assert problems_of_plan([*PLAN, {"weeks": [4], "wave_week": 4, "note": "Light"}]) == []
    assert problems_of_weeks({"3": {"sets": 4, "reps": [6, 8]}, "12": {"load_factor": 0.9}}) == []


@pytest.mark.parametrize(
    "by_week", [[], {"0": {}}, {"53": {}}, {"x": {}}, {"1": {"sets": 0}}, {"1": {"reps": [9, 8]}}]
)
def test_weeks_that_cannot_be_are_refused(by_week):
    assert problems_of_weeks(by_week)


@given(st.integers(1, 20), st.integers(1, 52), st.floats(0.1, 3))
def test_there_is_always_a_set_to_do(sets, number, factor):
    plan = [{"weeks": [number], "sets_factor": factor, "deload": True}]
    assert week(number, plan=plan, scheme=Scheme(sets, 8, 12, None, 90)).sets >= 1
