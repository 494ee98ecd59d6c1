"""The shipped words without the exercises, which take longer to load."""

import json

import pytest

from catalogue.loading import DATA
from catalogue.models import Equipment, Limitation


@pytest.fixture
def vocabulary(db):
    """The shipped limitations and pieces of equipment."""
    shipped = json.loads(DATA.read_text(encoding="utf-8"))
    for model, key in [(Equipment, "equipment"), (Limitation, "limitations")]:
        model.objects.bulk_create(model(**word) for word in shipped[key])
