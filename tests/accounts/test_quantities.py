"""Quantities as members read them."""

from decimal import Decimal

import pytest

from accounts.templatetags import quantities as q

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("load_kg", "unit", "text"),
    [
        (Decimal("52.50"), "kg", "52.5 kg"),
        (Decimal("50.00"), "kg", "50 kg"),
        (Decimal("1.25"), "kg", "1.25 kg"),
        (Decimal("52.16"), "lb", "115 lb"),
        (Decimal("-15"), "kg", "−15 kg"),
        (0, "kg", "0 kg"),
        (None, "kg", ""),
    ],
)
def test_loads_drop_needless_zeros(load_kg, unit, text):
    assert q.load(load_kg, unit) == text.replace(" ", NBSP)


def test_a_load_for_an_input_is_a_bare_number():
    assert q.load_number(Decimal("-15.00")) == "-15"


@pytest.mark.parametrize(
    ("kg", "unit", "text"), [(70, "kg", "70.0 kg"), ("68.1", "lb", "150.1 lb")]
)
def test_body_weight_keeps_one_decimal(kg, unit, text):
    assert q.body_weight(kg, unit) == text.replace(" ", NBSP)


@pytest.mark.parametrize(("kg", "unit", "text"), [(70.1, "kg", "70.0 kg"), (70, "lb", "154 lb")])
def test_estimates_are_no_finer_than_known(kg, unit, text):
    assert q.estimate(kg, unit) == text.replace(" ", NBSP)


def test_lengths_keep_one_decimal():
    assert q.body_length(Decimal("38"), "cm") == f"38.0{NBSP}cm"
    assert q.body_length(Decimal("38.5"), "in") == f"15.2{NBSP}in"


def test_changes_show_their_sign():
    assert q.change(Decimal("2.5")) == f"+2.5{NBSP}kg"
    assert q.change(Decimal("-0.5")) == f"−0.5{NBSP}kg"
    assert q.change(Decimal("0")) == f"0{NBSP}kg"


@pytest.mark.parametrize(("seconds", "text"), [(120, "2:00"), (45, "0:45"), (None, "")])
def test_rest_is_minutes_and_seconds(seconds, text):
    assert q.rest(seconds) == text


def test_durations_are_whole_minutes():
    assert q.minutes(3490) == f"58{NBSP}min"


@pytest.mark.parametrize(
    ("sets", "text"), [(11, "11"), (8.5, "8.5"), (8.3, "8.5"), (0, "0"), (Decimal("3.0"), "3")]
)
def test_hard_sets_show_halves_only(sets, text):
    assert q.hard_sets(sets) == text


def test_a_set_is_load_times_repetitions():
    assert q.lift(Decimal("52.5"), 8) == f"52.5{NBSP}kg ×{NBSP}8"
    assert q.lift(None, 12) == f"12{NBSP}reps"


def test_a_range_has_an_en_dash():
    assert q.span(6, 10) == "6–10"
    assert q.span(8, 8) == q.span(8) == "8"
