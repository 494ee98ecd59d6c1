"""The hard sets of somebody's weeks, with the exercises and what these give each muscle.

One query along the index set_of_week, a row for each exercise. It is written out, because Django
takes longer to put it together, and to read its many rows, than PostgreSQL to answer it.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.db import connection

from catalogue.models.titles import title_of

EASIEST_RIR, SHORTEST_HOLD = 4, 5  # training.volume.is_hard_set

HARD_SETS = """
    SELECT of.id, of.member_id IS NOT NULL, of.slug, of.name, load_type, load_entry, laterality,
        metric, bodyweight_factor, one_rep_max_allowed,
        mondays, every, drops, muscles, credits, regions, groups
    FROM (
        SELECT exercise_id, array_agg(monday) AS mondays, array_agg(every) AS every,
            array_agg(drops) AS drops
        FROM (
            SELECT exercise_id, date_trunc('week', trained_on::timestamp)::date AS monday,
                count(*) AS every, count(*) FILTER (WHERE kind = 'drop') AS drops
            FROM progress_loggedset
            WHERE member_id = %(member)s AND done_at IS NOT NULL AND kind <> 'warm_up'
                AND (rir IS NULL OR rir <= %(rir)s)
                AND (kind <> 'timed' OR seconds IS NULL OR seconds >= %(hold)s)
                AND trained_on BETWEEN %(first)s AND %(last)s
            GROUP BY exercise_id, monday
        ) AS of_week
        GROUP BY exercise_id
    ) AS counts
    JOIN catalogue_exercise AS of ON of.id = exercise_id
        AND (of.member_id IS NULL OR of.member_id = %(member)s)
    CROSS JOIN LATERAL (
        SELECT array_agg(slug) AS muscles, array_agg(credit) AS credits,
            array_agg(region) AS regions, array_agg(volume_group) AS groups
        FROM (
            SELECT slug, credit, region, volume_group
            FROM catalogue_exercisemuscle AS works
            JOIN catalogue_muscle AS muscle ON muscle.id = muscle_id
            WHERE works.exercise_id = of.id AND credit > 0 ORDER BY credit DESC, works.id
        ) AS worked
    ) AS parts
"""


class Trained(NamedTuple):
    """What is read of an exercise where lifts are chosen and drawn."""

    pk: int
    is_own: bool
    slug: str
    name: str
    load_type: str
    load_entry: str
    laterality: str
    metric: str
    bodyweight_factor: Decimal | None
    one_rep_max_allowed: bool

    @property
    def title(self):
        """The name in the reader's language."""
        return title_of("exercise", self.pk, self.name)


class Counts(NamedTuple):
    """An exercise: hard sets of each week, and drops among them; its muscles and their parts."""

    exercise: Trained
    weeks: list[tuple[date, int, int]]
    muscles: list[tuple[str, float, str, str]]


def hard_sets(member, first, today):
    """Counts of what `member` trained from `first` (None: from the beginning) to `today`."""
    asked = {"member": member.pk, "first": first or date.min, "last": today}
    with connection.cursor() as cursor:
        cursor.execute(HARD_SETS, asked | {"rir": EASIEST_RIR, "hold": SHORTEST_HOLD})
        return [_counts(row) for row in cursor]


def _counts(row):
    exercise, (mondays, every, drops), muscles = row[:10], row[10:13], row[13:]
    return Counts(
        Trained(*exercise),
        list(zip(mondays, every, drops, strict=True)),
        list(zip(*(column or () for column in muscles), strict=True)),
    )
