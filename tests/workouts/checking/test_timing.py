"""When: hours between hard sessions and between heavy hinges, rest between sets."""

import pytest

from tests.workouts.checking.weeks import CURL, HINGE, PULLDOWN, day, lift, of_rows, row, said, week
from workouts.checking.plan import Trainee
from workouts.checking.timing import (
    hours_between_hinges,
    hours_between_sessions,
    rest_outside_band,
)


def two_days(*rows, between, cycle=7):
    days = [day(*rows, name=name, at=at) for name, at in [("A", 0), ("B", between)]]
    return week(*days, cycle=cycle)


@pytest.mark.parametrize(("between", "found"), [(0, 1), (1, 1), (2, 0), (5, 0), (6, 1)])
def test_48_hours_between_hard_sessions_round_the_week(between, found):
    plan = two_days(row(PULLDOWN, 4), between=between)
    assert len(said(hours_between_sessions, plan)) == found


@pytest.mark.parametrize(("sets", "found"), [(3.5, 0), (4, 1), (4.5, 1)])
def test_four_direct_sets_make_a_hard_session(sets, found):
    plan = two_days(row(PULLDOWN, hard=sets), between=1)
    assert len(said(hours_between_sessions, plan)) == found


@pytest.mark.parametrize(("rir", "found"), [(3.5, 1), (4, 0), (4.5, 0), (None, 1)])
def test_24_hours_do_after_an_easy_session(rir, found):
    plan = two_days(row(PULLDOWN, 4, rir=rir), between=1)
    assert len(said(hours_between_sessions, plan)) == found


def test_other_groups_and_days_without_a_weekday_do_not_meet():
    plan = week(day(row(PULLDOWN, 4), name="A", at=0), day(row(CURL, 4), name="B", at=1))
    assert said(hours_between_sessions, plan) == []
    plan = week(day(row(PULLDOWN, 4), name="A"), day(row(PULLDOWN, 4), name="B"))
    assert said(hours_between_sessions, plan) == []


@pytest.mark.parametrize(("cycle", "found"), [(3, 1), (4, 0)])
def test_a_rolling_plan_begins_anew_after_its_cycle(cycle, found):
    plan = two_days(row(PULLDOWN, 4), between=2, cycle=cycle)
    assert len(said(hours_between_sessions, plan)) == found


@pytest.mark.parametrize(("cycle", "hours"), [(1, 24), (2, None)])
def test_a_cycle_of_one_training_day(cycle, hours):
    found = list(hours_between_sessions(week(day(row(PULLDOWN, 4), at=0), cycle=cycle), Trainee()))
    assert [finding.numbers.split()[0] for finding in found] == ([str(hours)] if hours else [])


@pytest.mark.parametrize(("between", "found"), [(2, 1), (3, 0), (4, 0), (5, 1)])
def test_72_hours_between_heavy_hinges(between, found):
    plan = two_days(row(HINGE, reps=(5, 8)), between=between)
    assert len(said(hours_between_hinges, plan)) == found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"reps": (5, 7)}, 1), ({"reps": (5, 8)}, 1), ({"reps": (5, 9)}, 0),
        ({"percent": 79.5}, 0), ({"percent": 80.0}, 1), ({"percent": 80.5}, 1),
        ({"reps": (5, 8), "hard": 0.0}, 0), ({"reps": (5, 8), "is_loaded": False}, 0),
    ],
)  # fmt: skip
def test_what_a_heavy_hinge_is(fields, found):
    plan = two_days(row(HINGE, **fields), between=2)
    assert len(said(hours_between_hinges, plan)) == found


@pytest.mark.parametrize(
    ("rest", "found"), [(59, 1), (60, 0), (61, 0), (179, 0), (180, 0), (181, 1)]
)
def test_rest_within_its_band(rest, found):
    assert len(said(rest_outside_band, of_rows(row(rest=rest)))) == found


@pytest.mark.parametrize(
    ("fields", "band"),
    [
        ({"reps": (1, 5)}, (120, 300)), ({"reps": (6, 12)}, (60, 180)),
        ({"reps": (5, 6)}, (60, 300)), ({"reps": (15, 20)}, (30, 90)),
        ({"reps": (12, 15)}, (30, 180)), ({"of": CURL}, (45, 120)),
        ({"reps": (20, 40), "unit": "seconds"}, (30, 60)),
        ({"of": lift("Dead bug", "anti-rotation", is_compound=False)}, (30, 120)),
        ({"of": lift("Bird dog", "spinal-extension"), "is_loaded": False}, (30, 180)),
    ],
)  # fmt: skip
def test_bands_of_rest(fields, band):
    for rest, found in [(band[0] - 1, 1), (band[0], 0), (band[1], 0), (band[1] + 1, 1)]:
        assert len(said(rest_outside_band, of_rows(row(rest=rest, **fields)))) == found


def test_who_practises_pull_ups_may_rest_less():
    pull = row(PULLDOWN, reps=(1, 5), rest=60)
    assert said(rest_outside_band, of_rows(pull), Trainee(goals=("pull_up",))) == []
    assert len(said(rest_outside_band, of_rows(pull))) == 1


@pytest.mark.parametrize("fields", [{"is_paced": True}, {"unit": "metres"}, {"counts": False}])
def test_of_some_rows_nothing_is_said(fields):
    assert said(rest_outside_band, of_rows(row(rest=1, **fields))) == []


def test_rows_that_one_remedy_mends_are_one_finding():
    rows = [row(rest=30, pk=1), row(PULLDOWN, rest=45, pk=2), row(CURL, rest=600, pk=3)]
    short, long = rest_outside_band(of_rows(*rows), Trainee())
    assert (short.rows, short.offer) == ((1, 2), ("rest", "Rest 1:00", 60, True))
    assert short.numbers == "30–45 seconds, 60–180 suit"
    assert (long.rows, long.offer) == ((3,), ("rest", "Rest 2:00", 120, False))
