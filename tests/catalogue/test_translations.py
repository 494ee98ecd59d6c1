"""Translations: what is shipped is whole, what changed is stale, what is missing is English."""

import pytest
from django.db import DatabaseError, transaction

from accounts.context import curating
from accounts.languages import TRANSLATED, reading_in
from catalogue.loading import load_exercises
from catalogue.models import Edition, Exercise, ExerciseTranslation, Muscle
from catalogue.muscles import DRAWN
from catalogue.shipped import shipped
from catalogue.translating import (
    confirm_translation,
    parts_of,
    set_translation,
    source_of,
    tasks_in,
    translations_of,
)
from tests.factories import ExerciseFactory


@pytest.fixture
def row(db):
    """An exercise with a translated name and two cues."""
    exercise = ExerciseFactory(name="Row", cues=["Pull.", "Breathe."], setup="Sit.")
    with curating():
        set_translation(exercise, "de", {"name": "Rudern", "cues": ["Zieh.", "Atme."]})
    return exercise


def stale(thing):
    return [part.name for part in parts_of(thing, "de") if part.is_stale]


def missing(thing):
    return [part.name for part in parts_of(thing, "de") if part.is_missing]


@pytest.mark.parametrize("language", TRANSLATED)
def test_all_that_is_shipped_is_translated_and_up_to_date(language, catalogue):
    assert ExerciseTranslation.objects.into(language).count() == 168
    assert tasks_in(language) == []
    assert shipped(language)["drawn"].keys() == DRAWN.keys()


@pytest.mark.parametrize("language", TRANSLATED)
def test_shipped_translations_have_as_many_cues_and_mistakes(language, catalogue):
    for row in ExerciseTranslation.objects.into(language).select_related("exercise"):
        assert len(row.cues) == len(row.exercise.cues), row
        assert len(row.mistakes) == len(row.exercise.mistakes), row
        row.full_clean()


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_two_exercises_have_the_same_name(language, catalogue):
    names = [row.name.lower() for row in ExerciseTranslation.objects.into(language)]
    assert len(set(names)) == len(names)


def test_loading_again_leaves_what_a_curator_changed(catalogue):
    pull_up, biceps = (
        Exercise.objects.get(slug="pull-up"),
        Muscle.objects.get(slug="biceps-brachii"),
    )
    with curating():
        set_translation(pull_up, "de", {"name": "Klimmzug am Reck", "setup": ""})
        set_translation(biceps, "de", {"name": ""})
    load_exercises()
    assert translations_of(pull_up)["de"]["name"] == "Klimmzug am Reck"
    assert missing(Exercise.objects.get(slug="pull-up")) == ["setup"]
    assert missing(Muscle.objects.get(slug="biceps-brachii")) == ["name"]


def test_what_is_loaded_beside_changed_english_is_stale(catalogue):
    with curating():
        ExerciseTranslation.objects.all().delete()
        Exercise.objects.filter(slug="pull-up").update(setup="Hang.")
        Muscle.objects.filter(slug="biceps-brachii").update(name="Arm", names={})
    load_exercises()
    assert stale(Exercise.objects.get(slug="pull-up")) == ["setup"]
    assert stale(Muscle.objects.get(slug="biceps-brachii")) == ["name"]


def test_a_changed_source_makes_that_field_stale_and_no_other(row):
    assert stale(row) == []
    row.cues = ["Pull hard.", "Breathe."]
    assert stale(row) == ["cues"]
    cues = next(part for part in parts_of(row, "de") if part.name == "cues")
    assert cues.made_from == ["Pull.", "Breathe."]


def test_the_source_as_it_was_is_not_stale_again(row):
    row.cues = ["Other."]
    row.cues = ["Pull.", "Breathe."]
    assert stale(row) == []


def test_a_new_alias_makes_the_aliases_stale(row):
    with curating():
        set_translation(row, "de", {"aliases": ["Ruderzug"]})
        row.aliases.create(name="Seated row")
    assert stale(Exercise.objects.get(pk=row.pk)) == ["aliases"]


def test_what_is_missing_is_named_but_not_aliases(row):
    with curating():
        row.aliases.create(name="Seated row")
    assert missing(row) == ["setup"]


def test_translating_anew_or_confirming_clears_one_field(row):
    row.cues, row.name = ["Pull hard."], "Rowing"
    with curating():
        row.save()
        set_translation(row, "de", {"cues": ["Zieh fest."]})
        assert stale(row) == ["name"]
        confirm_translation(row, "de", "name")
    assert stale(row) == []
    assert translations_of(row) == {"de": {"name": "Rudern", "cues": ["Zieh fest."]}}


def test_words_are_stale_and_confirmed_too(db):
    word = Muscle.objects.create(slug="lats", name="Lats")
    set_translation(word, "de", {"name": "Latissimus"})
    word.name = "Lat"
    assert stale(word) == ["name"]
    confirm_translation(word, "de", "name")
    assert stale(word) == []
    assert word.names["de"] == {"name": "Latissimus", "of": "Lat"}


def test_titles_are_in_the_readers_language_and_fall_back(row):
    other = ExerciseFactory(name="Sandbag throw")
    with reading_in("de"):
        assert (row.title, other.title) == ("Rudern", "Sandbag throw")
    assert (row.title, other.title) == ("Row", "Sandbag throw")


def test_a_new_translation_is_read_at_once(row):
    with reading_in("de"):
        assert row.title == "Rudern"
    before = Edition.objects.current()
    with curating():
        set_translation(row, "de", {"name": "Ruderzug"})
    assert Edition.objects.current() != before
    with reading_in("de"):
        assert row.title == "Ruderzug"


def test_titles_cost_english_readers_no_query(row, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert row.title == "Row"


def test_titles_cost_other_readers_one_query(catalogue, django_assert_num_queries):
    exercises = list(Exercise.objects.public())
    with reading_in("de"):
        assert exercises[0].title
    with reading_in("de"), django_assert_num_queries(1):
        assert len({exercise.title for exercise in exercises}) == 168


def test_a_members_own_exercise_has_no_translations(alex, acting):
    own = ExerciseFactory(member=alex)
    row = ExerciseTranslation(exercise=own, language="de", name="Meins")
    with pytest.raises(DatabaseError, match="row-level security"), acting(alex):
        row.save(force_insert=True)
    with pytest.raises(DatabaseError, match="row-level security"), curating():
        row.save(force_insert=True)


@pytest.mark.parametrize("person", ["alex", "tara", None])
def test_only_curators_write_translations(person, row, alex, tara, acting, request):
    with acting(request.getfixturevalue(person)) if person else transaction.atomic():
        assert ExerciseTranslation.objects.filter(exercise=row).exists()
        assert not ExerciseTranslation.objects.filter(exercise=row).update(name="Unfug")
        assert not ExerciseTranslation.objects.filter(exercise=row)._raw_delete("default")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ExerciseTranslation.objects.create(exercise=row, language="xx", name="Unfug")


def test_the_source_has_every_field_of_an_exercise(row):
    assert source_of(row) == {
        "name": "Row", "aliases": [], "setup": "Sit.", "cues": ["Pull.", "Breathe."],
        "mistakes": [], "note": "",
    }  # fmt: skip
