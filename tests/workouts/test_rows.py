"""Exercises of a draft: finding and adding them, and their schemes."""

import re

import pytest
from django.urls import reverse

from accounts.context import acting_as, curating
from tests.factories import ExerciseFactory, MemberEquipmentFactory, TrainingProfileFactory
from tests.workouts.plans import SCHEME, days_of, draft_for, lift, names, now_of, post
from workouts.building import MOST_ROWS
from workouts.models import Prescription


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


def test_an_exercise_is_added_to_the_marked_day_as_usual(draft, client):
    day = days_of(draft)[1][0]
    exercise = ExerciseFactory(
        name="Row", default_reps_low=6, default_reps_high=10, default_rest_seconds=150
    )
    response = post(client, draft, "add-prescription", day=day.pk, exercise=exercise.pk)
    assert response.status_code == 302
    row = days_of(draft)[1][1][-1]
    assert row.exercise == exercise
    assert (row.sets, row.reps_low, row.reps_high, row.rest_seconds) == (3, 6, 10, 150)


@pytest.mark.parametrize(
    ("metric", "scheme"),
    [
        ("seconds", (3, 20, 40, "seconds")),
        ("metres", (3, 20, 40, "metres")),
        ("time_distance", (1, 10, 15, "minutes")),
    ],
)
def test_holds_carries_and_cardio_have_their_own_measure(draft, client, metric, scheme):
    day, exercise = days_of(draft)[0][0], ExerciseFactory(metric=metric)
    post(client, draft, "add-prescription", day=day.pk, exercise=exercise.pk)
    row = days_of(draft)[0][1][-1]
    assert (row.sets, row.reps_low, row.reps_high, row.unit) == scheme


def test_an_exercise_comes_as_the_member_last_had_it(draft, client, alex):
    exercise = lift("Lift 11")
    other = draft_for(alex, rows=1)
    post(client, other, "change-prescription", first_row(other).pk, **SCHEME | {"sets": "5"})
    day = days_of(draft)[0][0]
    post(client, draft, "add-prescription", day=day.pk, exercise=exercise.pk)
    assert days_of(draft)[0][1][-1].sets == 5


def test_a_day_has_room_for_twenty(alex, client):
    draft = draft_for(alex, rows=MOST_ROWS)
    day = days_of(draft)[0][0]
    response = post(
        client, draft, "add-prescription", htmx=True, day=day.pk, exercise=lift("Lift 11").pk
    )
    assert "is full: a day has 20 exercises" in response.text
    assert len(names(draft)[0]) == MOST_ROWS


def test_somebody_elses_exercise_cannot_be_added(draft, client, tara):
    day, exercise = days_of(draft)[0][0], ExerciseFactory(member=tara)
    response = post(client, draft, "add-prescription", htmx=True, day=day.pk, exercise=exercise.pk)
    assert "Choose an exercise from the list." in response.text
    assert len(names(draft)[0]) == 3


def test_a_trainer_adds_no_exercise_of_their_own_to_a_clients_plan(draft, as_user, tara):
    day, exercise = days_of(draft)[0][0], ExerciseFactory(member=tara)
    client = as_user(tara)
    assert "Nothing found." in page_of(draft, client, q=exercise.name).text
    post(client, draft, "add-prescription", day=day.pk, exercise=exercise.pk)
    assert len(names(draft)[0]) == 3


def test_the_search_finds_what_fits(draft, client, alex):
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    MemberEquipmentFactory(member=alex)
    cable = MemberEquipmentFactory().equipment
    seated = ExerciseFactory(name="Seated row")
    ExerciseFactory(name="Rowing at home")
    with curating():
        seated.equipment.add(cable)
    assert "Rowing at home" in page_of(draft, client, q="row").text
    assert "Seated row" not in page_of(draft, client, q="row").text
    assert "Seated row" in page_of(draft, client, q="row", fits="all").text


def test_a_scheme_is_changed(draft, client):
    row = first_row(draft)
    typed = SCHEME | {
        "sets": "4", "reps_low": "20", "reps_high": "30", "unit": "seconds", "rir": "1,5",
        "rest_seconds": "0", "technique": "drop_set", "note": "Slowly",
    }  # fmt: skip
    response = post(client, draft, "change-prescription", row.pk, open=row.pk, **typed)
    assert f"open={row.pk}" in response.url
    row = first_row(draft)
    assert (row.sets, row.reps_low, row.reps_high, row.unit) == (4, 20, 30, "seconds")
    assert (str(row.rir), row.rest_seconds, row.technique, row.note) == (
        "1.5", 0, "drop_set", "Slowly",
    )  # fmt: skip


