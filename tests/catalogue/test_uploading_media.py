"""A curator adds a picture to an exercise, and is told in words why one cannot be."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import InMemoryStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from catalogue.models import ExerciseMedia
from tests.accounts.imaging import images
from tests.factories import ExerciseFactory

WORDS = {"alt": "Bar at the hips", "author": "Ada", "licence": "cc0", "source": ""}
JPEG = images.jpeg((400, 300))


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


@pytest.fixture
def exercise(db):
    return ExerciseFactory(name="Barbell row")


def page(exercise, rest=""):
    return f"/curate/exercises/{exercise.slug}/media/{rest}"


def sent(content=JPEG, name="photo.jpg", kind="image/jpeg", **words):
    return WORDS | {"file": SimpleUploadedFile(name, content, kind)} | words


def stored():
    try:
        return default_storage.listdir("exercises")[0]
    except FileNotFoundError:
        return []


def test_a_curator_adds_a_picture_and_it_is_noted(desk, exercise, ines, client):
    answer = desk.post(page(exercise), sent(), follow=True)
    assert answer.redirect_chain == [(page(exercise), 302)]
    assert "The photograph is on the page now." in answer.text
    assert "Bar at the hips" in client.get(exercise.get_absolute_url()).text
    picture = exercise.media.get()
    assert (picture.uploaded_by, picture.width, picture.widths) == (ines, 400, [320, 400])
    entry = LogEntry.objects.get()
    assert (entry.user, entry.object_id) == (ines, str(exercise.pk))
    assert entry.change_message == "Added a photograph: Bar at the hips"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"alt": " "}, "Describe the picture for who cannot see it."),
        ({"author": ""}, "Say who made the picture."),
        ({"licence": ""}, "Choose the licence it was given under."),
        ({"licence": "mine"}, "Choose a licence from the list."),
        ({"source": "javascript:alert(1)"}, "Give the address of a page"),
        ({"source": "ftp://example.org/"}, "Give the address of a page"),
        ({"alt": "a" * 251}, "at most 250 characters"),
        ({"file": ""}, "Choose a picture."),
    ],
)
def test_slips_are_refused_beside_the_field_and_all_that_was_typed_is_kept(
    desk, exercise, changes, words
):
    answer = desk.post(page(exercise), sent(author="Ada Lovelace") | changes)
    assert answer.status_code == 422
    assert words in answer.text
    assert ("Choose the picture again: browsers do not keep it." in answer.text) == (
        "file" not in changes
    )
    kept = {"author": 'value="Ada Lovelace"', "alt": "Bar at the hips</textarea>"}
    assert all(text in answer.text for name, text in kept.items() if name not in changes)
    assert not ExerciseMedia.objects.exists()
    assert not stored()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty."),
        (images.SVG, "This is an SVG, a drawing made of code. Send a JPEG, PNG or WebP picture"),
        (images.HTML, "This is not a picture."),
        (images.MP4, "This is a video. Send a JPEG, PNG or WebP picture, or a short loop as"),
        (JPEG[:2000], "the file is damaged"),
        (images.flat_png((9000, 9000)), "at most 60 megapixels"),
        (JPEG + bytes(17 * 2**20), "This file is too large: at most 16 MB."),
        (JPEG + bytes(40 * 2**20), "This file is too large: at most 16 MB."),
    ],
)
def test_a_file_that_is_no_picture_is_refused_in_words(desk, exercise, content, words):
    """Whatever it is called and says it is; and the next one is taken."""
    answer = desk.post(page(exercise), sent(content))
    assert answer.status_code == 422
    assert words in answer.text
    assert 'value="Ada"' in answer.text
    assert not stored()
    assert desk.post(page(exercise), sent()).status_code == 302


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("../../../etc/passwd", "image/jpeg"),
        ("a.php", "text/x-php"),
        ("a.svg", "image/svg+xml"),
        ("a\x00.jpg", "image/png"),
        ("<script>.jpg", "text/html"),
        ("‮gpj.exe", "application/octet-stream"),
        ("CON", ""),
        ("x" * 500 + ".jpg", "image/jpeg; charset=utf-8"),
        ("a b;c&d=e\"f'.jpg", "x"),
    ],
)
def test_a_picture_is_what_is_in_it_whatever_it_is_called(desk, exercise, name, kind):
    assert desk.post(page(exercise), sent(name=name, kind=kind)).status_code == 302
    picture = exercise.media.get()
    assert stored() == [picture.key]
    assert sorted(default_storage.listdir(f"exercises/{picture.key}")[1]) == [
        "320.webp",
        "400.webp",
    ]


def test_storage_that_is_away_is_said_and_nothing_is_saved(desk, exercise, monkeypatch):
    monkeypatch.setattr(InMemoryStorage, "_save", lambda *args: 1 / 0)
    answer = desk.post(page(exercise), sent())
    assert answer.status_code == 422
    assert "Pictures cannot be stored at the moment, so nothing was saved." in answer.text
    assert not ExerciseMedia.objects.exists()
    assert not LogEntry.objects.exists()
