"""The builder says when a week of a back routine has no deadlift, pull-up or row."""

import pytest
from django.urls import reverse

from accounts.context import acting_as, curating
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
from workouts.checking.report import STANDS_FOR

MOVEMENTS = {"coverage", "essential-trio"}


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
    found = trio_of(builder(version, browser))
    return {name: one.offer[1].slug if one.offer else None for name, one in found.items()}


def trio_of(response):
    """The findings on movements, by the one of the trio that would mend them."""
    found = [f for f in response.context["check"].findings if f.rule in MOVEMENTS]
    return {STANDS_FOR.get(finding.about, finding.about): finding for finding in found}


def test_all_three_are_no_finding(plan, alex, as_user):
    version = plan("deadlift", "pull-up", "barbell-row")
    response = builder(version, as_user(alex))
    assert trio_of(response) == {}


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
        (["back-squat", "barbell-bench-press", "leg-curl", "barbell-curl"], {}),
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
    assert "No hinge or spinal extension." in response.text
    (one,) = trio_of(response).values()
    address = response.context["leads"][one.key]
    assert address.replace("&", "&amp;") in response.text
    assert address.endswith("#find")
    found, (_, remedy) = browser.get(address), one.offer
    assert found.context["found"][0].entry.slug == remedy.slug
    assert f'name="exercise" value="{remedy.pk}"' in found.text


def test_the_remedy_honours_limits_equipment_and_level(plan, alex, as_user):
    version, browser = plan("pull-up", "barbell-row"), as_user(alex)
    TrainingProfileFactory(member=alex, level="beginner")
    assert missing(version, browser) == {"deadlift": "kettlebell-deadlift"}
    acute = Limitation.objects.get(slug="lbp-acute")
    said = MemberLimitationFactory(member=alex, limitation=acute)
    response = builder(version, browser)
    (one,) = trio_of(response).values()
    assert one.offer[1].verdicts.get(acute.pk) != "avoid"
    assert one.sentence.endswith("An easier version.")
    assert f"Find {one.offer[1].name}" in response.text
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
    assert {one.remedy for one in trio_of(response).values()} == {None}
    assert "ask a trainer what to do for it" in response.text


def test_a_trainer_sees_it_by_the_clients_limits(plan, alex, tara, as_user):
    acute = Limitation.objects.get(slug="lbp-acute")
    MemberLimitationFactory(member=alex, limitation=acute, severity="strong")
    response = builder(plan("pull-up", "barbell-row"), as_user(tara))
    assert [one.offer[1].slug for one in trio_of(response).values()] == ["glute-bridge"]
    assert "your limits" not in response.text.partition('id="balance"')[2].partition("</aside>")[0]


def test_the_finding_goes_when_the_exercise_is_added(plan, alex, as_user):
    version, browser = plan("pull-up", "barbell-row"), as_user(alex)
    day, deadlift = days_of(version)[0][0], Exercise.objects.get(slug="deadlift")
    row = days_of(version)[0][1][0]
    before = post(browser, version, "move-prescription", row.pk, htmx=True, to="down")
    assert "No hinge" in before.text
    after = post(browser, version, "add-prescription", htmx=True, day=day.pk, exercise=deadlift.pk)
    assert "No hinge" not in after.text


def test_no_deadlift_in_the_catalogue_is_no_error(plan, alex, as_user):
    version = plan("pull-up", "barbell-row")
    with curating():
        Exercise.objects.filter(slug="deadlift").update(retired_at=NOW)
    assert missing(version, as_user(alex)) == {"deadlift": None}


def test_an_extension_is_enough_for_coverage_and_not_for_the_trio(plan, alex, as_user):
    response = builder(plan("pull-up", "barbell-row", "back-extension-45"), as_user(alex))
    assert [one.rule for one in trio_of(response).values()] == ["essential-trio"]
    assert "No deadlift, nor another hip hinge." in response.text


def test_cost_of_a_change_that_leaves_something_missing(
    plan, alex, as_user, django_assert_max_num_queries
):
    version, browser = plan("pull-up", "barbell-row"), as_user(alex)
    builder(version, browser)
    row = days_of(version)[0][1][0]
    data = {"version": version.pk, "edits": 0, "to": "down"}
    url = reverse("workouts:move-prescription", args=[version.routine_id, row.pk])
    # as of other changes (test_building), and what was said and the catalogue's edition
    with django_assert_max_num_queries(16):
        browser.post(url, data, headers={"HX-Request": "true"})