def test_saving_by_htmx_leaves_the_form_and_updates_the_rest(draft, client):
    row = first_row(draft)
    response = post(
        client, draft, "change-prescription", row.pk, htmx=True, open=row.pk,
        **SCHEME | {"sets": "5"},
    )  # fmt: skip
    assert f'id="details-{row.pk}" hx-swap-oob="true">5\xa0×' in response.text
    assert 'id="balance"' in response.text
    assert 'name="edits" value="1"' in response.text
    assert 'name="sets"' not in response.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"sets": "0"}, "An exercise has between 1 and 20 sets."),
        ({"sets": "21"}, "An exercise has between 1 and 20 sets."),
        ({"sets": ""}, "How many sets?"),
        ({"sets": "3.5"}, "Use whole numbers, such as 8."),
        ({"sets": "9" * 5000}, "Use whole numbers, such as 8."),
        ({"reps_high": "1001"}, "A set has between 1 and 1,000 repetitions."),
        ({"reps_low": "-1"}, "A set has between 1 and 1,000 repetitions."),
        ({"reps_low": "13"}, "The range runs from the lower to the higher number."),
        ({"rir": "11"}, "Reps in reserve are between 0 and 10."),
        ({"rir": "lots"}, "Use digits, such as 12.5."),
        ({"rest_seconds": "2000"}, "Rest is at most 1,800 seconds, half an hour."),
        ({"rest_seconds": "2,000"}, "Use whole numbers, such as 8."),
        ({"note": "x" * 10_000}, "at most 500 characters"),
        ({"note": "a\0b"}, "Null characters are not allowed."),
        ({"unit": "miles"}, "Select a valid choice."),
        ({"technique": "magic"}, "Select a valid choice."),
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_a_scheme_is_refused_in_words_with_all_that_was_typed(draft, client, typed, words, htmx):
    row = first_row(draft)
    data = SCHEME | {"note": "Kept note", "open": row.pk} | typed
    response = post(client, draft, "change-prescription", row.pk, htmx=htmx, **data)
    assert response.status_code == 422
    assert words in response.text
    assert "Kept note" in response.text or "note" in typed
    for value in typed.values():
        assert not value or "\0" in value or value in response.text or "valid" in words
    assert (first_row(draft).sets, first_row(draft).note) == (3, "")
    assert now_of(draft).edits == 0


def test_without_a_search_there_is_what_the_week_lacks(draft, client):
    ExerciseFactory(name="Bird dog", region="lower")
    ExerciseFactory(name="Treadmill", region="lower", load_type="cardio")
    ExerciseFactory(name="Calf raise")
    page = page_of(draft, client).text
    assert "For what this week is short of:" in page
    assert "Bird dog" in page
    assert "Treadmill" not in page
    assert "Calf raise" not in page


FOLDS = r'<details class="why bmore"( open|\s*)>\s*<summary>Note, technique'


@pytest.mark.parametrize(
    ("changes", "is_open"), [({}, False), ({"tempo": "31X0"}, True), ({"note": "Slowly"}, True)]
)
def test_what_is_seldom_changed_is_folded_unless_something_of_it_is_set(
    as_user, alex, changes, is_open
):
    draft = draft_for(alex)
    row = days_of(draft)[0][1][0]
    with acting_as(alex):
        Prescription.objects.filter(pk=row.pk).update(**changes)
    page = as_user(alex).get(f"/plan/{draft.routine_id}/edit/?open={row.pk}").text
    assert ("open" in re.search(FOLDS, page)[1]) == is_open


def test_a_fold_with_a_mistake_in_it_is_open(as_user, alex):
    draft = draft_for(alex)
    row = days_of(draft)[0][1][0]
    page = post(
        as_user(alex), draft, "change-prescription", row.pk, htmx=True, **SCHEME | {"tempo": "1"}
    ).text
    assert "open" in re.search(FOLDS, page)[1]
