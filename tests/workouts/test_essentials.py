"""The builder says when a week of a back routine has no deadlift, pull-up or row."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from accounts.context import acting_as, curating
from catalogue.fitting import NOTHING_SAID
from catalogue.library import Library
from catalogue.models import Equipment, Exercise, Limitation
from tests.factories import (
    NOW,
    DayFactory,
    MemberEquipmentFactory,
    MemberLimitationFactory,
    PrescriptionFactory,
    RoutineFactory,
    TrainingProfileFactory,
    VersionFactory,
)
from tests.workouts.plans import days_of, post
from workouts.contents import days_of_template, in_week
from workouts.essentials import missing_essentials
from workouts.models import Template


@pytest.fixture
def plan(catalogue, alex):
    """A draft of one day with these exercises, by slug."""

    def make(*slugs, **fields):
        version = VersionFactory(routine=RoutineFactory(member=alex))
        day = DayFactory(version=version)
        for position, slug in enumerate(slugs, 1):
            exercise = Exercise.objects.get(slug=slug)
            PrescriptionFactory(day=day, position=position, exercise=exercise, **fields)
        return version

    return make


def builder(version, browser):
    return browser.get(reverse("workouts:edit", args=[version.routine_id]))


def missing(version, browser):
    """{what is missing: the slug of what to add for it}."""
    found = builder(version, browser).context["missing"]
    return {one.name: one.remedy and one.remedy.slug for one, _ in found}


def test_all_three_are_no_finding(plan, alex, as_user):
    version = plan("deadlift", "pull-up", "barbell-row")
    response = builder(version, as_user(alex))
    assert response.context["missing"] == []
    assert "Why these three" not in response.text


@pytest.mark.parametrize(
    ("slugs", "lacks"),
    [
        (["pull-up", "barbell-row"], {"deadlift": "deadlift"}),
        (["deadlift", "barbell-row"], {"pull-up": "pull-up"}),
        (["deadlift", "pull-up"], {"row": "barbell-row"}),
        (["pull-up"], {"deadlift": "deadlift", "row": "barbell-row"}),
        (["lat-pulldown", "seated-cable-row", "kettlebell-deadlift"], {}),
        (["lat-pulldown", "seated-cable-row", "glute-bridge"], {}),
        (["lat-pulldown", "seated-cable-row", "back-extension-45"], {"deadlift": "deadlift"}),
        (["straight-arm-pulldown", "barbell-row", "deadlift"], {"pull-up": "pull-up"}),
        (["rowing-erg", "pull-up", "deadlift"], {"row": "barbell-row"}),
        (["barbell-curl"], {}),
        (["back-squat", "barbell-bench-press", "leg-curl", "pull-up"], {}),
        ([], {}),
    ],
)
def test_another_of_the_same_movement_counts_and_nothing_else(plan, alex, as_user, slugs, lacks):
    assert missing(plan(*slugs), as_user(alex)) == lacks


def test_a_warm_up_does_not_count(plan, alex, as_user, acting):
    version = plan("deadlift", "pull-up", "barbell-row")
    row = days_of(version)[0][1][0]
    with acting(alex):
        type(row).objects.filter(pk=row.pk).update(technique=type(row).Technique.WARM_UP)
    assert missing(version, as_user(alex)) == {"deadlift": "deadlift"}


def test_it_says_what_to_add_and_leads_there(plan, alex, as_user):
    browser = as_user(alex)
    version = plan("pull-up", "barbell-row")
    response = builder(version, browser)
    assert "No deadlift, nor another hip hinge." in response.text
    ((one, address),) = response.context["missing"]
    assert f"{address.replace('&', '&amp;')}#find" in response.text
    found = browser.get(address)
    assert found.context["found"][0].entry.slug == one.remedy.slug
    assert f'name="exercise" value="{one.remedy.pk}"' in found.text


def test_the_remedy_honours_limits_equipment_and_level(plan, alex, as_user):
    version, browser = plan("pull-up", "barbell-row"), as_user(alex)
    TrainingProfileFactory(member=alex, level="beginner")
    assert missing(version, browser) == {"deadlift": "kettlebell-deadlift"}
    acute = Limitation.objects.get(slug="lbp-acute")
    said = MemberLimitationFactory(member=alex, limitation=acute)
    response = builder(version, browser)
    ((one, _),) = response.context["missing"]
    assert one.remedy.verdicts.get(acute.pk) != "avoid"
    assert f"{one.remedy.name}</a>: an easier version." in response.text
    with acting_as(alex):
        type(said).objects.filter(pk=said.pk).update(severity="strong")
    assert missing(version, browser) == {"deadlift": "glute-bridge"}


def test_a_safe_substitute_counts_where_the_exercise_does_not_suit(plan, alex, as_user):
    version, browser = plan("pull-up", "barbell-row", "bird-dog"), as_user(alex)
    assert missing(version, browser) == {"deadlift": "deadlift"}
    acute = Limitation.objects.get(slug="lbp-acute")
    MemberLimitationFactory(member=alex, limitation=acute, severity="strong")
    assert missing(version, browser) == {}


def test_where_nothing_suits_it_says_so(plan, alex, as_user):
    version = plan("pull-up", "barbell-row")
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    MemberEquipmentFactory(member=alex, equipment=Equipment.objects.get(slug="towel"))
    response = builder(version, as_user(alex))
    assert {one.remedy for one, _ in response.context["missing"]} == {None}
    assert "ask a trainer what to do for it" in response.text


def test_a_trainer_sees_it_by_the_clients_limits(plan, alex, tara, as_user):
    acute = Limitation.objects.get(slug="lbp-acute")
    MemberLimitationFactory(member=alex, limitation=acute, severity="strong")
    response = builder(plan("pull-up", "barbell-row"), as_user(tara))
    assert [one.remedy.slug for one, _ in response.context["missing"]] == ["glute-bridge"]
    assert "your limits" not in response.text.partition('id="balance"')[2].partition("</aside>")[0]


def test_the_finding_goes_when_the_exercise_is_added(plan, alex, as_user):
    version, browser = plan("pull-up", "barbell-row"), as_user(alex)
    day, deadlift = days_of(version)[0][0], Exercise.objects.get(slug="deadlift")
    row = days_of(version)[0][1][0]
    before = post(browser, version, "move-prescription", row.pk, htmx=True, to="down")
    assert "No deadlift" in before.text
    after = post(browser, version, "add-prescription", htmx=True, day=day.pk, exercise=deadlift.pk)
    assert "No deadlift" not in after.text


def test_no_deadlift_in_the_catalogue_is_no_error(plan, alex, as_user):
    version = plan("pull-up", "barbell-row")
    with curating():
        Exercise.objects.filter(slug="deadlift").update(retired_at=NOW)
    assert missing(version, as_user(alex)) == {"deadlift": None}


def test_ready_routines_that_lack_one_are_known(catalogue):
    def library():
        return Library(AnonymousUser(), NOTHING_SAID)

    lacking = {}
    known = {row.slug: row for row in Exercise.objects.public().select_related("pattern")}
    for template in Template.objects.public():
        days = in_week(days_of_template(template), 1)
        for row in [row for day in days for row in day.rows]:
            row.exercise = known[row.exercise.slug]
        lacking[template.slug] = [one.name for one in missing_essentials(days, library)]
    assert {slug: names for slug, names in lacking.items() if names} == {
        "pull-up-builder": ["deadlift"],
        "weighted-pull-up-strength": ["deadlift"],
    }


def test_cost_of_a_change_that_leaves_something_missing(
    plan, alex, as_user, django_assert_max_num_queries
):
    version, browser = plan("pull-up", "barbell-row"), as_user(alex)
    builder(version, browser)
    row = days_of(version)[0][1][0]
    data = {"version": version.pk, "edits": 0, "to": "down"}
    url = reverse("workouts:move-prescription", args=[version.routine_id, row.pk])
    # as of other changes (test_building), and what was said and the catalogue's edition
    with django_assert_max_num_queries(15):
        browser.post(url, data, headers={"HX-Request": "true"})
