"""The shipped words without the exercises, which take longer to load; and a curator."""

import pytest

from catalogue.curators import make_curator
from catalogue.loading import shipped
from catalogue.models import Equipment, Limitation
from tests.factories import UserFactory


@pytest.fixture
def vocabulary(db):
    """The shipped limitations and pieces of equipment."""
    words = shipped("exercises")
    for model, key in [(Equipment, "equipment"), (Limitation, "limitations")]:
        model.objects.bulk_create(model(**word) for word in words[key])


@pytest.fixture
def ines(db):
    """A curator."""
    ines = UserFactory(name="Ines Test", email="ines@example.com")
    make_curator(ines)
    return ines
