"""Personal records of a session: what it did better than everything earlier. A tie is no record.

What was reached before is the first row of an index (set_heaviest, set_best_estimate), never an
aggregate over the history, so that ten years cost about what six months cost. Nothing compares
numerics in SQL: row-level security keeps their operators from using an index. The rules are those
of `training.records`, which the tests hold these queries against.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q, Subquery

from catalogue.models import Exercise
from progress.models import LoggedSet, Session

LoadType, Kind = Exercise.LoadType, LoggedSet.Kind
LIFTED = {LoadType.EXTERNAL, LoadType.BODYWEIGHT_PLUS, LoadType.BODYWEIGHT}
NOTHING = Decimal(0)


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

    anything: bool
    heaviest: Decimal | None
    at_reps: Decimal | None
    has_reps: bool
    estimate: Decimal | None


def records_of(session, sets):
    """The records of a session against everything earlier, in its order. At most two queries.

    `sets` are all its rows with their exercise. Done sets with repetitions count; warm-ups and
    drops do not, nor do bands, holds and assisted exercises. An estimated 1RM is one of weights
    only: body weight is not in these numbers.
    """
    by_exercise = {}
    for row in sets:
        if _counts(row):
            by_exercise.setdefault(row.exercise_id, []).append(row)
    best = {exercise: _unbeaten(rows) for exercise, rows in by_exercise.items()}
    reached = _reached_before(session, [row.pk for rows in best.values() for row in rows])
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
    """{set id: Reached}"""
    if not candidates:
        return {}
    earlier = (
        LoggedSet.objects.filter(member=OuterRef("member"), exercise=OuterRef("exercise"))
        .done()
        .filter(_before(session), reps__isnull=False)
        .exclude(kind__in=[Kind.WARM_UP, Kind.DROP])
    )
    as_many = earlier.filter(reps__gte=OuterRef("reps"))
    rows = session.sets.filter(member=session.member_id, pk__in=candidates).values_list(
        "pk",
        Exists(earlier),
        _first(earlier, "load_kg"),
        _first(as_many, "load_kg"),
        Exists(as_many),
        _first(earlier, "one_rep_max_kg"),
    )
    return {pk: Reached(*reached) for pk, *reached in rows}


def _first(sets, name):
    """The highest value of a column: the first entry of its index."""
    known = sets.filter(**{f"{name}__isnull": False})
    return Subquery(known.order_by(f"-{name}").values(name)[:1])


def _before(session):
    """Sets of earlier days, or of a workout that started earlier on the same day.

    A query of its own finds those workouts: in each of the subqueries it costs far more.
    """
    same_day = Session.objects.filter(
        member=session.member_id,
        trained_on=session.trained_on,
        started_at__lt=session.started_at,
    )
    earlier_today = list(same_day.values_list("pk", flat=True))
    return Q(trained_on__lt=session.trained_on) | Q(session__in=earlier_today)


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
