"""Which day is next: progress.starting."""

from datetime import timedelta

import pytest

from accounts.context import acting_as
from progress.starting import next_day
from tests.factories import RoutineFactory, VersionFactory
from tests.progress.journals import MONDAY, TODAY, followed, trained

FRIDAY = 5


def next_for(member, today=TODAY):
    with acting_as(member):
        return next_day(member, today)


def test_without_a_routine_nothing_is_next(alex):
    assert next_for(alex) is None


def test_a_routine_with_only_a_draft_has_nothing_to_do(alex):
    VersionFactory(routine=RoutineFactory(member=alex, followed_since=MONDAY))
    assert next_for(alex) is None


def test_the_day_of_todays_weekday_is_next(alex):
    followed(alex, {"weekday": 1}, {"weekday": FRIDAY, "name": "Thickness"})
    coming = next_for(alex)
    assert coming.day.name == "Thickness"
    assert coming.is_for_today
    assert coming.why == "It is set for Fridays."


def test_what_was_done_this_week_is_not_asked_for_again(alex):
    _, friday = followed(alex, {"weekday": 1, "name": "Width"}, {"weekday": FRIDAY})
    trained(alex, 1, friday)
    coming = next_for(alex)
    assert coming.day.name == "Width"
    assert not coming.is_for_today


def test_last_weeks_day_does_not_count_for_this_week(alex):
    _, friday = followed(alex, {"weekday": 1}, {"weekday": FRIDAY, "name": "Thickness"})
    trained(alex, 7, friday)
    assert next_for(alex).day.name == "Thickness"


@pytest.mark.parametrize(("last", "then"), [(0, "Day 2"), (1, "Day 3"), (2, "Day 1")])
def test_days_without_a_weekday_go_round(alex, last, then):
    days = followed(alex, {}, {}, {})
    trained(alex, 9, days[(last + 1) % 3])
    trained(alex, 2, days[last])
    coming = next_for(alex)
    assert coming.day.name == then
    assert (
        coming.why == f"It comes after {days[last].name}, which you did on Wednesday 18 November."
    )


def test_the_first_day_comes_first(alex):
    followed(alex, {}, {})
    assert next_for(alex).why == "It is the first day of your routine."


def test_a_workout_outside_the_routine_does_not_move_it_on(alex):
    first, _ = followed(alex, {}, {})
    trained(alex, 5, first)
    trained(alex, 1)
    assert next_for(alex).day.name == "Day 2"


def test_days_of_other_weeks_are_left_out(alex):
    followed(
        alex,
        {"name": "Early", "last_week": 2, "weekday": FRIDAY},
        {"name": "Late", "first_week": 3, "weekday": FRIDAY},
        since=MONDAY - timedelta(weeks=2),
    )
    assert next_for(alex).day.name == "Late"
    assert next_for(alex).week == 3


def test_after_the_last_week_the_routine_goes_on(alex):
    followed(alex, {"name": "Late", "first_week": 2}, since=MONDAY - timedelta(weeks=9), weeks=2)
    assert next_for(alex).week == 2


def test_a_new_version_knows_what_was_done_of_the_old(alex):
    first, _ = followed(alex, {"name": "Width"}, {"name": "Thickness"})
    trained(alex, 1, first)
    followed(
        alex, {"name": "Width"}, {"name": "Thickness"}, routine=first.version.routine, number=2
    )
    assert next_for(alex).day.name == "Thickness"


def test_an_open_workout_does_not_count_as_done(alex):
    first, _ = followed(alex, {"weekday": FRIDAY}, {})
    session = trained(alex, 0, first)
    with acting_as(alex):
        type(session).objects.of(alex).update(finished_at=None)
    assert next_for(alex).day.name == "Day 1"


def test_the_next_day_costs_few_queries_whatever_was_trained(alex, django_assert_num_queries):
    days = followed(alex, *({"rows": [{}] * 6} for _ in range(4)))
    for ago in range(60):
        trained(alex, ago, days[ago % 4])
    with acting_as(alex), django_assert_num_queries(3):
        # the version and its routine, the days, the sessions that matter
        next_day(alex, TODAY)
