"""Where a plan says "one of these": what a workout sets out, and what its swap offers first."""

import pytest

from accounts.context import acting_as, curating
from progress.models import LoggedSet
from tests.factories import (
    NOW,
    AlternativeFactory,
    DayFactory,
    EquipmentFactory,
    ExerciseFactory,
    ExerciseMarkFactory,
    PrescriptionFactory,
    RoutineFactory,
    TrainingProfileFactory,
    VersionFactory,
)
from tests.progress.swaps import begin, names, swap
from workouts.models import RoutineVersion


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


@pytest.fixture
def row(db):
    return ExerciseFactory(name="Barbell row")


@pytest.fixture
def seal(db):
    return ExerciseFactory(name="Seal row")


@pytest.fixture
def curl(db):
    return ExerciseFactory(name="Curl")


@pytest.fixture
def day(alex, row, seal, curl):
    """A day in use: rows, seal rows or curls; then curls."""
    routine = RoutineFactory(member=alex, followed_since=NOW.date())
    day = DayFactory(version=VersionFactory(routine=routine))
    first = PrescriptionFactory(day=day, exercise=row, sets=2)
    PrescriptionFactory(day=day, exercise=curl, position=2)
    for place, exercise in enumerate((curl, seal), 1):
        AlternativeFactory(prescription=first, exercise=exercise, position=place)
    with acting_as(alex):
        RoutineVersion.objects.filter(pk=day.version_id).update(released_at=NOW)
    return day


def unwanted(alex, *exercises):
    for exercise in exercises:
        ExerciseMarkFactory(member=alex, exercise=exercise, never_at=NOW)


def test_the_first_that_suits_is_set_out(client, alex, row, day):
    unwanted(alex, row)
    begin(alex, client, day)
    assert names(alex) == ["Seal row"] * 2, "curls are in the workout already"
    with acting_as(alex):
        planned = {set_.prescription.exercise for set_ in LoggedSet.objects.filter(slot=1)}
    assert planned == {row}


def test_its_own_is_set_out_where_it_suits(client, alex, day):
    begin(alex, client, day)
    assert names(alex) == ["Barbell row"] * 2


def test_its_own_is_set_out_where_none_suits(client, alex, row, seal, day):
    unwanted(alex, row, seal)
    begin(alex, client, day)
    assert names(alex) == ["Barbell row"] * 2


def test_what_a_member_lacks_the_gear_for_is_not_set_out(client, alex, row, day):
    with curating():
        row.equipment.add(EquipmentFactory())
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    begin(alex, client, day)
    assert names(alex) == ["Seal row"] * 2


def test_the_swap_offers_them_first(client, alex, row, seal, day):
    session = begin(alex, client, day)
    page = client.get(f"/log/{session.pk}/exercises/1/swap/").text
    assert page.count("One of these in your plan.") == 1
    swap(client, session, row, seal)
    assert names(alex) == ["Seal row"] * 2
