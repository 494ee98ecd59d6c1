"""A catalogue that may be written, and files for it."""

import json

import pytest

from accounts.context import curating


@pytest.fixture
def curated(catalogue, ines):
    with curating():
        yield


@pytest.fixture
def as_json():
    """The bytes of a file: `as_json({"slug": ...}, muscles=[...])`."""

    def write(*exercises, **sections):
        return json.dumps({"exercises": exercises} | sections, indent=1).encode()

    return write
