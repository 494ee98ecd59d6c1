"""Waves read from the log: which week comes next, and with which training max."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.steps import Step
from training.targets import DoneSet
from training.waves import WaveState, max_behind, next_wave, wave, week_of_wave

D = Decimal
KG = Step(D("2.5"))


def week(training_max, number, last=None, step=KG):
    """The sets of a week as they were asked for, the last one with so many repetitions."""
    sets = wave(D(training_max), number, step)
    done = [DoneSet(one.load_kg, one.reps, asked=one.reps) for one in sets]
    if last is not None:
        done[-1] = DoneSet(sets[-1].load_kg, last, asked=sets[-1].reps)
    return done


def after(*visits, lower_body=True, start=125):
    return next_wave(visits, KG, lower_body=lower_body, start_kg=start and D(start))


@given(st.integers(16, 160), st.integers(1, 4))
def test_a_week_is_recognised_with_its_training_max(steps, number):
    training_max = steps * D("2.5")
    done = week(training_max, number)
    assert week_of_wave(done, (number + 2) % 4 + 1) == number
    assert max_behind([(number, done)], KG, training_max) == training_max


@given(st.integers(16, 160))
def test_a_whole_wave_tells_its_training_max_by_itself(steps):
    training_max = steps * D("2.5")
    weeks = [(number, week(training_max, number)) for number in (1, 2, 3)]
    assert abs(max_behind(weeks, KG) - training_max) <= D("2.5")


def test_straight_sets_are_no_week():
    assert week_of_wave([DoneSet(D(100), 5)] * 3) is None
    assert week_of_wave([DoneSet(None, 5)] * 3) is None
    assert after([DoneSet(D(100), 5)] * 3, start=None) is None


def test_without_a_week_behind_it_begins_with_the_first():
    assert after(start=125) == WaveState(D(125), 1)


@pytest.mark.parametrize(("number", "then"), [(1, 2), (2, 3), (3, 4), (4, 1)])
def test_weeks_follow_each_other(number, then):
    assert after(week(125, number))[:2] == (D(125), then)


@pytest.mark.parametrize(
    ("last", "lower_body", "training_max"), [(3, True, 130), (1, False, "127.5")]
)
def test_after_a_wave_the_training_max_rises(last, lower_body, training_max):
    visits = [week(125, 1), week(125, 2), week(125, 3, last), week(125, 4)]
    found = after(*visits, lower_body=lower_body)
    assert found[:2] == (D(training_max), 1)
    assert f"ended with {last} in its last set" in found.moved


def test_without_the_last_set_of_week_3_it_drops_by_a_tenth():
    found = after(week(125, 2), week(125, 3)[:2], week(125, 4))
    assert found[:2] == (D("112.5"), 1)
    assert found.moved == "The last wave missed its last set: −12.5\u00a0kg."


def test_a_light_week_that_was_left_out_changes_nothing():
    found = after(week(125, 3, 2), week(130, 1))
    assert found[:2] == (D(130), 2)
    assert not found.moved


def test_other_work_between_is_passed_over():
    other = [DoneSet(D("87.5"), 3)] * 3
    assert after(week(125, 1), other, week(125, 2), other)[:2] == (D(125), 3)


def test_an_old_set_put_right_puts_the_training_max_right():
    visits = [week(125, 3)[:2], week(125, 4), week("112.5", 1)]
    assert after(*visits)[0] == D("112.5")
    visits = [week(125, 3, 2), week(125, 4), week(130, 1)]
    assert after(*visits)[0] == D(130)
