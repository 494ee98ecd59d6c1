"""Records of a session against everything earlier: progress.records."""

import random
from datetime import timedelta
from decimal import Decimal

import pytest

from accounts.context import acting_as
from progress.records import records_of
from tests.factories import NOW, ExerciseFactory
from tests.progress.journals import did, trained
from training.records import RecordSet, load_classes, record_kinds


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Deadlift", one_rep_max_allowed=True)


def rows_of(session):
    return list(session.sets.filter(member=session.member).select_related("exercise").in_order())


def kinds(session):
    """What the first exercise's records are: {"load", "reps", "estimate"}, and "first"."""
    with acting_as(session.member):
        found = records_of(session, rows_of(session))
    if not found:
        return set()
    (record,) = found
    named = {"load": record.heaviest, "reps": record.most_reps, "estimate": record.estimate}
    return {name for name, row in named.items() if row} | ({"first"} if record.is_first else set())


def test_the_worked_examples(alex, lift):
    """F-25: 100×5, 100×6, 100×6, 95×8, 110×1, each in a workout of its own."""
    entries = [(100, 5), (100, 6), (100, 6), (95, 8), (110, 1)]
    sessions = [trained(alex, 20 - place) for place in range(len(entries))]
    rows = [did(session, lift, entry)[0] for session, entry in zip(sessions, entries, strict=True)]
    assert [kinds(session) for session in sessions] == [
        {"first", "load", "estimate"},
        {"reps", "estimate"},
        set(),
        {"reps", "estimate"},
        {"load"},
    ]
    with acting_as(alex):
        rows[1].delete()
    assert kinds(sessions[2]) == {"reps", "estimate"}


def test_a_tie_is_no_record(alex, lift):
    did(trained(alex, 5), lift, (100, 5))
    assert kinds_of_new(alex, lift, (100, 5)) == set()


@pytest.mark.parametrize("kind", ["warm_up", "drop"])
def test_warm_ups_and_drops_make_no_record_and_stop_none(alex, lift, kind):
    did(trained(alex, 5), lift, (100, 5))
    did(trained(alex, 4), lift, (150, 5), kind=kind)
    assert kinds_of_new(alex, lift, (120, 5), kind=kind) == set()
    assert kinds_of_new(alex, lift, (110, 5)) == {"load", "estimate"}


def test_sets_not_done_make_no_record(alex, lift):
    session = trained(alex, 1)
    (row,) = did(session, lift, (100, 5))
    with acting_as(alex):
        row.reopen()
    assert kinds(session) == set()


@pytest.mark.parametrize("load_type", ["assisted", "band", "cardio"])
def test_help_and_bands_make_no_record(alex, load_type):
    assert kinds_of_new(alex, ExerciseFactory(load_type=load_type), (20, 8)) == set()


def test_no_estimate_where_it_means_nothing(alex):
    assert kinds_of_new(alex, ExerciseFactory(), (20, 8)) == {"first", "load"}
    pull_up = ExerciseFactory(load_type="bodyweight_plus", one_rep_max_allowed=True)
    assert kinds_of_new(alex, pull_up, (20, 8)) == {"first", "load"}


def test_without_a_load_repetitions_are_the_record(alex):
    pull_up = ExerciseFactory(load_type="bodyweight_plus")
    did(trained(alex, 9), pull_up, (None, 8))
    assert kinds_of_new(alex, pull_up, (0, 8)) == set()
    assert kinds_of_new(alex, pull_up, (None, 9)) == {"reps"}
    did(trained(alex, 7), pull_up, (10, 12))
    assert kinds_of_new(alex, pull_up, (None, 11)) == set()


def test_an_earlier_workout_of_the_same_day_counts(alex, lift):
    morning = trained(alex, 0, started_at=NOW - timedelta(hours=8))
    did(morning, lift, (100, 5))
    evening = trained(alex, 0)
    did(evening, lift, (100, 5))
    assert kinds(evening) == set()
    assert kinds(morning) == {"first", "load", "estimate"}


def test_later_workouts_do_not_take_a_record_back(alex, lift):
    old = trained(alex, 50)
    did(old, lift, (100, 5))
    did(trained(alex, 2), lift, (120, 8))
    assert kinds(old) == {"first", "load", "estimate"}


def test_the_best_set_of_each_kind_is_named(alex, lift):
    did(trained(alex, 5), lift, (80, 5))
    session = trained(alex, 1)
    heavy, long = did(session, lift, (90, 3), (80, 9))
    with acting_as(alex):
        (record,) = records_of(session, rows_of(session))
    assert (record.heaviest, record.most_reps, record.estimate) == (heavy, long, long)
    assert record.estimate_kg == Decimal("104.000")


@pytest.mark.parametrize("seed", range(4))
def test_the_database_agrees_with_the_maths(alex, lift, seed):
    chance = random.Random(seed)
    earlier = []
    for place in range(25):
        load, reps = Decimal(chance.randrange(40, 60, 5)), chance.randrange(1, 15)
        session = trained(alex, 100 - place)
        did(session, lift, (load, reps))
        new = RecordSet(load, reps)
        by_maths = record_kinds(new, earlier) & {"reps", "estimate"}
        by_maths |= {"load"} if 1 in load_classes(new, earlier) else set()
        assert kinds(session) - {"first"} == by_maths
        earlier.append(new)


def test_records_are_one_query_however_long_the_past(alex, lift, django_assert_num_queries):
    for ago in range(1, 40):
        did(trained(alex, ago), lift, (50, 8), (50, 8))
    session = trained(alex, 0)
    for slot in range(1, 13):
        did(session, lift if slot == 1 else ExerciseFactory(), (60, 8), slot=slot)
    with acting_as(alex):
        rows = rows_of(session)
        with django_assert_num_queries(1):
            records_of(session, rows)


def kinds_of_new(member, lift, entry, **fields):
    session = trained(member, 1)
    did(session, lift, entry, **fields)
    found = kinds(session)
    with acting_as(member):
        session.delete()
    return found
