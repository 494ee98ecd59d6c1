"""Loads a member can make, in the unit of their plates."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import vectors
from training.steps import Step, increment_check

D = Decimal
KG, LB = Step(D("2.5")), Step(D(5), "lb")


def pounds(value):
    return (D(value) * D("0.45359237")).quantize(D("0.01"))


def test_a_step_goes_up_and_down():
    assert (KG.up(D(60)), KG.down(D(60))) == (D("62.5"), D("57.5"))
    assert (LB.up(pounds(135)), LB.down(pounds(135))) == (pounds(140), pounds(130))
    assert KG.up(D(-15)) == D("-12.5")


@pytest.mark.parametrize(
    ("step", "load_kg", "factor", "share"),
    [
        (KG, D("62.5"), "0.9", D(55)),
        (Step(D(2)), D(24), "0.9", D(20)),
        (KG, D(60), "1", D(60)),
        (LB, pounds(135), "1", pounds(135)),
        (LB, pounds(225), "0.9", pounds(200)),
        (KG, D("2.5"), "0.9", D("2.5")),  # never to nothing
        (KG, D(0), "0.9", D(0)),
        (KG, D(-15), "0.9", D(-15)),  # a share of assistance means nothing
    ],
)
def test_a_share_is_rounded_down_in_the_members_unit(step, load_kg, factor, share):
    assert step.share(load_kg, D(factor)) == share


@given(st.integers(0, 600), st.sampled_from([KG, LB, Step(D("1.25")), Step(D("2.5"), "lb")]))
def test_the_nearest_load_can_be_made(kilograms, step):
    load_kg = step.nearest(D(kilograms))
    assert step.nearest(load_kg) == load_kg
    assert step.share(load_kg, D(1)) == load_kg


@pytest.mark.parametrize(
    ("step", "load_kg", "text"),
    [
        (KG, D("62.50"), "62.5\u00a0kg"),
        (KG, D(50), "50\u00a0kg"),
        (LB, pounds(185), "185\u00a0lb"),
        (KG, D(0), "body weight"),
        (KG, D(-15), "15\u00a0kg of assistance"),
    ],
)
def test_loads_are_told_in_the_members_unit(step, load_kg, text):
    assert step.text(load_kg) == text


@pytest.mark.parametrize("size", ["0", "-2.5"])
def test_a_step_is_above_zero(size):
    with pytest.raises(ValueError, match="above zero"):
        Step(D(size))


@pytest.mark.parametrize("case", vectors("increment_check"))
def test_increments_match_the_worked_examples(case):
    check = increment_check(D(case["load"]), Step(D(case["inc"])))
    assert (check.percent, check.ok, check.advice) == (case["pct"], case["ok"], case["advice"])


@pytest.mark.parametrize(("load", "ok"), [("25", True), ("24.99", False), ("500", True)])
def test_a_tenth_is_the_largest_increment(load, ok):
    assert increment_check(D(load), KG).ok is ok


def test_no_load_has_no_increment_check():
    assert increment_check(D(0), KG) is None
