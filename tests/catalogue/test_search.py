"""Finding an exercise by what people type."""

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.context import curating
from catalogue.fitting import NOTHING_SAID
from catalogue.library import Library, Wanted
from catalogue.models import ExerciseAlias
from tests.factories import ExerciseFactory


def found(text):
    library = Library(AnonymousUser(), NOTHING_SAID)
    return [entry.name for entry in library.find(Wanted(text)).entries()]


MEANT = {
    "lat pull down": "Lat pulldown",
    "LAT-PULLDOWN": "Lat pulldown",
    "pullups": "Pull-up",
    "Pull up": "Pull-up",
    "RDL": "Romanian deadlift",
    "deadlfit": "Conventional deadlift",
    "face": "Face pull",
    "facepul": "Face pull",
    "bent over row": "Barbell bent-over row",
}


def test_people_find_what_they_mean(catalogue):
    assert {typed: found(typed)[0] for typed in MEANT} == MEANT


def test_plurals_find_as_much_as_singulars(catalogue):
    assert found("rows") == found("row")
    assert len(found("rows")) > 20


def test_exact_names_come_before_aliases_beginnings_parts_and_slips(db):
    names = ["A pullover", "Pullover machine", "Strong arm", "Pullover", "Pulover"]
    rows = {name: ExerciseFactory(name=name) for name in names}
    with curating():
        ExerciseAlias.objects.create(exercise=rows["Strong arm"], name="pullover")
    assert found("pullover") == [
        "Pullover", "Strong arm", "Pullover machine", "A pullover", "Pulover",
    ]  # fmt: skip


def test_a_muscle_or_a_piece_of_equipment_is_found_too(catalogue):
    for typed in ["serratus", "kettlebell", "rhomboids"]:
        assert found(typed), typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lower back", "45-degree back extension"),
        ("Upper back", "Face pull"),
        ("abs", "Front plank"),
        ("chest", "Push-up"),
        ("spinal erectors", "Superman hold"),
        ("quads", "Leg press"),
    ],
)
def test_muscles_and_regions_are_found_by_what_people_call_them(catalogue, typed, meant):
    assert meant in found(typed)


def test_a_name_beats_a_muscle_of_that_name(catalogue):
    assert "lat" in found("lats")[0].lower()


def test_names_in_other_letters_are_found(db):
    ExerciseFactory(name="Тяга блока")
    assert found("тяга") == ["Тяга блока"]


@pytest.mark.parametrize("typed", ["", "   "])
def test_a_blank_search_finds_all(db, typed):
    exercise = ExerciseFactory()
    assert found(typed) == [exercise.name]


def test_hostile_searches_find_little(catalogue):
    for typed in [
        "%%%%",
        "_",
        "\\",
        "'; --",
        "\0",
        "\0\0row",
        "a" * 10_000,
        " ".join(map(str, range(3000))),
    ]:
        assert len(found(typed)) < 60


@pytest.mark.parametrize("typed", ["%%%%", "_", "%", "\\", "\0"])
def test_wildcards_of_sql_find_nothing(db, typed):
    ExerciseFactory()
    assert found(typed) == []
