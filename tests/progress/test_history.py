"""Past workouts: /history/ and /history/<session>/."""

from datetime import timedelta
from decimal import Decimal

import pytest

from accounts.context import acting_as
from accounts.models import TrainerLink
from tests.factories import NOW, ExerciseFactory, SessionFactory, UserFactory
from tests.progress.journals import NO_ROW, did, now_of, planned, sessions_of, sets_of, trained


@pytest.fixture
def session(alex):
    session = trained(alex, 3, name="Thickness", note="Bench on two plates", rating=4)
    did(session, ExerciseFactory(name="Seal row"), (50, 10), (50, 8), rir=2)
    return session


def test_workouts_are_listed_newest_first_by_month(as_user, alex, session):
    trained(alex, 40, name="Width")
    page = as_user(alex).get("/history/").text
    assert page.index("November 2026") < page.index("Thickness") < page.index("October 2026")
    assert page.index("October 2026") < page.index("Width")
    assert "2 sets, 900\xa0kg, 60 min" in page


def test_volume_counts_both_hands_and_not_assistance(alex):
    session = trained(alex, 1)
    did(session, ExerciseFactory(load_entry="per_hand"), (20, 10), slot=1)
    did(session, ExerciseFactory(laterality="unilateral"), (30, 10), slot=2)
    did(session, ExerciseFactory(load_type="assisted"), (15, 10), slot=3)
    did(session, ExerciseFactory(load_type="bodyweight_plus"), (None, 10), slot=4)
    with acting_as(alex):
        stored = type(session).objects.of(alex).with_totals().get()
    assert (stored.volume_kg, stored.sets_done) == (Decimal(1000), 4)


