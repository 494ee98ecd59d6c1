"""Pictures of an exercise: what members see of them, and the rows and files behind."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.management import call_command
from django.db import IntegrityError
from django.test import Client

from accounts.context import curating
from accounts.imaging import making
from catalogue import illustrating
from catalogue.models import Exercise, ExerciseMedia
from tests.accounts.imaging import images
from tests.factories import ExerciseFactory, ExerciseMediaFactory

WORDS = {"alt": "Bar at the hips", "author": "Ada", "licence": "cc-by-4.0"}


def add(exercise, content=None, **words):
    with curating():
        file = BytesIO(content or images.jpeg((1600, 1200)))
        return illustrating.add_media(exercise, file, **WORDS | words)


def files():
    """Names of all that is stored, without their keys."""
    try:
        folders = default_storage.listdir("exercises")[0]
    except FileNotFoundError:
        return []
    return sorted(
        name for key in folders for name in default_storage.listdir(f"exercises/{key}")[1]
    )


def test_a_photograph_is_shown_with_its_words_and_thanks(db, client):
    exercise = ExerciseFactory()
    picture = add(exercise, source="https://example.org/1")
    text = client.get(exercise.get_absolute_url()).text
    for words in [
        'alt="Bar at the hips"',
        "Photograph: <bdi>Ada</bdi>",
        'href="https://creativecommons.org/licenses/by/4.0/"',
        "CC BY 4.0",
        'href="https://example.org/1"',
        f'src="/media/{picture.key}/640.webp"',
        f"/media/{picture.key}/1280.webp 1280w",
        'width="1280" height="960"',
        'loading="lazy"',
    ]:
        assert words in text, words
    assert "play-loop" not in text


def test_a_loop_stands_still_until_it_is_asked_to_move(db, client):
    exercise = ExerciseFactory()
    picture = add(exercise, images.moving(size=(800, 600)))
    text = client.get(exercise.get_absolute_url()).text
    assert f'<img src="/media/{picture.key}/640.webp"' in text
    assert f'<a class="btn btn-quiet" href="/media/{picture.key}/moving-640.webp"' in text
    assert f'data-moving="/media/{picture.key}/moving-320.webp 320w' in text
    assert files() == ["320.webp", "640.webp", "800.webp", "moving-320.webp", "moving-640.webp"]


def test_everybody_gets_the_files_for_good(db):
    picture = add(ExerciseFactory())
    for address in [part.split()[0] for part in picture.addresses.split(", ")]:
        response = Client().get(address)
        assert response["Content-Type"] == "image/webp"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"].endswith("sandbox")
        assert response.getvalue().startswith(b"RIFF")


@pytest.mark.parametrize("name", ["0", "9999", "moving-320", "passwd", "320-webp"])
def test_there_is_nothing_else_beside_them(name, db):
    picture = add(ExerciseFactory())
    assert Client().get(f"/media/{picture.key}/{name}.webp").status_code == 404
    assert Client().get(f"/media/no-such-key/{name}.webp").status_code == 404


def test_where_and_with_what_it_was_taken_is_in_no_size(db):
    add(ExerciseFactory(), images.phone_photo((1600, 1200)))
    for key in default_storage.listdir("exercises")[0]:
        for name in default_storage.listdir(f"exercises/{key}")[1]:
            content = default_storage.open(f"exercises/{key}/{name}").read()
            assert images.SECRET.encode() not in content
            assert b"EXIF" not in content
    assert len(files()) == 3


def test_a_page_stands_though_a_file_has_gone(db, client):
    exercise = ExerciseFactory()
    picture = add(exercise)
    default_storage.delete(f"exercises/{picture.key}/640.webp")
    assert "Bar at the hips" in client.get(exercise.get_absolute_url()).text
    assert client.get(picture.address).status_code == 404


def test_storage_that_is_away_saves_nothing(db, monkeypatch):
    monkeypatch.setattr(InMemoryStorage, "_save", lambda *args: 1 / 0)
    with pytest.raises(illustrating.keeping.NotKept, match="nothing was saved"):
        add(ExerciseFactory())
    assert not ExerciseMedia.objects.exists()
    assert not files()


def test_a_row_that_is_refused_takes_its_files_back(db):
    with pytest.raises(IntegrityError, match="media_described"):
        add(ExerciseFactory(), alt="")
    assert not ExerciseMedia.objects.exists()
    assert not files()


@pytest.mark.parametrize(
    "fields",
    [
        {"alt": ""},
        {"author": ""},
        {"source": "javascript:a()"},
        {"source": "ftp://a"},
        {"width": 0},
    ],
)
def test_a_picture_needs_its_words_and_a_size(fields, db):
    with pytest.raises(IntegrityError):
        ExerciseMediaFactory(**fields)


def test_an_exercise_has_a_dozen_at_most(db):
    exercise = ExerciseFactory()
    for _ in range(12):
        ExerciseMediaFactory(exercise=exercise)
    with pytest.raises(making.Refused, match="at most 12 pictures"):
        add(exercise)


def test_the_newest_comes_last(db):
    exercise = ExerciseFactory()
    pictures = [add(exercise, images.jpeg((100, 100))) for _ in range(3)]
    assert list(exercise.media.in_order()) == pictures


def test_exercises_without_a_picture_are_found(db):
    shown, bare = ExerciseFactory(), ExerciseFactory()
    ExerciseMediaFactory(exercise=shown)
    assert list(Exercise.objects.public().without_media()) == [bare]


def test_files_of_nobodys_are_swept(db, monkeypatch, capsys, django_capture_on_commit_callbacks):
    kept = add(ExerciseFactory(), images.jpeg((100, 100)))
    illustrating.keeping.keep("exercises", {"320": b"stray"})
    later = datetime.now(UTC) + timedelta(hours=2)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep_media")
    assert files() == ["100.webp", "320.webp"], "what is new may belong to an upload"
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep_media")
    assert files() == ["100.webp"]
    assert capsys.readouterr().out.endswith("1 picture of nobody’s removed.\n")
    assert Client().get(kept.address).status_code == 200
