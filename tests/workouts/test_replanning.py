"""A swap for good: the plan has another exercise in a place, and has the old one back."""

import pytest

from accounts.context import acting_as
from tests.factories import NOW, ExerciseFactory
from tests.workouts.plans import days_of, draft_for, names, released_for
from workouts.building import open_draft
from workouts.comparing import differences
from workouts.contents import days_of as contents_of
from workouts.following import version_in_use
from workouts.replanning import replan, undo_replan


@pytest.fixture
def version(alex):
    return released_for(alex, days=2, rows=3)


@pytest.fixture
def seal(db):
    return ExerciseFactory(name="Seal row")


def first_row(version):
    return days_of(version)[0][1][0]


def in_use(version):
    with acting_as(version.member):
        return version_in_use(version.routine)


def swap(version, exercise):
    with acting_as(version.member):
        return replan(first_row(version), exercise, NOW)


def test_the_next_version_has_it_in_that_place(version, seal):
    made = swap(version, seal)
    new = in_use(version)
    assert (new.pk, new.number) == (made.made.pk, 2)
    assert names(new) == [["Seal row", "Lift 12", "Lift 13"], ["Lift 21", "Lift 22", "Lift 23"]]
    assert names(version)[0][0] == "Lift 11"
    assert first_row(new).lineage == first_row(version).lineage
    with acting_as(version.member):
        words = differences(contents_of(version), contents_of(new))
    assert words == ["Lift 11: Seal row in its place."]


def test_asking_twice_makes_one_version(version, seal):
    swap(version, seal)
    assert swap(version, seal) is None
    assert in_use(version).number == 2


def test_no_exercise_comes_twice_into_a_day(version):
    assert swap(version, days_of(version)[0][1][1].exercise) is None
    assert in_use(version).number == 1


def test_undo_is_a_version_like_the_one_before(version, seal):
    made = swap(version, seal)
    with acting_as(version.member):
        assert undo_replan(version.member, made.undo, NOW)
    assert in_use(version).number == 3
    assert names(in_use(version)) == names(version)


def test_undo_leaves_a_plan_that_changed_since_alone(version, seal):
    made = swap(version, seal)
    swap(version, ExerciseFactory(name="Machine row"))
    with acting_as(version.member):
        assert not undo_replan(version.member, made.undo, NOW)
    assert names(in_use(version))[0][0] == "Machine row"


def test_a_plan_that_is_being_edited_has_it_in_its_draft(version, seal):
    with acting_as(version.member):
        draft = open_draft(version.routine)
    made = swap(version, seal)
    assert in_use(version) == version
    assert names(draft)[0] == ["Seal row", "Lift 12", "Lift 13"]
    with acting_as(version.member):
        assert undo_replan(version.member, made.undo, NOW)
    assert names(draft) == names(version)


def test_undo_in_a_draft_that_changed_says_so(version, seal):
    with acting_as(version.member):
        draft = open_draft(version.routine)
    made = swap(version, seal)
    with acting_as(version.member):
        first_row(draft).delete()
        assert not undo_replan(version.member, made.undo, NOW)
        draft.delete()
        assert not undo_replan(version.member, made.undo, NOW)


def test_a_place_that_is_gone_from_the_plan_changes_nothing(version, seal, alex):
    row = first_row(version)
    other = draft_for(alex, rows=1)
    with acting_as(alex):
        row.lineage = first_row(other).lineage
        assert replan(row, seal, NOW) is None


def test_nobody_undoes_somebody_elses_plan(version, seal, sam):
    made = swap(version, seal)
    with acting_as(sam):
        assert not undo_replan(sam, made.undo, NOW)
    assert in_use(version).number == 2
