"""The shipped words without the exercises, which take longer to load."""

import pytest

from catalogue.models import Equipment, Limitation
from catalogue.shipped import shipped


@pytest.fixture
def vocabulary(db):
    """The shipped limitations and pieces of equipment."""
    words = shipped("exercises")
    for model, key in [(Equipment, "equipment"), (Limitation, "limitations")]:
        model.objects.bulk_create(model(**word) for word in words[key])
