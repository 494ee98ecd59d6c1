"""A catalogue that may be written, and files for it.

The public data set stands beside the repository, not in it; without it its tests are not collected.
"""

import json
from pathlib import Path

import pytest

from accounts.context import curating

FILE = Path(__file__).parents[4] / "shared" / "data" / "free-exercise-db.json"
collect_ignore = [] if FILE.is_file() else ["test_free_exercise_db_file.py"]


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
