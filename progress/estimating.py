"""A lift over time: the best set of each day, personal bests among them, and the trend."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from django.db.models import Max, Min, Q

from catalogue.models import Exercise
from progress.models import LoggedSet
from progress.weighing import ON_BODY_WEIGHT, BodyWeights
from training.effective_load import effective_load
from training.one_rep_max import Formula, estimate, is_low_confidence
from training.trend import MOST_SESSIONS, Level, StrengthTrend, strength_trend, trend_weight

LoadType, Metric, Kind = Exercise.LoadType, Exercise.Metric, LoggedSet.Kind

NO_BEST = (Kind.WARM_UP, Kind.DROP)  # they make no best
WHISKER = 0.005  # estimates are stored to a thousandth of a kilogram
LOADED = {LoadType.EXTERNAL, LoadType.BODYWEIGHT_PLUS}


class DayBest(NamedTuple):
    """The best set of a day. `value` is what is drawn: kilograms, repetitions, seconds, metres."""

    day: date
    value: float
    trend: float = 0.0
    load_kg: Decimal | None = None
    count: Decimal | int | None = None
    is_best: bool = False
    is_unsure: bool = False


@dataclass(frozen=True)
class LiftHistory:
    """The best sets of a lift by day, oldest first.

    `measure` is estimate, load, reps, seconds or metres. `knows_past`: whether a best is one of
    all time, or of the time shown. `not_counted` days lack a body weight. `level` and `deloads`
    are the member's, where a page asked: see plateaus.judged.
    """

    exercise: Exercise
    measure: str
    formula: Formula
    days: list[DayBest] = field(default_factory=list)
    knows_past: bool = True
    unweighed: int = 0
    too_long: int = 0
    level: Level = "intermediate"
    deloads: tuple = ()

    @property
    def is_estimate(self):
        return self.measure == "estimate"

    @cached_property
    def strength(self):
        """Where it is heading: training.trend.StrengthTrend."""
        if not self.is_estimate:
            return StrengthTrend("insufficient_data")
        return strength_trend([(best.day, best.value) for best in self.counted], self.level)

    @cached_property
    def counted(self):
        """The days that the trend is told from: the last, without those of lighter weeks."""
        return [best for best in self.days if not self._is_lighter(best.day)][-MOST_SESSIONS:]

    @property
    def lighter_days(self):
        return sum(self._is_lighter(best.day) for best in self.days)

    def _is_lighter(self, day):
        return any(deload.covers(day) for deload in self.deloads)

    @property
    def last(self):
        return self.days[-1] if self.days else None

    @property
    def top(self):
        return max(self.days, key=lambda best: best.value, default=None)

    @property
    def both_hands(self):
        """Whether what is drawn is what two hands hold, while each hand's load is logged."""
        hands = self.exercise.load_entry == Exercise.LoadEntry.PER_HAND
        both = self.exercise.laterality == Exercise.Laterality.BILATERAL
        return self.is_estimate and hands and both

    @property
    def on_body_weight(self):
        return self.is_estimate and self.exercise.load_type in ON_BODY_WEIGHT


def lift_history(sets, exercise, first, formula="epley", weights=None):
    """What `sets` (one member's, as the reader sees them) say of a lift since `first`.

    One query groups them by day; a second finds the best before `first`, by an index.
    """
    sets = sets.filter(~Q(kind__in=NO_BEST), exercise=exercise.pk, done_at__isnull=False)
    rows = list(_by_day(sets, exercise, first))
    measure = _measure(exercise, rows)
    past = _best_before(sets, exercise, first, measure, formula)
    return _history(exercise, measure, rows, weights, formula, past)


def recent_history(exercise, sets, weights=None):
    """What some newest `sets` say of a lift (with trained_on, kind, load_kg, reps and the like).

    Whether a best among them is one of all time is not known. No query.
    """
    rows = [_as_row(row, exercise) for row in sets if row.kind not in NO_BEST]
    rows = [row for row in rows if row]
    return _history(exercise, _measure(exercise, rows), rows, weights)


def moved(exercise, load_kg, body_weight_kg=None):
    """The kilograms that are moved with this load: see training.effective_load."""
    return effective_load(
        exercise.load_type,
        load_kg,
        body_weight_kg=body_weight_kg,
        factor=exercise.bodyweight_factor,
        load_entry=exercise.load_entry,
        laterality=exercise.laterality,
    )


