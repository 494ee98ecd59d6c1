"""What a member does about a suggestion: keep it, not today, or change its rule."""

import pytest
import uuid6
from django.urls import reverse

from accounts.context import acting_as
from progress.models import Session
from progress.starting import start
from tests.factories import NOW, ExerciseFactory
from tests.progress.journals import did, followed, post, sets_of, trained
from workouts.models import Prescription, Routine


@pytest.fixture
def day(alex):
    (day,) = followed(alex, {"rows": [{"exercise": ExerciseFactory(name="Seal row")}]})
    return day


@pytest.fixture
def session(alex, day):
    with acting_as(alex):
        row = day.prescriptions.select_related("exercise").get()
    did(trained(alex, 4), row.exercise, (50, 12), (50, 12), (50, 12))
    with acting_as(alex):
        return start(alex, uuid6.uuid7(), day, NOW)[0]


def targets(member, session):
    rows = [row for row in sets_of(member) if row.session_id == session.pk]
    return [(row.target_load_kg, row.target_reps) for row in rows]


def test_the_sentence_has_its_numbers_and_three_ways_on(as_user, alex, session):
    page = as_user(alex).get(session.get_absolute_url()).text.replace("\u00a0", " ")
    assert "Every set reached 12 at 50 kg: +2.5 kg." in page
    for words in ("Keep", "As last time, today only", "Change rule"):
        assert words in page


@pytest.mark.parametrize("htmx", [True, False])
def test_not_today_goes_back_to_last_time_for_today_only(as_user, alex, session, htmx):
    client = as_user(alex)
    assert targets(alex, session) == [(52.5, 8)] * 3
    post(client, session, "aim", 1, htmx=htmx, by="before")
    assert targets(alex, session) == [(50, 12)] * 3
    page = client.get(session.get_absolute_url()).text.replace("\u00a0", " ")
    assert "+2.5 kg" in page  # the rule still says so
    post(client, session, "aim", 1, htmx=htmx, by="rule")
    assert targets(alex, session) == [(52.5, 8)] * 3


def test_what_is_done_keeps_its_target(as_user, alex, session):
    client = as_user(alex)
    first = next(row for row in sets_of(alex) if row.session_id == session.pk)
    post(client, session, "log-set", first.pk, load="50", load_unit="kg", reps="8")
    post(client, session, "aim", 1, by="before")
    assert targets(alex, session) == [(52.5, 8), (50, 12), (50, 12)]


@pytest.mark.parametrize("data", [{}, {"by": "magic"}])
def test_what_makes_no_sense_changes_nothing(as_user, alex, session, data):
    post(as_user(alex), session, "aim", 1, **data)
    post(as_user(alex), session, "aim", 7, by="before")
    assert targets(alex, session) == [(52.5, 8)] * 3


def test_a_finished_workout_is_left_alone(as_user, alex, session):
    with acting_as(alex):
        Session.objects.filter(pk=session.pk).update(finished_at=session.started_at)
    assert post(as_user(alex), session, "aim", 1, by="before").status_code == 409


def test_change_rule_opens_the_row_in_the_builder(as_user, alex, day, session):
    client, routine = as_user(alex), day.version.routine
    with acting_as(alex):
        lineage = day.prescriptions.get().lineage
    assert f'value="{lineage}"' in client.get(session.get_absolute_url()).text
    there = client.post(reverse("workouts:draft", args=[routine.pk]), {"lineage": lineage})
    page = client.get(there.url).text
    assert 'id="rule"' in page
    assert "Times at the top" in page


def test_the_trainer_who_set_the_rule_is_named(as_user, alex, tara, day, session):
    with acting_as(alex):
        Routine.objects.filter(pk=day.version.routine_id).update(assigned_by=tara)
    page = as_user(alex).get(session.get_absolute_url()).text
    assert "set by Tara Test." in page


def test_today_says_why(as_user, alex, day):
    with acting_as(alex):
        row = Prescription.objects.of(alex).select_related("exercise").get()
    did(trained(alex, 4), row.exercise, (50, 12), (50, 12), (50, 12))
    page = as_user(alex).get("/today/").text
    assert "Why these targets?" in page
    assert "Change rule" in page
