"""Logging sets: POST /log/<session>/sets/<set>/ and its neighbours."""

from decimal import Decimal

import pytest

from accounts.context import acting_as
from tests.factories import ExerciseFactory, SessionFactory
from tests.progress.journals import (
    did,
    log,
    now_of,
    planned,
    post,
    sets_of,
    trained,
)


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


def test_a_tick_logs_what_the_row_shows(as_user, alex, row):
    response = log(as_user(alex), row)
    stored = now_of(row)
    assert stored.is_done
    assert (stored.load, stored.load_kg, stored.load_unit, stored.reps) == (50, 50, "kg", 8)
    assert 'aria-pressed="true"' in response.text
    assert "Undo set 1, 50\xa0kg ×\xa08" in response.text


def test_htmx_gets_the_card_and_what_stands_around_it(as_user, alex, row):
    page = log(as_user(alex), row).text
    assert "<html" not in page
    assert f'id="ex-{row.slot}"' in page
    for part in ("log-head", "rest", "outline", "side"):
        assert f'id="{part}"' in page
    assert "1 of 2 sets" in page


def test_the_next_sets_log_button_has_the_same_id(as_user, alex, row):
    client = as_user(alex)
    assert 'id="log-now" aria-label="Log set 1"' in client.get(f"/log/{row.session_id}/").text
    assert 'id="log-now" aria-label="Log set 2"' in log(client, row).text


def test_without_javascript_it_leads_back_to_the_page(as_user, alex, row):
    response = log(as_user(alex), row, htmx=False)
    assert response.url == f"/log/{row.session_id}/#now"
    assert now_of(row).is_done


def test_sending_twice_logs_once(as_user, alex, row):
    client = as_user(alex)
    log(client, row, reps="9", rir="1")
    first = now_of(row)
    log(client, row, reps="9", rir="1")
    again = now_of(row)
    assert (first.state, first.done_at) == (again.state, again.done_at)
    assert len(sets_of(alex)) == 2


def test_typed_loads_keep_their_unit_and_their_comma(as_user, alex, row):
    log(as_user(alex), row, load="12,5", load_unit="lb")
    stored = now_of(row)
    assert (stored.load, stored.load_unit) == (Decimal("12.5"), "lb")
    assert stored.load_kg == Decimal("5.67")
    assert "12.5\xa0lb" in as_user(alex).get(f"/log/{row.session_id}/").text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"reps": "0"}, "A set has between 1 and 1,000 repetitions."),
        ({"reps": "1001"}, "A set has between 1 and 1,000 repetitions."),
        ({"reps": "8.5"}, "Use whole digits, such as 8."),
        ({"reps": ""}, "Give the repetitions."),
        ({"load": "1501"}, "A load is between 0 and 1,500 kg."),
        ({"load": "-1"}, "A load is between 0 and 1,500 kg."),
        ({"load": "9e9"}, "Use digits, such as 12.5."),
        ({"load": "9" * 12}, "Use digits, such as 12.5."),
        ({"load": ""}, "Give the load, or 0 where there was none."),
        ({"load_unit": "st"}, "Select a valid choice."),
        ({"rir": "11"}, "Reps in reserve are between 0 and 10."),
        ({"note": "x" * 4001}, "at most 4000 characters"),
        ({"note": "\0"}, "Null characters are not allowed."),
    ],
)
def test_nonsense_is_refused_in_words_and_kept(as_user, alex, row, typed, words):
    response = log(as_user(alex), row, **typed)
    assert response.status_code == 422
    assert words in response.text
    (name, text), *_ = typed.items()
    if name in ("reps", "load"):
        assert f'value="{text}"' in response.text
    assert not now_of(row).is_done


def test_refused_without_javascript_comes_with_the_whole_page(as_user, alex, row):
    response = log(as_user(alex), row, htmx=False, reps="0")
    assert response.status_code == 422
    assert "<html" in response.text
    assert 'aria-invalid="true"' in response.text


def test_four_and_more_in_reserve_are_four(as_user, alex, row):
    log(as_user(alex), row, rir="7")
    assert now_of(row).rir == 4


def test_what_is_not_sent_is_kept(as_user, alex, row):
    client = as_user(alex)
    log(client, row, rir="2", note="Thumbs over the bar", kind="failure")
    log(client, row)
    stored = now_of(row)
    assert (stored.rir, stored.note, stored.kind) == (2, "Thumbs over the bar", "failure")
    log(client, row, rir="", note="")
    assert (now_of(row).rir, now_of(row).note) == (None, "")


def test_a_second_tick_takes_it_back_and_keeps_what_was_typed(as_user, alex, row):
    client = as_user(alex)
    log(client, row, reps="9")
    page = post(client, row.session, "reopen-set", row.pk).text
    assert not now_of(row).is_done
    assert now_of(row).reps == 9
    assert 'value="9"' in page


def test_a_set_is_skipped_and_taken_up_again(as_user, alex, row):
    client = as_user(alex)
    page = post(client, row.session, "skip-set", row.pk).text
    assert now_of(row).skipped_at
    assert "Skipped" in page
    assert 'id="log-now" aria-label="Log set 2" autofocus' in page
    post(client, row.session, "reopen-set", row.pk)
    assert now_of(row).is_open


def test_a_logged_set_is_not_skipped_by_an_old_page(as_user, alex, row):
    client = as_user(alex)
    log(client, row)
    page = post(client, row.session, "skip-set", row.pk).text
    assert now_of(row).is_done
    assert "This set is logged" in page


def test_a_skipped_set_can_still_be_logged(as_user, alex, row):
    client = as_user(alex)
    post(client, row.session, "skip-set", row.pk)
    log(client, row)
    assert (now_of(row).is_done, now_of(row).skipped_at) == (True, None)


@pytest.mark.parametrize("person", ["tara", "sam"])
@pytest.mark.parametrize("name", ["log-set", "reopen-set", "skip-set", "delete-set"])
def test_only_the_member_logs(as_user, row, person, name, request):
    client = as_user(request.getfixturevalue(person))
    response = post(client, row.session, name, row.pk, load="50", load_unit="kg", reps="8")
    assert response.status_code == 404
    assert now_of(row).is_open


@pytest.mark.parametrize("person", ["tara", "sam"])
def test_nobody_else_opens_the_session_screen(as_user, session, person, request):
    client = as_user(request.getfixturevalue(person))
    assert client.get(f"/log/{session.pk}/").status_code == 404
    assert client.get(f"/log/{session.pk}/finish/").status_code == 404
    assert client.get(f"/log/{session.pk}/exercises/").status_code == 404


def test_a_set_of_another_workout_is_not_reached_through_this_one(as_user, alex, session, row):
    other = trained(alex, 3)
    (theirs,) = did(other, row.exercise, (60, 5))
    response = post(
        as_user(alex), session, "log-set", theirs.pk, load="1", load_unit="kg", reps="1"
    )
    assert response.status_code == 409
    assert now_of(theirs).load == 60


def test_signed_out_nothing_is_logged(client, row):
    assert log(client, row, htmx=False).url.startswith("/sign-in/")
    with acting_as(row.member):
        row.refresh_from_db()
    assert row.is_open
