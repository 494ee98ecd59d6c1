"""The builder: its page and changes to days and rows, by forms and by htmx."""

import uuid

import pytest
from django.urls import reverse

from catalogue.models import Exercise
from tests.workouts.plans import SCHEME, days_of, draft_for, names, now_of, post


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=2, rows=3)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def page_of(draft, client, **place):
    return client.get(reverse("workouts:edit", args=[draft.routine_id]), place)


def first_row(draft):
    return days_of(draft)[0][1][0]


def test_the_builder_shows_days_rows_and_balance(draft, client):
    page = page_of(draft, client).text
    for words in ["Day 1", "Day 2", "Lift 11", "Lift 23", "Weekly balance", "Find exercises"]:
        assert words in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize(
    "place",
    [
        {"day": "x\0"},
        {"open": str(uuid.uuid4())},
        {"week": "99999999999999999999"},
        {"q": "a\0b"},
        {"q": "x" * 101},
        {"region": "moon", "fits": "perhaps"},
    ],
)
def test_a_place_that_cannot_be_read_is_left_out(draft, client, place):
    response = page_of(draft, client, **place)
    assert response.status_code == 200
    assert "Lift 11" in response.text


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("change-day", "day"),
        ("remove-day", "day"),
        ("change-prescription", "row"),
        ("move-prescription", "row"),
        ("group-prescription", "row"),
        ("ungroup-prescription", "row"),
        ("remove-prescription", "row"),
    ],
)
def test_somebody_elses_days_and_rows_are_not_there(draft, client, sam, name, what):
    day, rows = days_of(draft_for(sam))[0]
    pk = day.pk if what == "day" else rows[0].pk
    assert post(client, draft, name, pk, name="Mine now", **SCHEME).status_code == 404
    assert post(client, draft, name, uuid.uuid4(), **SCHEME).status_code == 404
    assert now_of(draft).edits == 0


CHANGES = ["add-day", "add-prescription", "change-weeks", "arrange"]


@pytest.mark.parametrize("name", CHANGES)
def test_somebody_elses_draft_is_not_there(draft, as_user, sam, name):
    assert post(as_user(sam), draft, name).status_code == 404
    assert page_of(draft, as_user(sam)).status_code == 404


def test_a_trainer_builds_for_a_client(draft, as_user, tara):
    client = as_user(tara)
    assert "Alex Test" in page_of(draft, client).text
    day = days_of(draft)[0][0]
    exercise = Exercise.objects.get(name="Lift 21")
    post(client, draft, "add-prescription", day=day.pk, exercise=exercise.pk)
    assert names(draft)[0][-1] == "Lift 21"


@pytest.mark.parametrize("name", CHANGES)
def test_changes_are_never_made_by_looking(draft, client, name):
    url = reverse(f"workouts:{name}", args=[draft.routine_id])
    assert client.get(url).status_code == 405


@pytest.mark.parametrize("person", ["alex", "tara"])
def test_cost_of_the_builder_with_twelve_rows(
    alex, tara, as_user, person, request, django_assert_max_num_queries
):
    draft = draft_for(alex, days=3, rows=4)
    client = as_user(request.getfixturevalue(person))
    page_of(draft, client)  # the catalogue is read when it has changed
    # session, user, links, who acts, open workout; draft, days, rows, muscles; limits and
    # equipment, the catalogue's edition; and the test's savepoint, twice
    with django_assert_max_num_queries(13):
        page_of(draft, client, q="lift")


@pytest.mark.parametrize(
    "name", ["add-day", "add-prescription", "move-prescription", "remove-prescription"]
)
def test_cost_of_other_changes(alex, client, name, django_assert_max_num_queries):
    draft = draft_for(alex, days=3, rows=4)
    page_of(draft, client)  # the catalogue is read when it has changed
    day, rows = days_of(draft)[0]
    args = [rows[0].pk] if "prescription" in name and name != "add-prescription" else []
    data = {"version": draft.pk, "edits": 0, "day": day.pk, "to": "down"}
    url = reverse(f"workouts:{name}", args=[draft.routine_id, *args])
    # session, user, who acts; draft, days, rows; the edit, the step to undo, and up to four for
    # what changes, five for a row that goes with what may be done instead; muscles, limits and
    # equipment, the catalogue's edition; and the test's savepoint, twice
    with django_assert_max_num_queries(17 if name == "remove-prescription" else 16):
        client.post(url, data | {"exercise": rows[0].exercise_id}, headers={"HX-Request": "true"})


def test_cost_of_a_change_with_twelve_rows(alex, client, django_assert_max_num_queries):
    draft = draft_for(alex, days=3, rows=4)
    page_of(draft, client)
    row = first_row(draft)
    data = {"version": draft.pk, "edits": 0, "open": row.pk}
    url = reverse("workouts:change-prescription", args=[draft.routine_id, row.pk])
    # session, user, who acts; draft, days, rows; the edit, the step to undo, the row; muscles,
    # limits and equipment, the catalogue's edition; the goals that a rule is recommended for; and
    # the test's savepoint, twice
    with django_assert_max_num_queries(15):
        client.post(url, SCHEME | data, headers={"HX-Request": "true"})
