"""Files come before their row and go after it; what is left over is found."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.storage import InMemoryStorage, default_storage
from django.db import transaction
from django.http import Http404

from accounts.imaging import keeping, serving

FILES = {"320": b"small", "640": b"large"}
LATER = datetime.now(UTC) + timedelta(hours=2)


def names(key):
    try:
        return sorted(default_storage.listdir(f"place/{key}")[1])
    except FileNotFoundError:
        return []


def test_a_key_says_nothing_and_is_never_the_same():
    keys = {keeping.keep("place", FILES) for _ in range(20)}
    assert len(keys) == 20
    assert {len(key) for key in keys} == {40}
    assert names(min(keys)) == ["320.webp", "640.webp"]


def test_a_storage_that_fails_leaves_nothing_behind(monkeypatch):
    save = InMemoryStorage.save

    def save_one(self, name, content, max_length=None):
        if "640" in name:
            raise OSError("disk full")
        return save(self, name, content, max_length)

    monkeypatch.setattr(InMemoryStorage, "save", save_one)
    with pytest.raises(keeping.NotKept, match="nothing was saved. Try again later"):
        keeping.keep("place", FILES)
    assert not any(names(key) for key in default_storage.listdir("place")[0])


@pytest.mark.django_db(transaction=True)
def test_files_go_once_the_deletion_is_certain():
    key = keeping.keep("place", FILES)
    with transaction.atomic():
        keeping.remove("place", key)
        assert names(key)
        transaction.set_rollback(True)
    assert names(key), "the deletion was taken back"
    with transaction.atomic():
        keeping.remove("place", key)
    assert not names(key)


@pytest.mark.django_db(transaction=True)
def test_a_storage_that_cannot_remove_breaks_nothing(monkeypatch, caplog):
    key = keeping.keep("place", FILES)
    monkeypatch.setattr(InMemoryStorage, "delete", lambda self, name: 1 / 0)
    keeping.remove("place", key)
    assert "could not be removed" in caplog.text


def test_strays_are_those_nobody_knows_and_are_not_new():
    known, stray = keeping.keep("place", FILES), keeping.keep("place", FILES)
    assert list(keeping.strays("place", [known], LATER)) == [stray]
    assert not list(keeping.strays("place", [known], LATER - timedelta(hours=2)))
    assert not list(keeping.strays("elsewhere", [], LATER))


def test_a_picture_is_answered_as_a_picture_and_nothing_else():
    key = keeping.keep("place", FILES)
    response = serving.answer("place", key, "320", serving.FOREVER)
    assert b"".join(response.streaming_content) == b"small"
    assert response["Content-Type"] == "image/webp"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "immutable" in response["Cache-Control"]
    response.close()


def test_a_file_that_has_gone_is_not_found():
    with pytest.raises(Http404):
        serving.answer("place", "gone", "320", serving.FOREVER)
