"""The page a member opens first: /today/."""

from datetime import timedelta

import pytest
import time_machine

from catalogue.models import Exercise
from tests.factories import NOW, ExerciseFactory, SessionFactory
from tests.progress.journals import did, followed, trained


@pytest.fixture(autouse=True)
def on_friday():
    with time_machine.travel(NOW, tick=False):
        yield


def today(client):
    return client.get("/today/").text


def test_without_a_routine_it_leads_to_ready_ones(as_user, alex):
    page = today(as_user(alex))
    assert "No routine yet" in page
    assert 'href="/routines/"' in page


def test_todays_day_with_its_facts_and_its_start(as_user, alex, catalogue):
    row = Exercise.objects.public().get(slug="seal-row")
    curl = Exercise.objects.public().get(slug="hammer-curl")
    (day,) = followed(
        alex,
        {
            "name": "Thickness",
            "weekday": 5,
            "rows": [{"exercise": row, "sets": 4}, {"exercise": curl, "rest_seconds": 60}],
        },
    )
    did(trained(alex, 4), row, *[(50, 12)] * 4)
    page = today(as_user(alex))
    assert "<h1>Thickness today</h1>" in page
    assert "2 exercises, 7 sets" in page
    assert "About 18 min" in page
    assert "Week 3 of 8, Back twice" in page
    assert "It is set for Fridays." in page
    assert "Mid back <b>4</b>" in page
    assert "52.5\xa0kg" in page
    assert f'name="day" value="{day.pk}"' in page
    assert 'data-primary="' in page


def test_the_week_shows_what_was_done_and_what_is_planned(as_user, alex):
    monday, *_ = followed(
        alex,
        {"name": "Width", "weekday": 1},
        {"name": "Thickness", "weekday": 5},
        {"name": "Legs", "weekday": 6},
    )
    trained(alex, 4, monday, name="Width")
    page = today(as_user(alex))
    assert "Monday 16 November, Width, done" in page
    assert "Friday 20 November, Thickness, today" in page
    assert "Saturday 21 November, Legs, planned" in page
    assert "Tuesday 17 November, rest" in page


def test_an_open_workout_comes_first(as_user, alex):
    followed(alex, {"weekday": 5})
    session = SessionFactory(member=alex, name="Width", started_at=NOW - timedelta(days=9))
    page = today(as_user(alex))
    assert "Your workout is still open" in page
    assert f'href="/log/{session.pk}/"' in page
    assert "Start workout" not in page
    assert "Workout still open" not in page  # the bar of the other pages


def test_after_training_the_next_day_is_told(as_user, alex):
    first, _ = followed(alex, {"weekday": 5, "name": "Thickness"}, {"name": "Width", "weekday": 1})
    trained(alex, 0, first, started_at=NOW - timedelta(hours=5))
    page = today(as_user(alex))
    assert "Done for today" in page
    assert "It comes after Thickness" in page


def test_a_week_without_days_says_so(as_user, alex):
    followed(alex, {"first_week": 8})
    assert "Nothing planned this week" in today(as_user(alex))


def test_the_members_own_date_counts(as_user, alex):
    alex.time_zone = "Pacific/Auckland"  # Saturday already
    alex.save()
    followed(alex, {"weekday": 5, "name": "Friday work"}, {"weekday": 6, "name": "Saturday work"})
    assert "<h1>Saturday work today</h1>" in today(as_user(alex))


def test_nobody_elses_workouts_are_in_it(as_user, tara, alex):
    followed(alex, {"name": "Thickness", "weekday": 5})
    SessionFactory(member=alex)
    page = today(as_user(tara))
    assert "No routine yet" in page
    assert "Resume" not in page


def test_it_costs_at_most_twelve_queries(as_user, tara, django_assert_max_num_queries):
    days = followed(tara, *({"rows": [{}] * 12} for _ in range(4)))
    lifts = [ExerciseFactory() for _ in range(12)]
    for ago in range(12):
        session = trained(tara, ago, days[ago % 4])
        for slot, lift in enumerate(lifts, 1):
            did(session, lift, (50, 8), slot=slot)
    SessionFactory(member=tara)
    client = as_user(tara)
    with django_assert_max_num_queries(14):
        # the test’s two savepoints; session, user, her clients, settings; version, profile, days,
        # rows, sessions, this week's sets, muscles, the last times
        today(client)


def test_skipped_steps_wait_as_one_line(as_user, alex):
    text = as_user(alex).get("/today/").text
    assert "Not said yet" in text
    assert '/start/limits/">limits</a>' in text
