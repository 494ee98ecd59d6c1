"""The rule of a prescription in the builder: its settings, who sets them, what is recommended."""

import pytest
from django.urls import reverse

from accounts.context import acting_as
from tests.factories import TrainingProfileFactory
from tests.workouts.plans import SCHEME, days_of, draft_for, post
from training.choosing_rules import recommended_rule
from training.rule_settings import SETTINGS
from workouts.models import Prescription, Routine


@pytest.fixture
def draft(alex):
    return draft_for(alex)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def row_of(draft):
    return days_of(draft)[0][1][0]


def page_of(draft, client):
    url = reverse("workouts:edit", args=[draft.routine_id])
    return client.get(url, {"open": row_of(draft).pk}).text


def give(draft, trainer):
    with acting_as(draft.member):
        Routine.objects.filter(pk=draft.routine_id).update(assigned_by=trainer)


def ruled(draft, rule, **settings):
    with acting_as(draft.member):
        rows = Prescription.objects.filter(pk=row_of(draft).pk)
        rows.update(progression=rule, rule_settings=settings)


def test_every_rule_has_settings_and_words():
    assert set(SETTINGS) == set(Prescription.Progression.values)


@pytest.mark.parametrize(
    ("rule", "there", "not_there"),
    [
        ("double", "Times at the top", "Misses to a reset"),
        ("linear", "Misses to a reset", "Times at the top"),
        ("rest_shorten", "Shortest rest, seconds", "Training max"),
        ("wave", "Training max, kg", "Shortest rest"),
    ],
)
def test_only_the_settings_of_the_chosen_rule_are_shown(draft, client, rule, there, not_there):
    ruled(draft, rule)
    page = page_of(draft, client)
    assert there in page
    assert not_there not in page


def test_settings_are_kept_as_numbers(draft, client):
    ruled(draft, "linear")
    data = {"misses_to_reset": "2", "reset_percent": "10", "increment_kg": "1,25"}
    assert post(client, draft, "change-rule", row_of(draft).pk, **data).status_code == 302
    assert row_of(draft).rule_settings == {"misses_to_reset": 2, "increment_kg": 1.25}
    assert 'value="1.25"' in page_of(draft, client)


def test_pounds_are_kept_in_kilograms(draft, client, alex):
    alex.unit = "lb"
    alex.save()
    ruled(draft, "wave")
    post(client, draft, "change-rule", row_of(draft).pk, training_max_kg="225")
    assert row_of(draft).rule_settings == {"training_max_kg": 102.06}
    assert 'value="225"' in page_of(draft, client)


@pytest.mark.parametrize("htmx", [True, False])
def test_what_makes_no_sense_is_refused_beside_its_field(draft, client, htmx):
    ruled(draft, "linear")
    response = post(
        client, draft, "change-rule", row_of(draft).pk, htmx=htmx,
        misses_to_reset="9", reset_percent="lots",
    )  # fmt: skip
    assert response.status_code == 422
    assert "Misses to a reset: from 1 to 5." in response.text
    assert "Use digits, such as 12.5." in response.text
    assert 'value="lots"' in response.text
    assert row_of(draft).rule_settings == {}


def test_another_rule_has_settings_of_its_own(draft, client):
    ruled(draft, "double", tops=2)
    data = SCHEME | {"progression": "linear"}
    response = post(client, draft, "change-prescription", row_of(draft).pk, htmx=True, **data)
    assert "Misses to a reset" in response.text
    assert row_of(draft).rule_settings == {}


def test_a_rule_is_recommended_for_goal_and_level(draft, client, alex):
    TrainingProfileFactory(member=alex, goals=["strength"], level="advanced")
    page = page_of(draft, client)
    assert "Recommended for strength, advanced." in page


@pytest.mark.parametrize(
    ("goals", "level", "more", "rule"),
    [
        (["strength"], "beginner", {"reps_high": 5}, "linear"),
        (["strength"], "intermediate", {"reps_high": 5}, "wave"),
        (["strength"], "advanced", {"reps_high": 5}, "rpe_top_set"),
        (["strength"], "advanced", {}, "double"),
        (["width"], "intermediate", {}, "double"),
        ([], "", {}, "double"),
        ([], "", {"unit": "seconds"}, "time"),
        ([], "", {"unit": "minutes"}, "duration_cardio"),
        (["strength"], "advanced", {"load_type": "assisted"}, "assist_down"),
        (["pull_up"], "beginner", {"load_type": "bodyweight"}, "reps_total"),
    ],
)
def test_recommendations(goals, level, more, rule):
    assert recommended_rule(goals, level, **more).rule == rule


def test_the_trainers_rule_wins_and_both_see_it(draft, client, as_user, tara):
    give(draft, tara)
    assert "Set by Tara Test." in page_of(draft, client)
    assert "Set by Tara Test." in page_of(draft, as_user(tara))
    post(client, draft, "change-rule", row_of(draft).pk, tops="2")
    assert row_of(draft).rule_settings == {}
    post(
        client, draft, "change-prescription", row_of(draft).pk,
        **SCHEME | {"progression": "linear", "sets": "5"},
    )  # fmt: skip
    assert (row_of(draft).progression, row_of(draft).sets) == ("double", 5)
    post(as_user(tara), draft, "change-rule", row_of(draft).pk, tops="2")
    assert row_of(draft).rule_settings == {"tops": 2}


def test_a_trainer_who_left_decides_no_more(draft, client, sam):
    give(draft, sam)
    post(client, draft, "change-rule", row_of(draft).pk, tops="2")
    assert row_of(draft).rule_settings == {"tops": 2}


def test_somebody_elses_rule_is_not_there(draft, as_user, sam):
    response = post(as_user(sam), draft, "change-rule", row_of(draft).pk, tops="2")
    assert response.status_code == 404


def test_change_rule_leads_to_the_row_of_the_draft(draft, client, alex):
    url = reverse("workouts:draft", args=[draft.routine_id])
    row = row_of(draft)
    response = client.post(url, {"lineage": row.lineage})
    assert response.url.endswith(f"/edit/?open={row.pk}#rule")
    assert client.post(url, {"lineage": "x"}).url.endswith("/edit/")
