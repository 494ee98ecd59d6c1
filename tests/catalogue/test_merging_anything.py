"""Whatever is merged and undone, in whatever order it may be, everything is as it was before."""

import random
import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from accounts.context import acting_as, curating
from catalogue.merging import RefusedMerge, merge, unmerge
from catalogue.models import Exercise
from catalogue.states import states_of, write
from catalogue.usage import member_tables
from progress.models import LoggedSet
from tests import factories
from tests.factories import NOW, ExerciseFactory, LoggedSetFactory, SessionFactory


def content(members):
    """All rows that a merge may touch."""
    kept = {
        "states": states_of(Exercise.objects.public().order_by("pk")),
        "exercises": list(Exercise.objects.public().order_by("pk").values()),
    }
    for member in members:
        with acting_as(member):
            for model in member_tables():
                kept[model, member.pk] = list(model.objects.order_by("pk").values())
    return kept


def world(chance, members):
    """Five exercises, each a step of others, and rows of members in every table."""
    exercises = [ExerciseFactory(name=f"Row {n}", slug=f"row-{n}") for n in range(5)]
    with curating():
        for place, exercise in enumerate(exercises):
            later = [one.slug for one in exercises[place + 1 :]]
            write(
                {
                    "aliases": chance.sample(["Pull", "Heave", "Tug"], chance.randrange(4)),
                    "free_exercise_db": {"exact": [f"id-{chance.randrange(6)}"]},
                    "progressions": chance.sample(later, len(later) // 2),
                },
                exercise, by=None, at=NOW,
            )  # fmt: skip
    for model in member_tables():
        for member in members:
            for exercise in exercises:
                if chance.random() < 0.7:
                    make = getattr(factories, f"{model.__name__}Factory")
                    make(member=member, exercise=exercise)
    return exercises


@pytest.mark.parametrize("seed", range(5))
def test_undoing_everything_leaves_no_trace(seed, alex, sam):
    chance = random.Random(seed)
    exercises, standing = world(chance, [alex, sam]), []
    before = content([alex, sam])
    assert all(before.values()), "nothing to compare"
    deeds = 0
    with curating():
        for _ in range(12):
            if standing and chance.random() < 0.3:
                unmerge(standing.pop(), by=None, at=NOW)
                continue
            pair = Exercise.objects.filter(pk__in=[e.pk for e in chance.sample(exercises, 2)])
            try:
                with transaction.atomic():
                    standing.append(merge(*pair.order_by("?"), by=None, at=NOW))
                deeds += 1
            except RefusedMerge:
                continue
    assert deeds > 1
    assert standing == [] or content([alex, sam]) != before
    with curating():
        while standing:
            unmerge(standing.pop(), by=None, at=NOW + timedelta(days=1))
    assert content([alex, sam]) == before


@pytest.mark.parametrize("seed", range(3))
def test_rows_are_never_lost_nor_doubled(seed, alex, sam):
    chance = random.Random(seed)
    exercises = world(chance, [alex, sam])
    before = content([alex, sam])
    with curating():
        merge(exercises[0], exercises[1], by=None, at=NOW)
        merge(exercises[1], exercises[2], by=None, at=NOW)
    after = content([alex, sam])
    for key in [key for key in before if isinstance(key, tuple)]:
        for old, new in zip(before[key], after[key], strict=True):
            old.pop("exercise_id"), new.pop("exercise_id")
            assert old == new
    with acting_as(alex):
        gone = {exercises[0].pk, exercises[1].pk}
        assert not LoggedSet.objects.filter(exercise__in=gone).exists()


# ---------------------------------------------------------------- two at once


def beside(deed):
    """Do something on a connection of its own meanwhile; returns what waits for its end."""
    failed = []

    def run():
        try:
            deed()
        except Exception as error:  # noqa: BLE001 - told to the test
            failed.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()

    def end():
        thread.join(20)
        assert not thread.is_alive()
        return failed

    return end


@pytest.mark.django_db(transaction=True)
def test_a_set_that_is_logged_while_its_exercise_is_merged_is_the_survivors():
    alex = factories.UserFactory()
    old, now = ExerciseFactory(name="Old"), ExerciseFactory(name="Now")
    session = SessionFactory(member=alex)

    def log():
        LoggedSetFactory(session=session, exercise=old)

    with curating():
        merge(old, now, by=None, at=NOW)
        end = beside(log)  # waits for the merge, of which it knows nothing yet
        threading.Event().wait(0.3)
    assert end() == []
    with acting_as(alex):
        assert LoggedSet.objects.get().exercise == now


@pytest.mark.django_db(transaction=True)
def test_a_merge_gives_way_to_a_member_who_is_logging():
    alex = factories.UserFactory()
    old, now = ExerciseFactory(name="Old"), ExerciseFactory(name="Now")
    session = SessionFactory(member=alex)

    def deed():
        with curating():
            merge(old, now, by=None, at=NOW)

    with acting_as(alex):
        LoggedSet.objects.create(
            member=alex, session=session, trained_on=session.trained_on, slot=1, number=1,
            exercise=old,
        )  # fmt: skip
        (refused,) = beside(deed)()
    assert "Try again in a minute" in str(refused)
    deed()
    with acting_as(alex):
        assert LoggedSet.objects.get().exercise == now


@pytest.mark.django_db(transaction=True)
def test_of_two_merges_at_once_one_wins():
    one, other = ExerciseFactory(name="One"), ExerciseFactory(name="Other")

    def other_way():
        with curating():
            merge(other, one, by=None, at=NOW)

    with curating():
        merge(one, other, by=None, at=NOW)
        end = beside(other_way)
        threading.Event().wait(0.3)
    (refused,) = end()
    assert "was merged into Other already" in str(refused)
