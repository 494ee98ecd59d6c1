"""Plans that name an exercise that was merged since: ready routines, drafts, what was removed."""

import pytest

from catalogue.models import Exercise
from tests.factories import NOW, ExerciseFactory, MergeFactory, TemplateFactory
from tests.workouts.plans import days_of, draft_for, lift, names, post, released_for
from tests.workouts.test_removing import undo_in
from workouts.copying import copy_template
from workouts.models import Template
from workouts.swapping import Limits, swaps_for


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


@pytest.fixture
def survivor(db):
    return ExerciseFactory(name="Survivor", slug="survivor")


def test_an_exercise_chosen_on_an_old_page_is_planned_as_the_survivor(alex, client, survivor):
    draft = draft_for(alex, rows=1)
    day, old = days_of(draft)[0][0], ExerciseFactory(name="Old")
    MergeFactory(old, survivor)
    post(client, draft, "add-prescription", day=day.pk, exercise=old.pk)
    assert names(draft)[0][-1] == "Survivor"


@pytest.mark.parametrize("what", ["remove-prescription", "remove-day"])
def test_what_was_removed_comes_back_as_the_survivor(what, alex, client, survivor):
    draft = draft_for(alex, rows=3)
    day, rows = days_of(draft)[0]
    pk = rows[1].pk if what == "remove-prescription" else day.pk
    url = undo_in(post(client, draft, what, pk, htmx=True).text)
    MergeFactory(lift("Lift 12"), survivor)
    client.post(url)
    assert names(draft)[0] == ["Lift 11", "Survivor", "Lift 13"]


def test_an_exchange_is_undone_after_a_merge_of_either(alex, client, survivor):
    draft, new = draft_for(alex, rows=2), ExerciseFactory(name="New")
    row = days_of(draft)[0][1][0]
    sent = post(client, draft, "exchange-prescription", row.pk, exercise=new.pk, htmx=True)
    MergeFactory(new, ExerciseFactory(name="Newer"))
    MergeFactory(lift("Lift 11"), survivor)
    assert names(draft)[0] == ["Newer", "Lift 12"]
    client.post(undo_in(sent.text))
    assert names(draft)[0] == ["Survivor", "Lift 12"]


def test_a_plan_in_use_shows_the_survivor_and_can_be_edited(alex, client, survivor):
    version = released_for(alex, rows=2)
    MergeFactory(lift("Lift 11"), survivor)
    page = client.get(f"/plan/{version.routine_id}/").text
    assert "Survivor" in page
    assert "Lift 11" not in page
    assert client.post(f"/plan/{version.routine_id}/drafts/").status_code == 302
    assert "Survivor" in client.get(f"/plan/{version.routine_id}/edit/").text


@pytest.fixture
def template(db):
    row = {
        "exercise": "old", "sets": 3, "reps": [8, 12], "unit": "reps", "rir": 2,
        "rest_seconds": 90, "superset": "", "technique": "straight", "technique_details": {},
        "progression": "double",
    }  # fmt: skip
    day = {"name": "A", "weekday": None, "first_week": 1, "last_week": None}
    swaps = {"sore": {"old": "survivor", "other": "old"}}
    days = [day | {"prescriptions": [row, row | {"exercise": "other"}]}]
    return TemplateFactory(slug="ready", plan={"days": days, "swaps": swaps})


def test_a_ready_routine_names_and_copies_the_survivor(template, alex, acting, client, survivor):
    ExerciseFactory(slug="other", name="Other")
    made = MergeFactory(ExerciseFactory(slug="old", name="Old one"), survivor)
    page = client.get("/routines/ready/").text
    assert "Survivor" in page
    assert "Old one" not in page
    (template,) = Template.objects.public()
    with acting(alex):
        version = copy_template(template, alex, now=NOW).version
    assert names(version) == [["Survivor", "Other"]]
    assert made.loser.merged_into_id == survivor.pk


def test_swaps_name_the_survivor_and_never_itself(template, survivor):
    ExerciseFactory(slug="other", name="Other")
    MergeFactory(ExerciseFactory(slug="old", name="Old one"), survivor)
    (template,) = Template.objects.public()
    assert template.swaps == {"sore": {"survivor": "survivor", "other": "survivor"}}
    (day,) = swaps_for([template], Limits({"sore": "Sore"}))["ready"]
    assert {slug: change.is_left_out for slug, change in day.items()} == {"other": True}
    assert Exercise.objects.public().filter(slug="old").exists()
