"""The roster and the client's page."""

from datetime import timedelta

import pytest
import time_machine

from tests.factories import (
    NOW,
    PrescriptionFactory,
    RoutineFactory,
    SessionFactory,
    TemplateFactory,
    TrainerLinkFactory,
    UserFactory,
)
from tests.workouts.plans import id_in
from workouts.models import Prescription, Routine


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel(NOW, tick=False):
        yield


def finished(member, days_ago):
    day = NOW - timedelta(days=days_ago)
    return SessionFactory(
        member=member, trained_on=day.date(), started_at=day, finished_at=day + timedelta(hours=1)
    )


def test_only_an_open_workout_is_going_on(as_user, tara, alex):
    page = f"/coach/clients/{alex.pk}/"
    SessionFactory(member=alex, name="Short", finished_at=NOW + timedelta(seconds=20))
    assert "going on now" not in as_user(tara).get(page).text
    SessionFactory(member=alex, name="Open")
    assert "going on now" in as_user(tara).get(page).text


def test_the_longest_away_comes_first(as_user, tara, alex):
    away = UserFactory(name="Zoe Away")
    TrainerLinkFactory(trainer=tara, client=away)
    finished(alex, 1)
    finished(away, 20)
    text = as_user(tara).get("/coach/clients/").text
    assert text.index("Zoe Away") < text.index("Alex Test")


def test_the_roster_counts_sessions_by_week(as_user, tara, alex):
    for days_ago in [0, 2, 8, 27, 28]:
        finished(alex, days_ago)
    assert "oldest first: 1, 0, 1, 2" in as_user(tara).get("/coach/clients/").text


def test_the_roster_costs_the_same_with_twelve_clients(
    as_user, tara, django_assert_max_num_queries
):
    for _ in range(12):
        client = UserFactory()
        TrainerLinkFactory(trainer=tara, client=client)
        finished(client, 1)
        RoutineFactory(member=client, followed_since=NOW.date())
    browser = as_user(tara)
    # session, user, savepoint, links for the context, SET LOCAL, roster links, sessions,
    # routines, an unfinished workout of one's own, release
    with django_assert_max_num_queries(10):
        assert browser.get("/coach/clients/").text.count("rowlink") == 13


def test_unshared_training_stays_out_of_the_roster(as_user, tara):
    client = UserFactory(name="Private Person")
    TrainerLinkFactory(trainer=tara, client=client, sees_training=False, may_plan=False)
    finished(client, 1)
    text = as_user(tara).get("/coach/clients/").text
    assert "Private Person" in text
    assert "Not shared" in text


def test_the_client_page_shows_what_is_shared(as_user, tara, alex, django_assert_max_num_queries):
    for days_ago in range(12):
        finished(alex, days_ago)
    RoutineFactory(member=alex, name="Alex’s rows", followed_since=NOW.date())
    browser = as_user(tara)
    # session, user, links, SET LOCAL, link, sessions, routines, own routines, templates, 3 spare
    with django_assert_max_num_queries(12):
        text = browser.get(f"/coach/clients/{alex.pk}/").text
    assert "Alex’s rows" in text
    assert "Give a routine" in text


@pytest.mark.parametrize("person", ["sam", "alex"])
def test_nobody_else_has_that_page(as_user, alex, person, request):
    visitor = request.getfixturevalue(person)
    assert as_user(visitor).get(f"/coach/clients/{alex.pk}/").status_code == 404


def released(trainer, acting):
    prescription = PrescriptionFactory(member=trainer)
    version = prescription.day.version
    with acting(trainer):
        version.released_at = NOW
        version.save()
    return version.routine


def test_an_assigned_routine_is_the_clients_own_copy(as_user, tara, alex, acting):
    routine = released(tara, acting)
    response = as_user(tara).post(
        f"/coach/clients/{alex.pk}/routines/", {"routine": f"routine:{routine.pk}"}, follow=True
    )
    assert "a copy of their own" in response.text
    with acting(alex):
        copy = Routine.objects.get()
        assert (copy.member, copy.assigned_by, copy.name) == (alex, tara, routine.name)
        lineage = Prescription.objects.get().lineage
    with acting(tara):
        assert Prescription.objects.get(member=tara).lineage == lineage


def test_the_client_keeps_the_routine_after_the_end(as_user, tara, alex, acting):
    routine = released(tara, acting)
    as_user(tara).post(f"/coach/clients/{alex.pk}/routines/", {"routine": f"routine:{routine.pk}"})
    tara.client_links.update(ended_at=NOW)
    with acting(alex):
        copy = Routine.objects.get()
    assert routine.name in as_user(alex).get(f"/plan/{copy.pk}/").text
    assert as_user(tara).get(f"/plan/{copy.pk}/").status_code == 404


def test_a_ready_routine_can_be_given(as_user, tara, alex, acting):
    TemplateFactory(slug="ready", name="Ready made")
    as_user(tara).post(f"/coach/clients/{alex.pk}/routines/", {"routine": "template:ready"})
    with acting(alex):
        assert Routine.objects.get().name == "Ready made"


@pytest.mark.parametrize("of", ["routine", "template"])
def test_a_routine_given_twice_is_one(as_user, tara, alex, acting, of):
    choice = {"routine": released(tara, acting).pk, "template": TemplateFactory().slug}[of]
    client = as_user(tara)
    given = {
        "id": id_in(client.get(f"/coach/clients/{alex.pk}/").text),
        "routine": f"{of}:{choice}",
    }
    path = f"/coach/clients/{alex.pk}/routines/"
    answers = [client.post(path, given, follow=True) for _ in range(2)]
    assert answers[0].redirect_chain == answers[1].redirect_chain
    assert all("as a copy of their own" in answer.text for answer in answers)
    with acting(alex):
        assert str(Routine.objects.of(alex).get().pk) == given["id"]


def test_a_routine_given_under_a_taken_id_is_the_clients_own(as_user, tara, alex, sam, acting):
    TemplateFactory(slug="ready", name="Ready made")
    theirs = RoutineFactory(member=sam), RoutineFactory(member=alex)
    for taken in theirs:
        given = {"id": taken.pk, "routine": "template:ready"}
        as_user(tara).post(f"/coach/clients/{alex.pk}/routines/", given)
    with acting(alex):
        made = Routine.objects.of(alex).filter(assigned_by=tara)
        assert len(made) == 2
        assert not {row.pk for row in theirs} & {row.pk for row in made}
        assert Routine.objects.get(pk=theirs[1].pk).name == theirs[1].name


@pytest.mark.parametrize("choice", ["", "routine:x", "template:none", "routine:\x00"])
def test_a_routine_that_is_none_is_refused_in_words(as_user, tara, alex, choice):
    response = as_user(tara).post(f"/coach/clients/{alex.pk}/routines/", {"routine": choice})
    assert response.status_code == 422
    assert "invalid-feedback" in response.text


def test_another_trainers_routine_is_not_among_the_choices(as_user, tara, alex, sam, acting):
    routine = released(sam, acting)
    response = as_user(tara).post(
        f"/coach/clients/{alex.pk}/routines/", {"routine": f"routine:{routine.pk}"}
    )
    assert "invalid-feedback" in response.text
    with acting(alex):
        assert not Routine.objects.exists()


def test_without_the_grant_nothing_is_assigned(as_user, tara, alex, acting):
    routine = released(tara, acting)
    tara.client_links.update(may_plan=False)
    response = as_user(tara).post(
        f"/coach/clients/{alex.pk}/routines/", {"routine": f"routine:{routine.pk}"}
    )
    assert response.status_code == 404