def test_pages_follow_each_other_without_gaps(as_user, alex, django_assert_max_num_queries):
    names = [f"Workout {number:02}" for number in range(45)]
    for number, name in enumerate(names):
        day = number // 3  # three a day, two of them at the same moment
        start = NOW - timedelta(days=day, hours=number % 3 // 2)
        did(
            trained(alex, day, name=name, started_at=start, trained_on=start.date()),
            ExerciseFactory(),
            (50, 8),
        )
    client, url, seen = as_user(alex), "/history/", []
    while url:
        with django_assert_max_num_queries(9):
            # the test's two savepoints; session, user, settings; the page, its cursor, an open one
            page = client.get(url).text
        seen += [name for name in names if f"<b>{name}</b>" in page]
        cursor = page.partition("?before=")[2][:36]
        url = f"/history/?before={cursor}" if cursor else None
    assert sorted(seen) == names


@pytest.mark.parametrize("query", ["before=nonsense", "before=%00", f"before={NO_ROW}"])
def test_a_nonsense_page_is_the_newest(as_user, alex, session, query):
    assert "Thickness" in as_user(alex).get(f"/history/?{query}").text


def test_without_workouts_it_says_so(as_user, alex):
    assert "No workouts yet" in as_user(alex).get("/history/").text


def test_a_past_workout_shows_its_sets(as_user, alex, session, django_assert_max_num_queries):
    for slot in range(2, 14):
        planned(session, slot=slot)
    client = as_user(alex)
    with django_assert_max_num_queries(9):
        # the test's two savepoints; session, user, settings; the workout with its volume, its
        # sets, the records, an open workout
        page = client.get(f"/history/{session.pk}/").text
    assert "50\xa0kg ×\xa010" in page
    assert "RIR\xa02" in page
    assert "Not done" in page
    assert "Bench on two plates" in page
    assert "4 of 5" in page
    assert "900\xa0kg" in page


def test_a_trainer_reads_and_changes_nothing(as_user, tara, alex, session):
    row = sets_of(alex)[0]
    client = as_user(tara)
    page = client.get(f"/history/{session.pk}/").text
    assert "50\xa0kg ×\xa010" in page
    assert "Alex Test" in page
    assert "/removal/" not in page
    assert "/outcome/" not in page
    assert f"/history/{session.pk}/sets/" not in page
    assert client.post(f"/history/{session.pk}/removal/").status_code == 404
    assert client.post(f"/history/{session.pk}/outcome/").status_code == 404
    assert client.post(f"/history/{session.pk}/sets/{row.pk}/").status_code == 404
    assert client.get(f"/history/{session.pk}/sets/{row.pk}/").status_code == 404


def test_a_trainer_lists_a_clients_workouts(as_user, tara, alex, session):
    page = as_user(tara).get(f"/coach/clients/{alex.pk}/history/").text
    assert "Workouts of Alex Test" in page
    assert f'href="/history/{session.pk}/"' in page


@pytest.mark.parametrize("change", [{"sees_training": False, "may_plan": False}, {"ended_at": NOW}])
def test_a_trainer_without_permission_finds_nothing(as_user, tara, alex, session, change):
    TrainerLink.objects.update(**change)
    client = as_user(tara)
    assert client.get(f"/history/{session.pk}/").status_code == 404
    assert client.get(f"/coach/clients/{alex.pk}/history/").status_code == 404


def test_a_stranger_finds_nothing(as_user, sam, alex, session):
    row = sets_of(alex)[0]
    client = as_user(sam)
    for path in ("", "removal/", f"sets/{row.pk}/"):
        assert client.get(f"/history/{session.pk}/{path}").status_code == 404
    assert client.get(f"/coach/clients/{alex.pk}/history/").status_code == 404
    assert "Thickness" not in client.get(f"/history/?before={session.pk}").text


def test_a_set_is_corrected_later(as_user, alex, session):
    row = sets_of(alex)[0]
    client, url = as_user(alex), f"/history/{session.pk}/sets/{row.pk}/"
    assert 'value="50"' in client.get(url).text
    response = client.post(url, {"load": "55", "load_unit": "kg", "reps": "9", "rir": "1"})
    assert response.url == f"/history/{session.pk}/#set-{row.pk}"
    stored = now_of(row)
    assert (stored.load_kg, stored.reps, stored.rir) == (55, 9, 1)
    assert stored.done_at == row.done_at


def test_a_forgotten_set_is_logged_later(as_user, alex, session):
    (row,) = planned(session, ExerciseFactory(), (50, 8), slot=2)
    url = f"/history/{session.pk}/sets/{row.pk}/"
    as_user(alex).post(url, {"load": "50", "load_unit": "kg", "reps": "8"})
    assert now_of(row).done_at == session.finished_at


def test_a_wrong_correction_is_refused_in_words(as_user, alex, session):
    row = sets_of(alex)[0]
    url = f"/history/{session.pk}/sets/{row.pk}/"
    response = as_user(alex).post(url, {"load": "55", "load_unit": "kg", "reps": "0"})
    assert response.status_code == 422
    assert "between 1 and 1,000 repetitions" in response.text
    assert 'value="55"' in response.text


def test_finer_reserve_than_the_picker_knows_is_kept(as_user, alex):
    session = trained(alex, 1)
    (row,) = did(session, ExerciseFactory(), (50, 8), rir=Decimal("1.5"))
    url = f"/history/{session.pk}/sets/{row.pk}/"
    page = as_user(alex).get(url).text
    assert 'value="1.5" checked' in page


def test_rating_and_note_are_changed_later(as_user, alex, session):
    client, url = as_user(alex), f"/history/{session.pk}/outcome/"
    assert client.post(url, {"rating": "2", "note": "Tired"}).url == f"/history/{session.pk}/"
    assert (now_of(session).rating, now_of(session).note) == (2, "Tired")
    response = client.post(url, {"rating": "9", "note": "Still tired"})
    assert response.status_code == 422
    assert "Still tired" in response.text
    assert now_of(session).note == "Tired"


def test_deleting_asks_first_and_is_for_good(as_user, alex, session):
    client, url = as_user(alex), f"/history/{session.pk}/removal/"
    page = client.get(url).text
    assert "Its 2 logged sets" in page
    assert len(sessions_of(alex)) == 1
    assert client.post(url).url == "/history/"
    assert not sessions_of(alex)
    assert not sets_of(alex)


def test_an_open_workout_is_told_apart(as_user, alex, tara):
    session = SessionFactory(member=alex, name="Width")
    page = as_user(alex).get(f"/history/{session.pk}/").text
    assert "This workout is still open" in page
    assert "Resume workout" in page
    assert "Resume workout" not in as_user(tara).get(f"/history/{session.pk}/").text
    assert "Still open" in as_user(alex).get("/history/").text


def test_pounds_are_shown_as_pounds(as_user, session):
    lb = UserFactory(unit="lb")
    theirs = trained(lb, 1)
    did(theirs, ExerciseFactory(), (100, 10), load_unit="kg")
    page = as_user(lb).get(f"/history/{theirs.pk}/").text
    assert "100\xa0kg ×\xa010" in page
    assert "2,205\xa0lb" in page
