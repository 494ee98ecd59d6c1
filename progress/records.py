"""Personal records of a session: what it did better than everything earlier. A tie is no record.

What was reached before is the first row of an index (set_heaviest, set_best_estimate), never an
aggregate over the history, so that ten years cost about what six months cost. Nothing compares
numerics in SQL: row-level security keeps their operators from using an index. The rules are those
of `training.records`, which the tests hold the query against. It is written out, because Django
takes ten times as long to put five such sub-queries together as PostgreSQL to answer them. Two
things in it keep PostgreSQL from reading all of the past: `+ 0`, as it misjudges conditions on
dates and repetitions and would rather sort, and LIMIT 1, as it would hash EXISTS.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from catalogue.models import Exercise
from progress.models import LoggedSet

LoadType, Kind = Exercise.LoadType, LoggedSet.Kind
LIFTED = {LoadType.EXTERNAL, LoadType.BODYWEIGHT_PLUS, LoadType.BODYWEIGHT}
NOTHING = Decimal(0)

REACHED = """
    WITH earlier AS NOT MATERIALIZED (
        SELECT exercise_id, trained_on, reps + 0 AS reps, load_kg, one_rep_max_kg
        FROM progress_loggedset
        WHERE member_id = %(member)s AND done_at IS NOT NULL AND reps + 0 IS NOT NULL
            AND kind NOT IN ('warm_up', 'drop')
            AND trained_on + 0 <= %(day)s AND session_id <> ALL (ARRAY(
                SELECT id FROM progress_session
                WHERE member_id = %(member)s AND trained_on = %(day)s AND started_at >= %(start)s))
    )
    SELECT new.id,
        (SELECT true FROM earlier WHERE exercise_id = exercise ORDER BY trained_on LIMIT 1),
        (SELECT load_kg FROM earlier WHERE exercise_id = exercise
            AND load_kg IS NOT NULL ORDER BY load_kg DESC LIMIT 1),
        (SELECT load_kg FROM earlier WHERE exercise_id = exercise AND earlier.reps >= new.reps
            AND load_kg IS NOT NULL ORDER BY load_kg DESC LIMIT 1),
        (SELECT true FROM earlier WHERE exercise_id = exercise AND earlier.reps >= new.reps
            ORDER BY trained_on LIMIT 1),
        (SELECT one_rep_max_kg FROM earlier WHERE exercise_id = exercise
            AND one_rep_max_kg IS NOT NULL ORDER BY one_rep_max_kg DESC LIMIT 1)
    FROM unnest(%(ids)s::uuid[], %(exercises)s::bigint[], %(reps)s::int[])
        AS new (id, exercise, reps)
"""


@dataclass(frozen=True)
class Record:
    """The best sets of one exercise in a session, where they are records; the others are None."""

    exercise: Exercise
    is_first: bool
    heaviest: LoggedSet | None = None
    most_reps: LoggedSet | None = None
    estimate: LoggedSet | None = None

    @property
    def sets(self):
        """The record sets, each once, the heaviest first."""
        found = [row for row in (self.heaviest, self.most_reps, self.estimate) if row]
        return list(dict.fromkeys(found))

    @property
    def estimate_kg(self):
        return self.estimate and self.estimate.one_rep_max_kg


@dataclass(frozen=True)
class Reached:
    """What was reached before a set: whether anything was, and loads in kilograms or None.

    `at_reps` is the heaviest with at least as many repetitions, `has_reps` whether there is any.
    """

    anything: bool | None
    heaviest: Decimal | None
    at_reps: Decimal | None
    has_reps: bool | None
    estimate: Decimal | None


def records_of(session, sets):
    """The records of a session against everything earlier, in its order. At most one query.

    `sets` are all its rows with their exercise. Done sets with repetitions count; warm-ups and
    drops do not, nor do bands, holds and assisted exercises. An estimated 1RM is one of weights
    only: body weight is not in these numbers.
    """
    by_exercise = {}
    for row in sets:
        if _counts(row):
            by_exercise.setdefault(row.exercise_id, []).append(row)
    best = {exercise: _unbeaten(rows) for exercise, rows in by_exercise.items()}
    reached = _reached_before(session, [row for rows in best.values() for row in rows])
    records = (_record(rows, reached) for rows in best.values())
    return [record for record in records if record.sets]


def _counts(row):
    lifted = row.exercise.load_type in LIFTED and row.kind not in (Kind.WARM_UP, Kind.DROP)
    return row.is_done and row.reps is not None and lifted


def _unbeaten(rows):
    """The sets of one exercise that no other of the session equals in load and repetitions."""
    kept = []
    for row in sorted(rows, key=lambda row: (_load(row), row.reps), reverse=True):
        if not kept or row.reps > kept[-1].reps or _estimate(row) > max(map(_estimate, kept)):
            kept.append(row)
    return kept


def _reached_before(session, candidates):
    """{set id: Reached}, against earlier days and workouts that started earlier on the day."""
    if not candidates:
        return {}
    asked = {
        "member": session.member_id,
        "day": session.trained_on,
        "start": session.started_at,
        "ids": [row.pk for row in candidates],
        "exercises": [row.exercise_id for row in candidates],
        "reps": [row.reps for row in candidates],
    }
    with connection.cursor() as cursor:
        cursor.execute(REACHED, asked)
        return {pk: Reached(*reached) for pk, *reached in cursor.fetchall()}


def _record(rows, reached):
    """The best of each kind among one exercise's sets that nothing earlier reached."""
    before = [(row, reached[row.pk]) for row in rows]
    heavier = [row for row, past in before if _load(row) > (past.heaviest or NOTHING)]
    more = [row for row, past in before if _is_most_reps(row, past)]
    stronger = [row for row, past in before if _estimate(row) > (past.estimate or NOTHING)]
    return Record(
        rows[0].exercise,
        not before[0][1].anything,
        max(heavier, key=lambda row: (row.load_kg, row.reps), default=None),
        max(more, key=lambda row: (_load(row), row.reps), default=None),
        max(stronger, key=_estimate, default=None),
    )


def _is_most_reps(row, past):
    """More than ever; with a load, more than ever with it or a heavier one, if there was one."""
    if not _load(row):
        return not past.has_reps
    is_known_load = past.heaviest is not None and past.heaviest >= row.load_kg
    return is_known_load and (past.at_reps is None or past.at_reps < row.load_kg)


def _load(row):
    return row.load_kg or NOTHING


def _estimate(row):
    """The estimated 1RM, or nothing where it would not be honest."""
    exercise = row.exercise
    if not exercise.one_rep_max_allowed or exercise.load_type != LoadType.EXTERNAL:
        return NOTHING
    return row.one_rep_max_kg or NOTHING
