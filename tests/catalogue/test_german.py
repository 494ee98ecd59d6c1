"""The catalogue read in German: found in both languages, in German order, English where need be."""

import pytest
from django.test import Client

from accounts.context import curating
from accounts.languages import reading_in
from catalogue.models import Equipment, Exercise, ExerciseTranslation
from catalogue.names import alphabetic, spellings
from catalogue.shelf import public_shelf
from catalogue.translating import set_translation
from tests.factories import ExerciseFactory


@pytest.fixture
def german(catalogue):
    """A visitor whose browser asks for German."""
    return Client(headers={"accept-language": "de"})


def found(browser, text):
    page = browser.get("/exercises/", {"q": text}).context["page"]
    return [row.entry.slug for row in page.object_list]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Klimmzug", "pull-up"),
        ("Klimmzüge", "pull-up"),
        ("klimmzuege", "pull-up"),
        ("klimmzuge", "pull-up"),
        ("Klimzug", "pull-up"),
        ("Klimmzg", "pull-up"),
        ("pull-up", "pull-up"),
        ("pulup", "pull-up"),
        ("pullup", "pull-up"),
        ("Klimmzug Untergriff", "chin-up"),
        ("Kreuzheben", "deadlift"),
        ("deadlift", "deadlift"),
    ],
)
def test_german_and_english_names_and_slips_are_found(german, text, first):
    assert found(german, text)[0] == first


@pytest.mark.parametrize("text", ["Rückenstrecker", "rueckenstrecker", "RUCKENSTRECKER"])
def test_muscles_are_found_by_their_german_names(german, text):
    with reading_in("de"):
        shelf = public_shelf()
        entry = next(e for e in shelf.entries if e.slug == "romanian-deadlift")
        assert entry.pk in shelf.ranked(text)


@pytest.mark.parametrize("text", ["Hintere Schulter", "rear shoulder"])
def test_muscles_are_found_as_the_map_calls_them(german, text):
    with reading_in("de"):
        shelf = public_shelf()
        entry = next(e for e in shelf.entries if e.slug == "reverse-pec-deck")
        assert entry.pk in shelf.ranked(text)


@pytest.mark.parametrize("text", ["Langhantel", "barbell"])
def test_equipment_is_found_by_both_names(german, text):
    with reading_in("de"):
        shelf = public_shelf()
        entry = next(e for e in shelf.entries if e.slug == "romanian-deadlift")
        assert entry.pk in shelf.ranked(text)


def test_an_english_reader_finds_as_before(catalogue, german):
    german.get("/exercises/")
    browser = Client()
    assert found(browser, "Klimmzug") == []
    assert found(browser, "pull-up")[0] == "pull-up"
    names = [entry.title for entry in public_shelf().entries]
    assert names == sorted(Exercise.objects.public().values_list("name", flat=True), key=str.lower)


def test_exercises_stand_in_the_order_of_their_german_names(german):
    page = german.get("/exercises/").context["page"]
    titles = [row.entry.title for row in page.paginator.object_list[:200]]
    assert len(titles) == 168
    assert titles == sorted(titles, key=alphabetic)
    assert alphabetic("Überzug") < alphabetic("Unterarm") < alphabetic("Vorgebeugt")


def test_a_name_is_searched_in_each_spelling():
    assert spellings("Süßes Öl") == ["Süßes Öl", "Sueßes Oel", "Susses Ol"]
    assert spellings("Row") == ["Row"]


def test_the_page_is_german_and_says_so(german):
    text = german.get("/exercises/romanian-deadlift/").text
    row = ExerciseTranslation.objects.get(exercise__slug="romanian-deadlift")
    assert f'<bdi><span lang="de">{row.name}</span></bdi></h1>' in text
    assert f'<span lang="de">{row.setup}</span>' in text
    assert all(f'<li lang="de">{cue}</li>' in text for cue in row.cues)
    assert all(f'<p lang="de">{mistake}</p>' in text for mistake in row.mistakes)
    assert '<span lang="de">Langhantel</span>' in text
    assert "Beinbeuger (Oberschenkelrückseite)" in text
    assert "Romanian deadlift" in text  # also called
    assert '<html lang="en-GB"' in text
    assert "Set up." in text


def test_what_is_missing_is_english_field_by_field(german):
    exercise = Exercise.objects.get(slug="romanian-deadlift")
    with curating():
        set_translation(exercise, "de", {"cues": [], "name": ""})
        set_translation(Equipment.objects.get(slug="barbell"), "de", {"name": ""})
    text = german.get("/exercises/romanian-deadlift/").text
    assert "<bdi>Romanian deadlift</bdi></h1>" in text
    assert f"<li>{exercise.cues[0]}</li>" in text
    assert exercise.setup not in text
    assert "barbell" in text.lower()
    assert '<span lang="de">Langhantel</span>' not in text


def test_a_stale_translation_is_still_read(german):
    with curating():
        Exercise.objects.filter(slug="pull-up").update(setup="Hang from it.")
    text = german.get("/exercises/pull-up/").text
    assert "Hang from it." not in text
    assert "im Obergriff etwas weiter als schulterbreit" in text


def test_an_exercise_without_any_translation_is_shown(german):
    ExerciseFactory(name="Sandbag throw", slug="sandbag-throw", cues=["Throw it."])
    assert "Throw it." in german.get("/exercises/sandbag-throw/").text
    assert found(german, "sandbag throw")[0] == "sandbag-throw"


def test_own_exercises_keep_their_words(german, alex, as_user):
    alex.language = "de"
    alex.save()
    own = ExerciseFactory(member=alex, name="Öl-Row", cues=["My cue."])
    page = as_user(alex).get(own.get_absolute_url()).text
    assert "<bdi>Öl-Row</bdi></h1>" in page
    assert "My cue." in page
    listed = as_user(alex).get("/exercises/?q=oel-row").context["page"].object_list
    assert [row.entry.title for row in listed] == ["Öl-Row"]


def test_limits_equipment_and_filters_are_german(german, alex, as_user):
    alex.language = "de"
    alex.save()
    browser = as_user(alex)
    limits, pieces = browser.get("/me/limits/").text, browser.get("/me/equipment/").text
    assert '<span lang="de">Nackenschmerzen</span>' in limits
    assert '<span lang="de">Langhantel</span>' in pieces
    assert "Barbell" not in pieces
    library = browser.get("/exercises/?muscle=rear-deltoid&equipment=cable").text
    assert '<span lang="de">Hintere Schulter</span>' in library
    assert '<span lang="de">Kabelzug</span>' in library
    assert "Rear shoulder" not in library


def test_the_library_asks_as_few_queries_in_german(german, django_assert_max_num_queries):
    german.get("/exercises/")
    with django_assert_max_num_queries(6):
        german.get("/exercises/?q=rudern")
    german.get("/exercises/pull-up/")
    with django_assert_max_num_queries(12):
        german.get("/exercises/pull-up/")


def test_who_suggests_a_change_reads_the_german_name(german, alex, as_user):
    alex.language = "de"
    alex.save()
    text = as_user(alex).get("/exercises/deadlift/suggest/").text
    assert '<bdi><span lang="de">Kreuzheben</span></bdi>' in text
    assert "Kreuzheben" in text.partition("</title>")[0]
