"""The session screen: what it fills in, what it recalls, what it costs."""

import re

import pytest
import uuid6

from tests.factories import ExerciseFactory, SessionFactory
from tests.progress.journals import NO_ROW, did, followed, log, planned, sets_of, trained


@pytest.fixture
def session(alex):
    return SessionFactory(member=alex, name="Thickness")


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Seal row")


@pytest.fixture
def row(session, lift):
    """The first of two sets planned with 50 kg × 8."""
    return planned(session, lift)[0]


def test_the_first_load_fills_the_sets_after_it(as_user, alex, session, lift):
    first, _ = planned(session, lift, (None, 8), (None, 8))
    client = as_user(alex)
    assert "Log set 2, 8\xa0reps" in client.get(f"/log/{session.pk}/").text
    page = log(client, first, load="42.5").text
    assert 'name="load" id="id_load" value="42.5"' in page


def test_the_sets_note_and_the_workouts_note_have_a_label_each(as_user, alex, session, row):
    page = as_user(alex).get(f"/log/{session.pk}/").text
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    for label, note in [("this set", "id_note"), ("this workout", "workout_note")]:
        assert f'for="{note}">Note on {label}<' in page
        assert f'<textarea name="note" id="{note}"' in page


def test_last_time_is_the_same_set_of_the_same_kind(as_user, alex, session, lift):
    past = trained(alex, 7)
    did(past, lift, (20, 10), kind="warm_up")
    did(past, lift, (47.5, 12), (45, 9))
    planned(session, lift, (50, 8), (50, 8))
    page = as_user(alex).get(f"/log/{session.pk}/").text
    assert "Last time 47.5\xa0kg ×\xa012" in page
    assert "45 ×\xa09" in page


def test_today_is_not_the_last_time(as_user, alex, session, lift):
    did(trained(alex, 7), lift, (47.5, 12), (45, 9))
    first, _ = planned(session, lift, (50, 8), (50, 8))
    page = log(as_user(alex), first, load="40", reps="5").text
    assert "Last time 45\xa0kg ×\xa09" in page
    assert "47.5 ×\xa012" in page


def test_last_time_can_be_copied(as_user, alex, session, lift):
    did(trained(alex, 7), lift, (47.5, 12))
    (row,) = planned(session, lift, (50, 8))
    page = as_user(alex).get(f"/log/{session.pk}/?set={row.pk}&copy=on").text
    assert 'value="47.5"' in page
    assert 'value="12"' in page


def test_any_set_can_be_opened(as_user, alex, session, row):
    second = sets_of(alex)[1]
    page = as_user(alex).get(f"/log/{session.pk}/?set={second.pk}").text
    assert "Set 2 of 2" in page
    assert "autofocus" in page


@pytest.mark.parametrize("query", ["set=nonsense", "set=%00", f"set={NO_ROW}", "copy=%ff"])
def test_a_nonsense_address_opens_the_next_set(as_user, alex, session, row, query):
    assert "Set 1 of 2" in as_user(alex).get(f"/log/{session.pk}/?{query}").text


def test_the_target_is_explained(as_user, alex, lift):
    (day,) = followed(alex, {"rows": [{"exercise": lift}]})
    did(trained(alex, 2), lift, (50, 12), (50, 12), (50, 12))
    client = as_user(alex)
    page = client.post("/log/sessions/", {"id": uuid6.uuid7(), "day": day.pk}, follow=True).text
    assert "Why 52.5\xa0kg?" in page
    assert "Every set reached 12 at 50\xa0kg" in page


def test_the_session_screen_costs_the_same_with_twelve_exercises(
    as_user, alex, session, django_assert_max_num_queries
):
    past = trained(alex, 3)
    for slot in range(1, 13):
        exercise = ExerciseFactory()
        did(past, exercise, (50, 8), slot=slot)
        rows = planned(session, exercise, slot=slot)
    client = as_user(alex)
    with django_assert_max_num_queries(10):
        # the test's two savepoints; session, user, settings; the workout, its sets, the last
        # times, the muscles, the limits
        client.get(f"/log/{session.pk}/")
    with django_assert_max_num_queries(14):
        # as above, and the set with its lock, its change, the records
        log(client, rows[0])
