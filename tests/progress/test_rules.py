"""Every rule of progression, from the log: progress.suggesting and progress.asking."""

from datetime import timedelta
from decimal import Decimal

import pytest

from accounts.context import acting_as
from progress.models import LoggedSet
from progress.starting import prescriptions_of, suggestions
from tests.factories import ExerciseFactory, MeasurementFactory
from tests.progress.journals import TODAY, did, followed, trained

D = Decimal


def row_of(member, load_type="external", metric="reps", increment="2.5", **row):
    lift = ExerciseFactory(load_type=load_type, metric=metric, default_increment_kg=D(increment))
    (day,) = followed(member, {"rows": [{"exercise": lift} | row]})
    with acting_as(member):
        return day.prescriptions.select_related("exercise").get()


def suggest(member, row, today=TODAY):
    with acting_as(member):
        return suggestions(member, [row], today)[row.pk]


def of(aim):
    return [(target.load_kg, target.count) for target in aim.targets]


def words(aim):
    return aim.why.replace("\u00a0", " ")


def fix(row, **values):
    with acting_as(row.member):
        LoggedSet.objects.of(row.member).filter(pk=row.pk).update(**values)


def test_a_typo_put_right_puts_the_target_right(alex):
    row = row_of(alex, reps_low=5, reps_high=5, progression="linear")
    first = did(trained(alex, 9), row.exercise, *[(60, 5)] * 3)
    did(trained(alex, 6), row.exercise, *[(60, 4)] * 3)
    did(trained(alex, 3), row.exercise, *[(60, 4)] * 3)
    assert suggest(alex, row).load_kg == 60
    fix(first[0], reps=3)  # and now it was the third miss in a row
    assert suggest(alex, row).load_kg == D("52.5")


def test_a_total_grows_set_by_set(alex):
    row = row_of(alex, load_type="bodyweight", progression="reps_total", reps_low=6, reps_high=8)
    did(trained(alex, 3), row.exercise, *[(None, 6)] * 3, target_reps=6)
    aim = suggest(alex, row)
    assert [count for _, count in of(aim)] == [7, 7, 6]
    assert words(aim) == "18 of 18 reps. Next time 20 in all."


def test_rest_gets_shorter(alex):
    row = row_of(alex, progression="rest_shorten", rest_seconds=90)
    did(trained(alex, 3), row.exercise, *[(20, 12)] * 3)
    aim = suggest(alex, row)
    assert (aim.rest_seconds, aim.load_kg) == (75, 20)


def test_cardio_gets_longer(alex):
    row = row_of(
        alex, load_type="cardio", metric="time_distance", unit="minutes", sets=1,
        reps_low=10, reps_high=15, technique="cardio", progression="duration_cardio",
    )  # fmt: skip
    (done,) = did(trained(alex, 3), row.exercise, (None, None), seconds=600, target_reps=10)
    assert of(suggest(alex, row)) == [(None, 11)]
    fix(done, seconds=60)
    assert of(suggest(alex, row)) == [(None, 10)]


def test_carries_go_further_then_heavier(alex):
    row = row_of(
        alex, load_type="distance_load", metric="metres", unit="metres", sets=2,
        reps_low=20, reps_high=40, technique="carry",
    )  # fmt: skip
    did(trained(alex, 6), row.exercise, *[(20, None)] * 2, distance_m=30)
    assert "30 of 40 m in the lowest set." in suggest(alex, row).why
    did(trained(alex, 3), row.exercise, *[(20, None)] * 2, distance_m=40)
    assert of(suggest(alex, row)) == [(D("22.5"), 20)] * 2


def test_a_pyramid_has_its_own_load_in_each_set(alex):
    scheme = [[12, 0.9], [10, 0.95], [8, 1.0]]
    row = row_of(alex, technique="pyramid", technique_details={"scheme": scheme})
    did(trained(alex, 3), row.exercise, (55, 12), (57.5, 10), (60, 8))
    assert of(suggest(alex, row)) == [(D("57.5"), 12), (60, 10), (D("62.5"), 8)]


def test_a_ladder_has_its_rungs_from_the_first_time(alex):
    row = row_of(
        alex, load_type="bodyweight", technique="ladder", progression="reps_total", sets=6,
        reps_low=1, reps_high=5, technique_details={"scheme": [1, 2, 3], "rounds": 2},
    )  # fmt: skip
    assert [count for _, count in of(suggest(alex, row))] == [1, 2, 3, 1, 2, 3]
    done = [(None, count) for count in (1, 2, 3, 1, 2, 3)]
    did(trained(alex, 3), row.exercise, *done)
    assert [count for _, count in of(suggest(alex, row))] == [1, 2, 4, 1, 2, 4]


