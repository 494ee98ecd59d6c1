"""The catalogue in memory: its sets agree with the database, and it is never older than that."""

import pytest
from django.db import connection, transaction

from accounts.context import curating
from catalogue.fitting import Circumstances
from catalogue.models import Edition, Equipment, Exercise, Limitation, Muscle
from catalogue.shelf import Shelf, bits, public_shelf
from tests.factories import ExerciseFactory


def slugs(shelf, places):
    return {entry.slug for entry in shelf.listed(places)}


def in_database(**wanted):
    return set(Exercise.objects.public().filter(**wanted).values_list("slug", flat=True))


@pytest.mark.parametrize(
    ("facet", "value", "wanted"),
    [
        ("region", "lats", {"region": "lats"}),
        ("region", "other", {"region": ""}),
        ("pattern", "hip-hinge", {"pattern__slug": "hip-hinge"}),
        ("level", "expert", {"level": "expert"}),
        ("load_type", "assisted", {"load_type": "assisted"}),
        ("laterality", "alternating", {"laterality": "alternating"}),
        ("spine_load", "high", {"spine_load": "high"}),
        (
            "muscle",
            "teres-major",
            {"credits__muscle__slug": "teres-major", "credits__credit__gt": 0},
        ),
    ],
)
def test_sets_agree_with_the_database(catalogue, facet, value, wanted):
    shelf = public_shelf()
    assert in_database(**wanted)
    assert slugs(shelf, shelf.having(facet, [value])) == in_database(**wanted)


def test_cardio_that_engages_the_back(catalogue):
    shelf = public_shelf()
    found = slugs(shelf, shelf.having("engages_back", [True]))
    assert {"rowing-erg", "elliptical", "incline-walk", "incline-run"} <= found
    assert "stationary-bike" not in found


def test_circumstances_agree_with_the_database(catalogue):
    shelf = public_shelf()
    mild, strong = Limitation.objects.filter(slug__in=["lbp-flexion", "grip-limited"])
    pieces = Equipment.objects.filter(slug__in=["barbell", "rack", "cable"])
    said = Circumstances(
        frozenset([mild.pk]), frozenset([strong.pk]), frozenset(p.pk for p in pieces)
    )
    rows = Exercise.objects.public()
    avoided = rows.filter(verdicts__limitation=mild, verdicts__verdict="avoid")
    avoided |= rows.filter(verdicts__limitation=strong)
    named = rows.filter(verdicts__limitation__in=[mild, strong])
    lacking = rows.filter(equipment__in=Equipment.objects.exclude(pk__in=pieces))
    expected = [slugs_of(avoided), slugs_of(named) - slugs_of(avoided), slugs_of(lacking)]
    assert all(expected)
    assert slugs(shelf, shelf.avoided(said)) == expected[0]
    assert slugs(shelf, shelf.cautioned(said)) == expected[1]
    assert slugs(shelf, shelf.lacking(said)) == expected[2]


def slugs_of(rows):
    return set(rows.values_list("slug", flat=True))


def test_places_of_a_set():
    assert list(bits(0)) == []
    assert list(bits(0b101001)) == [0, 3, 5]
    assert list(bits(1 << 5000)) == [5000]


def test_it_is_kept_until_the_catalogue_changes(catalogue, django_assert_num_queries):
    shelf = public_shelf()
    with django_assert_num_queries(1):  # the edition
        assert public_shelf() is shelf


CHANGES = {
    "a name": lambda row: Exercise.objects.filter(pk=row.pk).update(name="Renamed"),
    "an alias": lambda row: row.aliases.create(name="another name"),
    "an alias gone": lambda row: row.aliases.all().delete(),
    "a muscle": lambda row: row.credits.filter(role="secondary").delete(),
    "a limitation": lambda row: row.verdicts.all().delete(),
    "a piece of equipment": lambda row: row.equipment.clear(),
    "the ladder": lambda row: row.regressions.clear(),
    "a new exercise": lambda row: ExerciseFactory(),
    "a word": lambda row: Muscle.objects.filter(slug="teres-major").update(name="Big round one"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_seen_at_once(catalogue, change):
    shelf = public_shelf()
    with curating():
        CHANGES[change](Exercise.objects.public().get(slug="good-morning"))
    assert public_shelf() is not shelf


def test_an_exercise_that_has_gone_is_seen_at_once(catalogue, acting, ines):
    shelf = public_shelf()
    with acting(ines):
        Exercise.objects.public().get(slug="plate-pinch").delete()
    assert len(public_shelf().entries) == len(shelf.entries) - 1


def test_a_change_taken_back_is_not_kept(catalogue):
    before = public_shelf()
    names = [entry.name for entry in before.entries]
    with curating():
        with transaction.atomic():
            Exercise.objects.public().filter(slug="deadlift").update(name="Never to be seen")
            assert "Never to be seen" in [entry.name for entry in public_shelf().entries]
            transaction.set_rollback(True)
        assert [entry.name for entry in public_shelf().entries] == names
        Exercise.objects.public().filter(slug="deadlift").update(level="expert")
    assert [entry.name for entry in public_shelf().entries] == names


def test_a_members_own_exercise_changes_nothing_for_others(catalogue, acting, alex):
    edition = Edition.objects.current()
    with acting(alex):
        own = ExerciseFactory(member=alex)
        own.aliases.create(name="mine")
        own.equipment.add(Equipment.objects.first())
        own.delete()
    assert Edition.objects.current() == edition
    assert not {entry.member_id for entry in public_shelf().entries} - {None}


def test_there_is_one_edition(catalogue):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM catalogue_edition")
        assert cursor.fetchone() == (1,)


def test_a_shelf_may_be_empty():
    shelf = Shelf([])
    assert shelf.everything == 0
    assert shelf.listed(shelf.having("region", ["lats"])) == []
    assert shelf.names.find("row") == {}
