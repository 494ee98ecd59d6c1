"""Routines for these tests: a draft with days and rows, and the posts of the builder."""

import re

from django.urls import reverse

from accounts.context import acting_as
from catalogue.models import Exercise
from tests.factories import (
    NOW,
    DayFactory,
    ExerciseFactory,
    PrescriptionFactory,
    RoutineFactory,
    VersionFactory,
)
from workouts.models import RoutineVersion


def draft_for(member, days=1, rows=2, **fields):
    """A draft of a routine of `member`'s; its days are Day 1, Day 2, …"""
    routine = RoutineFactory(member=member, name="Back twice")
    version = VersionFactory(routine=routine, **fields)
    for number in range(1, days + 1):
        day = DayFactory(version=version, position=number, name=f"Day {number}")
        for position in range(1, rows + 1):
            PrescriptionFactory(
                day=day,
                position=position,
                exercise=lift(f"Lift {number}{position}"),
            )
    return version


def lift(name):
    return Exercise.objects.filter(name=name).first() or ExerciseFactory(name=name)


def released_for(member, **shape):
    version = draft_for(member, **shape)
    with acting_as(member):
        RoutineVersion.objects.filter(pk=version.pk).update(released_at=NOW)
        version.released_at = NOW
    return version


def now_of(version):
    """The version as it is now."""
    with acting_as(version.member):
        return RoutineVersion.objects.get(pk=version.pk)


def days_of(version):
    """[(day, [rows])] as they are now."""
    with acting_as(version.member):
        days = version.days.prefetch_related("prescriptions__exercise").all()
        return [(day, list(day.prescriptions.all())) for day in days]


def names(version):
    """The names of the exercises, day by day."""
    return [[row.exercise.name for row in rows] for _, rows in days_of(version)]


def post(client, version, name, /, *args, htmx=False, edits=None, **data):
    """Send a change as the page of this version would."""
    with acting_as(version.member):
        current = (
            RoutineVersion.objects.filter(pk=version.pk).values_list("edits", flat=True).first()
        )
    data = {"version": version.pk, "edits": current if edits is None else edits} | data
    url = reverse(f"workouts:{name}", args=[version.routine_id, *args])
    return client.post(url, data, headers={"HX-Request": "true"} if htmx else {})


SCHEME = {
    "sets": "3",
    "reps_low": "8",
    "reps_high": "12",
    "unit": "reps",
    "rir": "",
    "rest_seconds": "90",
    "technique": "straight",
    "progression": "double",
    "note": "",
}


def id_in(page):
    """The id that a page chose for what its form will make."""
    return re.search('name="id" value="([^"]+)"', page)[1]
