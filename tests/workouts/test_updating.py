"""A copy takes over what its source changed since."""

import re

import pytest
from django.urls import reverse

from accounts.context import acting_as
from tests.factories import ExerciseFactory
from tests.workouts.copies import NEWS, change, copied, rows, send, take_out, url
from workouts.arranging import group_with_next
from workouts.building import Draft, discard, draft_of, open_draft
from workouts.releasing import release


@pytest.fixture
def pair(tara, alex):
    return copied(tara, alex)


@pytest.fixture
def client(as_user, tara):
    return as_user(tara)


def test_what_both_changed_apart_goes_into_a_draft(pair, client):
    source, copy = pair
    change(source, 0, sets=5)
    change(copy, 1, rest_seconds=150)
    page = client.get(copy.get_absolute_url()).text
    assert NEWS in page
    assert url(copy) in page
    assert "3\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}8–12 →" in client.get(url(copy)).text
    response = send(client, copy)
    assert response.url == reverse("workouts:edit", args=[copy.pk])
    assert [(r.sets, r.rest_seconds) for r in rows(copy, of_draft=True)] == [(5, 90), (3, 150)]
    assert [r.sets for r in rows(copy)] == [3, 3]


def test_a_conflict_is_shown_with_both_sides_and_decided(pair, client):
    source, copy = pair
    change(source, 0, sets=5)
    change(copy, 0, sets=2)
    page = client.get(url(copy)).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Lift 11 on Day 1: sets" in page
    assert "Keep: 2 × 8–12" in page
    assert "Take over: 5 × 8–12" in page
    for answer, sets in [("mine", 2), ("theirs", 5)]:
        assert send(client, copy, work=answer).status_code == 302
        assert rows(copy, of_draft=True)[0].sets == sets
        with acting_as(copy.member):
            discard(draft_of(copy))


def test_a_range_is_never_put_together_from_both_sides(pair, client):
    source, copy = pair
    change(source, 0, reps_low=12)
    change(copy, 0, reps_high=10)
    assert send(client, copy, work="mine").status_code == 302
    row = rows(copy, of_draft=True)[0]
    assert (row.reps_low, row.reps_high) == (8, 10)


def test_what_the_source_took_out_stays_where_the_copy_changed_it(pair, client):
    source, copy = pair
    take_out(source)
    change(copy, 0, note="Mine")
    page = client.get(url(copy)).text
    assert "Take over: not in the plan" in page
    send(client, copy)
    assert len(rows(copy, of_draft=True)) == 2


def test_no_choice_is_refused_in_words_and_the_others_are_kept(pair, client):
    source, copy = pair
    change(source, 0, sets=5, note="Theirs")
    change(copy, 0, sets=2, note="Mine")
    response = send(client, copy, work="both", note="theirs")
    assert response.status_code == 422
    assert "Choose which of the two it is to be." in response.text
    assert re.search(r'name="[^"]+\.note" value="theirs"[^>]* checked', response.text)
    with acting_as(copy.member):
        assert draft_of(copy) is None


def test_once_taken_over_it_is_no_news_any_more_until_the_next_change(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    send(client, copy)
    assert NEWS in client.get(copy.get_absolute_url()).text
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == copy.get_absolute_url()
    change(copy, 1, sets=7)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    change(source, 0, sets=6)
    page = client.get(url(copy)).text.replace("\N{NO-BREAK SPACE}", " ")
    assert "5 × 8–12 → 6 × 8–12" in page
    assert "on both sides" not in page
    send(client, copy)
    assert [row.sets for row in rows(copy, of_draft=True)] == [6, 7]


def test_a_version_from_before_is_offered_the_change_again(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    send(client, copy)
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
    client.post(reverse("workouts:restore", args=[copy.pk, 1]))
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
    assert NEWS in client.get(copy.get_absolute_url()).text


@pytest.mark.parametrize("days", [1, 6])
def test_the_pages_cost_the_same_however_long_the_plan(
    tara, alex, client, django_assert_max_num_queries, days
):
    source, copy = copied(tara, alex, days=days, rows=4)
    change(source, 0, exercise=ExerciseFactory(member=tara, name="Gate row", slug="gate-row"))
    change(copy, 1, sets=2)
    with acting_as(tara):
        open_draft(copy)
    for page in (url(copy), copy.get_absolute_url()):
        client.get(page)
        with django_assert_max_num_queries(14):  # the test’s two savepoints among them
            assert client.get(page).status_code == 200


def test_a_superset_that_the_merge_leaves_alone_is_none(tara, alex, client):
    source, copy = copied(tara, alex, rows=3)
    with acting_as(tara):
        draft = Draft(open_draft(source))
        draft.reorder(draft.days[0], group_with_next, draft.days[0].rows[0])
        release(draft, copy.created_at)
    take_out(copy, 1)
    send(client, copy)
    letters = [row.superset for row in rows(copy, of_draft=True) if row.superset]
    assert all(letters.count(letter) > 1 for letter in letters)


def test_a_programme_lasts_until_its_last_day_begins(tara, alex, client):
    source, copy = copied(tara, alex, days=2)
    with acting_as(tara):
        draft = Draft(open_draft(source))
        draft.change(draft.days[1], {"first_week": 7})
        release(draft, copy.created_at)
    with acting_as(alex):
        draft = Draft(open_draft(copy))
        draft.claim(weeks=4)
        release(draft, copy.created_at)
    send(client, copy)
    with acting_as(alex):
        assert draft_of(copy).weeks == 7
