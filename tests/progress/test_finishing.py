"""The end of a workout: /log/<session>/finish/ and its discard."""

from datetime import timedelta

import pytest
import time_machine

from accounts.context import acting_as
from tests.factories import NOW, ExerciseFactory, SessionFactory
from tests.progress.journals import did, log, now_of, planned, post, sessions_of, sets_of, trained


@pytest.fixture(autouse=True)
def an_hour_later():
    with time_machine.travel(NOW + timedelta(minutes=58), tick=False):
        yield


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Seal row", one_rep_max_allowed=True)


@pytest.fixture
def session(alex, lift):
    """Two of three sets are done, the last one five minutes ago."""
    session = SessionFactory(member=alex, name="Thickness")
    rows = did(session, lift, (52.5, 8), (52.5, 7))
    rows += planned(session, lift, (52.5, 8))
    with acting_as(alex):
        for row in rows[:2]:
            row.done_at = NOW + timedelta(minutes=53)
            row.save()
    return session


def finish(client, session, **data):
    return post(client, session, "finish", htmx=False, **data)


def test_the_summary_tells_planned_against_done(
    as_user, alex, session, lift, django_assert_max_num_queries
):
    did(trained(alex, 7), lift, (50, 8))
    for slot in range(2, 13):
        planned(session, slot=slot)
    client = as_user(alex)
    with django_assert_max_num_queries(8):
        # the test's two savepoints; session, user, settings; the workout, its sets, the records
        page = client.get(f"/log/{session.pk}/finish/").text
    assert "58 min · 2 of 25 sets" in page
    assert "52.5\xa0kg ×\xa08, 7" in page
    assert "Heaviest: 52.5\xa0kg ×\xa08." in page
    assert "Estimated 1RM 66.5\xa0kg" in page
    assert "stay in the journal as not done" in page


def test_finishing_keeps_rating_and_note_and_shows_the_best_sets(as_user, alex, session):
    response = finish(as_user(alex), session, rating="4", note="Bench on two plates")
    assert response.url == f"/history/{session.pk}/"
    stored = now_of(session)
    assert stored.finished_at == NOW + timedelta(minutes=58)
    assert (stored.rating, stored.note) == (4, "Bench on two plates")
    page = as_user(alex).get(response.url).text
    assert "New best" in page
    assert "First time:" in page
    assert "Bench on two plates" in page
    assert sorted(row.is_done for row in sets_of(alex)) == [False, True, True]


def test_finishing_twice_finishes_once(as_user, alex, session):
    client = as_user(alex)
    for hours in (0, 3):
        with time_machine.travel(NOW + timedelta(hours=hours, minutes=58), tick=False):
            response = finish(client, session, rating="4", note="Two plates\r\nand slow")
        assert response.url == f"/history/{session.pk}/"
    assert now_of(session).finished_at == NOW + timedelta(minutes=58)


@pytest.mark.parametrize(
    "late",
    [{}, {"rating": "5"}, {"rating": "4", "note": "From another tab"}, {"note": "n" * 4001}],
)
def test_a_late_finish_changes_nothing_and_keeps_what_was_typed(as_user, alex, session, late):
    client = as_user(alex)
    finish(client, session, rating="4", note="First")
    response = finish(client, session, **late)
    assert response.status_code == 409
    assert "This workout is finished" in response.text
    assert late.get("note", "") in response.text
    assert ("5 of 5" in response.text) == ("rating" in late and late["rating"] == "5")
    assert (now_of(session).rating, now_of(session).note) == (4, "First")


def test_what_a_late_finish_said_can_still_be_used(as_user, alex, session):
    client = as_user(alex)
    finish(client, session, rating="4", note="First")
    page = finish(client, session, rating="5", note="Second").text
    assert f'action="/history/{session.pk}/outcome/"' in page
    assert 'name="rating" value="5"' in page
    assert 'name="note" value="Second"' in page


def test_a_late_note_changes_nothing_and_keeps_what_was_typed(as_user, alex, session):
    client = as_user(alex)
    finish(client, session, rating="4", note="First")
    again = post(client, session, "note", htmx=False, note="First")
    assert again.url == f"/history/{session.pk}/#note"
    response = post(client, session, "note", htmx=False, note="Late")
    assert response.status_code == 409
    assert "Late" in response.text
    assert now_of(session).note == "First"


def test_a_workout_left_open_ends_with_its_last_set(as_user, alex, session):
    with time_machine.travel(NOW + timedelta(hours=14), tick=False):
        finish(as_user(alex), session)
    assert now_of(session).minutes == 53


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"rating": "6"}, "Select a valid choice"), ({"note": "n" * 4001}, "at most 4000 characters")],
)
def test_nonsense_is_refused_in_words_and_kept(as_user, alex, session, typed, words):
    response = finish(as_user(alex), session, **{"note": "Felt easy"} | typed)
    assert response.status_code == 422
    assert words in response.text
    assert ("Felt easy" in response.text) or ("n" * 4001 in response.text)
    assert now_of(session).finished_at is None


def test_without_a_set_there_is_nothing_to_finish(as_user, alex):
    session = SessionFactory(member=alex)
    planned(session)
    client = as_user(alex)
    assert "Nothing is logged yet" in client.get(f"/log/{session.pk}/finish/").text
    assert finish(client, session).status_code == 422
    assert now_of(session).finished_at is None


def test_an_empty_workout_is_discarded(as_user, alex):
    session = SessionFactory(member=alex)
    planned(session)
    response = post(as_user(alex), session, "discard", htmx=False)
    assert response.url == "/today/"
    assert not sessions_of(alex)


def test_a_workout_with_sets_is_not_discarded(as_user, alex, session):
    client = as_user(alex)
    assert post(client, session, "discard", htmx=False).url == f"/log/{session.pk}/"
    finish(client, session)
    post(client, session, "discard", htmx=False)
    assert len(sessions_of(alex)) == 1


@pytest.mark.parametrize("person", ["tara", "sam"])
def test_nobody_else_finishes(as_user, session, person, request):
    client = as_user(request.getfixturevalue(person))
    assert finish(client, session).status_code == 404
    assert now_of(session).finished_at is None


def test_when_all_is_logged_finishing_is_next(as_user, alex):
    session = SessionFactory(member=alex)
    (row,) = planned(session, ExerciseFactory(), (50, 8))
    response = log(as_user(alex), row)
    assert response.headers["HX-Retarget"] == "#workout"
    assert "Every set is logged" in response.text
