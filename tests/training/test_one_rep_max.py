"""Estimates of the one-repetition maximum, and where they stop."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import close, vectors
from training import one_rep_max as orm
from training.effective_load import effective_load
from training.steps import Step

D = Decimal
loads = st.decimals("0.5", "600", places=2)
reserves = st.sampled_from([None, 0, D("0.5"), 1, 2, 3, 4])
formulas = st.sampled_from(orm.FORMULAS)


@pytest.mark.parametrize("formula", orm.FORMULAS)
@pytest.mark.parametrize("case", vectors("e1rm"))
def test_formulas_match_the_worked_examples(case, formula):
    assert orm.estimate(case["load"], case["reps"], formula=formula) == close(case[formula], 2)


@pytest.mark.parametrize("case", vectors("e1rm_rir"))
def test_reserve_counts_as_repetitions(case):
    value = orm.estimate(case["load"], case["reps"], rir=case["rir"])
    assert value is None if case["e1rm"] is None else value == close(case["e1rm"], 2)


@pytest.mark.parametrize("case", vectors("rts"))
def test_the_chart_matches_the_worked_examples(case):
    share = orm.chart_share(case["reps"], case["rpe"])
    value = orm.chart_estimate(100, case["reps"], case["rpe"])
    if case["pct"] is None:
        assert share is value is None
    else:
        assert share == close(case["pct"], 3)
        assert value == close(case["e1rm_from_100kg"], 2)


@pytest.mark.parametrize("case", vectors("rpe_load"))
def test_loads_for_an_rpe_match_the_worked_examples(case):
    step = Step(D("2.5"))
    assert orm.load_for(case["e1rm"], case["reps"], case["rpe"], step) == case["load"]


@pytest.mark.parametrize("case", vectors("pullup_e1rm"))
def test_pull_ups_are_estimated_on_the_whole_system(case):
    body = D(case["bodyweight"])
    load = effective_load("bodyweight_plus", D(case["added"]), body_weight_kg=body, factor=D(1))
    system = orm.estimate(load, case["reps"])
    assert system == close(case["system_e1rm"], 2)
    assert orm.added_estimate(system, body) == close(case["added_1rm"], 2)
    assert orm.body_weight_ratio(system, body) == close(case["ratio"], 3)


@pytest.mark.parametrize("case", vectors("relative"))
def test_ratios_match_the_worked_examples(case):
    assert orm.body_weight_ratio(case["e1rm"], case["bodyweight"]) == close(case["ratio"], 3)


def test_no_body_weight_has_no_ratio():
    assert orm.body_weight_ratio(100, 0) is None


@pytest.mark.parametrize(
    ("load", "reps", "rir"),
    [(100, 0, None), (100, -1, None), (100, 13, None), (100, 37, None), (100, 2.5, None)]
    + [(0, 5, None), (-20, 5, None), (float("nan"), 5, None), (float("inf"), 5, None)]
    + [(100, 5, 4.5), (100, 5, -1), (100, 10, 3), (100, 5, float("nan")), (D("NaN"), 5, None)],
)
@pytest.mark.parametrize("formula", orm.FORMULAS)
def test_no_honest_estimate_is_none(load, reps, rir, formula):
    assert orm.estimate(load, reps, rir=rir, formula=formula) is None


@pytest.mark.parametrize("formula", orm.FORMULAS)
def test_a_single_to_failure_is_its_own_maximum(formula):
    assert orm.estimate(D("142.5"), 1, formula=formula) == 142.5


def test_epley_and_brzycki_agree_at_ten():
    assert orm.estimate(60, 10) == pytest.approx(orm.estimate(60, 10, formula="brzycki"))


@given(loads, st.integers(1, 11), reserves, formulas)
def test_estimates_never_fall_when_repetitions_rise(load, reps, rir, formula):
    fewer = orm.estimate(load, reps, rir=rir, formula=formula)
    more = orm.estimate(load, reps + 1, rir=rir, formula=formula)
    assert more is None or fewer <= more


@given(loads, loads, st.integers(1, 12), formulas)
def test_estimates_never_fall_when_load_rises(one, other, reps, formula):
    low, high = sorted([one, other])
    assert orm.estimate(low, reps, formula=formula) <= orm.estimate(high, reps, formula=formula)


@given(loads, st.integers(1, 12), formulas)
def test_estimates_are_never_below_the_load(load, reps, formula):
    assert orm.estimate(load, reps, formula=formula) >= float(load)


@pytest.mark.parametrize(
    ("reps", "rir", "low"),
    [(10, None, False), (11, None, True), (12, 0, True), (13, None, False), (8, 3, True)],
)
def test_eleven_and_twelve_carry_a_caution(reps, rir, low):
    assert orm.is_low_confidence(reps, rir) is low


def test_a_sessions_estimate_is_the_best_of_its_honest_sets():
    assert orm.best_estimate([(100, 5, None), (100, 15, None), (110, 1, None)]) == close(116.67, 2)
    assert orm.best_estimate([(60, 20, None)]) is None
    assert orm.best_estimate([(100, 5, 0)], "brzycki") == 112.5


@pytest.mark.parametrize(
    ("changes", "allowed"),
    [
        ({}, True),
        ({"form": 3}, True),
        ({"form": 2}, False),
        ({"multi_joint": False}, False),
        ({"warm_up": True}, False),
        ({"stopped_by_pain": True}, False),
    ],
)
def test_only_clean_working_sets_may_estimate(changes, allowed):
    clean = {"multi_joint": True, "warm_up": False, "form": None, "stopped_by_pain": False}
    assert orm.may_estimate(**(clean | changes)) is allowed


@pytest.mark.parametrize(("reps", "rpe"), [(0, 8), (5, 5.5), (5, 10.5), (5, 8.25), (12, 9)])
def test_the_chart_has_an_edge(reps, rpe):
    assert orm.chart_share(reps, rpe) is None
    assert orm.load_for(100, reps, rpe, Step(D("2.5"))) is None


def test_no_load_comes_from_no_estimate():
    assert orm.load_for(0, 5, 8, Step(D("2.5"))) is None
    assert orm.chart_estimate(0, 5, 8) is None
    assert orm.chart_estimate(-5, 5, 8) is None


@pytest.mark.parametrize(
    ("rpe", "row"),
    [
        (10, "100 95.5 92.2 89.2 86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0"),
        (9.5, "97.8 93.9 90.7 87.8 85.0 82.4 79.9 77.4 75.1 72.3 69.4"),
        (6, "86.3 83.7 81.1 78.6 76.2 73.9 70.7 68.0"),
    ],
)
def test_the_chart_row_by_row(rpe, row):
    shares = [orm.chart_share(reps, rpe) for reps in range(1, len(row.split()) + 1)]
    assert shares == [pytest.approx(float(cell) / 100) for cell in row.split()]


@given(st.integers(1, 8), st.sampled_from([6, 6.5, 7, 8, 9, 9.5]))
def test_the_chart_falls_with_repetitions_and_with_reserve(reps, rpe):
    here = orm.chart_share(reps, rpe)
    assert orm.chart_share(reps + 1, rpe) is None or orm.chart_share(reps + 1, rpe) < here
    assert orm.chart_share(reps, rpe + 0.5) > here
