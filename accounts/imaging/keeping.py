"""Where pictures lie: Django's storage "default", the local disk unless settings say otherwise.

A picture is a folder of files under a random key, so no address can be guessed and none is ever
written twice. Files come before their row and go after it: a row without files is never seen, and
files without a row are found by `strays`.
"""

import logging
import secrets
from contextlib import suppress
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

SETTLED = timedelta(hours=1)  # younger files may belong to a row that is being written
log = logging.getLogger(__name__)


class NotKept(Exception):
    """The storage does not answer, in words for who sent the picture."""

    def __init__(self):
        super().__init__(
            "Pictures cannot be stored at the moment, so nothing was saved. Try again later."
        )


def keep(place, files):
    """Store `files` ({name: bytes}) in a folder of its own below `place`; its random key."""
    key = secrets.token_hex(20)  # 160 bits
    try:
        for name, content in files.items():
            path = path_of(place, key, name)
            if default_storage.save(path, ContentFile(content)) != path:
                raise FileExistsError(path)
    except Exception as error:  # each storage has errors of its own
        log.error("A picture could not be stored: %r", error)
        _remove_now(place, key)
        raise NotKept from error
    return key


def path_of(place, key, name):
    return f"{place}/{key}/{name}.webp"


def remove(place, key):
    """Take a picture's files away, once the transaction that lets go of it is committed."""
    transaction.on_commit(lambda: _remove_now(place, key))


def take_back(place, key):
    """Take away at once what was kept for a row that could not be written."""
    _remove_now(place, key)


def strays(place, known, now):
    """Keys below `place` that are not among the `known`, and are old enough to be sure."""
    for key in sorted(set(_listed(place)[0]) - set(known)):
        names = _listed(f"{place}/{key}")[1]
        times = [default_storage.get_modified_time(f"{place}/{key}/{name}") for name in names]
        if all(time < now - SETTLED for time in times):
            yield key


def _listed(path):
    try:
        return default_storage.listdir(path)
    except FileNotFoundError:
        return [], []


def _remove_now(place, key):
    """What cannot be removed is left to the next sweep."""
    folder = f"{place}/{key}"
    try:
        for name in _listed(folder)[1]:
            default_storage.delete(f"{folder}/{name}")
        with suppress(FileNotFoundError):
            default_storage.delete(folder)
    except Exception as error:  # each storage has errors of its own
        log.error("A picture could not be removed: %r", error)
