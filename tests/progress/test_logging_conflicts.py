"""Two tabs, late clicks: a page that is older than the journal loses nothing and says so."""

import pytest
import uuid6

from accounts.context import acting_as
from tests.factories import ExerciseFactory, SessionFactory
from tests.progress.journals import log, now_of, planned, post, sets_of, trained


@pytest.fixture
def session(alex):
    return SessionFactory(member=alex)


@pytest.fixture
def row(session):
    return planned(session, ExerciseFactory())[0]


def finish(row):
    with acting_as(row.member):
        row.session.finished_at = row.session.started_at
        row.session.save()


@pytest.mark.parametrize("htmx", [True, False])
def test_a_finished_workout_takes_no_more_and_shows_what_was_sent(as_user, alex, row, htmx):
    finish(row)
    response = log(as_user(alex), row, htmx=htmx, load="52,5", reps="9", note="slow")
    assert response.status_code == 409
    assert "This workout is finished" in response.text
    assert "52,5 kg, 9 reps, slow" in response.text
    assert f'href="/history/{row.session_id}/"' in response.text
    assert ("<html" in response.text) is not htmx
    assert now_of(row).is_open


@pytest.mark.parametrize("name", ["reopen-set", "skip-set", "delete-set"])
def test_a_finished_workout_stays_as_it_is(as_user, alex, row, name):
    finish(row)
    assert post(as_user(alex), row.session, name, row.pk).status_code == 409
    assert now_of(row).is_open


@pytest.mark.parametrize("htmx", [True, False])
def test_a_removed_set_says_so_and_shows_what_was_sent(as_user, alex, row, htmx):
    with acting_as(alex):
        type(row).objects.filter(pk=row.pk).delete()
    response = log(as_user(alex), row, htmx=htmx, reps="9")
    assert response.status_code == 409
    assert "This set is no longer there" in response.text
    assert "50 kg, 9 reps" in response.text


def test_what_another_tab_logged_is_not_overwritten_in_silence(as_user, alex, row):
    client = as_user(alex)
    seen = now_of(row).state
    log(client, row, reps="9", seen=seen)
    response = log(client, row, reps="7", seen=seen)
    assert response.status_code == 409
    assert "It was logged as <b>50\xa0kg ×\xa09</b>" in response.text
    assert "50 kg, 7 reps" in response.text
    assert now_of(row).reps == 9
    log(client, row, reps="7", seen=now_of(row).state, htmx=False)
    assert now_of(row).reps == 7


def test_the_head_counts_what_the_other_tab_logged(as_user, alex, row):
    client, seen = as_user(alex), now_of(row).state
    log(client, row, reps="9", seen=seen)
    head = log(client, row, reps="7", seen=seen).text.partition('id="log-head"')[2]
    assert "1 of 2 sets" in head
    assert "Finish" in head
    finish(row)
    head = log(client, row, reps="7").text.partition('id="log-head"')[2]
    assert head
    assert "Finish" not in head


def test_the_same_form_twice_is_no_conflict(as_user, alex, row):
    client, seen = as_user(alex), now_of(row).state
    log(client, row, reps="9", seen=seen)
    assert log(client, row, reps="9", seen=seen).status_code == 200


def test_typed_text_comes_back_as_text(as_user, alex, row):
    finish(row)
    page = log(as_user(alex), row, note="<b>x</b>", reps="\0").text
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_a_set_added_twice_is_added_once(as_user, alex, row):
    client, pk = as_user(alex), uuid6.uuid7()
    for _ in range(2):
        page = post(client, row.session, "create-set", id=pk, slot=1).text
    assert "0 of 3 sets" in page
    new = sets_of(alex)[-1]
    assert (new.pk, new.number, new.target_load_kg, new.is_added) == (pk, 3, 50, True)


def test_an_added_set_can_go_again_unless_it_was_logged(as_user, alex, row):
    client = as_user(alex)
    second = sets_of(alex)[1]
    post(client, row.session, "delete-set", second.pk)
    assert len(sets_of(alex)) == 1
    log(client, row)
    page = post(client, row.session, "delete-set", row.pk).text
    assert len(sets_of(alex)) == 1
    assert "Only an added set that is not logged can go" in page


