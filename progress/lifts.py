"""The lifts somebody trains: each with its last top set and its best, however long the history."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from catalogue.models import Exercise
from progress.amounts import as_done, each_side
from progress.models import LoggedSet

PAGE = 25
READ = (  # of an exercise: all that is read of it here
    "member", "slug", "name", "load_type", "load_entry", "laterality", "metric",
    "bodyweight_factor", "one_rep_max_allowed",
)  # fmt: skip
LoadType, Metric = Exercise.LoadType, Exercise.Metric


@dataclass(frozen=True)
class TrainedLift:
    """An exercise, the day it was last trained, the top set of then, and the best of all time."""

    exercise: Exercise
    last_on: date
    last: LoggedSet
    best: LoggedSet | None

    @property
    def last_text(self):
        return str(as_done(self.last))

    @property
    def best_text(self):
        return str(as_done(self.best)) if self.best else ""

    @property
    def each(self):
        return each_side(self.exercise)


def open_exercises(exercises, member):
    """Those of `exercises` (visible to the reader) that are the catalogue's or `member`'s own."""
    return exercises.filter(Q(member__isnull=True) | Q(member=member.pk)).only(*READ)


def trained_lifts(exercises, sets, page):
    """A page of lifts, the last trained first, and whether there are more. Two queries.

    Each exercise is looked up at the ends of three indexes, so the cost is the catalogue's size
    and never the history's. `exercises` and `sets` are what the reader may see of one member.
    """
    done = sets.done()
    of_one = done.filter(exercise=OuterRef("pk"))
    trained = (
        exercises.annotate(
            last_on=Subquery(of_one.order_by("-trained_on").values("trained_on")[:1])
        )
        .filter(last_on__isnull=False)
        .order_by("-last_on", "name", "pk")
        .annotate(
            last_set=_first(of_one, "-trained_on", "-load_kg", "-reps"), best_set=_best(of_one)
        )
    )
    found = list(trained[PAGE * (page - 1) : PAGE * page + 1])
    rows = _sets(done, found)
    lifts = [
        TrainedLift(row, row.last_on, rows[row.last_set], rows.get(row.best_set))
        for row in found[:PAGE]
    ]
    return lifts, len(found) > PAGE


def _sets(done, exercises):
    """The last and the best sets of these exercises by id, each with its exercise."""
    ids = {row.last_set for row in exercises} | {row.best_set for row in exercises}
    by_id = {exercise.pk: exercise for exercise in exercises}
    told = done.only("exercise", "load", "load_unit", "reps", "seconds", "distance_m")
    rows = {row.pk: row for row in told.filter(pk__in=ids)}
    for row in rows.values():
        row.exercise = by_id[row.exercise_id]
    return rows


def _best(sets):
    """The set of the highest estimate, else the heaviest, else that of most repetitions.

    Nothing where a longer hold or carry would be the best: no index has it.
    """
    counted = sets.exclude(kind__in=(LoggedSet.Kind.WARM_UP, LoggedSet.Kind.DROP))
    loaded = counted.filter(load_kg__isnull=False)
    heaviest = _first(loaded, "-load_kg", "-reps")
    return Case(
        When(~Q(metric=Metric.REPS), then=None),
        When(
            one_rep_max_allowed=True,
            load_type=LoadType.EXTERNAL,
            then=_first(counted.filter(one_rep_max_kg__isnull=False), "-one_rep_max_kg"),
        ),
        When(load_type=LoadType.ASSISTED, then=_first(loaded, "load_kg", "-reps")),
        default=Coalesce(heaviest, _first(counted, "-load_kg", "-reps")),
    )


def _first(sets, *order):
    return Subquery(sets.order_by(*order).values("pk")[:1])
