"""People and clients for every test. Tests connect as the application's role, behind both walls."""

import pytest
from django.test import Client

from accounts.context import acting_as
from tests.factories import TrainerLinkFactory, UserFactory


@pytest.fixture(autouse=True)
def plain_settings(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}


@pytest.fixture
def alex(db):
    """A member."""
    return UserFactory(name="Alex Test", email="alex@example.com")


@pytest.fixture
def tara(db, alex):
    """Alex's trainer, who may see everything and plan."""
    tara = UserFactory(name="Tara Test", email="tara@example.com", trainer=True)
    TrainerLinkFactory(trainer=tara, client=alex)
    return tara


@pytest.fixture
def sam(db):
    """A stranger, who is a trainer too, of nobody."""
    return UserFactory(name="Sam Test", email="sam@example.com", trainer=True)


@pytest.fixture
def ines(db):
    """A curator."""
    from catalogue.curators import make_curator

    ines = UserFactory(name="Ines Test", email="ines@example.com")
    make_curator(ines)
    return ines


@pytest.fixture
def as_user():
    """A browser signed in as somebody: `as_user(alex).get(url)`."""

    def sign_in(user):
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def acting(db):
    """Rows as somebody sees them: `with acting(alex): Session.objects.get()`."""
    return acting_as


@pytest.fixture
def catalogue(db):
    """The shipped exercises and ready routines."""
    from catalogue.loading import load_exercises
    from workouts.loading import load_templates

    load_exercises()
    load_templates()
