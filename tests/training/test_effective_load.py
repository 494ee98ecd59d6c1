"""What a set really moves."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import close, vectors
from training.effective_load import angle_factor, body_weight_on, effective_load

D = Decimal


def number(value):
    return None if value is None else D(value)


@pytest.mark.parametrize("case", vectors("effective_load"))
def test_loads_match_the_worked_examples(case):
    load = effective_load(
        case["type"],
        number(case["entry"]),
        body_weight_kg=number(case["bodyweight"]),
        factor=number(case["factor"]),
    )
    assert load == case["effective"]


@pytest.mark.parametrize(
    ("load_entry", "laterality", "moved"),
    [
        ("total", "bilateral", 24),
        ("per_hand", "bilateral", 48),
        ("per_hand", "unilateral", 24),
        ("per_hand", "alternating", 24),
        ("per_side", "bilateral", 48),
        ("per_side", "unilateral", 48),
    ],
)
@pytest.mark.parametrize("load_type", ["external", "distance_load"])
def test_both_hands_count(load_type, load_entry, laterality, moved):
    assert effective_load(load_type, D(24), load_entry=load_entry, laterality=laterality) == moved


@pytest.mark.parametrize("load_type", ["bodyweight", "duration", "cardio", "band"])
def test_what_has_no_load_has_none(load_type):
    assert effective_load(load_type, D(10), body_weight_kg=D(80), factor=D(1)) is None


def test_nothing_entered():
    assert effective_load("external", None) is None
    pull_up = effective_load("bodyweight_plus", None, body_weight_kg=D(80), factor=D(1))
    assert pull_up == 80


def test_assistance_may_be_written_as_a_negative_load():
    written = effective_load("bodyweight_plus", D(-15), body_weight_kg=D(80), factor=D(1))
    assert written == effective_load("assisted", D(15), body_weight_kg=D(80), factor=D(1)) == 65


def test_an_unknown_share_of_body_weight_counts_added_load_only():
    assert effective_load("bodyweight_plus", D(10), body_weight_kg=D(80)) == 10
    assert effective_load("bodyweight_plus", D(0), body_weight_kg=D(80)) is None
    assert effective_load("assisted", D(10), body_weight_kg=D(80)) is None


@pytest.mark.parametrize("case", vectors("row_angle"))
def test_row_angles_match_the_worked_examples(case):
    factor = angle_factor(case["angle_from_vertical"])
    assert factor == case["factor"]
    if factor is not None:
        assert float(factor * 80) == close(case["load_at_80kg"], 1)


def test_row_angles_between_are_interpolated():
    assert angle_factor(D("37.5")) == (D("0.3744") + D("0.5288")) / 2
    assert angle_factor(D("75.1")) is None


@given(st.integers(30, 74))
def test_the_share_rises_with_the_angle(degrees):
    assert angle_factor(degrees) < angle_factor(degrees + 1)


def test_body_weight_is_the_latest_up_to_the_day():
    weigh_ins = [(date(2025, 3, 1), D(80)), (date(2025, 3, 8), D(82)), (date(2025, 3, 20), D(90))]
    assert body_weight_on(date(2025, 3, 10), weigh_ins) == 82
    assert body_weight_on(date(2025, 3, 8), weigh_ins) == 82
    assert body_weight_on(date(2025, 2, 28), weigh_ins) is None
    assert body_weight_on(date(2025, 2, 28), []) is None


def test_an_old_body_weight_gives_way_to_the_trend():
    weigh_ins = [(date(2025, 3, 1), D(80)), (date(2025, 3, 2), D(81))]
    assert body_weight_on(date(2025, 4, 1), weigh_ins) == 81  # 30 days
    assert body_weight_on(date(2025, 4, 2), weigh_ins) == D("80.10")  # 31 days
