"""Sets, repetitions and rest by goal: the presets, and what an exercise makes of them."""

import pytest

from training.doses import Dose, Lift, dose_for

ROW = Lift((8, 12), is_compound=True)
DEADLIFT = Lift((3, 6), is_compound=True, is_maximal=True)
PULL_UP = Lift((3, 10), is_compound=True, is_maximal=True, is_body_pull=True)
CURL = Lift((8, 12), is_compound=False)
PULL_APART = Lift((20, 30), is_compound=False)
HANG = Lift((10, 30), is_compound=True, unit="seconds")
CARRY = Lift((20, 40), is_compound=True, unit="metres")
CASES = [
    ("width", ROW, Dose((3, 4), (8, 12), (0, 3), (60, 150))),
    ("thickness", ROW, Dose((3, 4), (8, 12), (0, 3), (60, 150))),
    ("width", CURL, Dose((3, 4), (8, 12), (0, 3), (45, 120))),
    ("width", PULL_UP, Dose((3, 4), (6, 10), (0, 3), (60, 150))),
    ("width", DEADLIFT, Dose((3, 4), (6, 15), (0, 3), (60, 150))),
    ("width", PULL_APART, Dose((3, 4), (20, 30), (0, 3), (45, 120))),
    ("strength", DEADLIFT, Dose((3, 5), (1, 6), (1, 3), (150, 300))),
    ("strength", ROW, Dose((3, 3), (8, 12), (2, 3), (60, 90))),
    ("pull_up", PULL_UP, Dose((5, 9), (1, 5), (2, 4), (60, 150))),
    ("pull_up", ROW, Dose((3, 3), (8, 12), (2, 3), (60, 90))),
    ("back_care", ROW, Dose((3, 3), (8, 12), (2, 3), (60, 90))),
    ("return", DEADLIFT, Dose((2, 3), (8, 12), (2, 4), (60, 90))),
    ("width", HANG, Dose((3, 4), (10, 30), (0, 3), (30, 60))),
    ("width", CARRY, Dose((3, 4), (20, 40), (0, 3), (60, 150))),
]


@pytest.mark.parametrize(("goal", "lift", "dose"), CASES)
def test_a_goal_gives_its_dose(goal, lift, dose):
    assert dose_for(goal, lift) == dose


@pytest.mark.parametrize(("goal", "lift", "dose"), CASES)
def test_beginners_leave_three_at_least_and_nothing_else_changes(goal, lift, dose):
    guarded = dose_for(goal, lift, is_beginner=True)
    assert guarded.reserve == (3, max(3, dose.reserve[1]))
    assert (guarded.sets, guarded.reps, guarded.rest) == (dose.sets, dose.reps, dose.rest)
