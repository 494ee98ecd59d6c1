"""What was done the last times: the newest sessions of each exercise, never a whole history."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from catalogue.models import Exercise
from progress.amounts import as_done, in_a_row
from progress.models import LoggedSet

VISITS = 4
NEWEST = """
    SELECT exercise, session_id, trained_on, slot, kind, load, load_unit, done.load_kg,
        done.reps, done.seconds, distance_m, done.rir, target_reps, done.rest_seconds,
        lineage, planned.rule_settings ->> 'training_max_kg'
    FROM unnest(%(exercises)s::bigint[]) AS exercise
    CROSS JOIN LATERAL (
        SELECT *, dense_rank() OVER (ORDER BY trained_on DESC, session_id) AS visit
        FROM progress_loggedset
        WHERE member_id = %(member)s AND exercise_id = exercise AND done_at IS NOT NULL
            AND session_id IS DISTINCT FROM %(apart_from)s
    ) AS done
    LEFT JOIN workouts_prescription AS planned ON planned.id = prescription_id
    WHERE visit <= %(visits)s
    ORDER BY exercise, visit, slot, number, done.id
"""


class PastSet(NamedTuple):
    """A done set, as much as is recalled of it; `lineage` and `training_max` are its plan's."""

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
    rest_seconds: int | None
    lineage: UUID | None
    training_max: str | None


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


def recent_visits(member, exercises, apart_from=None, most=VISITS):
    """{exercise id: its `most` newest visits, newest first}: one query by set_last_of_exercise.

    PostgreSQL stops counting visits behind the last one wanted, so it reads no whole past.
    `exercises` are {id: Exercise}; the sets share them. `apart_from` is the id of a session that
    does not count.
    """
    asked = {"member": member.pk, "exercises": list(exercises), "apart_from": apart_from}
    visits = {pk: [] for pk in exercises}
    with connection.cursor() as cursor:
        cursor.execute(NEWEST, asked | {"visits": most})
        for (pk, session), found in groupby(cursor.fetchall(), lambda row: row[:2]):
            sets = tuple(PastSet(exercises[pk], *row[1:]) for row in found)
            visits[pk].append(Visit(session, sets[0].trained_on, sets))
    return visits


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