def test_top_sets_follow_effort(alex):
    row = row_of(
        alex, technique="top_set", progression="rpe_top_set", sets=3, reps_low=5, reps_high=6,
        rir=D(2), rule_settings={"target_rpe": 8, "drop_percent": 10},
    )  # fmt: skip
    session = trained(alex, 3)
    did(session, row.exercise, (100, 5), rir=2)
    assert of(suggest(alex, row)) == [(100, 5), (90, 6), (90, 6)]


def test_weighted_pull_ups_reckon_with_the_body(alex, django_assert_num_queries):
    row = row_of(
        alex, load_type="bodyweight_plus", technique="top_set", progression="rpe_top_set",
        sets=1, reps_low=3, reps_high=3, technique_details={"target_rpe": 8.5},
    )  # fmt: skip
    did(trained(alex, 3), row.exercise, (20, 3), rir=D("2.5"))
    assert "The same as last time" in suggest(alex, row).why
    MeasurementFactory(member=alex, measured_on=TODAY - timedelta(days=2), value=80)
    with acting_as(alex), django_assert_num_queries(2):
        aim = suggestions(alex, [row], TODAY)[row.pk]
    assert aim.load_kg == D("22.5")
    assert "with your body" in aim.why


def wave_row(member, **settings):
    return row_of(
        member, increment="5", technique="wave", progression="wave", sets=3, reps_low=1,
        reps_high=5, rule_settings=settings,
    )  # fmt: skip


def test_a_wave_is_read_from_the_log(alex):
    row = wave_row(alex, rounding_kg=2.5)
    did(trained(alex, 9), row.exercise, (140, 1))
    first = suggest(alex, row)
    assert of(first) == [(D("82.5"), 5), (95, 5), (D("107.5"), 5)]
    assert words(first).startswith("Week 1 of the wave: 65, 75, 85 % of a training max of 125 kg.")
    did(trained(alex, 3), row.exercise, *of(first), target_reps=5)
    assert words(suggest(alex, row)).startswith("Week 2 of the wave")


def test_a_training_max_that_is_set_begins_a_wave(alex):
    row = wave_row(alex, training_max_kg=100, rounding_kg=2.5)
    assert of(suggest(alex, row))[0] == (65, 5)
    did(trained(alex, 6), row.exercise, (82.5, 5), (95, 5), (107.5, 5), target_reps=5)
    assert of(suggest(alex, row))[0] == (65, 5)  # that was another plan
    did(trained(alex, 3), row.exercise, (65, 5), (75, 5), (85, 5), prescription=row)
    assert of(suggest(alex, row))[0] == (70, 3)


def test_settings_change_the_step_and_how_often_the_top_is_wanted(alex):
    row = row_of(alex, rule_settings={"tops": 2, "increment_kg": 1.25})
    did(trained(alex, 6), row.exercise, *[(50, 12)] * 3)
    assert suggest(alex, row).load_kg == 50
    did(trained(alex, 3), row.exercise, *[(50, 12)] * 3)
    assert suggest(alex, row).load_kg == D("51.25")


def test_after_a_break_each_set_of_a_pyramid_starts_lower(alex):
    scheme = [[12, 0.9], [10, 0.95], [8, 1.0]]
    row = row_of(alex, technique="pyramid", technique_details={"scheme": scheme})
    did(trained(alex, 60), row.exercise, (55, 12), (57.5, 10), (60, 8))
    aim = suggest(alex, row)
    assert max(load for load, _ in of(aim)) < 60
    assert words(aim) == "Last done 60 days ago. Start again with 70 % and build up."


def test_the_targets_of_a_day_cost_the_same_after_ten_years(alex, django_assert_max_num_queries):
    lifts = [ExerciseFactory() for _ in range(8)]
    rules = ["double", "linear", "reps_total", "rest_shorten", "wave", "rpe_top_set", "none"]
    rows = [
        {"exercise": lift, "progression": rules[n % 7], "reps_low": 5, "reps_high": 5}
        for n, lift in enumerate(lifts)
    ]
    (day,) = followed(alex, {"rows": rows})
    for ago in (*range(3, 60, 3), 3650):
        session = trained(alex, ago)
        for slot, lift in enumerate(lifts, 1):
            did(session, lift, (50, 5), (50, 5), slot=slot)
    with acting_as(alex), django_assert_max_num_queries(4):
        aims = suggestions(alex, prescriptions_of(day, alex), TODAY)
    assert all(aim.why for aim in aims.values())


@pytest.mark.parametrize("rule", ["double", "wave", "rpe_top_set", "rest_shorten", "linear"])
def test_what_a_rule_cannot_count_is_done_as_before(alex, rule):
    row = row_of(alex, load_type="cardio", metric="time_distance", unit="minutes", progression=rule)
    did(trained(alex, 3), row.exercise, (None, None), seconds=600)
    assert "The same as last time" in suggest(alex, row).why
