"""Repetitions first, then load; and assistance step by step down."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import vectors
from training import progression
from training.steps import Step
from training.targets import DoneSet, Plan

D = Decimal
KG = Step(D("2.5"))
PLAN = Plan(sets=3, reps_low=8, reps_high=12, step=KG, rir=2)


def done(load, *reps, **notes):
    load_kg = None if load is None else D(load)
    return [DoneSet(load_kg, count, **notes) for count in reps]


def words(target):
    return target.why.replace("\u00a0", " ")


@pytest.mark.parametrize("case", vectors("double"))
def test_double_matches_the_worked_examples(case):
    low, high = case["range"]
    plan = Plan(len(case["done"]), low, high, Step(D(case["inc"])))
    target = progression.double(plan, done(case["load"], *case["done"]))
    assert (target.load_kg, target.reps) == (case["next"]["load"], case["next"]["target"])


@pytest.mark.parametrize(
    ("sets", "misses", "load", "reps", "why"),
    [
        (
            done(60, 12, 12, 13),
            0,
            "62.5",
            8,
            "Every set reached 12 at 60 kg: +2.5 kg.",
        ),
        (
            done(60, 10, 9, 9),
            1,
            "60",
            10,
            "9 of 12 reps in the lowest set. Next time stays at 60 kg.",
        ),
        (
            done(60, 12, 12),
            1,
            "60",
            12,
            "2 of 3 sets. Next time stays at 60 kg.",
        ),
        (
            done(60, 9, 8, 7),
            0,
            "60",
            8,
            "7 of 8 reps in the lowest set. Next time stays at 60 kg.",
        ),
        (
            done(60, 9, 8, 7),
            1,
            "55",
            8,
            "Below 8 reps twice in a row. Next time 55 kg, to build up again.",
        ),
        (
            done(0, 5, 5, 5),
            1,
            "0",
            8,
            "Below 8 reps twice in a row. Next time stays at body weight.",
        ),
        (
            done(60, 12, 12, 12, form=2),
            0,
            "60",
            12,
            "Every set reached 12, but form was rated below 3. Next time stays at 60 kg.",
        ),
        (
            done(60, 12, 12, 12, rir=1),
            0,
            "60",
            12,
            "Every set reached 12, but with less in reserve than planned. "
            "Next time stays at 60 kg.",
        ),
        (
            done(60, 12, 12, 12, rir=2, form=3),
            0,
            "62.5",
            8,
            "Every set reached 12 at 60 kg: +2.5 kg.",
        ),
        (
            done(0, 12, 12, 12),
            0,
            "2.5",
            8,
            "Every set reached 12 at body weight: +2.5 kg.",
        ),
    ],
)
def test_double_progression(sets, misses, load, reps, why):
    target = progression.double(PLAN, sets, misses)
    assert (target.load_kg, target.reps, words(target)) == (D(load), reps, why)


def test_the_bottom_of_the_range_is_in_the_range():
    assert progression.double(PLAN, done(60, 9, 8, 8)).reps == 9


def test_double_counts_misses_until_it_eases():
    missed = done(60, 7, 7, 7)
    assert progression.double(PLAN, missed).misses == 1
    assert progression.double(PLAN, missed, 1).misses == 0
    assert progression.double(PLAN, done(60, 9, 9, 9), 1).misses == 0
    assert progression.double(PLAN, done(60, 9), 1).misses == 1


def test_double_takes_the_lightest_of_different_loads():
    mixed = done(62.5, 12) + done(60, 12, 12)
    assert progression.double(PLAN, mixed).load_kg == D("62.5")


def test_double_speaks_pounds_to_a_member_with_pounds():
    plan = Plan(2, 5, 8, Step(D(5), "lb"))
    target = progression.double(plan, done("61.23", 8, 8))
    assert target.load_kg == D("63.50")
    assert words(target) == "Every set reached 8 at 135 lb: +5 lb."


def test_double_without_a_load_asks_for_a_harder_variation():
    target = progression.double(PLAN, done(None, 12, 12, 12))
    assert (target.load_kg, target.move_on) == (None, True)
    assert progression.double(PLAN, done(None, 5, 5, 5), 1).why.endswith(
        "Next time stays as it is."
    )


@given(st.lists(st.integers(0, 20), min_size=1, max_size=5), st.integers(0, 3), st.integers(0, 80))
def test_double_never_jumps_more_than_a_step(reps, misses, load):
    target = progression.double(PLAN, done(load, *reps), misses)
    assert target.load_kg <= load + D("2.5")
    assert PLAN.reps_low <= target.reps <= PLAN.reps_high


@pytest.mark.parametrize(
    ("help_kg", "reps", "left", "why", "move_on"),
    [
        (
            15,
            12,
            "12.5",
            "Every set reached 12 at 15 kg of assistance: 2.5 kg less assistance.",
            False,
        ),
        (2, 12, "0", "Every set reached 12. Next time try it without assistance.", True),
        (
            15,
            9,
            "15",
            "9 of 12 reps in the lowest set. Next time stays at 15 kg of assistance.",
            False,
        ),
    ],
)
def test_assistance_goes_down(help_kg, reps, left, why, move_on):
    target = progression.assist_down(PLAN, done(help_kg, reps, reps, reps))
    assert (target.load_kg, words(target), target.move_on) == (D(left), why, move_on)


def test_assistance_of_different_sets_counts_as_the_most():
    mixed = done(10, 12) + done(15, 12, 12)
    assert progression.assist_down(PLAN, mixed).load_kg == D("12.5")


def test_no_assistance_is_none_of_its_business():
    assert progression.assist_down(PLAN, done(0, 12, 12, 12)) is None
    assert progression.assist_down(PLAN, done(None, 12, 12, 12)) is None
