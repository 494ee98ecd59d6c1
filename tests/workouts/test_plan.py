"""A member's routines: the list, a page for each, following, archiving, beginning a new one."""

import pytest
import time_machine
from django.urls import reverse

from accounts.context import acting_as
from tests.factories import (
    NOW,
    RoutineFactory,
    TrainerLinkFactory,
    UserFactory,
)
from tests.workouts.plans import draft_for, released_for
from workouts.following import followed_routine, version_followed, week_of
from workouts.models import Routine, Template

PLAN = "/plan/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield NOW.date()


def following(member, since, **fields):
    version = released_for(member, **fields)
    with acting_as(member):
        Routine.objects.filter(pk=version.routine_id).update(followed_since=since)
        version.routine.refresh_from_db()
    return version


def test_a_new_member_is_pointed_at_the_ready_routines(as_user, alex):
    page = as_user(alex).get(PLAN).text
    assert "No routine yet." in page
    assert reverse("workouts:templates") in page


def test_the_followed_routine_comes_first(as_user, alex, today):
    following(alex, today.replace(day=1), rows=1)
    version = following(alex, today.replace(day=16), rows=3)
    RoutineFactory(member=alex, name="Waiting routine")
    RoutineFactory(member=alex, name="Old routine", archived_at=NOW)
    page = as_user(alex).get(PLAN).text
    assert "Followed since 16 Nov 2026" in page
    assert "Week 1 of 8" in page
    assert page.index(version.routine.get_absolute_url()) < page.index("Other routines")
    assert page.index("Waiting routine") < page.index("Archived routines") < page.index("Old r")


def test_a_routine_shows_where_it_came_from(as_user, alex, tara):
    template = Template.objects.create(
        slug="t", name="Wide plan", goal="", level="", weeks=4, days_per_week=1, minutes=30,
        audience="", plan={"days": []},
    )  # fmt: skip
    given = RoutineFactory(member=alex, template=template, assigned_by=tara)
    copied = RoutineFactory(member=alex, template=template)
    client = as_user(alex)
    assert "Given by Tara Test" in client.get(given.get_absolute_url()).text
    assert "Copy of Wide plan" in client.get(copied.get_absolute_url()).text


def test_a_trainer_sees_a_clients_plan(as_user, alex, tara, sam, today):
    following(alex, today)
    url = reverse("coaching:client-plan", args=[alex.pk])
    page = as_user(tara).get(url).text
    assert "<bdi>Alex</bdi>’s routines" in page
    assert "Back twice" in page
    assert reverse("workouts:new") not in page
    assert as_user(sam).get(url).status_code == 404


@pytest.mark.parametrize("url", [PLAN, "/plan/new/"])
def test_plans_need_an_account(client, db, url):
    assert client.get(url).url.startswith(reverse("account_login"))


def test_a_trainer_reads_a_clients_routine_and_may_edit_it(as_user, alex, tara):
    version = released_for(alex)
    page = as_user(tara).get(version.routine.get_absolute_url()).text
    assert "Alex Test" in page
    assert "Lift 11" in page
    assert reverse("workouts:draft", args=[version.routine_id]) in page


def test_a_trainer_who_may_not_plan_only_reads(as_user, alex):
    trainer = UserFactory(trainer=True)
    TrainerLinkFactory(trainer=trainer, client=alex, may_plan=False)
    version, client = released_for(alex), as_user(trainer)
    page = client.get(version.routine.get_absolute_url()).text
    assert "Lift 11" in page
    assert reverse("workouts:draft", args=[version.routine_id]) not in page
    assert client.post(reverse("workouts:draft", args=[version.routine_id])).status_code == 404


def test_strangers_find_no_routine(as_user, alex, sam):
    routine = released_for(alex).routine
    client = as_user(sam)
    assert client.get(routine.get_absolute_url()).status_code == 404
    for name in ["follow", "archive", "unarchive", "draft", "discard-draft", "release", "rename"]:
        url = reverse(f"workouts:{name}", args=[routine.pk])
        assert client.post(url).status_code == 404, name


def test_following_counts_from_today(as_user, alex, acting, today):
    first, second = following(alex, today), released_for(alex)
    response = as_user(alex).post(reverse("workouts:follow", args=[second.routine_id]), follow=True)
    assert "is followed from today" in response.text
    with acting(alex):
        assert followed_routine(alex, today) == second.routine
        first.routine.refresh_from_db()
    assert first.routine.followed_since is None


def test_what_is_not_in_use_cannot_be_followed(as_user, alex, acting, today):
    version = draft_for(alex)
    url = reverse("workouts:follow", args=[version.routine_id])
    assert "Only a routine that is in use" in as_user(alex).post(url, follow=True).text
    with acting(alex):
        assert followed_routine(alex, today) is None


def test_an_archived_routine_is_not_followed_and_can_come_back(as_user, alex, acting, today):
    routine = following(alex, today).routine
    client = as_user(alex)
    client.post(reverse("workouts:archive", args=[routine.pk]))
    with acting(alex):
        assert version_followed(alex, today) is None
    client.post(reverse("workouts:unarchive", args=[routine.pk]))
    with acting(alex):
        assert followed_routine(alex, today) == routine


@pytest.mark.parametrize(
    ("since", "week"),
    [((11, 16), 1), ((11, 20), 1), ((11, 15), 2), ((11, 9), 2), ((1, 1), 8), ((12, 1), 1)],
)
def test_weeks_begin_on_mondays_and_the_last_one_goes_on(alex, today, since, week):
    month, day = since
    version = following(alex, today.replace(month=month, day=day))
    assert week_of(version.routine, version, today) == week


def test_weeks_of_a_routine_are_looked_at_one_by_one(as_user, alex, acting, today, catalogue):
    client = as_user(alex)
    client.post("/routines/pull-up-builder/copies/")
    with acting(alex):
        url = Routine.objects.get().get_absolute_url()
    assert "Base, A" in client.get(url).text
    later = client.get(url, {"week": 9}).text
    assert "Volume to ten, Ladder" in later
    assert "Base, A" not in later
    assert client.get(url, {"week": "a\0"}).status_code == 200


@pytest.mark.parametrize("person", ["alex", "tara"])
def test_cost_of_a_routine_with_many_rows(
    as_user, alex, tara, today, person, request, django_assert_max_num_queries
):
    version = following(alex, today, days=3, rows=4)
    client = as_user(request.getfixturevalue(person))
    # session, user, links, who acts, open workout; routine, versions, days, rows, muscles; may
    # plan, followed; and the savepoint that a test has for the request's transaction, twice
    with django_assert_max_num_queries(14):
        client.get(version.routine.get_absolute_url())


def test_cost_of_the_list_with_many_routines(as_user, alex, today, django_assert_max_num_queries):
    following(alex, today, days=3, rows=4)
    for _ in range(12):
        released_for(alex, rows=1)
    client = as_user(alex)
    # session, user, who acts, open workout; routines, their versions; days, rows, muscles; and
    # the test's savepoint, twice
    with django_assert_max_num_queries(11):
        client.get(PLAN)
