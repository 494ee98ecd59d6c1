"""Undo and redo of a draft's changes, and the same once more."""

import pytest

from accounts.context import acting_as
from tests.factories import NOW, ExerciseFactory, PrescriptionFactory
from tests.workouts.plans import SCHEME, days_of, draft_for, now_of, post
from workouts.building import Draft
from workouts.contents import days_of as contents_of
from workouts.models import DraftStep
from workouts.releasing import release
from workouts.shape import plan_of
from workouts.undoing import MOST_STEPS

CHANGES = [
    ("add-day", None, {}),
    ("change-day", "day", {"name": "Late", "weekday": "2", "first_week": "1", "last_week": ""}),
    ("remove-day", "day", {}),
    ("change-weeks", None, {"weeks": "10"}),
    ("change-prescription", "row", SCHEME | {"sets": "7", "note": "Slowly"}),
    ("move-prescription", "row", {"to": "down"}),
    ("group-prescription", "row", {}),
    ("ungroup-prescription", "row", {}),
    ("remove-prescription", "row", {}),
    ("add-prescription", None, {}),
    ("exchange-prescription", "row", {}),
    ("add-alternative", "row", {}),
    ("duplicate-prescription", "row", {}),
    ("duplicate-day", "day", {}),
]


@pytest.fixture
def draft(alex, acting):
    draft = draft_for(alex, days=2, rows=2)
    with acting(alex):
        day = draft.days.first()
    for place in (3, 4):
        PrescriptionFactory(day=day, position=place, superset="A", technique="superset")
    return draft


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def whole(draft):
    """The plan with its ids, as it is now."""
    version = now_of(draft)
    with acting_as(version.member):
        days = contents_of(version)
        ids = [(day.pk, day.position, [row.pk for row in day.rows]) for day in days]
        return plan_of(version, days), ids


def change(client, draft, name, what, data):
    day, rows = days_of(draft)[0]
    of = rows[2] if name == "ungroup-prescription" else rows[0]
    args = {"day": [day.pk], "row": [of.pk]}.get(what, [])
    more = {"exercise": ExerciseFactory().pk} if "exercise" in f"{name} add-prescription" else {}
    if name in ("add-prescription", "add-alternative", "exchange-prescription"):
        more = {"exercise": ExerciseFactory().pk, "day": day.pk}
    return post(client, draft, name, *args, **data | more)


@pytest.mark.parametrize(("name", "what", "data"), CHANGES)
def test_every_change_is_undone_and_done_again(draft, client, name, what, data):
    before = whole(draft)
    change(client, draft, name, what, data)
    after = whole(draft)
    assert after != before
    post(client, draft, "undo")
    assert whole(draft) == before
    post(client, draft, "redo")
    assert whole(draft) == after


def test_changes_are_undone_to_the_beginning_one_by_one(draft, client):
    states = [whole(draft)]
    for number in range(3):
        post(client, draft, "change-weeks", weeks=str(9 + number))
        states.append(whole(draft))
    for state in states[-2::-1]:
        post(client, draft, "undo", htmx=True)
        assert whole(draft) == state
    page = post(client, draft, "undo").wsgi_request
    assert [str(words) for words in page._messages] == ["There is nothing to undo."]
    for state in states[1:]:
        post(client, draft, "redo")
        assert whole(draft) == state


def test_a_new_change_ends_what_could_be_done_again(draft, client):
    post(client, draft, "change-weeks", weeks="9")
    post(client, draft, "undo")
    post(client, draft, "change-weeks", weeks="12")
    before = whole(draft)
    post(client, draft, "redo")
    assert whole(draft) == before


def test_the_buttons_say_what_can_be_done(draft, client):
    page = client.get(f"/plan/{draft.routine_id}/edit/").text
    assert page.count('data-keys="Mod+z"  disabled') == 1
    answer = post(client, draft, "change-weeks", weeks="9", htmx=True).text
    assert 'data-keys="Mod+z"  disabled' not in answer
    assert 'data-keys="Mod+Shift+z"  disabled' in answer


def test_what_was_undone_leaves_out_an_exercise_that_is_gone(draft, client, alex, acting):
    own = ExerciseFactory(member=alex)
    day, _ = days_of(draft)[0]
    PrescriptionFactory(day=day, position=5, exercise=own)
    row = days_of(draft)[0][1][-1]
    post(client, draft, "remove-prescription", row.pk)
    with acting(alex):
        own.delete()
    assert post(client, draft, "undo").status_code == 302
    assert len(days_of(draft)[0][1]) == 4


def test_a_release_ends_it(draft, client, alex, acting):
    post(client, draft, "change-weeks", weeks="9")
    with acting(alex):
        version = now_of(draft)
        assert DraftStep.objects.of(alex).count() == 1
        release(Draft(version), NOW)
        assert not DraftStep.objects.of(alex).exists()


def test_only_so_many_steps_are_kept(draft, alex, acting):
    with acting(alex):
        for number in range(MOST_STEPS + 45):
            Draft(now_of(draft)).claim(weeks=number % 50 + 1)
        assert DraftStep.objects.of(alex).count() <= MOST_STEPS + 20


def test_a_row_once_more_is_like_it_below_its_group(draft, client):
    row = days_of(draft)[0][1][2]
    post(client, draft, "duplicate-prescription", row.pk)
    rows = days_of(draft)[0][1]
    made = rows[4]
    assert made.exercise_id == row.exercise_id
    assert (made.superset, made.technique) == ("", "straight")
    assert made.lineage != row.lineage
    assert [row.position for row in rows] == [1, 2, 3, 4, 5]


def test_a_day_once_more_has_its_rows_and_another_name(draft, client):
    day, rows = days_of(draft)[0]
    post(client, draft, "duplicate-day", day.pk)
    made, copies = days_of(draft)[-1]
    assert (made.name, made.weekday) == (f"{day.name} (2)", None)
    assert [row.exercise_id for row in copies] == [row.exercise_id for row in rows]
    assert not {row.lineage for row in copies} & {row.lineage for row in rows}
