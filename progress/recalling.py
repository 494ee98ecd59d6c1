"""What was done the last times: the newest sessions of each exercise, never a whole history."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, Func, OuterRef, UUIDField

from catalogue.models import Exercise
from progress.amounts import as_done, in_a_row
from progress.models import LoggedSet

VISITS = 4


class PastSet(NamedTuple):
    """A done set, as much as is recalled of it; `lineage` is its prescription's."""

    exercise: Exercise
    session: UUID
    trained_on: date
    slot: int
    kind: str
    load: Decimal | None
    load_unit: str
    load_kg: Decimal | None
    reps: int | None
    seconds: int | None
    distance_m: Decimal | None
    rir: Decimal | None
    target_reps: int | None
    lineage: UUID | None


COLUMNS = [*PastSet._fields[:-1], "prescription__lineage"]


@dataclass(frozen=True)
class Visit:
    """The done sets of one exercise in one session, in order."""

    session_id: UUID
    trained_on: date
    sets: tuple[PastSet, ...]

    def __str__(self):
        return in_a_row(as_done(row) for row in self.working or self.sets)

    def of_kind(self, kind):
        return [row for row in self.sets if row.kind == kind]

    @property
    def working(self):
        """Its sets without warm-ups and drops."""
        left_out = {LoggedSet.Kind.WARM_UP, LoggedSet.Kind.DROP}
        return [row for row in self.sets if row.kind not in left_out]


def recent_visits(member, exercises, apart_from=None):
    """{exercise id: its newest visits, newest first}, in one query along set_last_of_exercise.

    `exercises` are {id: Exercise}; the sets share them. `apart_from` is the id of a session that
    does not count.
    """
    done = LoggedSet.objects.of(member).done()
    if apart_from:
        done = done.exclude(session=apart_from)
    rows = (
        done.filter(_is_newest(done, exercises), exercise__in=exercises)
        .order_by("exercise_id", "-trained_on", "session_id", "slot", "number", "id")
        .values_list(*COLUMNS)
    )
    visits = {pk: [] for pk in exercises}
    for (pk, session), found in groupby(rows, lambda row: row[:2]):
        sets = tuple(PastSet(exercises[pk], *row[1:]) for row in found)
        visits[pk].append(Visit(session, sets[0].trained_on, sets))
    return {pk: found[:VISITS] for pk, found in visits.items()}


def in_slot(visits, lineage):
    """The visits in the same place of the plan, if there are any; otherwise all of them.

    A heavy and a light day of one exercise thus each have a past of their own.
    """
    same = []
    for visit in visits:
        slots = {row.slot for row in visit.sets if lineage and row.lineage == lineage}
        if slots:
            sets = tuple(row for row in visit.sets if row.slot in slots)
            same.append(Visit(visit.session_id, visit.trained_on, sets))
    return same or visits


class IsAnyOf(Func):
    """Whether a column has a value of an array, which PostgreSQL makes first and then looks up.

    A subquery behind IN it joins with the whole past instead.
    """

    template, arg_joiner = "%(expressions)s)", " = ANY("
    output_field = BooleanField()


def _is_newest(done, exercises):
    """Of the newest sessions of an exercise: the first entries of the index that differ."""
    newest = (
        done.filter(exercise=OuterRef("pk"))
        .order_by("-trained_on", "session_id")
        .distinct("trained_on", "session_id")
    )
    sessions = ArraySubquery(newest.values("session_id")[:VISITS])
    each = Func(sessions, function="unnest", output_field=UUIDField())
    wanted = Exercise.objects.filter(pk__in=exercises).order_by().values_list(each)
    return IsAnyOf("session_id", ArraySubquery(wanted))
