"""The first wall round own exercises, with the second taken away: scopes alone keep others out."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import Client

from catalogue.models import Exercise
from tests.factories import ExerciseFactory, TrainerLinkFactory, UserFactory


@pytest.fixture
def own(alex):
    """An exercise of Alex's own; the table has no policies, until the test is rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE catalogue_exercise NO FORCE ROW LEVEL SECURITY")
        cursor.execute("ALTER TABLE catalogue_exercise DISABLE ROW LEVEL SECURITY")
    return ExerciseFactory(member=alex, name="Garden row", slug="garden-row")


def test_scopes_alone_hide_own_exercises(own, alex, tara, sam, acting):
    assert not Exercise.objects.public().exists()
    for person, sees in [(alex, True), (tara, True), (sam, False), (UserFactory(), False)]:
        with acting(person):
            assert Exercise.objects.exists(), "the policies are still there"
            assert Exercise.objects.visible_to(person).exists() == sees
            assert Exercise.objects.owned_by(person).exists() == (person == alex)
    assert not Exercise.objects.visible_to(AnonymousUser()).exists()


def test_a_client_who_hides_their_training_hides_their_exercises(own, alex):
    trainer = UserFactory(trainer=True)
    TrainerLinkFactory(trainer=trainer, client=alex, sees_training=False, may_plan=False)
    assert not Exercise.objects.visible_to(trainer).exists()


def test_pages_keep_to_the_scopes(own, as_user, sam):
    for stranger in [as_user(sam), as_user(UserFactory()), Client()]:
        assert "Garden row" not in stranger.get("/exercises/").text
        assert "Garden row" not in stranger.get("/exercises/", {"q": "row"}).text
        assert stranger.get(own.get_absolute_url()).status_code == 404
