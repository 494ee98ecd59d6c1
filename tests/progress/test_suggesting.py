"""What to aim for, from the last times: progress.suggesting and progress.recalling."""

from datetime import timedelta
from decimal import Decimal

import pytest

from accounts.context import acting_as
from progress.recalling import recent_visits
from progress.starting import suggestions
from tests.factories import NOW, ExerciseFactory, UserFactory
from tests.progress.journals import TODAY, did, followed, trained


def suggest(member, prescription, today=TODAY):
    with acting_as(member):
        return suggestions(member, [prescription], today)[prescription.pk]


def prescription_of(member, **row):
    (day,) = followed(member, {"rows": [row]})
    with acting_as(member):
        return day.prescriptions.select_related("exercise").get()


@pytest.fixture
def rows(alex):
    """3 × 8–12 of something, reps first, then load."""
    return prescription_of(alex, exercise=ExerciseFactory(name="Seal row"))


def test_the_first_time_starts_light(alex, rows):
    aim = suggest(alex, rows)
    assert [(target.load_kg, target.count) for target in aim.targets] == [(None, 8)] * 3
    assert aim.why.startswith("First time: start light")


def test_every_set_at_the_top_adds_a_step(alex, rows):
    did(trained(alex, 4), rows.exercise, (50, 12), (50, 12), (50, 12))
    aim = suggest(alex, rows)
    assert aim.load_kg == Decimal("52.5")
    assert {target.count for target in aim.targets} == {8}
    assert aim.why.endswith("at 50\xa0kg: +2.5\xa0kg.")


def test_short_of_the_top_asks_for_a_rep_more(alex, rows):
    did(trained(alex, 4), rows.exercise, (50, 12), (50, 10), (50, 9))
    aim = suggest(alex, rows)
    assert (aim.load_kg, aim.targets[0].count) == (50, 10)


def test_below_the_range_twice_eases_the_load(alex, rows):
    did(trained(alex, 8), rows.exercise, (50, 7), (50, 7), (50, 6))
    assert suggest(alex, rows).load_kg == 50
    did(trained(alex, 4), rows.exercise, (50, 7), (50, 6), (50, 6))
    assert suggest(alex, rows).load_kg == Decimal("47.5")


def test_warm_ups_and_drops_are_not_the_work(alex, rows):
    session = trained(alex, 4)
    did(session, rows.exercise, (20, 12), kind="warm_up")
    did(session, rows.exercise, (50, 12), (50, 12), (50, 12))
    did(session, rows.exercise, (35, 4), kind="drop")
    assert suggest(alex, rows).load_kg == Decimal("52.5")


@pytest.mark.parametrize(("days_ago", "load"), [(14, "52.5"), (15, "45"), (60, "35")])
def test_after_a_break_it_starts_lower(alex, rows, days_ago, load):
    did(trained(alex, days_ago), rows.exercise, (50, 12), (50, 12), (50, 12))
    assert suggest(alex, rows).load_kg == Decimal(load)


def test_a_break_is_explained(alex, rows):
    did(trained(alex, 20), rows.exercise, (50, 12), (50, 12), (50, 12))
    why = suggest(alex, rows).why.replace("\xa0", " ")
    assert why == "Last done 20 days ago at 50 kg. Start again with 45 kg and build up."


def test_pounds_go_up_by_plates_that_exist(alex, rows):
    alex.unit = "lb"
    did(trained(alex, 4), rows.exercise, *[(Decimal("61.23"), 12)] * 3)  # 135 lb
    assert suggest(alex, rows).load_kg == Decimal("63.50")  # 140 lb


def test_assistance_goes_down(alex):
    help_me = prescription_of(
        alex, exercise=ExerciseFactory(load_type="assisted"), progression="assist_down"
    )
    did(trained(alex, 30), help_me.exercise, *[(20, 12)] * 3)
    assert suggest(alex, help_me).load_kg == Decimal("17.5")


def test_holds_get_longer(alex):
    plank = prescription_of(
        alex,
        exercise=ExerciseFactory(load_type="duration", metric="seconds"),
        unit="seconds",
        progression="time",
        reps_low=20,
        reps_high=40,
    )
    did(trained(alex, 4), plank.exercise, *[(None, None)] * 3, seconds=25, target_reps=25)
    assert {target.count for target in suggest(alex, plank).targets} == {30}


def test_without_a_rule_last_time_is_repeated_set_by_set(alex):
    mine = prescription_of(alex, exercise=ExerciseFactory(), progression="none")
    did(trained(alex, 4), mine.exercise, (60, 8), (55, 9))
    aim = suggest(alex, mine)
    assert [(target.load_kg, target.count) for target in aim.targets] == [(60, 8), (55, 9), (55, 9)]
    assert "The same as last time, Mon 16 Nov" in aim.why


def test_the_same_place_in_the_plan_counts_first(alex):
    """A heavy and a light day of one exercise each have a past of their own."""
    lift = ExerciseFactory()
    heavy, light = followed(
        alex,
        {"rows": [{"exercise": lift, "reps_low": 3, "reps_high": 5}]},
        {"rows": [{"exercise": lift, "reps_low": 10, "reps_high": 15}]},
    )
    with acting_as(alex):
        heavy_row = heavy.prescriptions.select_related("exercise").get()
        light_row = light.prescriptions.select_related("exercise").get()
    did(trained(alex, 6, heavy), lift, *[(100, 4)] * 3, prescription=heavy_row)
    did(trained(alex, 3, light), lift, *[(60, 12)] * 3, prescription=light_row)
    assert suggest(alex, heavy_row).load_kg == 100
    assert suggest(alex, light_row).load_kg == 60


def test_the_past_of_all_exercises_is_one_query_however_long(alex, django_assert_num_queries):
    lifts = [ExerciseFactory() for _ in range(5)]
    for ago in range(1, 30):
        session = trained(alex, ago)
        for slot, lift in enumerate(lifts, 1):
            did(session, lift, (50, 8), (50, 8), slot=slot)
    with acting_as(alex), django_assert_num_queries(1):
        visits = recent_visits(alex, {lift.pk: lift for lift in lifts})
    for lift in lifts:
        dates = [visit.trained_on for visit in visits[lift.pk]]
        assert dates == [(NOW - timedelta(days=ago)).date() for ago in (1, 2, 3, 4)]
        assert all(len(visit.sets) == 2 for visit in visits[lift.pk])


def test_nobody_elses_past_is_recalled(alex):
    lift, other = ExerciseFactory(), UserFactory()
    did(trained(other, 2), lift, (80, 5))
    with acting_as(alex):
        assert recent_visits(alex, {lift.pk: lift}) == {lift.pk: []}