def test_a_set_of_an_exercise_that_is_gone_cannot_be_added(as_user, alex, session):
    for slot in (1, 0, "x", 10**9):
        response = post(as_user(alex), session, "create-set", id=uuid6.uuid7(), slot=slot)
        assert response.status_code == 409
    assert not sets_of(alex)


def test_an_exercise_is_found_and_added(as_user, alex, session, django_assert_max_num_queries):
    for number in range(12):
        ExerciseFactory(name=f"Row {number}")
    lift = ExerciseFactory(name="Seal row")
    client = as_user(alex)
    with django_assert_max_num_queries(9):
        # the test's two savepoints; session, user, settings; the workout, what was found, its parts
        page = client.get(f"/log/{session.pk}/exercises/?q=seal").text
    assert "Add Seal row" in page
    pk = uuid6.uuid7()
    for _ in range(2):
        response = post(client, session, "create-exercise", htmx=False, id=pk, exercise=lift.pk)
    assert response.url == f"/log/{session.pk}/?set={pk}#now"
    assert [(row.exercise.name, row.number) for row in sets_of(alex)] == [
        ("Seal row", 1),
        ("Seal row", 2),
        ("Seal row", 3),
    ]


def test_an_added_exercise_can_go_before_it_is_logged(as_user, alex, session, row):
    client = as_user(alex)
    post(client, session, "delete-exercise", 1)
    assert not sets_of(alex)
    (other, *_) = planned(session, ExerciseFactory())
    log(client, other)
    page = post(client, session, "delete-exercise", 1).text
    assert len(sets_of(alex)) == 2
    assert "Only an added exercise can go" in page


def test_a_strangers_own_exercise_is_neither_found_nor_added(as_user, alex, sam, session):
    secret = ExerciseFactory(name="Secret row", member=sam)
    client = as_user(alex)
    assert "Secret row" not in client.get(f"/log/{session.pk}/exercises/?q=secret").text
    post(client, session, "create-exercise", htmx=False, id=uuid6.uuid7(), exercise=secret.pk)
    assert not sets_of(alex)


def test_a_trainer_does_not_log_a_clients_own_exercise(as_user, alex, tara):
    session = SessionFactory(member=tara)
    hers = ExerciseFactory(name="Alex row", member=alex)
    client = as_user(tara)
    assert "Alex row" not in client.get(f"/log/{session.pk}/exercises/?q=alex").text
    post(client, session, "create-exercise", htmx=False, id=uuid6.uuid7(), exercise=hers.pk)
    assert not sets_of(tara)


@pytest.mark.parametrize("person", ["tara", "sam"])
def test_nobody_else_adds_or_takes_away(as_user, session, row, person, request):
    client = as_user(request.getfixturevalue(person))
    new = {"id": uuid6.uuid7(), "slot": 1, "exercise": row.exercise_id}
    assert post(client, session, "create-set", **new).status_code == 404
    assert post(client, session, "create-exercise", **new).status_code == 404
    assert post(client, session, "delete-exercise", 1).status_code == 404
    assert post(client, session, "note", note="x").status_code == 404
    assert post(client, session, "discard").status_code == 404


def test_a_finished_workouts_screen_leads_to_its_page(as_user, alex):
    session = trained(alex, 1)
    client = as_user(alex)
    for path in ("", "finish/", "exercises/"):
        assert client.get(f"/log/{session.pk}/{path}").url == f"/history/{session.pk}/"


def test_a_note_is_kept_and_too_long_a_one_is_refused_with_its_words(as_user, alex, session):
    client = as_user(alex)
    post(client, session, "note", htmx=False, note="Third hole")
    assert "Third hole" in client.get(f"/log/{session.pk}/").text
    response = post(client, session, "note", htmx=False, note="y" * 4001)
    assert response.status_code == 422
    assert "y" * 4001 in response.text
    assert now_of(session).note == "Third hole"
