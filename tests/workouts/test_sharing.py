"""Sharing a routine by link, reading what is shared, and copying it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.context import acting_as
from catalogue.models import Exercise
from tests import factories
from tests.factories import ExerciseFactory, PrescriptionFactory
from tests.workouts.plans import days_of, draft_for, released_for
from workouts.models import Routine, RoutineLink, RoutineVersion
from workouts.sharing import digest, share


@pytest.fixture
def version(alex):
    return released_for(alex, days=2, rows=2, weeks=6)


def token_of(version, days=7):
    with acting_as(version.member):
        return share(version, days, timezone.now())[1]


def shared_url(token):
    return reverse("workouts:shared", args=[token])


def page_of(version):
    return reverse("workouts:share", args=[version.routine_id])


def links_of(member):
    with acting_as(member):
        return list(RoutineLink.objects.all())


def test_a_new_link_is_shown_once_and_opens_the_routine_to_anybody(as_user, alex, version):
    client = as_user(alex)
    answer = client.post(page_of(version), {"days": 30})
    address = re.search(r'value="(http://testserver/shared/[\w-]{43}/)"', answer.text)[1]
    [link] = links_of(alex)
    assert link.expires_at - link.created_at == timedelta(days=30)
    assert link.token_digest == digest(address.split("/")[-2])
    assert "/shared/" not in client.get(page_of(version)).text
    text = Client().get(address).text
    for words in ["Back twice", "Day 1", "Lift 11", "Lift 22", "6\xa0weeks", "To read only"]:
        assert words in text
    assert alex.name not in text
    assert alex.email not in text


def test_a_page_sent_twice_makes_one_link_and_tells_its_address_once(as_user, alex, version):
    client = as_user(alex)
    pk = re.search(r'name="id" value="([\w-]+)"', client.get(page_of(version)).text)[1]
    first, second = (client.post(page_of(version), {"days": 7, "id": pk}) for _ in range(2))
    assert "http://testserver/shared/" in first.text
    assert "http://testserver/shared/" not in second.text
    assert "made already" in second.text
    assert len(links_of(alex)) == 1


@pytest.mark.parametrize("days", ["", "2", "365", "x", "-1"])
def test_a_link_works_for_one_of_four_times(days, as_user, alex, version):
    answer = as_user(alex).post(page_of(version), {"days": days})
    assert answer.status_code == 422
    assert "Choose" in answer.text
    assert not links_of(alex)


def test_at_most_20_links_work_at_once(as_user, alex, version):
    for _ in range(20):
        factories.RoutineLinkFactory(routine=version.routine)
    client = as_user(alex)
    refused = client.post(page_of(version), {"days": 7})
    assert refused.status_code == 422
    assert "20 links to this routine work already" in refused.text
    ended = links_of(alex)[0]
    client.post(reverse("workouts:end-share", args=[version.routine_id, ended.pk]))
    assert client.post(page_of(version), {"days": 7}).status_code == 200


def test_a_draft_is_not_shared(as_user, alex):
    draft = draft_for(alex)
    assert "not in use yet" in as_user(alex).get(page_of(draft)).text
    answer = as_user(alex).post(page_of(draft), {"days": 7})
    assert answer.status_code == 422
    assert not links_of(alex)


def test_a_wrong_an_expired_and_an_ended_link_are_all_not_there(as_user, alex, version):
    expired, ended, closed = (token_of(version) for _ in range(3))
    now = timezone.now()
    with acting_as(alex):
        RoutineLink.objects.filter(token_digest=digest(expired)).update(
            created_at=now - timedelta(days=8), expires_at=now - timedelta(seconds=1)
        )
        pk = RoutineLink.objects.get(token_digest=digest(ended)).pk
    as_user(alex).post(reverse("workouts:end-share", args=[version.routine_id, pk]))
    for token in ["no-such-token", expired, ended, digest(closed), "é"]:
        for client in [Client(), as_user(alex)]:
            assert client.get(shared_url(token)).status_code == 404
        take = reverse("workouts:take-shared", args=[token])
        assert as_user(alex).post(take).status_code == 404
    type(alex).objects.update(is_active=False)
    assert Client().get(shared_url(closed)).status_code == 404


def test_what_is_shared_stays_as_it_was(as_user, alex, version):
    token = token_of(version)
    with acting_as(alex):
        Routine.objects.update(name="Other name")
    newer = draft_for(alex)
    with acting_as(alex):
        RoutineVersion.objects.filter(pk=newer.pk).update(
            routine=version.routine, number=2, released_at=timezone.now(), weeks=9
        )
    text = Client().get(shared_url(token)).text
    assert "Back twice" in text
    assert "6\xa0weeks" in text


def test_a_shared_page_is_listed_nowhere_and_says_its_address_to_nobody(version):
    answer = Client().get(shared_url(token_of(version)))
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]
    assert '<meta name="robots" content="noindex' in answer.text
    assert "no-store" in answer["Cache-Control"]


def test_an_own_exercise_is_shared_by_name_alone(alex, version, catalogue):
    released = shared_with_own(alex)
    text = Client().get(shared_url(token_of(released))).text
    assert "Garden row" in text
    assert "garden-row" not in text
    assert "Secret" not in text


@pytest.mark.parametrize("deed", ["page", "make", "end"])
def test_a_trainer_who_may_plan_cannot_share_a_clients_routine(deed, as_user, alex, tara, version):
    token_of(version)
    end = reverse("workouts:end-share", args=[version.routine_id, links_of(alex)[0].pk])
    client = as_user(tara)
    answer = {
        "page": lambda: client.get(page_of(version)),
        "make": lambda: client.post(page_of(version), {"days": 7}),
        "end": lambda: client.post(end),
    }[deed]()
    assert answer.status_code == 404
    assert "Share by link" not in client.get(version.routine.get_absolute_url()).text
    [link] = links_of(alex)
    assert link.revoked_at is None


def shared_with_own(alex):
    draft = draft_for(alex, rows=1)
    own = ExerciseFactory(member=alex, name="Garden row", slug="garden-row", setup="Secret")
    with acting_as(alex):
        day = draft.days.get()
    PrescriptionFactory(day=day, position=2, exercise=own, sets=4, note="Slowly", tempo="31X0")
    with acting_as(alex):
        RoutineVersion.objects.filter(pk=draft.pk).update(released_at=timezone.now())
    return draft


def test_a_shared_routine_is_copied_with_all_it_asks_for(as_user, alex, sam):
    released = shared_with_own(alex)
    take = reverse("workouts:take-shared", args=[token_of(released)])
    assert "Garden row" in as_user(sam).get(take).text
    answer = as_user(sam).post(take)
    with acting_as(sam):
        routine = Routine.objects.get()
        own = Exercise.objects.owned_by(sam).get()
        copy = routine.versions.get()
    assert answer.url == routine.get_absolute_url()
    assert (own.name, own.setup) == ("Garden row", "")
    assert routine.followed_since is None
    assert copy.released_at
    [(day, [first, second])] = days_of(copy)
    assert (day.name, first.exercise.name, second.exercise) == ("Day 1", "Lift 11", own)
    assert (second.sets, second.note, second.tempo) == (4, "Slowly", "31X0")


def test_an_exercise_of_the_same_name_is_taken_for_a_copy(as_user, alex, sam):
    mine = ExerciseFactory(member=sam, name="GARDEN ROW")
    as_user(sam).post(reverse("workouts:take-shared", args=[token_of(shared_with_own(alex))]))
    with acting_as(sam):
        assert Exercise.objects.owned_by(sam).get() == mine


def test_who_shares_may_copy_too_and_keeps_their_exercises(as_user, alex):
    as_user(alex).post(reverse("workouts:take-shared", args=[token_of(shared_with_own(alex))]))
    with acting_as(alex):
        assert Routine.objects.count() == 2
        assert Exercise.objects.owned_by(alex).count() == 1


def test_a_page_sent_twice_copies_once(as_user, version, sam):
    take, client = reverse("workouts:take-shared", args=[token_of(version)]), as_user(sam)
    pk = re.search(r'name="id" value="([\w-]+)"', client.get(take).text)[1]
    for _ in range(2):
        client.post(take, {"id": pk})
    with acting_as(sam):
        assert Routine.objects.count() == 1


def test_copying_asks_to_sign_in_first(version):
    take = reverse("workouts:take-shared", args=[token_of(version)])
    for answer in [Client().get(take), Client().post(take)]:
        assert answer.url == f"/sign-in/?next={take}"


@pytest.mark.parametrize("week", ["3", "99", "x", "-1", "0"])
def test_a_week_that_is_not_there_is_no_error(week, version):
    assert Client().get(shared_url(token_of(version)), {"week": week}).status_code == 200


@pytest.mark.parametrize("days", [1, 6])
def test_pages_of_sharing_do_not_grow(days, as_user, alex, sam, django_assert_max_num_queries):
    version = released_for(alex, days=days, rows=days)
    token = token_of(version)
    for _ in range(days):
        factories.RoutineLinkFactory(routine=version.routine)
    owner, reader = as_user(alex), as_user(sam)
    with django_assert_max_num_queries(6):
        Client().get(shared_url(token))
    with django_assert_max_num_queries(12):
        reader.get(shared_url(token))
    with django_assert_max_num_queries(12):
        owner.get(page_of(version))


def test_a_shared_page_tells_of_light_weeks_and_rest_days(alex):
    version = draft_for(alex, weeks=4, week_plan=[{"weeks": [4], "deload": True}])
    factories.DayFactory(version=version, name="Off", position=2, weekday=3, is_rest=True)
    text = Client().get(shared_url(token_of(version))).text
    assert "Deload" in text
    assert "Wednesday, rest day" in text
