"""An exercise goes from its own page onto a day, in the draft of that day's routine."""

import pytest
from django.utils import timezone

from accounts.context import acting_as, curating
from catalogue.models import Exercise
from tests.factories import ExerciseFactory, MergeFactory
from tests.workouts.plans import days_of, draft_for, names, released_for
from workouts.building import MOST_ROWS, draft_of
from workouts.models import Routine


@pytest.fixture
def row(db):
    return ExerciseFactory(name="Seal row", slug="seal-row")


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def add(client, exercise, day, **more):
    return client.post(f"/plan/add/{exercise.pk}/", {"day": day.pk}, **more)


def test_its_page_leads_to_the_days_there_are(alex, client, row):
    draft_for(alex, days=2)
    assert f'href="/plan/add/{row.pk}/"' in client.get("/exercises/seal-row/").text
    page = client.get(f"/plan/add/{row.pk}/").text
    assert "Add to Day 1 of Back twice" in page
    assert "Add to Day 2 of Back twice" in page


def test_it_is_added_to_the_draft_there_is(alex, client, row):
    draft = draft_for(alex, days=2, rows=1)
    day = days_of(draft)[1][0]
    response = add(client, row, day)
    assert response.url.startswith(f"/plan/{draft.routine_id}/edit/")
    assert names(draft) == [["Lift 11"], ["Lift 21", "Seal row"]]
    assert "Seal row added to Day 2." in client.get(response.url).text


def test_what_is_in_use_stays_and_gets_a_draft(alex, client, row):
    version = released_for(alex, days=2, rows=1)
    add(client, row, days_of(version)[1][0])
    assert names(version) == [["Lift 11"], ["Lift 21"]]
    with acting_as(alex):
        draft = draft_of(Routine.objects.get(pk=version.routine_id))
    assert names(draft) == [["Lift 11"], ["Lift 21", "Seal row"]]


def test_sent_twice_it_is_there_once(alex, client, row):
    draft = draft_for(alex, rows=1)
    day = days_of(draft)[0][0]
    add(client, row, day)
    response = add(client, row, day)
    assert response.status_code == 422
    assert "Seal row is on Day 1 already." in response.text
    assert names(draft) == [["Lift 11", "Seal row"]]


def test_a_page_of_before_the_draft_says_so_and_adds_nothing(alex, client, row):
    version = released_for(alex, rows=1)
    day = days_of(version)[0][0]
    add(client, ExerciseFactory(name="First"), day)
    response = add(client, row, day)
    assert response.status_code == 422
    assert "Choose again." in response.text


def test_a_full_day_takes_no_more(alex, client, row):
    draft = draft_for(alex, rows=MOST_ROWS)
    assert "Day 1 is full" in add(client, row, days_of(draft)[0][0]).text


@pytest.mark.parametrize("day", ["", "x", "01890000-0000-7000-8000-00000000aaaa"])
def test_nonsense_adds_nothing(alex, client, row, day):
    draft = draft_for(alex, rows=1)
    assert client.post(f"/plan/add/{row.pk}/", {"day": day}).status_code == 422
    assert names(draft) == [["Lift 11"]]


def test_nobody_elses_day_and_no_archived_one_is_offered(alex, sam, tara, client, as_user, row):
    theirs, archived = draft_for(sam), draft_for(alex)
    with acting_as(alex):
        Routine.objects.filter(pk=archived.routine_id).update(archived_at=timezone.now())
    assert "Back twice" not in client.get(f"/plan/add/{row.pk}/").text
    assert "You have no routine yet." in client.get(f"/plan/add/{row.pk}/").text
    for draft in (theirs, archived):
        assert add(client, row, days_of(draft)[0][0]).status_code == 422
        assert names(draft) == [["Lift 11", "Lift 12"]]
    assert "Back twice" not in as_user(tara).get(f"/plan/add/{row.pk}/").text


def test_own_exercises_are_added_by_their_member_alone(alex, client, tara, as_user):
    own = ExerciseFactory(member=alex, name="Mine", slug="mine")
    assert client.get(f"/plan/add/{own.pk}/").status_code == 200
    assert as_user(tara).get(f"/plan/add/{own.pk}/").status_code == 404
    assert "Add to a day" not in as_user(tara).get(f"/exercises/mine/?of={alex.pk}").text


def test_the_survivor_is_added_and_nothing_that_is_retired(alex, client, row):
    draft, old = draft_for(alex, rows=1), ExerciseFactory(name="Old")
    day = days_of(draft)[0][0]
    MergeFactory(old, row)
    add(client, old, day)
    assert names(draft) == [["Lift 11", "Seal row"]]
    with curating():
        Exercise.objects.filter(pk=row.pk).update(retired_at=timezone.now())
    assert add(client, row, day).status_code == 404
    assert "Add to a day" not in client.get("/exercises/seal-row/").text


def test_many_routines_cost_no_more(alex, client, row, django_assert_max_num_queries):
    for _ in range(3):
        draft_for(alex, days=2)
    client.get(f"/plan/add/{row.pk}/")
    with django_assert_max_num_queries(12):
        client.get(f"/plan/add/{row.pk}/")
