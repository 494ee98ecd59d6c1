"""The builder with a long programme: its page, an edit, and the routine check by itself."""

import gc
import time
from datetime import UTC, datetime

from django.urls import reverse

from accounts.context import acting_as
from backgym.measuring import Operation
from catalogue.library import library_of
from catalogue.models import Exercise
from workouts.building import start_routine
from workouts.checking.report import check_of
from workouts.contents import days_of
from workouts.models import Day, Prescription, Routine
from workouts.showing import dressed

NAME = "Twelve weeks"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # so that it is no page's first routine
WEEKS, DAYS, ROWS = 12, 4, 8
MOST_CHECK_MS = 30
BUILDER = {"most_times": 8.0, "most_queries": 15}
EDIT = {"most_times": 3.0, "most_queries": 15}
ROUNDS = 20


def builder_operations(browser, member):
    """The page of a programme that asks for something else every week, and a changed row."""
    version = long_programme(member)
    with acting_as(member):
        row = days_of(version)[0].rows[0]
    page = reverse("workouts:edit", args=[version.routine_id])
    change = reverse("workouts:change-prescription", args=[version.routine_id, row.pk])

    def edit():
        version.edits += 1
        values = {
            "version": version.pk, "edits": version.edits - 1, "open": row.pk,
            "sets": 3 + version.edits % 2, "reps_low": 8, "reps_high": 12, "unit": "reps",
            "rest_seconds": 90, "rir": 2, "technique": "straight", "progression": "double",
        }  # fmt: skip
        return browser.post(change, values, headers={"HX-Request": "true"})

    yield Operation("long builder", member.email, lambda: browser.get(page), **BUILDER)
    yield Operation("long builder, edit", member.email, edit, **EDIT)


def long_programme(member):
    """A draft of 4 days of 8 exercises with values of their own in 12 weeks; the one there is."""
    with acting_as(member):
        routine = Routine.objects.of(member).filter(name=NAME).first()
        if routine:
            return routine.versions.get(member=member)
        routine = start_routine(member, NAME, None)
        Routine.objects.of(member).filter(pk=routine.pk).update(created_at=LONG_AGO)
        version = routine.versions.get(member=member)
        version.days.all().delete()
        version.weeks = WEEKS
        version.week_plan = [{"weeks": [4, 8, 12], "deload": True}]
        version.save()
        for place in range(DAYS):
            fields = {"position": place + 1, "weekday": (1, 2, 4, 5)[place]}
            _fill(version, place, {"name": f"Day {place + 1}"} | fields)
        return version


def check_ms(member):
    """(the mean, the worst) milliseconds of work to check 32 rows in 12 weeks that all differ."""
    version = long_programme(member)
    library = library_of(member, member)
    days = days_of(version)
    muscles, spent = dressed(days), []
    check_of(version, days, muscles, library)  # so that the shelf is sorted
    gc.collect()  # what others left is not swept up meanwhile
    for _ in range(ROUNDS):
        began = time.process_time()
        check_of(version, days, muscles, library)
        spent.append((time.process_time() - began) * 1000)
    return sum(spent) / len(spent), max(spent)


def _fill(version, place, fields):
    day = Day.objects.create(member_id=version.member_id, version=version, **fields)
    slugs = Exercise.objects.public().exclude(region="").order_by("pk")
    exercises = slugs[place * ROWS : (place + 1) * ROWS]
    Prescription.objects.bulk_create(
        Prescription(
            member_id=version.member_id, day=day, position=number, exercise=exercise, rir=2,
            by_week=_by_week(number),
        )
        for number, exercise in enumerate(exercises, 1)
    )  # fmt: skip


def _by_week(number):
    return {
        str(week): {"sets": 2 + (week + number) % 3, "load_add_kg": 2.5 * week, "rir": 3 - week % 3}
        for week in range(1, WEEKS + 1)
    }
