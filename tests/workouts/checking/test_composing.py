"""What is in a week: movements, supersets, one row for long, warm-ups."""

import pytest

from tests.workouts.checking.weeks import (
    CURL,
    HINGE,
    PRESS,
    PULLDOWN,
    ROW,
    lasting,
    lift,
    of_rows,
    row,
    said,
)
from workouts.checking.composing import back_pulls_as_superset, coverage, no_warm_up, same_row
from workouts.checking.plan import Trainee

EXTENSION = lift("Back extension", "spinal-extension", "lower", ["lower_back"])
STRAIGHT_ARM = lift("Straight-arm pulldown", "shoulder-extension", "lats", ["lats"])


@pytest.mark.parametrize(
    ("lifts", "lacks"),
    [
        ([ROW, PULLDOWN, HINGE], []),
        ([ROW, PULLDOWN, EXTENSION], []),
        ([ROW, PULLDOWN], ["hinge or spinal extension"]),
        ([ROW, HINGE], ["vertical pull"]),
        ([PULLDOWN, HINGE], ["horizontal pull"]),
        ([PRESS, CURL], []),
        ([], []),
    ],
)
def test_each_week_has_one_of_each_movement(lifts, lacks):
    found = said(coverage, of_rows(*map(row, lifts)))
    assert [about for _, about in found] == lacks


def test_a_warm_up_covers_nothing():
    rows = [row(ROW), row(PULLDOWN), row(HINGE, counts=False)]
    assert len(said(coverage, of_rows(*rows))) == 1


def test_whoever_wants_pull_ups_alone_needs_no_hinge():
    rows = of_rows(row(ROW), row(PULLDOWN))
    assert said(coverage, rows, Trainee(goals=("pull_up",))) == []
    assert len(said(coverage, rows, Trainee(goals=("pull_up", "width")))) == 1


@pytest.mark.parametrize(
    ("pair", "found"),
    [
        ((ROW, PULLDOWN), 1),
        ((PULLDOWN, STRAIGHT_ARM), 1),
        ((HINGE, EXTENSION), 1),
        ((ROW, CURL), 0),
        ((ROW, PRESS), 0),
    ],
)
def test_two_back_pulls_as_a_superset(pair, found):
    together = of_rows(*(row(one, superset="A") for one in pair))
    assert len(said(back_pulls_as_superset, together)) == found
    apart = of_rows(*(row(one, superset=letter) for one, letter in zip(pair, "AB", strict=True)))
    assert said(back_pulls_as_superset, apart) == []
    assert said(back_pulls_as_superset, of_rows(*map(row, pair))) == []


@pytest.mark.parametrize(("weeks", "found"), [(7, False), (8, False), (9, True), (12, True)])
def test_one_row_alone_for_over_eight_weeks(weeks, found):
    one, both = of_rows(row(ROW)), of_rows(row(ROW), row(lift("Cable row")))
    assert bool(list(same_row(lasting(*[one] * weeks)))) is found
    assert not list(same_row(lasting(*[both] * weeks)))
    assert not list(same_row(lasting(*[one] * weeks, goals=("strength",))))


def test_another_row_or_a_week_without_begins_anew():
    one, other, none = of_rows(row(ROW)), of_rows(row(lift("Cable row"))), of_rows(row(CURL))
    assert not list(same_row(lasting(*[one] * 6, *[other] * 6)))
    assert not list(same_row(lasting(*[one] * 6, none, *[one] * 6)))
    assert (
        list(same_row(lasting(*[one] * 6, *[other] * 9)))[-1].numbers == "for 9\xa0weeks, up to 8"
    )


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"reps": (3, 5)}, 1), ({"reps": (3, 6)}, 1), ({"reps": (3, 7)}, 0),
        ({"percent": 79.5}, 0), ({"percent": 80.0}, 1), ({"percent": 80.5}, 1),
        ({"reps": (3, 5), "has_ramp": True}, 0), ({"reps": (3, 5), "counts": False}, 0),
        ({"reps": (3, 5), "is_loaded": False}, 0), ({"reps": (3, 5), "unit": "seconds"}, 0),
    ],
)  # fmt: skip
def test_heavy_sets_want_a_warm_up(fields, found):
    assert len(said(no_warm_up, of_rows(row(**fields)))) == found


def test_only_the_first_of_a_movement_on_a_day_wants_one():
    rows = [row(ROW, reps=(10, 12)), row(lift("Cable row"), reps=(3, 5))]
    assert said(no_warm_up, of_rows(*rows)) == []
    assert len(said(no_warm_up, of_rows(*rows[::-1]))) == 1