def _as_row(row, exercise):
    """A set as a row of _by_day, or None where it is of none."""
    if exercise.metric != Metric.REPS:
        done = {"longest": row.seconds, "farthest": row.distance_m}
        return {"trained_on": row.trained_on, "load_kg": row.load_kg} | done
    if row.reps is None:
        return None
    return {"trained_on": row.trained_on, "reps": row.reps, "heaviest": row.load_kg}


def _history(exercise, measure, rows, weights, formula="epley", past=(None, False)):
    """The LiftHistory of rows of _by_day; `past` is that of _best_before."""
    weights, found = weights or BodyWeights(), {}
    for row in rows:
        best = _day_best(row, exercise, measure, formula, weights)
        if best and _is_better(best, found.get(best.day)):
            found[best.day] = best
    missing = {row["trained_on"] for row in rows} - found.keys()
    unweighed = [day for day in missing if weights.are_needed and weights.on(day) is None]
    before, knows_past = past
    return LiftHistory(
        exercise,
        measure,
        formula,
        _with_trend(_with_bests(sorted(found.values(), key=lambda best: best.day), before)),
        knows_past,
        len(unweighed),
        len(missing) - len(unweighed),
    )


def _by_day(sets, exercise, first):
    """The heaviest set of each number of repetitions of each day; holds and carries by load.

    More load at as many repetitions is better by every formula, so no other set can be the best.
    """
    if first:
        sets = sets.filter(trained_on__gte=first)
    if exercise.metric == Metric.REPS:
        heaviest = Min if exercise.load_type == LoadType.ASSISTED else Max
        by_reps = sets.filter(reps__isnull=False).values("trained_on", "reps")
        return by_reps.annotate(heaviest=heaviest("load_kg")).order_by()
    by_load = sets.values("trained_on", "load_kg")
    return by_load.annotate(longest=Max("seconds"), farthest=Max("distance_m")).order_by()


def _measure(exercise, rows):
    if exercise.metric == Metric.REPS:
        if exercise.one_rep_max_allowed:
            return "estimate"
        loaded = exercise.load_type in LOADED and any(row["heaviest"] for row in rows)
        return "load" if loaded else "reps"
    if exercise.metric == Metric.SECONDS or not any(row["farthest"] for row in rows):
        return "seconds"
    return "metres"


def _day_best(row, exercise, measure, formula, weights):
    """The set in a row of _by_day, or None where it has not what is measured."""
    day = row["trained_on"]
    if exercise.metric != Metric.REPS:
        count = row["longest"] if measure == "seconds" else row["farthest"]
        return DayBest(day, float(count), load_kg=row["load_kg"], count=count) if count else None
    reps, load_kg = row["reps"], row["heaviest"]
    value = {"reps": reps, "load": load_kg}.get(measure)
    if measure == "estimate":
        moved_kg = moved(exercise, load_kg, weights.on(day))
        value = None if moved_kg is None else estimate(moved_kg, reps, formula=formula)
    if value is None:
        return None
    unsure = measure == "estimate" and is_low_confidence(reps)
    return DayBest(day, float(value), load_kg=load_kg, count=reps, is_unsure=unsure)


def _is_better(best, other):
    return other is None or (best.value, best.count) > (other.value, other.count)


def _best_before(sets, exercise, first, measure, formula):
    """The best value before `first` and whether it is known: where one index has the answer."""
    if first is None:
        return None, True
    earlier = sets.filter(trained_on__lt=first)
    if measure == "load":
        heaviest = earlier.filter(load_kg__isnull=False).order_by("-load_kg", "-reps")
        load_kg = heaviest.values_list("load_kg", flat=True).first()
        return (None if load_kg is None else float(load_kg)), True
    if measure == "estimate" and formula == "epley" and exercise.load_type == LoadType.EXTERNAL:
        highest = earlier.filter(one_rep_max_kg__isnull=False).order_by("-one_rep_max_kg")
        one_kg = highest.values_list("one_rep_max_kg", flat=True).first()
        return (None if one_kg is None else float(moved(exercise, one_kg))), True
    return None, False


def _with_bests(days, before):
    """Mark what beats everything earlier. The first of all beats nothing."""
    marked = []
    for best in days:
        beats = before is not None and best.value > before + WHISKER
        marked.append(best._replace(is_best=beats))
        before = best.value if before is None else max(before, best.value)
    return marked


def _with_trend(days):
    """The same smoothing as of body weight: a tenth a day."""
    trend = trend_weight([(best.day, Decimal(best.value)) for best in days])
    return [best._replace(trend=float(level)) for best, (_, level) in zip(days, trend, strict=True)]
