"""Routines to follow and workouts to log, for these tests. NOW is a Friday."""

from datetime import timedelta

from django.urls import reverse

from accounts.context import acting_as
from progress.models import LoggedSet, Session
from tests.factories import (
    NOW,
    DayFactory,
    ExerciseFactory,
    LoggedSetFactory,
    PrescriptionFactory,
    RoutineFactory,
    SessionFactory,
    VersionFactory,
)
from workouts.models import RoutineVersion

TODAY = NOW.date()
MONDAY = TODAY - timedelta(days=4)
BY_HTMX = {"HX-Request": "true"}
NO_ROW = "01890000-0000-7000-8000-000000000000"


def followed(
    member, *days, since=MONDAY - timedelta(weeks=2), weeks=8, routine=None, number=1, **version
):
    """A routine in use with these days; each is the fields of a day, `rows` those of its rows."""
    routine = routine or RoutineFactory(member=member, name="Back twice", followed_since=since)
    version = VersionFactory(routine=routine, number=number, weeks=weeks, **version)
    made = []
    for position, fields in enumerate(days, 1):
        rows = fields.pop("rows", [{}])
        day = DayFactory(
            version=version, **{"position": position, "name": f"Day {position}"} | fields
        )
        made.append(day)
        for place, row in enumerate(rows, 1):
            PrescriptionFactory(day=day, **{"position": place} | row)
    with acting_as(member):
        RoutineVersion.objects.filter(pk=version.pk).update(released_at=NOW)
    return made


def trained(member, days_ago, day=None, **fields):
    """A finished workout so many days before NOW, an hour long."""
    start = NOW - timedelta(days=days_ago)
    fields = {"started_at": start, "trained_on": start.date()} | fields
    return SessionFactory(
        member=member, day=day, finished_at=fields["started_at"] + timedelta(hours=1), **fields
    )


def did(session, exercise, *sets, slot=1, **fields):
    """Log (load, reps) pairs of an exercise in a session; a load of None is none."""
    return [
        LoggedSetFactory(
            session=session,
            exercise=exercise,
            slot=slot,
            number=number,
            load=load,
            load_kg=load,
            reps=reps,
            done_at=session.started_at + timedelta(minutes=number),
            **fields,
        )
        for number, (load, reps) in enumerate(sets, 1)
    ]


def planned(session, exercise=None, *targets, slot=1, **fields):
    """Sets of a session that are not done yet, with (load, reps) to aim at."""
    exercise = exercise or ExerciseFactory()
    return [
        LoggedSetFactory(
            session=session,
            exercise=exercise,
            slot=slot,
            number=number,
            target_load_kg=load,
            target_reps=reps,
            load=None,
            load_kg=None,
            reps=None,
            done_at=None,
            **fields,
        )
        for number, (load, reps) in enumerate(targets or [(50, 8), (50, 8)], 1)
    ]


def post(client, session, name, *args, htmx=True, **data):
    """Send a change as the page of this session would."""
    url = reverse(f"progress:{name}", args=[session.pk, *args])
    return client.post(url, data, headers=BY_HTMX if htmx else {})


def log(client, row, htmx=True, **data):
    data = {"load": "50", "load_unit": "kg", "reps": "8"} | data
    return post(client, row.session, "log-set", row.pk, htmx=htmx, **data)


def now_of(row):
    """The row as it is stored now."""
    with acting_as(row.member):
        return type(row).objects.get(pk=row.pk)


def sets_of(member):
    with acting_as(member):
        return list(LoggedSet.objects.of(member).in_order().select_related("exercise"))


def sessions_of(member):
    with acting_as(member):
        return list(Session.objects.of(member))
