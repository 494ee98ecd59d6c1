"""How much members use exercises, for who curates: numbers, and never whose."""

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.context import counting, curating
from catalogue.usage import Usage, usage_of, used_among
from progress.models import LoggedSet, Session
from tests.factories import (
    NOW,
    DayFactory,
    ExerciseFactory,
    LoggedSetFactory,
    PrescriptionFactory,
    SessionFactory,
    VersionFactory,
)
from workouts.models import Day, Prescription, Routine, RoutineVersion


@pytest.fixture
def row(db):
    return ExerciseFactory(name="Row")


@pytest.fixture
def used(row, alex, sam):
    """Two of Alex's sets and one of Sam's; three versions of two routines, one of them twice."""
    session = SessionFactory(member=alex)
    LoggedSetFactory(session=session, exercise=row, number=1)
    LoggedSetFactory(session=session, exercise=row, number=2, done_at=None)
    LoggedSetFactory(member=sam, exercise=row)
    first = VersionFactory(member=alex, released_at=None)
    second = VersionFactory(member=sam)
    third = VersionFactory(routine=second.routine, number=2, released_at=NOW)
    PrescriptionFactory(day=DayFactory(version=first), exercise=row)
    PrescriptionFactory(day=DayFactory(version=first, position=2), exercise=row)
    PrescriptionFactory(day=DayFactory(version=second), exercise=row)
    return third


def test_everybodys_routines_and_sets_are_counted(used, row, ines, acting):
    other = ExerciseFactory()
    LoggedSetFactory(exercise=ExerciseFactory())
    with acting(ines):
        assert usage_of([row.pk, other.pk]) == {row.pk: Usage(2, 3, 2), other.pk: Usage()}


def test_what_stands_in_a_routine_or_a_log_is_used(used, row, ines, acting):
    logged, planned, _ = LoggedSetFactory(), PrescriptionFactory(), LoggedSetFactory()
    asked = [row.pk, logged.exercise_id, planned.exercise_id, ExerciseFactory().pk]
    with acting(ines):
        assert used_among(asked) == set(asked[:3])


def test_what_came_into_use_or_went_out_of_it_since_is_seen(row, alex, ines, acting):
    other, own = ExerciseFactory(), ExerciseFactory(member=alex)
    LoggedSetFactory(member=alex, exercise=own)
    first = LoggedSetFactory(exercise=row)
    with acting(ines):
        assert used_among([row.pk, other.pk]) == {row.pk}
    planned = PrescriptionFactory(exercise=other)
    with acting(ines):
        assert used_among([row.pk, other.pk]) == {row.pk, other.pk}
    for gone in (first, planned):
        with acting(gone.member):
            gone.delete()
    with acting(ines):
        assert used_among([row.pk, other.pk]) == set()


def test_counting_asks_no_more_for_more(used, row, ines, acting, django_assert_num_queries):
    rows = [row.pk, *(ExerciseFactory().pk for _ in range(5))]
    with acting(ines), django_assert_num_queries(2):  # its context, and the rows of all tables
        usage_of(rows)


def test_who_does_not_curate_counts_nothing(used, row, alex, acting):
    with acting(alex), pytest.raises(PermissionError):
        usage_of([row.pk])
    with transaction.atomic(), pytest.raises(PermissionError):
        usage_of([row.pk])


@pytest.mark.parametrize("model", [LoggedSet, Prescription])
def test_without_counting_a_curator_reads_no_members_row(model, used, row, ines, acting):
    with acting(ines):
        assert not model.objects.filter(exercise=row).exists()
    with pytest.raises(DatabaseError), curating():
        model.objects.filter(exercise=row).exists()


def test_counting_opens_rows_of_the_named_exercises_alone(used, row, ines, acting):
    LoggedSetFactory(member=ines, exercise=ExerciseFactory())
    with acting(ines), counting([row.pk]):
        assert set(LoggedSet.objects.values_list("exercise", flat=True)) == {row.pk}
        assert set(Prescription.objects.values_list("exercise", flat=True)) == {row.pk}
        for model in (Session, Routine, RoutineVersion, Day):
            assert not model.objects.exists()


def test_counting_changes_nothing(used, row, ines, acting):
    with acting(ines), counting([row.pk]):
        assert not LoggedSet.objects.update(reps=1)
        assert not Prescription.objects.update(sets=1)
        assert not LoggedSet.objects.filter(exercise=row)._raw_delete("default")


def test_what_was_opened_is_shut_again(used, row, ines, acting):
    with acting(ines):
        usage_of([row.pk])
        assert not LoggedSet.objects.exists()


def test_which_routine_a_day_is_of_is_told_only_while_counting(used, row, ines, acting):
    with acting(used.member):
        day = Day.objects.first()
    ask = "SELECT workouts_routine_of(%s, %s)"
    with pytest.raises(DatabaseError, match="nothing is being counted"), acting(ines):
        connection.cursor().execute(ask, [day.member_id, day.pk])
    with acting(ines), counting([row.pk]):
        connection.cursor().execute(ask, [day.member_id, day.pk])
        assert not Day.objects.exists()
