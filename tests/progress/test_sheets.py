"""A week of a routine on paper."""

import re
from datetime import timedelta

import pytest
import time_machine

from accounts.context import acting_as
from tests.factories import (
    NOW,
    ExerciseFactory,
    LoggedSetFactory,
    PrescriptionFactory,
    SessionFactory,
)
from tests.progress.journals import MONDAY, did, followed, trained
from tests.workouts.plans import draft_for, lift
from workouts.models import RoutineVersion


@pytest.fixture
def routine(alex, acting):
    draft = draft_for(alex, days=2, rows=2)
    with acting(alex):
        day = draft.days.first()
    many = {"sets": 8, "rir": 2, "note": "Slowly", "rest_seconds": 120}
    PrescriptionFactory(day=day, position=3, exercise=lift("Long row"), **many)
    return released_as(draft)


def released_as(draft):
    with acting_as(draft.member):
        RoutineVersion.objects.filter(pk=draft.pk).update(released_at=NOW)
    return draft.routine


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def test_each_day_has_a_sheet_with_a_box_for_each_set(routine, client):
    page = client.get(f"/plan/{routine.pk}/print/").text
    assert page.count('class="paper"') == 2
    long = page.split("Long row")[1].split("</li>")[0]
    assert long.count('class="box"') == 6
    assert "and 2 more" in long
    assert "RIR 2" in long.replace("\xa0", " ")
    assert "rest 2:00" in long
    assert "Slowly" in long


def test_what_was_done_last_time_stands_beside_it(routine, client, alex):
    session = SessionFactory(member=alex, finished_at=NOW)
    LoggedSetFactory(session=session, exercise=lift("Lift 11"), done_at=NOW)
    page = client.get(f"/plan/{routine.pk}/print/").text
    assert "Last time" in page.split("Lift 11")[1].split("</li>")[0]


def test_the_pdf_has_a_page_for_each_day(routine, client):
    answer = client.get(f"/plan/{routine.pk}/print.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", answer.content)) == 2


@pytest.mark.parametrize("name", ["Rudern für Łukasz", "Έλξεις <b>&", "صفّ الظهر", "x" * 120])
def test_the_pdf_takes_any_name(client, alex, acting, name):
    draft = draft_for(alex, rows=1)
    with acting(alex):
        day = draft.days.first()
    PrescriptionFactory(day=day, position=2, exercise=ExerciseFactory(member=alex, name=name))
    answer = client.get(f"/plan/{released_as(draft).pk}/print.pdf")
    assert answer.content.startswith(b"%PDF-")


def test_a_draft_has_nothing_to_print(client, alex):
    draft = draft_for(alex)
    page = client.get(f"/plan/{draft.routine_id}/print/")
    assert "not in use yet" in page.text
    assert client.get(f"/plan/{draft.routine_id}/print.pdf").status_code == 200


@pytest.mark.parametrize("week", ["0", "99", "x", "-3", "9" * 40])
def test_a_week_that_is_none_is_the_one_it_is(routine, client, week):
    assert client.get(f"/plan/{routine.pk}/print/?week={week}").status_code == 200


def test_cost_of_sheets(routine, client, django_assert_max_num_queries):
    url = f"/plan/{routine.pk}/print/"
    client.get(url)
    # session, user, who acts, open workout; routine, version, days, rows; muscles, the newest
    # lighter week, rows again, last visits; and the test's savepoint, twice
    with django_assert_max_num_queries(14):
        client.get(url)


WEEKS = [{"weeks": [5], "deload": True}, {"weeks": [2], "sets_factor": 1.5}]


@pytest.fixture
def programme(alex):
    """In its first week; a row was done at 60 kg, and its third week asks for 5 kg more."""
    row = {"exercise": lift("Seal row"), "sets": 4, "rir": 2, "by_week": {"3": {"load_add_kg": 5}}}
    (day,) = followed(alex, {"rows": [row]}, since=MONDAY, week_plan=WEEKS)
    with acting_as(alex):
        done = day.prescriptions.get()
    did(trained(alex, 2, day), lift("Seal row"), *[(60, 9)] * 4, prescription=done)
    return day.version.routine


@pytest.mark.parametrize(
    ("week", "sets", "words"),
    [
        (1, 4, "8–12 reps, 60 kg, RIR 2"),
        (2, 6, "8–12 reps, 60 kg, RIR 2"),
        (3, 4, "8–12 reps, 65 kg, RIR 2"),
        (5, 2, "8–12 reps, 52.5 kg, RIR 4"),
    ],
)
def test_a_sheet_asks_for_what_its_week_asks_for(programme, client, week, sets, words):
    with time_machine.travel(NOW, tick=False):
        page = client.get(f"/plan/{programme.pk}/print/?week={week}").text
    assert page.count('class="box"') == sets
    assert words in page.replace("\xa0", " ")


def test_the_sheet_of_a_lighter_week_is_what_today_asks_for(programme, client):
    with time_machine.travel(NOW + timedelta(weeks=4), tick=False):
        page = client.get(f"/plan/{programme.pk}/print/").text
        today = client.get("/today/").text
    load = re.search(r"reps, ([\d.]+)\s+kg", page.replace("\xa0", " "))[1]
    assert f"{load} kg" in today.replace("\xa0", " ")
    assert page.count('class="box"') == 2
