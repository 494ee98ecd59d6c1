"""For whom: limitations, equipment, beginners."""

import pytest

from tests.workouts.checking.weeks import CURL, ROW, day, lift, of_rows, row, said, week
from workouts.checking.fitting import (
    beginner_drop_sets,
    beginner_effort,
    equipment,
    limitations,
)
from workouts.checking.plan import Trainee

BEGINNER, OLD_HAND = Trainee(level="beginner"), Trainee(level="advanced")


@pytest.mark.parametrize(
    ("verdict", "rules"),
    [("avoid", ["limitation-avoid"]), ("caution", ["limitation-care"]), ("", [])],
)
def test_a_limitation_leaves_out_or_asks_for_care(verdict, rules):
    hurts = lift("Good morning", verdict=verdict, limits=("Low-back pain", "Hernia"))
    found = list(limitations(of_rows(row(hurts), row(hurts, pk=2)), BEGINNER))
    assert [finding.rule for finding in found] == rules
    for finding in found:
        assert "low-back pain and Hernia" in finding.sentence
        assert finding.rows == ("Good morning", 2)


def test_missing_equipment_is_named():
    lacks = lift("Seal row", lacking=("Barbell", "Seal bench"))
    (finding,) = equipment(of_rows(row(lacks), row(ROW)), BEGINNER)
    assert finding.sentence == "Seal row needs what is not there: barbell and seal bench."


@pytest.mark.parametrize(("rir", "found"), [(2.5, 1), (3, 0), (3.5, 0), (None, 0)])
def test_beginners_leave_three_in_reserve(rir, found):
    plan = of_rows(row(rir=rir))
    assert len(said(beginner_effort, plan, BEGINNER)) == found
    assert said(beginner_effort, plan, OLD_HAND) == said(beginner_effort, plan) == []


@pytest.mark.parametrize("rule", [beginner_effort, beginner_drop_sets])
@pytest.mark.parametrize(("number", "found"), [(3, 1), (4, 1), (5, 0)])
def test_for_four_weeks(rule, number, found):
    plan = week(day(row(rir=1, drops=True)), number=number)
    assert len(said(rule, plan, BEGINNER)) == found


def test_no_drop_sets_for_beginners():
    plan = of_rows(row(drops=True), row(CURL))
    assert len(said(beginner_drop_sets, plan, BEGINNER)) == 1
    assert said(beginner_drop_sets, plan, OLD_HAND) == []


def test_a_week_that_sets_the_effort_has_no_remedy_in_its_rows():
    (finding,) = beginner_effort(week(day(row(rir=1)), sets_effort=True), BEGINNER)
    assert finding.offer == ()
