"""Easing off and coming back, waves, and correcting the load by RPE."""

from decimal import Decimal

import pytest

from tests.training.vectors import vectors
from training import breaks, waves
from training.steps import Step

D = Decimal
KG = Step(D("2.5"))


@pytest.mark.parametrize("case", vectors("return_factor"))
def test_return_loads_match_the_worked_examples(case):
    assert breaks.return_factor(case["gap_days"]) == case["factor"]
    assert breaks.after_break(D(case["load"]), case["gap_days"], KG) == case["next"]


@pytest.mark.parametrize(
    ("gap_days", "load"),
    [(0, 100), (14, 100), (15, 90), (28, 90), (29, 80), (56, 80), (57, 70), (112, 70), (113, 60)],
)
def test_return_loads_at_the_edges(gap_days, load):
    assert breaks.after_break(D(100), gap_days, KG) == load


def test_a_short_break_leaves_an_odd_load_alone():
    assert breaks.after_break(D("61.3"), 14, KG) == D("61.3")


@pytest.mark.parametrize(
    ("sets", "week", "fewer"), [(3, 1, 2), (4, 2, 3), (1, 1, 1), (3, 3, 3), (2, 1, 1)]
)
def test_sets_are_two_thirds_for_two_weeks(sets, week, fewer):
    assert breaks.sets_after_break(sets, week) == fewer


def test_reserve_after_a_break():
    assert [breaks.least_rir_after_break(week) for week in (1, 2, 3, 4)] == [4, 3, 3, None]


@pytest.mark.parametrize("case", vectors("deload"))
def test_deloads_match_the_worked_examples(case):
    light = breaks.deload(case["sets"], D(case["load"]), Step(D(case["step"])))
    assert (light.sets, light.load_kg) == (case["next_sets"], case["next_load"])
    assert light.rir == 4


@pytest.mark.parametrize(
    ("sets", "load", "step", "expected"),
    [
        (3, D("62.5"), KG, (2, D(55))),
        (5, D(24), Step(D(2)), (3, D(20))),
        (3, None, KG, (2, None)),
        (3, D(0), KG, (2, D(0))),
    ],
)
def test_deloads_of_the_facts(sets, load, step, expected):
    light = breaks.deload(sets, load, step)
    assert (light.sets, light.load_kg) == expected


@pytest.mark.parametrize(
    ("sets", "earlier", "hours", "rir", "close"),
    [
        (4, 4, D("47.9"), None, True),
        (4, 4, 48, None, False),
        (3, 4, 10, None, False),
        (4, 3, 10, None, False),
        (4, 4, 24, 4, False),
        (4, 4, 23, 4, True),
        (4, 4, 24, D("3.9"), True),
    ],
)
def test_hard_days_of_one_group_want_hours_between(sets, earlier, hours, rir, close):
    assert breaks.needs_more_rest(sets, earlier, hours, rir) is close


@pytest.mark.parametrize("case", vectors("wave"))
def test_waves_match_the_worked_examples(case):
    top = waves.training_max(D(case["one_rm"]))
    assert top == case["tm"]
    sets = waves.wave(top, case["week"], KG)
    assert [[load, reps] for load, reps, _ in sets] == case["sets"]
    assert [each.is_open for each in sets] == [False, False, True]


def test_the_light_week_has_no_open_set():
    assert [tuple(each) for each in waves.wave(D(100), 4, KG)] == [
        (40, 5, False),
        (50, 5, False),
        (60, 5, False),
    ]
    assert waves.wave(D(100), 5, KG) == ()


def test_the_training_max_follows_the_last_set():
    assert waves.next_training_max(D(90), 1, lower_body=False) == D("92.5")
    assert waves.next_training_max(D(90), 3, lower_body=True) == 95
    assert waves.next_training_max(D(90), 0, lower_body=True) == 80


@pytest.mark.parametrize("case", vectors("auto"))
def test_corrections_match_the_worked_examples(case):
    found = waves.corrected_load(D(case["load"]), case["target_rpe"], case["actual_rpe"], KG)
    assert found == case["next"]


@pytest.mark.parametrize(
    ("target", "actual", "load"),
    [(10, 6, 110), (6, 10, 90), (8, D("8.5"), "97.5"), (8, 7.5, "102.5")],
)
def test_corrections_are_capped_at_a_tenth(target, actual, load):
    assert waves.corrected_load(D(100), target, actual, KG) == D(load)
