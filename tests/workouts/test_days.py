"""Days of a draft and the order of what is in them."""

import uuid

import pytest

from tests.workouts.plans import days_of, draft_for, names, now_of, post
from workouts.building import MOST_DAYS


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=2, rows=3)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def first_row(draft):
    return days_of(draft)[0][1][0]


def test_a_day_is_added_and_opened(draft, client):
    response = post(client, draft, "add-day")
    assert names(draft)[2] == []
    day = days_of(draft)[2][0]
    assert f"open={day.pk}" in response.url
    assert 'value="Day 3"' in client.get(response.url).text


def test_days_have_a_limit(draft, client):
    for _ in range(MOST_DAYS - 2):
        post(client, draft, "add-day")
    assert "at most 21 days" in post(client, draft, "add-day", htmx=True).text
    assert len(names(draft)) == MOST_DAYS


def test_a_day_is_renamed_and_given_a_weekday(draft, client):
    day = days_of(draft)[0][0]
    typed = {"name": "Width", "weekday": "1", "first_week": "1", "last_week": "4"}
    post(client, draft, "change-day", day.pk, **typed)
    day = days_of(draft)[0][0]
    assert (day.name, day.weekday, day.first_week, day.last_week) == ("Width", 1, 1, 4)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "Give the day a name."),
        ({"name": "x" * 81}, "at most 80 characters"),
        ({"name": "a\0b"}, "Null characters are not allowed."),
        ({"weekday": "8"}, "Select a valid choice."),
        ({"first_week": "0"}, "greater than or equal to 1"),
        ({"first_week": "9"}, "This routine has 8 weeks."),
        ({"first_week": "5", "last_week": "4"}, "The last week cannot come before the first."),
        ({"last_week": "99999"}, "This routine has 8 weeks."),
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_a_day_is_refused_in_words(draft, client, typed, words, htmx):
    day = days_of(draft)[0][0]
    data = {"name": "Kept name", "weekday": "", "first_week": "1", "last_week": ""} | typed
    response = post(client, draft, "change-day", day.pk, htmx=htmx, **data)
    assert response.status_code == 422
    assert words in response.text
    assert "Kept name" in response.text or "name" in typed
    assert days_of(draft)[0][0].name == "Day 1"
    assert ("<html" in response.text) != htmx


def test_rows_move_up_down_and_to_another_day(draft, client):
    rows = days_of(draft)[0][1]
    post(client, draft, "move-prescription", rows[1].pk, to="up")
    assert names(draft)[0] == ["Lift 12", "Lift 11", "Lift 13"]
    post(client, draft, "move-prescription", rows[1].pk, to="down")
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]
    post(client, draft, "move-prescription", rows[1].pk, to=days_of(draft)[1][0].pk)
    assert names(draft) == [["Lift 11", "Lift 13"], ["Lift 21", "Lift 22", "Lift 23", "Lift 12"]]
    assert days_of(draft)[1][1][-1].lineage == rows[1].lineage


@pytest.mark.parametrize("to", ["sideways", "", "00000000-0000-7000-8000-000000000000", "x\0"])
def test_a_row_cannot_move_nowhere(draft, client, to):
    row = first_row(draft)
    response = post(client, draft, "move-prescription", row.pk, htmx=True, to=to)
    assert response.status_code == 200
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]
    assert now_of(draft).edits == 0


def test_supersets_are_made_and_left(draft, client):
    row = first_row(draft)
    page = post(client, draft, "group-prescription", row.pk, htmx=True).text
    assert '<span class="letter">A1</span>' in page
    assert '<span class="letter">A2</span>' in page
    assert [r.superset for r in days_of(draft)[0][1]] == ["A", "A", ""]
    post(client, draft, "ungroup-prescription", row.pk)
    assert [r.superset for r in days_of(draft)[0][1]] == ["", "", ""]


def test_the_last_row_has_no_next(draft, client):
    row = days_of(draft)[0][1][-1]
    page = post(client, draft, "group-prescription", row.pk, htmx=True).text
    assert "There is no exercise below it to join." in page


def test_rows_are_dragged_within_and_between_days(draft, client):
    (first, a), (second, b) = days_of(draft)
    order = {
        str(first.pk): [a[2].pk, b[0].pk, a[0].pk],
        str(second.pk): [b[2].pk, a[1].pk, b[1].pk],
    }
    post(client, draft, "arrange", htmx=True, **order)
    assert names(draft) == [["Lift 13", "Lift 21", "Lift 11"], ["Lift 23", "Lift 12", "Lift 22"]]


def test_a_row_put_down_where_it_was_is_no_change(draft, client):
    day, rows = days_of(draft)[0]
    post(client, draft, "arrange", **{str(day.pk): [row.pk for row in rows]})
    assert now_of(draft).edits == 0


def test_an_order_with_strange_rows_changes_nothing(draft, client, sam):
    first = days_of(draft)[0][0]
    theirs = first_row(draft_for(sam))
    for strange in [theirs.pk, "x", uuid.uuid4()]:
        page = post(client, draft, "arrange", htmx=True, **{str(first.pk): [strange]}).text
        assert "That order does not fit this plan." in page
    assert names(draft)[0] == ["Lift 11", "Lift 12", "Lift 13"]


def test_the_number_of_weeks_is_changed(draft, client):
    post(client, draft, "change-weeks", weeks="12")
    assert now_of(draft).weeks == 12
    for weeks, words in [("0", "1 to 52 weeks"), ("53", "1 to 52 weeks"), ("x", "whole number")]:
        response = post(client, draft, "change-weeks", htmx=True, weeks=weeks)
        assert response.status_code == 422
        assert words in response.text


def test_weeks_reach_every_day(draft, client):
    day = days_of(draft)[0][0]
    typed = {"name": "Late", "weekday": "", "first_week": "7", "last_week": ""}
    post(client, draft, "change-day", day.pk, **typed)
    assert "Late begins in week 7." in post(client, draft, "change-weeks", weeks="6").text
