"""The lifts somebody trains: each with its last top set and its best, however long the history."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from catalogue.models.titles import title_of
from progress.amounts import as_done, each_side

PAGE = 25
READ = (  # of an exercise: all that charts and lists of lifts read
    "member", "slug", "name", "load_type", "load_entry", "laterality", "metric",
    "bodyweight_factor", "one_rep_max_allowed", "merged_into",
)  # fmt: skip

# Each trained exercise is found, and then looked up, at the ends of indexes, so the cost is that of
# as many exercises and never the history's. The best is the set of the highest estimate, else the
# heaviest, else that of most repetitions; none where a longer hold or carry would be it, as no
# index has that. It is written out, because Django takes longer to put these sub-queries together
# than PostgreSQL to answer them.
TRAINED = """
    WITH RECURSIVE ids AS (
        (SELECT exercise_id FROM progress_loggedset
            WHERE member_id = %(member)s AND done_at IS NOT NULL ORDER BY exercise_id LIMIT 1)
        UNION ALL
        SELECT (SELECT exercise_id FROM progress_loggedset WHERE member_id = %(member)s
                AND done_at IS NOT NULL AND exercise_id > ids.exercise_id
            ORDER BY exercise_id LIMIT 1)
        FROM ids WHERE exercise_id IS NOT NULL
    )
    SELECT trained_on, last, CASE
        WHEN metric <> 'reps' THEN NULL
        WHEN one_rep_max_allowed AND load_type = 'external' THEN (
            SELECT id FROM progress_loggedset WHERE member_id = %(member)s
                AND exercise_id = exercise AND done_at IS NOT NULL
                AND kind NOT IN ('warm_up', 'drop') AND one_rep_max_kg IS NOT NULL
            ORDER BY one_rep_max_kg DESC LIMIT 1)
        WHEN load_type = 'assisted' THEN (
            SELECT id FROM progress_loggedset WHERE member_id = %(member)s
                AND exercise_id = exercise AND done_at IS NOT NULL
                AND kind NOT IN ('warm_up', 'drop') AND load_kg IS NOT NULL
            ORDER BY load_kg, reps DESC LIMIT 1)
        ELSE COALESCE((
            SELECT id FROM progress_loggedset WHERE member_id = %(member)s
                AND exercise_id = exercise AND done_at IS NOT NULL
                AND kind NOT IN ('warm_up', 'drop') AND load_kg IS NOT NULL
            ORDER BY load_kg DESC, reps DESC LIMIT 1), (
            SELECT id FROM progress_loggedset WHERE member_id = %(member)s
                AND exercise_id = exercise AND done_at IS NOT NULL
                AND kind NOT IN ('warm_up', 'drop')
            ORDER BY load_kg DESC, reps DESC LIMIT 1))
        END
    FROM (
        SELECT of.id AS exercise, name, metric, load_type, one_rep_max_allowed,
            trained_on, last_set.id AS last
        FROM ids JOIN catalogue_exercise AS of ON of.id = exercise_id, LATERAL (
            SELECT id, trained_on FROM progress_loggedset WHERE member_id = %(member)s
                AND exercise_id = of.id AND done_at IS NOT NULL
            ORDER BY trained_on DESC, load_kg DESC, reps DESC LIMIT 1) AS last_set
        WHERE of.member_id IS NULL OR of.member_id = %(member)s
        ORDER BY trained_on DESC, name, of.id LIMIT %(most)s OFFSET %(offset)s
    ) AS trained
    ORDER BY trained_on DESC, name, exercise
"""


class Lift(NamedTuple):
    """What is shown of an exercise."""

    id: int
    slug: str
    name: str
    load_type: str
    load_entry: str
    metric: str


class Done(NamedTuple):
    """What is shown of a set."""

    exercise: Lift
    load: Decimal | None
    load_unit: str
    reps: int | None
    seconds: int | None
    distance_m: Decimal | None


class TrainedLift(NamedTuple):
    """An exercise, the day it was last trained, the top set of then, and the best of all time."""

    slug: str
    title: str
    last_on: date
    last: str
    best: str
    each: str


def trained_lifts(member, sets, page):
    """A page of lifts, the last trained first, and whether there are more. Two queries.

    The first finds the sets; what is shown of them is read from `sets`, the member's as the
    reader sees them.
    """
    asked = {"member": member.pk, "most": PAGE + 1, "offset": PAGE * (page - 1)}
    with connection.cursor() as cursor:
        cursor.execute(TRAINED, asked)
        found = cursor.fetchall()
    done = _done(sets, {pk for _, *ends in found for pk in ends})
    lifts = [
        _lift(trained_on, done[last], done.get(best))
        for trained_on, last, best in found[:PAGE]
        if last in done
    ]
    return lifts, len(found) > PAGE


def _done(sets, ids):
    """{id: Done} of these sets."""
    of_exercise = [f"exercise__{name}" for name in Lift._fields]
    rows = sets.filter(pk__in=ids).order_by().values_list("pk", *of_exercise, *Done._fields[1:])
    return {pk: Done(Lift(*of[:6]), *of[6:]) for pk, *of in rows}


def _lift(trained_on, last, best):
    pk, slug, name, *_ = last.exercise
    title = title_of("exercise", pk, name)
    best_text = str(as_done(best)) if best else ""
    return TrainedLift(
        slug, title, trained_on, str(as_done(last)), best_text, each_side(last.exercise)
    )
