"""Who hears that a routine changed, and whose exercises are taken over."""

import pytest

from accounts.context import acting_as
from accounts.models import TrainerLink
from catalogue.models import Exercise
from tests.factories import ExerciseFactory, TrainerLinkFactory, UserFactory
from tests.test_walls import no_policies  # noqa: F401 - a fixture
from tests.workouts.copies import NEWS, change, copied, rows, send, url
from workouts.building import Draft, draft_of, open_draft
from workouts.models import Routine
from workouts.releasing import release


@pytest.fixture
def pair(tara, alex):
    return copied(tara, alex)


@pytest.fixture
def client(as_user, tara):
    return as_user(tara)


def test_the_member_cannot_read_the_source_and_hears_nothing(pair, as_user, alex):
    source, copy = pair
    change(source, 0, note="For trainers’ eyes")
    client = as_user(alex)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    for response in [client.get(url(copy)), client.post(url(copy))]:
        assert response.url == copy.get_absolute_url()
    with acting_as(alex):
        assert draft_of(copy) is None


def test_the_scopes_alone_keep_the_source_from_them(pair, as_user, alex, request):
    source, copy = pair
    change(source, 0, note="For trainers’ eyes")
    request.getfixturevalue("no_policies")
    client = as_user(alex)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == copy.get_absolute_url()


def test_another_trainer_of_the_client_cannot_either(pair, as_user, alex):
    source, copy = pair
    change(source, 0, sets=5)
    other = UserFactory(trainer=True)
    TrainerLinkFactory(trainer=other, client=alex)
    client = as_user(other)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == client.post(url(copy)).url == copy.get_absolute_url()


def test_without_leave_to_plan_there_is_no_such_page(pair, client):
    source, copy = pair
    change(source, 0, sets=5)
    TrainerLink.objects.update(may_plan=False)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).status_code == client.post(url(copy)).status_code == 404


def test_a_stranger_finds_nothing(pair, as_user, sam):
    change(pair[0], 0, sets=5)
    assert as_user(sam).get(url(pair[1])).status_code == 404


def test_a_source_that_is_gone_is_no_source(pair, client, tara):
    source, copy = pair
    change(source, 0, sets=5)
    with acting_as(tara):
        Routine.objects.filter(pk=copy.pk).update(copied_from=copy.pk)
    assert NEWS not in client.get(copy.get_absolute_url()).text
    assert client.get(url(copy)).url == copy.get_absolute_url()


def test_a_draft_of_the_source_is_no_news(pair, client, tara):
    source, copy = pair
    with acting_as(tara):
        Draft(open_draft(source)).add_day()
    assert NEWS not in client.get(copy.get_absolute_url()).text


def test_a_members_copy_of_their_own_routine_is_their_own_affair(alex, as_user):
    source, copy = copied(alex, alex)
    change(source, 0, sets=5)
    client = as_user(alex)
    assert NEWS in client.get(copy.get_absolute_url()).text
    assert send(client, copy).status_code == 302
    assert rows(copy, of_draft=True)[0].sets == 5


def test_own_exercises_of_the_trainer_become_the_clients(pair, client, tara, alex):
    source, copy = pair
    own = ExerciseFactory(member=tara, name="Gate row", slug="gate-row")
    change(source, 0, exercise=own)
    page = client.get(url(copy)).text
    assert "Gate row in its place" in page
    with acting_as(alex):
        assert not Exercise.objects.owned_by(alex).exists()
    send(client, copy)
    row = rows(copy, of_draft=True)[0]
    assert (row.exercise.name, row.exercise.member) == ("Gate row", alex)


def test_the_clients_own_of_the_same_name_is_no_change(tara, alex, client):
    source, copy = copied(tara, alex)
    change(source, 0, exercise=ExerciseFactory(member=tara, name="Gate row", slug="gate-row"))
    send(client, copy)
    with acting_as(tara):
        release(Draft(draft_of(copy)), copy.created_at)
    change(source, 0, sets=5)
    change(copy, 0, note="Mine")
    assert "on both sides" not in client.get(url(copy)).text
    send(client, copy)
    row = rows(copy, of_draft=True)[0]
    assert (row.exercise.member, row.sets, row.note) == (alex, 5, "Mine")
    with acting_as(alex):
        assert Exercise.objects.owned_by(alex).count() == 1
