"""Removing rows and days from a draft, and taking that back."""

import re

import pytest
from django.urls import reverse

from accounts.context import acting_as
from tests.factories import UserFactory
from tests.workouts.plans import SCHEME, days_of, draft_for, lift, names, now_of, post
from workouts.keeping import MOST_KEPT


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=2, rows=3)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def undo_in(page):
    return re.search(r'action="([^"]+/removed/[^"]+)"', page)[1]


def test_a_removed_row_comes_back_as_it_was(draft, client):
    row = days_of(draft)[0][1][1]
    changed = SCHEME | {"sets": "5", "rir": "1.5", "note": "Slowly", "technique": "drop_set"}
    post(client, draft, "change-prescription", row.pk, **changed)
    before = days_of(draft)[0][1][1]
    page = post(client, draft, "remove-prescription", row.pk, htmx=True).text
    assert "Lift 12 removed." in page
    assert names(draft)[0] == ["Lift 11", "Lift 13"]
    response = client.post(undo_in(page))
    assert f"open={row.pk}" in response.url
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]
    after = days_of(draft)[0][1][1]
    fields = "pk lineage sets reps_low reps_high rir note technique position".split()
    assert [getattr(after, f) for f in fields] == [getattr(before, f) for f in fields]


def test_undo_works_after_other_changes(draft, client):
    first, second = days_of(draft)[0][1][:2]
    pages = [
        post(client, draft, "remove-prescription", row.pk, htmx=True).text
        for row in (first, second)
    ]
    post(client, draft, "add-day")
    for page in reversed(pages):
        client.post(undo_in(page))
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]


def test_a_removed_day_comes_back_with_its_rows(draft, client):
    day, rows = days_of(draft)[0]
    page = post(client, draft, "remove-day", day.pk, htmx=True).text
    assert names(draft) == [["Lift 21", "Lift 22", "Lift 23"]]
    client.post(undo_in(page))
    again, back = days_of(draft)[0]
    assert (again.pk, again.name) == (day.pk, day.name)
    assert [row.lineage for row in back] == [row.lineage for row in rows]


def test_undo_twice_puts_back_once(draft, client):
    row = days_of(draft)[0][1][0]
    url = undo_in(post(client, draft, "remove-prescription", row.pk, htmx=True).text)
    client.post(url)
    assert "could not be put back" in client.post(url, follow=True).text
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]


def test_a_row_whose_day_is_gone_waits_for_it(draft, client):
    day, rows = days_of(draft)[0]
    row_page = post(client, draft, "remove-prescription", rows[0].pk, htmx=True).text
    day_page = post(client, draft, "remove-day", day.pk, htmx=True).text
    assert "could not be put back" in client.post(undo_in(row_page), follow=True).text
    client.post(undo_in(day_page))
    client.post(undo_in(row_page))
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]


def test_a_pair_left_by_one_is_no_superset(draft, client):
    rows = days_of(draft)[0][1]
    post(client, draft, "group-prescription", rows[0].pk)
    post(client, draft, "remove-prescription", rows[0].pk)
    assert [row.superset for row in days_of(draft)[0][1]] == ["", ""]


def test_only_the_newest_removals_are_kept(alex, client):
    draft = draft_for(alex, rows=MOST_KEPT + 2)
    for row in days_of(draft)[0][1]:
        post(client, draft, "remove-prescription", row.pk)
    kept = now_of(draft).removed
    assert len(kept) == MOST_KEPT
    assert kept[0]["name"] == f"Lift 1{MOST_KEPT + 2}"


def test_somebody_else_puts_nothing_back(draft, client, as_user, sam):
    row = days_of(draft)[0][1][0]
    url = undo_in(post(client, draft, "remove-prescription", row.pk, htmx=True).text)
    assert as_user(sam).post(url).status_code == 404
    assert client.get(url).status_code == 405
    assert names(draft)[0] == ["Lift 12", "Lift 13"]


def test_an_unknown_removal_is_said(draft, client):
    row = days_of(draft)[0][1][0]
    url = reverse("workouts:put-back", args=[draft.routine_id, row.pk])
    assert "could not be put back" in client.post(url, follow=True).text


def test_a_row_whose_exercise_is_deleted_stays_removed_in_words(draft, client):
    row = days_of(draft)[0][1][1]
    url = undo_in(post(client, draft, "remove-prescription", row.pk, htmx=True).text)
    delete_from_catalogue("Lift 12")
    page = client.post(url, follow=True)
    assert "Lift 12 could not be put back: it is not in the catalogue any more." in page.text
    assert names(draft)[0] == ["Lift 11", "Lift 13"]
    assert [kept["name"] for kept in now_of(draft).removed] == ["Lift 12"]


def test_a_day_comes_back_without_what_is_deleted_in_words(draft, client):
    day, rows = days_of(draft)[0]
    post(client, draft, "group-prescription", rows[1].pk)
    url = undo_in(post(client, draft, "remove-day", day.pk, htmx=True).text)
    delete_from_catalogue("Lift 12")
    page = client.post(url, follow=True)
    assert "Day 1 is back without Lift 12, which is not in the catalogue any more." in page.text
    assert names(draft)[0] == ["Lift 11", "Lift 13"]
    rows = days_of(draft)[0][1]
    assert [(row.position, row.superset) for row in rows] == [(1, ""), (2, "")]


def test_a_day_kept_before_names_were_comes_back_too(draft, client, alex):
    """What older versions of the app removed has no names of its rows' exercises."""
    day, _ = days_of(draft)[0]
    url = undo_in(post(client, draft, "remove-day", day.pk, htmx=True).text)
    with acting_as(alex):
        [kept] = now_of(draft).removed
        del kept["names"]
        type(draft).objects.filter(pk=draft.pk).update(removed=[kept])
    delete_from_catalogue("Lift 12")
    page = client.post(url, follow=True)
    assert "Day 1 is back without an exercise, which is not in the catalogue" in page.text


def delete_from_catalogue(name):
    with acting_as(UserFactory(is_staff=True, is_superuser=True)):
        lift(name).delete()
