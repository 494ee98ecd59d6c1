"""The difference between two states of a routine, in words, without a database."""

import copy
import uuid
from decimal import Decimal

import pytest

from catalogue.models import Exercise
from workouts.comparing import differences
from workouts.comparing_details import whole_changes
from workouts.models import Day, Prescription, RoutineVersion

ROW = Exercise(pk=1, name="Barbell row")
PULL = Exercise(pk=2, name="Pulldown")


def plan():
    return [day("Width", PULL, weekday=1), day("Thickness", ROW, weekday=4)]


def day(name, *exercises, **fields):
    made = Day(name=name, **fields)
    made.rows = [row(exercise) for exercise in exercises]
    return made


def row(exercise):
    return Prescription(exercise=exercise, lineage=uuid.uuid4())


def changed(change):
    before = plan()
    after = copy.deepcopy(before)
    for one in after:
        one.pk = uuid.uuid4()
        one.rows = [copy.deepcopy(r) for r in one.rows]
    change(after)
    return differences(before, after)


def test_nothing_changed():
    assert changed(lambda days: None) == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"sets": 4}, "3\xa0×\xa08–12 → 4\xa0×\xa08–12"),
        ({"reps_low": 12}, "3\xa0×\xa08–12 → 3\xa0×\xa012"),
        ({"unit": "seconds"}, "3\xa0×\xa08–12 → 3\xa0×\xa08–12\xa0s"),
        ({"rir": Decimal("1.5")}, "no RIR → RIR\xa01.5"),
        ({"rest_seconds": 150}, "rest 1:30 → 2:30"),
        ({"technique": "drop_set"}, "straight sets → drop set"),
        ({"progression": "linear"}, "goes on by: load every time"),
        ({"superset": "A"}, "in superset A"),
        ({"note": "Slowly"}, "note changed"),
        ({"exercise": PULL}, "Pulldown in its place"),
        ({"sets": 4, "note": "Slowly"}, "3\xa0×\xa08–12 → 4\xa0×\xa08–12, note changed"),
    ],
)
def test_a_changed_row(values, words):
    def change(days):
        for name, value in values.items():
            setattr(days[1].rows[0], name, value)

    assert changed(change) == [f"Barbell row: {words}."]


def test_rows_added_removed_and_moved():
    def change(days):
        days[0].rows.append(row(Exercise(pk=3, name="Face pull")))
        days[0].rows.append(days[1].rows.pop())
        days[0].rows.pop(0)
        days[1].rows.append(row(Exercise(pk=4, name="Curl")))

    assert sorted(changed(change)) == [
        "Barbell row moved from Thickness to Width.",
        "Curl added to Thickness, 3\xa0×\xa08–12.",
        "Face pull added to Width, 3\xa0×\xa08–12.",
        "Pulldown removed from Width.",
    ]


def test_days_added_removed_renamed_and_moved():
    def change(days):
        days[0].name, days[0].weekday = "Wide", 2
        days[1].weekday = None
        days.append(day("Arms", ROW, weekday=6))

    assert changed(change)[:4] == [
        "Arms on Saturday added.",
        "Width is called Wide.",
        "Wide moved to Tuesday.",
        "Thickness on any day.",
    ]
    assert changed(lambda days: days.pop())[0] == "Thickness on Thursday removed."


def test_a_days_weeks():
    def change(days):
        days[0].first_week, days[0].last_week = 3, 6

    assert changed(change) == ["Width in weeks 3 to 6."]


def test_another_letter_is_no_change():
    before = [day("Width", PULL, ROW)]
    for one in before[0].rows:
        one.superset = "A"
    after = copy.deepcopy(before)
    after[0].pk = uuid.uuid4()
    for one in after[0].rows:
        one.superset = "B"
    assert differences(before, after) == []


def test_the_number_of_weeks():
    before = plan()
    assert differences(before, before, 8, 1) == ["8\xa0weeks → 1\xa0week."]


def test_another_order():
    before = [day("Width", PULL, ROW)]
    after = [copy.copy(before[0])]
    after[0].rows = before[0].rows[::-1]
    assert differences(before, after) == ["Width in another order."]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"load_by": "weight", "load_kg": Decimal("62.5")},
            "Barbell row: load by the rule → 62.5\xa0kg.",
        ),
        ({"tempo": "31X0"}, "Barbell row: tempo 31X0."),
        ({"sides": "each"}, "Barbell row: one side, then the other."),
        ({"rest_between_seconds": 20}, "Barbell row: rest in the group 20 s."),
        ({"warm_up_ramp": True}, "Barbell row: with a warm-up ramp."),
        ({"set_targets": [{"reps": [6, 6]}, {"reps": [8, 8]}]}, "Barbell row: set by set 6, 8."),
        (
            {"by_week": {"2": {"sets": 4}, "10": {"sets": 5}}},
            "Barbell row: other in weeks 2 and 10.",
        ),
    ],
)
def test_what_is_seldom_said_is_told_where_it_changes(values, words):
    def change(days):
        for name, value in values.items():
            setattr(days[1].rows[0], name, value)

    assert changed(change) == [words]


def test_a_day_that_becomes_one_of_rest_is_told():
    def rest(days):
        days[0].is_rest = True

    assert changed(rest) == ["Width is a rest day."]


def test_what_changes_of_the_whole_programme_is_told():
    before = RoutineVersion()
    after = RoutineVersion(
        week_plan=[{"weeks": [5], "deload": True}], rolling=True, exit_criteria="Ten pull-ups"
    )
    assert whole_changes(before, after) == [
        "The plan of the weeks changed.",
        "Days follow one another.",
        "Done when: Ten pull-ups",
    ]
    assert whole_changes(before, before) == []
