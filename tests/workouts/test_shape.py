"""A plan as one dict."""

import json
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from tests.factories import NOW, PrescriptionFactory
from tests.workouts.plans import draft_for, lift, now_of
from workouts.contents import days_of, version_fields, write_days
from workouts.copying import copy_routine, copy_template
from workouts.models import Day, Prescription, RoutineVersion, Template
from workouts.shape import days_from, plan_of, version_from

RICH = {
    "rir": Decimal("1.5"), "load_by": "one_rm", "load_percent": Decimal(80), "tempo": "31X0",
    "rest_between_seconds": 15, "warm_up_ramp": True, "sides": "each", "note": "Slowly",
    "set_targets": [{"reps": [3, 3], "rir": 1}], "by_week": {"2": {"sets": 4}},
    "rule_settings": {"increment_kg": 1.25}, "superset": "A", "technique": "superset",
}  # fmt: skip


@pytest.fixture
def rich(alex, acting):
    plan = [{"weeks": [4], "deload": True}]
    draft = draft_for(
        alex, days=2, weeks=12, week_plan=plan, rolling=True, exit_criteria="Ten reps"
    )
    with acting(alex):
        day = draft.days.first()
    PrescriptionFactory(day=day, position=3, exercise=lift("Third"), **RICH)
    return draft


def test_a_plan_that_went_through_json_is_the_same_again(alex, acting, rich):
    with acting(alex):
        plan = plan_of(rich, days_of(rich))
        again = json.loads(json.dumps(plan))
        Day.objects.filter(version=rich).delete()
        RoutineVersion.objects.filter(pk=rich.pk).update(**version_fields(version_from(again)))
        write_days(rich, days_from(again))
        made = now_of(rich)
        assert plan_of(made, days_of(made)) == plan
    row = plan["days"][0]["prescriptions"][2]
    assert (row["rir"], row["load_percent"], row["set_targets"]) == (
        "1.5",
        "80",
        RICH["set_targets"],
    )


def test_what_is_as_usual_is_left_out(alex, acting):
    draft = draft_for(alex, rows=1)
    with acting(alex):
        row = plan_of(draft, days_of(draft))["days"][0]["prescriptions"][0]
    assert not {"tempo", "by_week", "load_by", "note"} & set(row)
    assert {"exercise", "lineage"} <= set(row)


def test_a_copy_has_all_that_the_source_has(alex, acting, rich):
    with acting(alex):
        RoutineVersion.objects.filter(pk=rich.pk).update(released_at=NOW)
        made = copy_routine(now_of(rich), alex, by=alex, now=NOW).version
        assert plan_of(made, days_of(made)) == plan_of(rich, days_of(rich))


def test_the_weeks_of_a_ready_routine_come_along(catalogue, alex, acting):
    template = Template.objects.get(slug="wide-thick-2x")
    with acting(alex):
        made = copy_template(template, alex, now=NOW).version
        days = days_of(made)
    assert {"weeks": [5, 10], "deload": True} in made.week_plan
    shrug = next(row for row in days[1].rows if row.exercise.slug == "barbell-shrug")
    assert shrug.by_week["3"] == {"sets": 4}
    assert made.exit_criteria


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"load_by": "weight"}, "how heavy"),
        ({"load_by": "one_rm"}, "how heavy"),
        ({"load_by": "one_rm", "load_percent": 151}, "150 per cent"),
        ({"load_by": "weight", "load_kg": 1001}, "1,000 kg"),
        ({"tempo": "3-1"}, "four signs"),
        ({"rest_between_seconds": 1801}, "half an hour"),
    ],
)
def test_what_cannot_be_is_refused_in_words(alex, acting, fields, words):
    draft = draft_for(alex)
    with acting(alex), pytest.raises(ValidationError, match=words):
        Prescription(member=alex, day=draft.days.first(), **fields).validate_constraints()
