"""What ready routines swap for limitations, and that a swap never doubles an exercise in a day."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest

from catalogue.fitting import Circumstances
from catalogue.models import Exercise, Limitation
from tests.factories import MemberLimitationFactory
from tests.workouts.plans import names
from workouts.contents import days_of_templates
from workouts.models import RoutineVersion, Template
from workouts.swapping import limits_of, put_in, swaps_for

pytestmark = pytest.mark.usefixtures("catalogue")


def made_for(*limitations):
    """{template's slug: (its days as they are, with the swaps made, what is swapped)}."""
    said = Circumstances(mild=frozenset(limitation.pk for limitation in limitations))
    templates = list(Template.objects.public())
    plain, days = days_of_templates(templates), days_of_templates(templates)
    swaps = swaps_for(templates, limits_of(said))
    for slug, made in swaps.items():
        put_in(days[slug], made)
    return {slug: (plain[slug], days[slug], swaps[slug]) for slug in swaps}


def slugs(day):
    return Counter(row.exercise.slug for row in day.rows)


def test_no_swap_makes_two_exercises_of_a_day_one():
    """An exercise that is there twice by intent, as a top set and back-off sets, stays so."""
    named = list(Limitation.objects.all())
    checked = 0
    for limitations in [*((one,) for one in named), *combinations(named, 2), named]:
        for before, after, swaps in made_for(*limitations).values():
            for plain, day, made in zip(before, after, swaps, strict=True):
                left_out = sum(change.is_left_out for change in made.values())
                assert len(slugs(day)) == len(slugs(plain)) - left_out
                assert [row.position for row in day.rows] == list(range(1, len(day.rows) + 1))
                assert day.rows
                checked += bool(made)
    assert checked > 100


def test_what_would_be_there_twice_is_left_out():
    width = Limitation.objects.get(slug="shoulder-impingement")
    before, after, _ = made_for(width)["wide-thick-2x"]
    assert slugs(after[0])["close-grip-lat-pulldown"] == 1
    assert "wide-grip-lat-pulldown" in slugs(before[0])
    assert "wide-grip-lat-pulldown" not in slugs(after[0])


def test_of_two_proposals_the_one_that_is_not_there_yet_is_taken():
    template = Template.objects.get(slug="wide-thick-2x")
    first, second = Limitation.objects.order_by("pk")[:2]
    day = [row["exercise"] for row in template.plan["days"][0]["prescriptions"]]
    template.plan["swaps"] = {first.slug: {day[0]: day[1]}, second.slug: {day[0]: "seal-row"}}
    said = Circumstances(mild=frozenset([first.pk, second.pk]))
    [made, _] = swaps_for([template], limits_of(said))[template.slug]
    assert made[day[0]].new.slug == "seal-row"
    assert not made[day[0]].is_left_out


def test_what_is_never_to_be_suggested_is_not_put_in():
    template = Template.objects.get(slug="wide-thick-2x")
    limitation = Limitation.objects.get(slug="lbp-acute")
    usual = template.plan["swaps"]["lbp-acute"]["barbell-row"]
    said = Circumstances(mild=frozenset([limitation.pk]))
    assert usual in _put_in(template, said)
    never = frozenset([Exercise.objects.public().get(slug=usual).pk])
    assert usual not in _put_in(template, replace(said, never=never))


def _put_in(template, said):
    swaps = swaps_for([template], limits_of(said))[template.slug]
    return {change.new.slug for day in swaps for change in day.values()}


def test_a_partner_left_alone_is_no_superset():
    template = Template.objects.get(slug="wide-thick-2x")
    limitation = Limitation.objects.first()
    rows = template.plan["days"][0]["prescriptions"]
    pair = [row["exercise"] for row in rows if row["superset"]]
    template.plan["swaps"] = {limitation.slug: {pair[0]: rows[0]["exercise"]}}
    days = days_of_templates([template])[template.slug]
    said = Circumstances(mild=frozenset([limitation.pk]))
    put_in(days, swaps_for([template], limits_of(said))[template.slug])
    assert len(days[0].rows) == len(rows) - 1
    assert not any(row.superset for row in days[0].rows)


def test_what_is_left_out_is_said(as_user, alex, acting):
    limitation = Limitation.objects.get(slug="shoulder-impingement")
    MemberLimitationFactory(member=alex, limitation=limitation)
    page = as_user(alex).post("/routines/wide-thick-2x/copies/", follow=True)
    assert "Left out: Wide-grip lat pulldown, where " in page.text
    with acting(alex):
        version = RoutineVersion.objects.released().get()
    assert [len(rows) for rows in names(version)] == [6, 7]


def test_what_would_be_left_out_is_said_with_the_offer(as_user, alex):
    limitation = Limitation.objects.get(slug="shoulder-impingement")
    MemberLimitationFactory(member=alex, limitation=limitation)
    as_user(alex).post(
        "/start/goals/",
        {"goals": ["width", "thickness"], "level": "intermediate", "days_per_week": "2",
         "session_minutes": "60", "unit": "kg"},
    )  # fmt: skip
    page = as_user(alex).get("/start/routine/").text
    assert "Wide-grip lat pulldown is left out, where <b>" in page
