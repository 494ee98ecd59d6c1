"""Curators translate: what is missing or out of date, and one exercise or word at a time."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from accounts.context import curating
from catalogue.forms.translations import stamp_of
from catalogue.history import revert
from catalogue.models import Exercise, Muscle
from catalogue.translating import parts_of, translations_of
from tests.factories import NOW, ExerciseFactory, TranslationFactory

LIST = reverse("catalogue:translations")


@pytest.fixture
def exercise(db):
    return ExerciseFactory(name="Row", slug="row", setup="Sit.", cues=["Pull.", "Breathe."])


@pytest.fixture
def curator(ines, as_user):
    return as_user(ines)


def address(thing, kind="exercise", *field):
    name = "catalogue:confirm-translation" if field else "catalogue:translate"
    return reverse(name, args=["de", kind, thing.slug, *field])


def typed(thing, **texts):
    return {"seen": stamp_of(thing)} | texts


def stale(thing):
    return [part.name for part in parts_of(thing, "de") if part.is_stale]


def test_the_list_says_what_is_missing_with_the_english_beside(exercise, curator):
    text = curator.get(LIST).text
    assert all(words in text for words in ["Row", "Missing", "Sit.", "Pull.", "Breathe."])


def test_the_list_shows_the_english_of_then_beside_that_of_now(exercise, curator):
    TranslationFactory(
        exercise=exercise, name="Rudern", setup="Setz dich.", cues=["Zieh.", "Atme."]
    )
    assert "Nothing to do" in curator.get(LIST).text
    with curating():
        Exercise.objects.update(setup="Sit upright.")
    text = curator.get(LIST + "?show=stale").text
    for words in ["Out of date", "Sit upright.", "Sit.", "Setz dich.", "Still right"]:
        assert words in text
    assert "Atme." not in text
    assert "Nothing is missing." in curator.get(LIST + "?show=missing").text


@pytest.mark.parametrize("query", ["?language=tlh", "?show=x&page=0", "?page=a", "?page=999"])
def test_a_query_that_makes_no_sense_is_left_out(query, exercise, curator):
    assert "Row" in curator.get(LIST + query).text


def test_a_long_list_comes_in_pages_and_as_many_queries(
    exercise, curator, django_assert_max_num_queries
):
    for _ in range(30):
        ExerciseFactory()
    with django_assert_max_num_queries(12):
        assert "page=2" in curator.get(LIST).text
    assert "page=1" in curator.get(LIST + "?page=2").text


def test_a_curator_translates_and_the_log_says_so(exercise, curator, ines):
    sent = typed(exercise, name="Rudern", aliases="Zug\n Ruderzug ", cues="Zieh.\nAtme.\n\n")
    assert curator.post(address(exercise), sent).url == f"{LIST}?language=de"
    assert translations_of(exercise)["de"] == {
        "name": "Rudern", "aliases": ["Zug", "Ruderzug"], "cues": ["Zieh.", "Atme."],
    }  # fmt: skip
    assert curator.get("/exercises/row/", headers={"accept-language": "de"}).text.count("Rudern")
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (ines, str(exercise.pk))


def test_saving_clears_the_mark_of_what_changed_and_of_what_is_ticked(exercise, curator):
    texts = {"name": "Rudern", "setup": "Setz dich.", "cues": ["Zieh."]}
    TranslationFactory(exercise=exercise, **texts)
    with curating():
        Exercise.objects.update(name="Rowing", setup="Sit up.", cues=["Pull hard."])
    exercise.refresh_from_db()
    assert stale(exercise) == ["name", "setup", "cues"]
    sent = {"name": "Rudern", "setup": "Setz dich auf.", "cues": "Zieh.", "keep_name": "on"}
    curator.post(address(exercise), typed(exercise, **sent))
    assert stale(exercise) == ["cues"]


def test_the_history_says_who_translated_and_leads_back(exercise, curator, ines):
    TranslationFactory(exercise=exercise, name="Rudern", setup="Setz dich.")
    curator.post(address(exercise), typed(exercise, name="Ruderzug", setup="Setz dich."))
    first, second = exercise.states.order_by("pk")
    assert (second.by, second.reason) == (ines, "Translated into Deutsch")
    page = curator.get("/curate/exercises/row/history/")
    for words in ["Ines Test", "Translations", "Deutsch, name: ", "Ruder"]:
        assert words in page.text
    with curating():
        Exercise.objects.update(name="Rowing", setup="Sit up.")
        revert(exercise, first, "translations", seen=second.pk, by=ines, at=NOW)
    exercise.refresh_from_db()
    assert translations_of(exercise)["de"] == {"name": "Rudern", "setup": "Setz dich."}
    assert stale(exercise) == ["setup"]


def test_saying_that_it_is_still_right_is_no_change_of_the_text(exercise, curator):
    TranslationFactory(exercise=exercise, name="Rudern")
    with curating():
        Exercise.objects.update(name="Rowing")
    exercise.refresh_from_db()
    curator.post(address(exercise, "exercise", "name"), typed(exercise))
    assert stale(exercise) == []
    assert not exercise.states.exists()


def test_still_right_clears_one_mark(exercise, curator):
    TranslationFactory(exercise=exercise, name="Rudern", setup="Setz dich.")
    with curating():
        Exercise.objects.update(name="Rowing", setup="Sit up.")
    exercise.refresh_from_db()
    curator.post(address(exercise, "exercise", "setup"), typed(exercise))
    assert stale(exercise) == ["name"]
    assert translations_of(exercise)["de"]["setup"] == "Setz dich."


@pytest.mark.parametrize("field", ["cues", "slug", "nothing"])
def test_what_has_no_translation_cannot_be_confirmed(field, exercise, curator):
    TranslationFactory(exercise=exercise, name="Rudern")
    assert curator.post(address(exercise, "exercise", field), typed(exercise)).status_code == 404


@pytest.mark.parametrize("seen", ["", "x", "\x00"])
def test_where_the_english_changed_meanwhile_nothing_is_saved(seen, exercise, curator):
    TranslationFactory(exercise=exercise, name="Rudern")
    response = curator.post(address(exercise), {"seen": seen, "name": "Ruderzug", "cues": "Zieh."})
    assert response.status_code == 422
    assert "The English was changed meanwhile" in response.text
    assert "Ruderzug" in response.text
    with curating():
        Exercise.objects.update(name="Rowing")
    curator.post(address(exercise, "exercise", "name"), {"seen": seen})
    exercise.refresh_from_db()
    assert stale(exercise) == ["name"]
    assert translations_of(exercise)["de"] == {"name": "Rudern"}


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"name": "x" * 121}, "At most 120 letters"),
        ({"name": "Ru\u202edern"}, "turn the direction"),
        ({"cues": "x" * 201}, "At most 200 letters"),
        ({"cues": "\n".join(map(str, range(13)))}, "At most 12"),
        ({"aliases": "Zug\nzug"}, "there twice"),
        ({"setup": "a\x00b"}, "Null characters"),
        ({"name": "kreuzheben"}, "Another exercise has this name"),
    ],
)
def test_what_cannot_be_is_refused_beside_the_field(sent, words, exercise, curator):
    TranslationFactory(name="Kreuzheben")
    response = curator.post(address(exercise), typed(exercise, **sent))
    assert response.status_code == 422
    assert words in response.text
    assert translations_of(exercise) == {}


def test_html_in_a_cue_stays_letters(exercise, curator):
    curator.post(address(exercise), typed(exercise, cues="<script>alert(1)</script> **Zieh**"))
    text = curator.get("/exercises/row/", headers={"accept-language": "de"}).text
    assert "<script>alert" not in text
    assert "<strong>Zieh</strong>" in text


def test_a_word_is_translated(curator):
    word = Muscle.objects.create(slug="lats", name="Lats")
    assert "Lats" in curator.get(LIST).text
    curator.post(address(word, "muscle"), typed(word, name="Latissimus"))
    word.refresh_from_db()
    assert word.names == {"de": {"name": "Latissimus", "of": "Lats"}}
    with_more = Muscle.objects.filter(pk=word.pk)
    with_more.update(name="Lat")
    word.refresh_from_db()
    curator.post(address(word, "muscle", "name"), typed(word))
    word.refresh_from_db()
    assert word.names["de"]["of"] == "Lat"


@pytest.mark.parametrize(
    "path", ["de/exercise/none", "de/user/row", "en/exercise/row", "tlh/exercise/row"]
)
def test_what_is_not_there_is_404(path, exercise, curator):
    assert curator.get(f"{LIST}{path}/").status_code == 404
    assert curator.post(f"{LIST}{path}/name/").status_code == 404


def test_a_members_own_exercise_is_not_a_curators(alex, curator):
    own = ExerciseFactory(member=alex)
    assert curator.get(address(own)).status_code == 404


def test_the_exercise_page_leads_curators_there(exercise, curator, client):
    assert address(exercise) in curator.get("/exercises/row/").text
    assert address(exercise) not in client.get("/exercises/row/").text
