"""Weekly hard sets of a plan, per region and volume group."""

from decimal import Decimal

import pytest

from catalogue.models import Exercise
from workouts.balance import Muscles, balance_of, hard_sets, muscles_of, region_week
from workouts.contents import days_of_templates, exercises_in, in_week, phases_of
from workouts.models import Day, Prescription, Template

# From the generator of the ready routines, an independent count: hard sets a week by volume group.
COUNTED = {
    ("return-once-week", 1): {"mid_back": 6.5, "lats": 6, "biceps": 5, "lower_back": 3},
    ("wide-thick-2x", 1): {"mid_back": 19.5, "lats": 19, "biceps": 14.5, "upper_traps": 3},
    ("pull-up-builder", 1): {"lats": 18.5, "mid_back": 16.5, "forearms": 8.5},
    ("pull-up-builder", 5): {"lats": 18, "mid_back": 12.5, "chest": 1.5},
    ("pull-up-builder", 9): {"lats": 16, "mid_back": 12.5, "rear_delts": 9.5},
    ("deadlift-lower-back", 1): {"glutes": 17.5, "lower_back": 17.5, "abs": 7},
    ("ppl-back-biceps", 1): {"mid_back": 20, "biceps": 19, "side_delts": 4.5},
}


@pytest.mark.parametrize(("slug", "week"), COUNTED)
def test_the_ready_routines_have_the_sets_they_were_made_with(catalogue, slug, week):
    template = Template.objects.get(slug=slug)
    days = days_of_templates([template])[slug]
    groups = balance_of(in_week(days, week), muscles_of(exercises_in(days))).groups
    for group, sets in COUNTED[slug, week].items():
        assert float(groups[group]) == sets


@pytest.mark.parametrize(
    ("values", "worth"),
    [
        ({"sets": 3}, 3),
        ({"sets": 3, "rir": 4}, 3),
        ({"sets": 3, "rir": Decimal("4.5")}, 0),
        ({"sets": 3, "technique": "warmup"}, 0),
        ({"sets": 3, "technique": "cardio"}, 0),
        ({"sets": 1, "unit": "minutes"}, 0),
        ({"sets": 3, "unit": "seconds", "reps_low": 2, "reps_high": 4}, 0),
        ({"sets": 3, "unit": "seconds", "reps_low": 2, "reps_high": 5}, 3),
        ({"sets": 3, "technique": "drop_set"}, 3.5),
        (
            {
                "sets": 2,
                "technique": "drop_set",
                "technique_details": {"drops": 2, "last_set_only": True},
            },
            3,
        ),
        ({"sets": 9, "technique": "ladder", "technique_details": {"rounds": 3}}, 3),
    ],
)
def test_what_a_prescription_is_worth(values, worth):
    assert hard_sets(Prescription(exercise=Exercise(slug="row"), **values)) == Decimal(str(worth))


def test_hanging_from_a_bar_earns_nothing():
    assert hard_sets(Prescription(exercise=Exercise(slug="dead-hang"), unit="seconds")) == 0


def test_a_set_gives_a_region_its_largest_credit_once():
    muscles = Muscles(
        {1: {"lat": Decimal(1), "teres": Decimal(1), "biceps": Decimal("0.5")}},
        {"lat": "lats", "teres": "lats", "biceps": "arms"},
        {"lat": "lats", "biceps": "biceps"},
    )
    day = Day()
    day.rows = [Prescription(exercise=Exercise(pk=1, slug="pull-up"), sets=4)]
    balance = balance_of([day], muscles)
    assert {week.region: week.sets for week in balance.regions} == {
        "upper": 0, "mid": 0, "lats": 4, "lower": 0, "arms": 2,
    }  # fmt: skip
    assert [week.region for week in balance.most] == ["lats", "arms"]
    assert balance.group_status("lats") == "growing"


@pytest.mark.parametrize(
    ("sets", "standing", "words"),
    [
        ("0", "below", "Lower back: 0 hard sets a week, below 4–12"),
        ("3.5", "below", "Lower back: 3.5 hard sets a week, below 4–12"),
        ("4", "in", "Lower back: 4 hard sets a week, within 4–12"),
        ("12", "in", "Lower back: 12 hard sets a week, within 4–12"),
        ("12.5", "above", "Lower back: 12.5 hard sets a week, above 4–12"),
    ],
)
def test_a_region_is_below_in_or_above_its_band(sets, standing, words):
    week = region_week("lower", Decimal(sets))
    assert (week.standing, week.words) == (standing, words)


def test_phases_cover_all_weeks_once():
    days = [Day(first_week=1, last_week=4), Day(first_week=5, last_week=8), Day(first_week=9)]
    assert phases_of(days, 12) == [(1, 4), (5, 8), (9, 12)]
    assert phases_of([Day(first_week=1)], 8) == [(1, 8)]
    assert phases_of([], 8) == [(1, 8)]
    assert phases_of([Day(first_week=1, last_week=20)], 8) == [(1, 8)]
