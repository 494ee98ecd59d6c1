"""One of these: what may be done in the place of a row's exercise."""

import pytest
from django.db import IntegrityError

from accounts.context import acting_as
from tests.factories import NOW, AlternativeFactory, ExerciseFactory, MergeFactory
from tests.workouts.plans import days_of, draft_for, names, now_of, post
from workouts.comparing import differences
from workouts.contents import days_of as contents_of
from workouts.copying import copy_routine
from workouts.models import Alternative, RoutineVersion
from workouts.shape import plan_of


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=1, rows=2)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def row_of(draft):
    return days_of(draft)[0][1][0]


def others(draft):
    """The names of what may be done instead, row by row."""
    version = now_of(draft)
    with acting_as(version.member):
        [day] = contents_of(version)
        return [[one.name for one in row.others] for row in day.rows]


def add(client, draft, **data):
    return post(client, draft, "add-alternative", row_of(draft).pk, **data)


def test_others_are_added_by_name_or_from_a_list_and_taken_out(draft, client):
    seal, chin = ExerciseFactory(name="Seal row"), ExerciseFactory(name="Chin-up")
    page = add(client, draft, exercise=seal.pk, htmx=True).text
    assert "Seal row may be done instead of Lift 11." in page
    assert "<small>or Seal row</small>" in page
    add(client, draft, other="chin-up")
    assert others(draft) == [["Seal row", "Chin-up"], []]
    post(client, draft, "remove-alternative", row_of(draft).pk, seal.pk)
    assert others(draft) == [["Chin-up"], []]
    gone = post(client, draft, "remove-alternative", row_of(draft).pk, seal.pk)
    assert (gone.status_code, chin.name) == (404, "Chin-up")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"other": ""}, "Type the name of an exercise."),
        ({"other": "Nonsense 42"}, "Nonsense 42” is not known"),
        ({"other": "Lift 11"}, "Lift 11 is one of these already."),
        ({"exercise": "99999999"}, "Choose an exercise from the list."),
        ({"exercise": "x"}, "Choose an exercise from the list."),
        ({"other": "x\0"}, "Null characters"),
        ({"other": "x" * 101}, "at most 100"),
    ],
)
def test_what_cannot_be_is_refused_in_words(draft, client, typed, words):
    for is_part in (True, False):
        response = add(client, draft, htmx=is_part, **typed)
        assert response.status_code == 422
        assert words in response.text
    assert others(draft) == [[], []]


def test_there_are_at_most_five(draft, client):
    for number in range(5):
        add(client, draft, exercise=ExerciseFactory(name=f"Other {number}").pk)
    response = add(client, draft, exercise=ExerciseFactory(name="Sixth").pk)
    assert "At most 5 others" in response.text
    assert len(others(draft)[0]) == 5


def test_another_members_exercise_is_never_a_choice(draft, client, sam, alex):
    secret = ExerciseFactory(name="Secret", member=sam)
    assert add(client, draft, exercise=secret.pk).status_code == 422
    with pytest.raises(IntegrityError, match="not an exercise of this member"):
        AlternativeFactory(prescription=row_of(draft), exercise=secret)


@pytest.mark.parametrize("deed", ["add", "change", "delete"])
def test_those_of_a_released_version_never_change(draft, alex, acting, deed):
    row = row_of(draft)
    other = AlternativeFactory(prescription=row)
    new = ExerciseFactory()
    with acting(alex):
        RoutineVersion.objects.filter(pk=draft.pk).update(released_at=NOW)
    with pytest.raises(IntegrityError, match="never changes"), acting(alex):
        rows = Alternative.objects.filter(pk=other.pk)
        if deed == "add":
            Alternative.objects.create(member=alex, prescription=row, position=2, exercise=new)
        elif deed == "change":
            rows.update(position=3)
        else:
            rows.delete()


def test_copies_of_a_plan_and_of_a_row_have_them_too(draft, client, alex, acting):
    add(client, draft, exercise=ExerciseFactory(name="Seal row").pk)
    post(client, draft, "duplicate-prescription", row_of(draft).pk)
    assert others(draft) == [["Seal row"], ["Seal row"], []]
    with acting(alex):
        RoutineVersion.objects.filter(pk=draft.pk).update(released_at=NOW)
        made = copy_routine(now_of(draft), alex, by=alex, now=NOW).version
        assert plan_of(made, contents_of(made)) == plan_of(draft, contents_of(draft))


def test_what_was_removed_comes_back_with_them(draft, client):
    add(client, draft, exercise=ExerciseFactory(name="Seal row").pk)
    row = row_of(draft)
    post(client, draft, "remove-prescription", row.pk)
    assert others(draft) == [[]]
    post(client, draft, "put-back", row.pk)
    assert (names(draft), others(draft)) == ([["Lift 11", "Lift 12"]], [["Seal row"], []])


def test_the_difference_names_them(draft, client, alex, acting):
    with acting(alex):
        before = contents_of(draft)
    add(client, draft, exercise=ExerciseFactory(name="Seal row").pk)
    with acting(alex):
        now = contents_of(draft)
        assert differences(before, now) == ["Lift 11: or Seal row."]
        assert differences(now, before) == ["Lift 11: no other in its place."]


def test_merged_exercises_are_one_choice(draft, client):
    seal, twin = ExerciseFactory(name="Seal row"), ExerciseFactory(name="Seal rows")
    third = ExerciseFactory(name="Third")
    for exercise in (seal, twin, third):
        add(client, draft, exercise=exercise.pk)
    MergeFactory(twin, seal)
    assert others(draft)[0] == ["Seal row", "Third"]
    MergeFactory(third, row_of(draft).exercise)
    assert others(draft)[0] == ["Seal row"]


def test_a_line_and_the_text_name_them(draft, client):
    ExerciseFactory(name="Seal row")
    [day, _] = days_of(draft)[0]
    post(client, draft, "add-typed", day.pk, line="Lift 11 or Seal row or Lift 12 4x6-8")
    assert others(draft)[-1] == ["Seal row", "Lift 12"]
    page = client.get(f"/plan/{draft.routine_id}/edit/text/").text
    assert "Lift 11 or Seal row or Lift 12 4x6-8" in page
