"""A swap in a workout that is for always: the plan changes with it, and back."""

import pytest

from accounts.context import acting_as
from tests.factories import ExerciseFactory
from tests.progress.journals import followed, sets_of
from tests.progress.swaps import begin, names, page_of, swap, undo_in
from workouts.building import open_draft
from workouts.models import Prescription, RoutineVersion


@pytest.fixture
def row(alex):
    return ExerciseFactory(name="Barbell row")


@pytest.fixture
def other(alex):
    return ExerciseFactory(name="Seal row")


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


@pytest.fixture
def day(alex, row):
    [day] = followed(alex, {"rows": [{"exercise": row}]})
    return day


@pytest.fixture
def session(alex, client, day):
    return begin(alex, client, day)


def plan_of(alex):
    """[(version, [names])] of the one routine, the newest first."""
    with acting_as(alex):
        return [
            (
                version.number,
                [
                    row.exercise.name
                    for row in Prescription.objects.filter(day__version=version).select_related(
                        "exercise"
                    )
                ],
            )
            for version in RoutineVersion.objects.of(alex)
        ]


def test_the_plan_has_it_from_now_on(client, alex, session, row, other):
    swap(client, session, row, other, until="always")
    assert names(alex) == ["Seal row"] * 3
    assert plan_of(alex) == [(2, ["Seal row"]), (1, ["Barbell row"])]
    page = page_of(client, session)
    assert "Seal row instead of Barbell row." in page
    assert "Your plan has it from now on, in version 2." in page
    assert {set_.prescription_id for set_ in sets_of(alex)} == {first_planned(alex)}


def first_planned(alex):
    with acting_as(alex):
        return Prescription.objects.get(day__version__number=1).pk


def test_the_same_form_again_makes_no_further_version(client, alex, session, row, other):
    for _ in range(2):
        swap(client, session, row, other, until="always")
    assert len(plan_of(alex)) == 2


def test_what_was_swapped_for_today_can_be_kept(client, alex, session, row, other):
    swap(client, session, row, other)
    page_of(client, session)
    swap(client, session, other, other, until="always")
    assert plan_of(alex)[0] == (2, ["Seal row"])
    assert "Your plan has it from now on, in version 2." in page_of(client, session)


def test_undo_takes_both_back(client, alex, session, row, other):
    swap(client, session, row, other, until="always")
    client.post(undo_in(page_of(client, session)))
    assert names(alex) == ["Barbell row"] * 3
    assert plan_of(alex)[0] == (3, ["Barbell row"])


def test_undo_twice_is_undone_once(client, alex, session, row, other):
    swap(client, session, row, other, until="always")
    undo = undo_in(page_of(client, session))
    client.post(undo)
    client.post(undo)
    assert [number for number, _ in plan_of(alex)] == [3, 2, 1]


def test_while_the_plan_is_edited_the_draft_has_it(client, alex, session, day, row, other):
    with acting_as(alex):
        open_draft(day.version.routine)
    swap(client, session, row, other, until="always")
    assert plan_of(alex) == [(2, ["Seal row"]), (1, ["Barbell row"])]
    page = page_of(client, session)
    assert "It is in your draft, which counts once you use it." in page
    client.post(undo_in(page))
    assert plan_of(alex)[0] == (2, ["Barbell row"])


def test_next_time_it_is_planned(client, alex, session, row, other):
    swap(client, session, row, other, until="always")
    assert "Seal row" in client.get("/today/").text
    assert "instead of Barbell row" in page_of(client, session)
