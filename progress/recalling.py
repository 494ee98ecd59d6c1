"""What was done the last times: the newest sessions of each exercise, never a whole history."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, Func, OuterRef, UUIDField

from catalogue.models import Exercise
from progress.amounts import as_done, in_a_row
from progress.models import LoggedSet

VISITS = 4
ENTRIES = 32  # of the index, newest first, among which those sessions are looked for


@dataclass(frozen=True)
class Visit:
    """The done sets of one exercise in one session, in order."""

    session_id: UUID
    trained_on: date
    sets: tuple[LoggedSet, ...]

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

    `apart_from` is the id of a session that does not count. Each set knows its `lineage`.
    """
    done = LoggedSet.objects.of(member).done()
    if apart_from:
        done = done.exclude(session=apart_from)
    rows = (
        done.filter(exercise__in=exercises, session__in=_newest_sessions(done, exercises))
        .annotate(lineage=F("prescription__lineage"))
        .select_related("exercise")
        .order_by("exercise", "-trained_on", "session", "slot", "number", "id")
    )
    visits = defaultdict(list)
    for (exercise, session), found in groupby(rows, lambda row: (row.exercise_id, row.session_id)):
        rows = tuple(found)
        visits[exercise].append(Visit(session, rows[0].trained_on, rows))
    return {exercise: visits[exercise][:VISITS] for exercise in exercises}


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


def _newest_sessions(done, exercises):
    """The sessions of the first entries of the index, for each exercise."""
    newest = done.filter(exercise=OuterRef("pk")).order_by("-trained_on", "session")
    entries = ArraySubquery(newest.values("session")[:ENTRIES])
    each = Func(entries, function="unnest", output_field=UUIDField())
    return Exercise.objects.filter(pk__in=exercises).values_list(each)
