"""The ready routines: /routines/, /routines/<slug>/ and copying one."""

import re

import pytest
import uuid6
from django.urls import reverse

from catalogue.models import Limitation
from tests.factories import MemberLimitationFactory, RoutineFactory
from tests.workouts.plans import id_in, names
from workouts.models import Routine, RoutineVersion, Template

pytestmark = pytest.mark.usefixtures("catalogue")
LIST = "/routines/"


def test_everybody_sees_the_eight_ready_routines(client):
    page = client.get(LIST)
    assert page.text.count('class="panel rcard"') == 8
    assert "Wide and thick back, twice a week" in page.text
    assert "hard sets a week" in page.text


@pytest.mark.parametrize("slug", ["wide-thick-2x", "pull-up-builder", "return-once-week"])
def test_everybody_looks_inside(client, slug):
    template = Template.objects.get(slug=slug)
    page = client.get(template.get_absolute_url())
    for day in template.plan["days"]:
        assert day["name"] in page.text
    for piece in template.equipment.all():
        assert piece.name in page.text
    assert f"{template.minutes} min" in page.text
    assert "Sign up to make it yours" in page.text


def test_a_page_says_the_weekly_hard_sets_of_each_region(client):
    page = client.get("/routines/wide-thick-2x/").text
    assert "<b>19</b> of 10–16" in page
    assert "Lower back: 3.5 hard sets a week, below 4–12." in page
    assert "3\xa0×\xa08–12, RIR\xa01, pyramid" in page


def test_phases_are_shown_apart(client):
    page = client.get("/routines/pull-up-builder/").text
    assert "Weeks 1–4" in page
    assert "Weeks 9–12" in page


@pytest.mark.parametrize("slug", ["no-such-routine", "a" * 300])
def test_an_unknown_routine_is_not_there(client, slug):
    assert client.get(f"/routines/{slug}/").status_code == 404


def test_a_copy_is_the_members_and_followed(as_user, alex, acting):
    response = as_user(alex).post("/routines/wide-thick-2x/copies/")
    with acting(alex):
        routine = Routine.objects.owned_by(alex).get()
        version = RoutineVersion.objects.released().get()
    assert response.url == routine.get_absolute_url()
    assert routine.followed_since is not None
    assert [len(rows) for rows in names(version)] == [7, 7]


def test_swaps_are_said(as_user, alex):
    MemberLimitationFactory(member=alex, limitation=Limitation.objects.get(slug="lbp-acute"))
    page = as_user(alex).post("/routines/wide-thick-2x/copies/", follow=True)
    assert "Swapped for your limits: " in page.text
    assert " for Barbell bent-over row" in page.text


def test_a_copy_asked_for_twice_is_made_once(as_user, alex, acting):
    MemberLimitationFactory(member=alex, limitation=Limitation.objects.get(slug="lbp-acute"))
    client = as_user(alex)
    pk = id_in(client.get("/routines/wide-thick-2x/").text)
    url = "/routines/wide-thick-2x/copies/"
    first, second = (client.post(url, {"id": pk}, follow=True) for _ in range(2))
    assert first.redirect_chain == second.redirect_chain == [(f"/plan/{pk}/", 302)]
    assert all("Swapped for your limits: " in page.text for page in (first, second))
    with acting(alex):
        assert str(Routine.objects.owned_by(alex).get().pk) == pk
        assert RoutineVersion.objects.owned_by(alex).count() == 1


def test_one_page_asked_for_two_routines_makes_both(as_user, alex, acting):
    client, pk = as_user(alex), uuid6.uuid7()
    for slug in ("wide-thick-2x", "pull-up-builder"):
        client.post(f"/routines/{slug}/copies/", {"id": pk})
    with acting(alex):
        assert Routine.objects.owned_by(alex).count() == 2


def test_a_copy_under_somebody_elses_id_gets_its_own(as_user, alex, sam, acting):
    template = Template.objects.get(slug="wide-thick-2x")
    theirs = RoutineFactory(member=sam, name=template.name, template=template)
    response = as_user(alex).post("/routines/wide-thick-2x/copies/", {"id": theirs.pk})
    with acting(alex):
        mine = Routine.objects.owned_by(alex).get()
    assert mine.pk != theirs.pk
    assert response.url == mine.get_absolute_url()
    with acting(sam):
        assert not RoutineVersion.objects.owned_by(sam).exists()


def test_the_first_runs_routine_is_made_once(as_user, alex, acting):
    client = as_user(alex)
    page = client.get("/start/routine/").text
    url = re.search(r'action="(/routines/[^"]+/copies/)"', page)[1]
    for _ in range(2):
        client.post(url, {"id": id_in(page)})
    with acting(alex):
        assert Routine.objects.owned_by(alex).count() == 1


def test_a_copy_needs_an_account(client):
    response = client.post("/routines/wide-thick-2x/copies/")
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_a_copy_is_never_made_by_looking(as_user, alex):
    assert as_user(alex).get("/routines/wide-thick-2x/copies/").status_code == 405


@pytest.mark.parametrize("url", [LIST, "/routines/ppl-back-biceps/"])
def test_cost_does_not_grow_with_the_catalogue(as_user, tara, url, django_assert_max_num_queries):
    client = as_user(tara)
    # session, user, her links, who acts, open workout; templates, exercises, muscles; the
    # equipment of one; and the test's savepoint, twice
    with django_assert_max_num_queries(11):
        client.get(url)
