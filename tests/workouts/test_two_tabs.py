"""Two tabs with one draft: the one that is out of date changes nothing and loses nothing."""

import pytest
from django.urls import reverse

from tests.factories import ExerciseFactory
from tests.workouts.plans import SCHEME, days_of, draft_for, names, now_of, post
from workouts.building import Draft, Stale

CHANGED = "This plan changed in another tab."


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=2, rows=2)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_stale_tab_is_told_and_sees_the_plan_as_it_is_now(draft, client, htmx):
    row = days_of(draft)[0][1][0]
    post(client, draft, "change-prescription", row.pk, edits=0, **SCHEME | {"sets": "4"})
    late = SCHEME | {"sets": "5", "note": "Typed in vain", "open": row.pk}
    response = post(client, draft, "change-prescription", row.pk, edits=0, htmx=htmx, **late)
    assert response.status_code == 409
    assert CHANGED in response.text
    assert "You typed 5" in response.text
    assert "Typed in vain" in response.text
    assert 'name="sets" value="4"' in response.text
    assert 'name="edits" value="1"' in response.text
    assert days_of(draft)[0][1][0].sets == 4
    assert ("<html" in response.text) != htmx
    if htmx:
        assert response["HX-Retarget"] == "#builder"


def test_what_was_typed_is_kept_if_the_row_is_gone(draft, client):
    row = days_of(draft)[0][1][0]
    post(client, draft, "remove-prescription", row.pk)
    late = SCHEME | {"note": "Typed in vain", "open": row.pk}
    response = post(client, draft, "change-prescription", row.pk, edits=0, **late)
    assert response.status_code == 409
    assert "Typed in vain" in response.text


CHANGES = [
    ("add-day", None, {}),
    ("change-day", "day", {"name": "Late", "weekday": "", "first_week": "1", "last_week": ""}),
    ("remove-day", "day", {}),
    ("change-weeks", None, {"weeks": "10"}),
    ("arrange", None, {}),
    ("change-prescription", "row", SCHEME),
    ("change-sets", "row", {"set_reps": "8"}),
    ("add-target", "row", {}),
    ("fill-sets", "row", {"technique": "pyramid"}),
    ("clear-sets", "row", {}),
    ("move-prescription", "row", {"to": "down"}),
    ("group-prescription", "row", {}),
    ("ungroup-prescription", "row", {}),
    ("remove-prescription", "row", {}),
    ("add-alternative", "row", {}),
    ("add-prescription", None, {}),
    ("exchange-prescription", "row", {}),
    ("duplicate-prescription", "row", {}),
    ("duplicate-day", "day", {}),
    ("add-typed", "day", {"line": "Lift 11 3x8"}),
]
STEPS = [("undo", None, {}), ("redo", None, {})]


def exercise_for(name, rows):
    """What the changes that name an exercise ask for."""
    wanted = {
        "add-prescription": rows[0],
        "add-alternative": ExerciseFactory(),
        "exchange-prescription": ExerciseFactory(),
    }.get(name)
    if wanted is None:
        return {}
    return {"exercise": getattr(wanted, "exercise_id", wanted.pk)}


@pytest.mark.parametrize(("name", "what", "data"), CHANGES + STEPS)
@pytest.mark.parametrize("edits", ["0", "99", "", "x\0", "9" * 400])
def test_no_change_is_made_from_another_state(draft, client, name, what, data, edits):
    post(client, draft, "add-day", edits=0)
    (day, rows), before = days_of(draft)[0], names(draft)
    args = {"day": [day.pk], "row": [rows[0].pk]}.get(what, [])
    exercise = exercise_for(name, rows)
    data = {"day": day.pk} | data | exercise
    assert post(client, draft, name, *args, edits=edits, **data).status_code == 409
    assert names(draft) == before
    assert now_of(draft).edits == 1


@pytest.mark.parametrize(("name", "what", "data"), CHANGES)
def test_every_change_counts_as_one_edit(draft, client, name, what, data):
    day, rows = days_of(draft)[0]
    args = {"day": [day.pk], "row": [rows[0].pk]}.get(what, [])
    exercise = exercise_for(name, rows)
    order = {str(day.pk): [row.pk for row in rows[::-1]]} if name == "arrange" else {}
    data = {"day": day.pk} | data | exercise | order
    assert post(client, draft, name, *args, **data).status_code == 302
    assert now_of(draft).edits == 1


def test_of_two_changes_at_the_same_moment_one_is_made(draft, alex, acting):
    with acting(alex):
        first, second = Draft(draft), Draft(now_of(draft))
        first.add_day()
        with pytest.raises(Stale):
            second.add_day()
    assert len(names(draft)) == 3


def test_a_page_of_an_earlier_draft_is_out_of_date_too(draft, client, alex):
    other = draft_for(alex)
    response = post(client, draft, "add-day", version=other.pk)
    assert response.status_code == 409


@pytest.mark.parametrize("htmx", [True, False])
def test_a_draft_put_to_use_in_another_tab_is_said(draft, client, htmx):
    row = days_of(draft)[0][1][0]
    url = reverse("workouts:release", args=[draft.routine_id])
    client.post(url, {"version": draft.pk, "edits": 0})
    late = SCHEME | {"note": "Typed in vain"}
    response = post(client, draft, "change-prescription", row.pk, edits=0, htmx=htmx, **late)
    assert response.status_code == 409
    assert CHANGED in response.text
    assert "Typed in vain" in response.text
    assert days_of(draft)[0][1][0].note == ""
