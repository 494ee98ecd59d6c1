"""A plan as text and back: nothing is lost, whatever is in it."""

import pytest
from hypothesis import given, settings

from catalogue.shelf import shelves_for
from tests.factories import NOW
from tests.workouts.text.plans import NAMES, Shop, plans, rows
from workouts.contents import days_of as contents_of
from workouts.copying import copy_template
from workouts.models import Template
from workouts.shape import plan_of
from workouts.text import Finder, read, read_line, written
from workouts.text.reading import normal
from workouts.text.writing import written_row

TEMPLATES = [
    "return-once-week", "back-foundations-2x", "wide-thick-2x", "pull-up-builder",
    "weighted-pull-up-strength", "deadlift-lower-back", "home-dumbbell-back", "ppl-back-biceps",
]  # fmt: skip


def without_lineages(plan):
    days = [
        day | {"prescriptions": [
            {key: value for key, value in row.items() if key != "lineage"}
            for row in day["prescriptions"]
        ]}
        for day in plan["days"]
    ]  # fmt: skip
    return plan | {"days": days}


@settings(max_examples=150, deadline=None)
@given(plans())
def test_a_plan_that_went_through_text_is_the_same_again(plan):
    plan = normal(plan)
    text = written(plan, NAMES)
    reading = read(text, Shop(), plan)
    assert reading.problems == []
    assert reading.plan == plan
    assert written(reading.plan, NAMES) == text


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_text_says_all_but_lineages_by_itself(plan):
    plan = normal(plan)
    again = read(written(plan, NAMES), Shop())
    assert again.problems == []
    assert without_lineages(again.plan) == without_lineages(plan)


@settings(max_examples=60, deadline=None)
@given(rows())
def test_a_line_says_all_of_a_prescription(row):
    given = normal({"days": [{"name": "", "prescriptions": [row]}]})["days"][0]["prescriptions"][0]
    again, is_typed = read_line(written_row(given, NAMES, given.get("superset", "")), Shop())
    assert is_typed
    assert {k: v for k, v in again.items() if k != "lineage"} == {
        k: v for k, v in given.items() if k != "lineage"
    }


@pytest.mark.parametrize("slug", TEMPLATES)
def test_ready_routines_go_through_text_without_loss(catalogue, alex, acting, slug):
    with acting(alex):
        version = copy_template(Template.objects.get(slug=slug), alex, now=NOW).version
        days = contents_of(version)
        plan = plan_of(version, days)
        finder = Finder(shelves_for(alex, alex), [row for day in days for row in day.rows])
        text = written(plan, finder.names)
        reading = read(text, finder, plan)
        anew = read(text, Finder(shelves_for(alex, alex)))
    assert (reading.problems, anew.problems) == ([], [])
    assert reading.plan == plan
    assert written(anew.plan, finder.names) == text
    assert Template.objects.count() == len(TEMPLATES)
