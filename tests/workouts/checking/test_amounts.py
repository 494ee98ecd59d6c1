"""How much: sets of groups in a week and a day, regions, pushes to pulls, minutes."""

import pytest

from tests.workouts.checking.weeks import (
    CURL,
    HINGE,
    PRESS,
    PULLDOWN,
    ROW,
    day,
    lift,
    of_rows,
    row,
    said,
    week,
)
from workouts.checking.amounts import (
    push_pull,
    region_balance,
    session_length,
    sets_in_a_day,
    weekly_sets,
)
from workouts.checking.plan import Trainee

VERY_HIGH, LOW = [("weekly-sets-very-high", "lats")], [("weekly-sets-low", "lats")]


@pytest.mark.parametrize(
    ("sets", "found"),
    [(2.5, LOW), (3, []), (3.5, []), (19.5, []), (20, []), (20.5, VERY_HIGH)],
)
def test_weekly_sets_against_the_landmarks(sets, found):
    assert said(weekly_sets, of_rows(row(PULLDOWN, hard=sets))) == found


def test_the_numbers_are_named():
    (finding,) = weekly_sets(of_rows(row(PULLDOWN, hard=20.5)), None)
    assert finding.sentence == "Lats: very many hard sets a week. Check your recovery."
    assert finding.numbers == "20.5 a week, at most 20"


def test_few_sets_in_a_lighter_week_or_along_with_others_are_meant_so():
    assert said(weekly_sets, week(day(row(PULLDOWN, hard=2)), is_light=True)) == []
    helped = lift("Curl", direct=[], groups={"lats": 0.5})
    assert said(weekly_sets, of_rows(row(helped, hard=2))) == []


def test_helpers_count_half():
    helped = lift("Curl", direct=[], groups={"lats": 0.5})
    rows = [row(PULLDOWN, hard=18), row(helped, hard=4.0)]
    assert said(weekly_sets, of_rows(*rows)) == []
    rows = [row(PULLDOWN, hard=18), row(helped, hard=5.0)]
    assert said(weekly_sets, of_rows(*rows)) == VERY_HIGH


def test_a_warm_up_does_not_count():
    rows = [row(PULLDOWN, hard=20), row(PULLDOWN, hard=3, counts=False)]
    assert said(weekly_sets, of_rows(*rows)) == []


@pytest.mark.parametrize(("cycle", "found"), [(4, []), (3, VERY_HIGH)])
def test_a_rolling_plan_is_counted_for_seven_days(cycle, found):
    plan = week(day(row(PULLDOWN, hard=9.0)), cycle=cycle)  # 15.75, 21
    assert said(weekly_sets, plan) == found


@pytest.mark.parametrize(("sets", "found"), [(7.5, 0), (8, 0), (8.5, 1)])
def test_sets_of_a_group_in_a_day(sets, found):
    assert len(said(sets_in_a_day, of_rows(row(hard=sets)))) == found


@pytest.mark.parametrize(("others", "found"), [(3.5, 1), (4, 0), (4.5, 0)])
def test_a_group_that_is_split_already_may_have_a_long_day(others, found):
    plan = week(day(row(hard=9.0), name="A"), day(row(hard=others), name="B"))
    assert len(said(sets_in_a_day, plan)) == found


def test_a_long_day_for_the_legs_is_not_its_business():
    squat = lift("Squat", "squat", "other", ["glutes"])
    assert said(sets_in_a_day, of_rows(row(squat, hard=12.0))) == []


@pytest.mark.parametrize(("lower", "found"), [(2.5, 1), (3, 0), (3.5, 0)])
def test_a_region_beside_the_busiest(lower, found):
    upper = lift("Face pull", "rear-delt", "upper", [], regions={"upper": 1.0})
    rows = [row(PULLDOWN, hard=20.0), row(HINGE, hard=lower), row(hard=8.0), row(upper, hard=4.0)]
    assert len(said(region_balance, of_rows(*rows))) == found
    assert said(region_balance, of_rows(*rows), Trainee(goals=("pull_up",))) == []


def test_a_small_routine_and_one_not_for_the_back_have_no_balance():
    rows = [row(PULLDOWN, hard=5.5), row(HINGE, hard=0.5)]
    assert said(region_balance, of_rows(*rows)) == []
    rows = [row(PULLDOWN, hard=20.0), row(HINGE, hard=0.5), row(CURL, 12)]
    assert said(region_balance, of_rows(*rows)) == []


@pytest.mark.parametrize(
    ("push", "pull", "found"),
    [(6, 4, []), (5.5, 4, []), (6.5, 4, [("push-pull", "more")]), (6, 0, [])],
)
def test_pushes_to_pulls(push, pull, found):
    rows = [row(PRESS, 9, hard=push), row(PULLDOWN, 9, hard=pull)]
    assert said(push_pull, of_rows(*rows)) == found


@pytest.mark.parametrize(("push", "found"), [(4, 0), (3.5, 0), (3, 1), (0, 1)])
def test_few_pushes_matter_only_where_a_routine_is_not_for_the_back(push, found):
    pulls = row(PULLDOWN, 10)
    assert len(said(push_pull, of_rows(row(PRESS, 11, hard=push), pulls))) == found
    assert said(push_pull, of_rows(row(PRESS, 10, hard=push), pulls)) == []


@pytest.mark.parametrize(("minutes", "found"), [(45, 0), (46, 0), (47, 1)])
def test_a_workout_may_take_a_little_longer_than_there_is_time(minutes, found):
    plan = week(day(row(), minutes=minutes))
    assert len(said(session_length, plan, Trainee(minutes=40))) == found
    assert said(session_length, plan) == []


def test_the_lesser_credit_of_a_group_is_no_direct_set():
    helped = lift("Curl", direct=["biceps"], groups={"mid_back": 0.5})
    assert said(sets_in_a_day, of_rows(row(helped, hard=8.0), row(ROW, hard=8.0))) == []
