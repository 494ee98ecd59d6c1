"""A member's own note on how they set an exercise up: nobody else ever reads it."""

import pytest
from django.test import Client

from catalogue.models import ExerciseNote
from tests.factories import (
    ExerciseFactory,
    ExerciseNoteFactory,
    LoggedSetFactory,
    SessionFactory,
)

SECRET = "Seat 3, pin 9"


@pytest.fixture
def row(db):
    return ExerciseFactory(name="Seal row", slug="seal-row")


@pytest.fixture
def session(alex, row):
    """An open workout with two sets of the row."""
    session = SessionFactory(member=alex)
    for number in (1, 2):
        LoggedSetFactory(session=session, exercise=row, number=number, done_at=None)
    return session


def write(browser, exercise, text, **more):
    headers = more.pop("headers", None)
    address = f"/me/exercises/{exercise.pk}/note/"
    return browser.post(address, {"text": text} | more, headers=headers)


def note_of(member, acting):
    with acting(member):
        return ExerciseNote.objects.owned_by(member).values_list("text", flat=True).first()


def test_a_note_is_kept_changed_and_taken_away(as_user, alex, row, acting):
    browser = as_user(alex)
    assert write(browser, row, f"  {SECRET}\n ").url == row.get_absolute_url()
    assert note_of(alex, acting) == SECRET
    assert SECRET in browser.get("/exercises/seal-row/").text
    write(browser, row, "Seat 5")
    assert note_of(alex, acting) == "Seat 5"
    write(browser, row, " ")
    assert note_of(alex, acting) is None


def test_the_running_workout_shows_it_and_takes_a_new_one(as_user, alex, row, session, acting):
    browser, here = as_user(alex), session.get_absolute_url()
    assert "only you see this" in browser.get(here).text
    assert write(browser, row, SECRET, place=1, next=here).url == here
    assert SECRET in browser.get(here).text
    part = write(browser, row, "Seat 5", place=1, headers={"HX-Request": "true"}).text
    assert 'id="setup-1"' in part
    assert "Seat 5" in part
    assert "<h1" not in part


def test_after_a_swap_it_is_the_note_on_what_is_done_now(as_user, alex, row, session):
    other = ExerciseFactory(name="Cable row")
    LoggedSetFactory(session=session, exercise=other, number=3, done_at=None)
    LoggedSetFactory(session=session, exercise=row, number=4)
    ExerciseNoteFactory(member=alex, exercise=row, text="Note on the seal row")
    ExerciseNoteFactory(member=alex, exercise=other, text="Note on the cable row")
    text = as_user(alex).get(session.get_absolute_url()).text
    assert "Note on the cable row" in text
    assert "Note on the seal row" not in text


def test_the_note_costs_the_workout_no_query(
    as_user, alex, row, session, django_assert_max_num_queries
):
    for slot in range(2, 8):
        other = ExerciseFactory()
        LoggedSetFactory(session=session, exercise=other, slot=slot, done_at=None)
        ExerciseNoteFactory(member=alex, exercise=other)
    browser = as_user(alex)
    # savepoint and its release (of tests), session, user, settings of the transaction, the
    # workout, and the screen's five: sets with their notes, muscles, last times, records, limits
    with django_assert_max_num_queries(11):
        browser.get(session.get_absolute_url())


def test_the_trainer_never_reads_it(as_user, alex, tara, row, session, acting):
    own = ExerciseFactory(member=alex, name="Garden row", slug="garden-row")
    for exercise in (row, own):
        ExerciseNoteFactory(member=alex, exercise=exercise, text=SECRET)
    with acting(alex):
        session.finished_at = session.started_at
        session.save()
    browser = as_user(tara)
    client = f"/coach/clients/{alex.pk}/"
    for address in [
        session.get_absolute_url(), row.get_absolute_url(), own.get_absolute_url(), client,
        f"{client}history/", f"{client}plan/", "/exercises/", "/me/exercises/",
    ]:  # fmt: skip
        response = browser.get(address)
        assert response.status_code == 200, address
        assert SECRET not in response.text, address


def test_the_trainer_has_notes_of_their_own(as_user, alex, tara, row, acting):
    ExerciseNoteFactory(member=alex, exercise=row, text=SECRET)
    write(as_user(tara), row, "Seat 9")
    assert (note_of(alex, acting), note_of(tara, acting)) == (SECRET, "Seat 9")


def test_a_trainer_notes_nothing_on_a_clients_own_exercise(as_user, alex, tara):
    own = ExerciseFactory(member=alex)
    assert write(as_user(tara), own, SECRET).status_code == 404
    assert "setup-0" not in as_user(tara).get(own.get_absolute_url()).text


def test_a_visitor_has_no_note(row):
    assert "My set-up" not in Client().get("/exercises/seal-row/").text


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_long_note_is_refused_in_words_and_kept(as_user, alex, row, headers, acting):
    response = write(as_user(alex), row, "x" * 201, headers=headers)
    assert response.status_code == 422
    assert "Keep it to 200 letters. Nothing was saved." in response.text
    assert "x" * 201 in response.text
    assert note_of(alex, acting) is None


def test_html_in_a_note_is_shown_as_text(as_user, alex, row):
    write(as_user(alex), row, "<script>alert(1)</script>")
    text = as_user(alex).get("/exercises/seal-row/").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text
