"""Kilograms inside, pounds at the door, and numbers as members type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import close, vectors
from training import units

D = Decimal
loads = st.decimals("-2000", "2000", places=3)
steps = st.sampled_from([D("0.01"), D("0.5"), D(1), D("1.25"), D("2.5"), D(5)])


@pytest.mark.parametrize("case", vectors("units"))
def test_pounds_and_kilograms_match_the_worked_examples(case):
    if next(iter(case)) == "lb":
        assert float(units.to_kg(D(case["lb"]), "lb")) == close(case["kg"], 3)
    else:
        assert float(units.from_kg(D(case["kg"]), "lb")) == close(case["lb"], 3)


def test_a_pound_is_exact():
    assert units.to_kg(D(1), "lb") == D("0.45359237")
    assert units.from_kg(D("0.45359237"), "lb") == 1
    assert units.to_kg(D("62.5"), "kg") == units.from_kg(D("62.5"), "kg") == D("62.5")


def test_every_half_pound_to_1500_survives_two_decimals_of_a_kilogram():
    for half_pounds in range(3001):
        pounds = D(half_pounds) / 2
        stored = units.stored_kg(pounds, "lb")
        assert stored == stored.quantize(D("0.01"))
        assert units.shown_load(stored, "lb") == pounds


def test_kilograms_are_shown_as_they_are_kept():
    assert units.shown_load(D("61.25"), "kg") == D("61.25")


@pytest.mark.parametrize(
    ("estimate_kg", "unit", "shown"),
    [(116.67, "kg", "116.5"), (116.75, "kg", "117"), (100.0, "lb", "220"), (D("70"), "kg", "70")],
)
def test_estimates_are_shown_to_half_a_kilogram_or_a_pound(estimate_kg, unit, shown):
    assert units.shown_estimate(estimate_kg, unit) == D(shown)


def test_inches_are_exact_and_shown_to_a_tenth():
    assert units.to_cm(D(10), "in") == D("25.4")
    assert units.from_cm(D("25.4"), "in") == 10
    assert units.shown_length(D(180), "in") == D("70.9")
    assert units.shown_length(D("85.25"), "cm") == D("85.3")
    assert units.to_cm(D(85), "cm") == units.from_cm(D(85), "cm") == 85


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        ("1.25", "2.5", "2.5"),  # half goes up
        ("3.75", "2.5", "5"),  # and up again: never to even
        ("1.24", "2.5", "0"),
        ("81.2499999999", "2.5", "82.5"),  # a hair below a half is a half
        ("-1.25", "2.5", "0"),
        ("2.5", "5", "5"),
        ("0.5", "1", "1"),
        ("1.5", "1", "2"),
    ],
)
def test_halves_round_up(value, step, rounded):
    assert units.round_to_step(D(value), D(step)) == D(rounded)


@given(loads, steps)
def test_rounding_twice_changes_nothing(value, step):
    for rounded in (units.round_to_step, units.floor_to_step):
        once = rounded(value, step)
        assert rounded(once, step) == once
        assert once % step == 0


@given(loads, steps)
def test_rounding_stays_within_a_step(value, step):
    assert abs(units.round_to_step(value, step) - value) <= step / 2
    assert 0 <= value - units.floor_to_step(value, step) < step


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("50.00", "50"),
        ("52.50", "52.5"),
        ("0.0", "0"),
        ("-0", "0"),
        ("-15", "−15"),
        ("1E+2", "100"),
    ],
)
def test_numbers_drop_what_says_nothing(value, text):
    assert units.plain(D(value)) == text


@pytest.mark.parametrize(
    ("text", "comma", "number"),
    [
        ("12", False, "12"),
        (" 12.5 ", False, "12.5"),
        ("\u00a012.5", False, "12.5"),
        ("12,5", True, "12.5"),
        ("12.5", True, "12.5"),
        ("-15", False, "-15"),
        ("−15", False, "-15"),
        ("1.000", False, "1"),
        ("0,125", True, "0.125"),
        ("1000", True, "1000"),
        ("١٢٫٥", False, "12.5"),
        ("۱۲٫۵", True, "12.5"),
        ("62.125", False, "62.125"),
    ],
)
def test_numbers_are_read_as_typed(text, comma, number):
    assert units.parse_decimal(text, comma=comma) == D(number)


@pytest.mark.parametrize("comma", [True, False])
@pytest.mark.parametrize(
    "text",
    ["", " ", "1,000", "1.000,5", "1,000.5", "1 000", "1'000", "1_000", "1e3", "NaN", "inf"]
    + ["+5", "5.", ".5", "--5", "5-", "12..5", "0x10", "½", "１２", "twelve", "1٬000", "9" * 10]
    + ["1.0000001", "12\n5"],
)
def test_what_can_be_read_two_ways_or_none_is_refused(text, comma):
    assert units.parse_decimal(text, comma=comma) is None


def test_the_language_decides_between_decimals_and_thousands():
    assert units.parse_decimal("12,5", comma=False) is None
    assert units.parse_decimal("1.000", comma=True) is None


@given(st.decimals("-999999", "999999", places=2), st.booleans())
def test_two_decimals_come_back_as_written(value, comma):
    assert units.parse_decimal(str(value), comma=comma) == value


@given(st.text("0159٣,.-−+_eE'xNaninf ½٬\n", max_size=12), st.booleans())
def test_any_text_gives_a_finite_number_or_nothing(text, comma):
    number = units.parse_decimal(text, comma=comma)
    assert number is None or number.is_finite()
