"""Ten years cost the usual pages no more than ten weeks: what PostgreSQL reads is counted."""

import json
import re
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.context import acting_as
from progress.models import LoggedSet, Measurement, Session
from tests.factories import NOW, ExerciseFactory
from tests.progress.past import TODAY

OLD, LATELY = 1500, 20  # workouts of one set
WEEK = timedelta(weeks=1)
OURS = re.compile(r'FROM "?progress_')  # also where we write the query out


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def lifts(alex, acting):
    """Two lifts of Alex's in turn, every day for years, the latest 20 days in the last 12 weeks."""
    lifts = [
        ExerciseFactory(name="Row", slug="row", one_rep_max_allowed=True),
        ExerciseFactory(name="Curl", slug="curl"),
    ]
    days = [TODAY - timedelta(days=n) for n in range(LATELY)]
    days += [TODAY - 13 * WEEK - timedelta(days=n) for n in range(OLD)]
    moments = [datetime.combine(day, time(12), UTC) for day in days]
    with acting(alex):
        sessions = Session.objects.bulk_create(
            Session(member=alex, name="Gym", trained_on=at.date(), started_at=at, finished_at=at)
            for at in moments
        )
        LoggedSet.objects.bulk_create(
            LoggedSet(
                member=alex, session=session, trained_on=session.trained_on, exercise=lifts[n % 2],
                slot=1, number=1, reps=5, load=100, load_kg=100, done_at=session.started_at,
            )
            for n, session in enumerate(sessions)
        )  # fmt: skip
        Measurement.objects.bulk_create(
            Measurement(member=alex, measured_on=at.date(), measured_at=at, value=80, typed=80)
            for at in moments
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE progress_session, progress_loggedset, progress_measurement")


def rows_read(query, member):
    """How many rows PostgreSQL looks at in the journal's tables to answer `query`."""
    with acting_as(member), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {query}")
        [[plan]] = cursor.fetchone()
    return sum(
        (node["Actual Rows"] + node.get("Rows Removed by Filter", 0)) * node["Actual Loops"]
        for node in nodes(plan["Plan"])
        if node.get("Relation Name", "").startswith("progress_")
    )


def nodes(plan):
    yield plan
    for below in plan.get("Plans", []):
        yield from nodes(below)


@pytest.mark.parametrize(
    "address",
    [
        "/today/",
        "/progress/",
        "/progress/lifts/",
        "/progress/lifts/row/",
        "/progress/lifts/curl/",
        "/progress/volume/",
        "/body/",
    ],
)
def test_the_years_before_are_not_read(alex, as_user, lifts, address):
    client = as_user(alex)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    queries = [q["sql"] for q in captured if OURS.search(q["sql"])]
    assert queries
    read = {query: rows_read(query, alex) for query in queries}
    assert sum(read.values()) < 10 * LATELY, json.dumps(read, indent=1)
