"""The drawings on the pages: with every shipped exercise, and as a curator changes them."""

import json

import pytest
from django.core.exceptions import ValidationError

from accounts.context import curating
from catalogue.loading import load_exercises
from catalogue.models import Exercise
from catalogue.pictograms import check_pictogram, written
from tests.factories import ExerciseFactory

PREVIEW = "/manage/catalogue/exercise/pictogram/"


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


def described(slug="pull-up"):
    return Exercise.objects.public().get(slug=slug).pictogram


def test_every_shipped_exercise_is_drawn(catalogue):
    rows = Exercise.objects.public()
    assert rows.count() == 168
    assert not list(rows.filter(pictogram__isnull=True).values_list("slug", flat=True))
    for row in rows:
        check_pictogram(row.pictogram)


def test_the_page_shows_start_and_end_in_words_too(catalogue, client):
    text = client.get("/exercises/pull-up/").text
    assert text.count('class="pict"') == 2
    assert 'aria-label="Pull-up. Start: ' in text
    assert "<figcaption>Start</figcaption>" in text
    assert 'class="pk-lats' in text


def test_a_hold_is_one_drawing(catalogue, client):
    text = client.get("/exercises/front-plank/").text
    assert text.count('class="pict"') == 1
    assert 'aria-label="Front plank. Held: ' in text


def test_an_exercise_without_a_drawing_has_none(db, client):
    exercise = ExerciseFactory()
    assert "pict" not in client.get(exercise.get_absolute_url()).text


def test_the_desk_draws_what_is_typed(catalogue, desk):
    answer = desk.post(PREVIEW, {"pictogram": json.dumps(described())})
    assert answer.status_code == 200
    assert answer.text.count("<svg") >= 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("{", "valid JSON"),
        ("7", "Description"),
        ('{"poses": 7}', "Poses"),
        ('{"gear": [["bnch", {}]], "poses": [{"pelvis": [0, 95]}]}', "bnch"),
    ],
)
def test_the_desk_says_what_cannot_be_drawn(catalogue, desk, typed, words):
    answer = desk.post(PREVIEW, {"pictogram": typed})
    assert answer.status_code == 422
    assert words in answer.text
    assert "<svg" not in answer.text


def test_a_script_in_a_description_stays_text(catalogue, desk):
    described_so = described() | {"start": "<script>alert(1)</script>"}
    answer = desk.post(PREVIEW, {"pictogram": json.dumps(described_so)})
    assert "<script" not in answer.text


@pytest.mark.parametrize("person", ["alex", "tara"])
def test_only_curators_ask_for_previews(as_user, request, person):
    answer = as_user(request.getfixturevalue(person)).post(PREVIEW, {"pictogram": "{}"})
    assert answer.status_code in {302, 403}


def test_a_description_that_cannot_be_drawn_is_refused(db):
    with pytest.raises(ValidationError):
        check_pictogram({"poses": []})


def test_a_drawing_that_a_curator_took_away_stays_away(catalogue):
    with curating():
        Exercise.objects.public().filter(slug="pull-up").update(pictogram={})
    load_exercises()
    assert described() == {}


def test_what_is_written_reads_back_the_same(catalogue):
    for row in Exercise.objects.public():
        assert json.loads(written(row.pictogram)) == row.pictogram
