"""What the page of an exercise tells its reader of their own past with it.

It looks at the newest visits and at the ends of indexes, so it costs the same after ten years.
"""

from dataclasses import dataclass

from django.db.models import Q

from accounts.templatetags.look import dated
from accounts.templatetags.quantities import estimate, span
from catalogue.models import Exercise
from progress.amounts import as_done, each_side
from progress.charting import Line, small_line
from progress.drawing import HEADINGS, in_unit, set_text, value_text
from progress.estimating import NO_BEST, LiftHistory, moved, recent_history
from progress.models import LoggedSet, Measurement
from progress.recalling import Visit, recent_visits
from progress.weighing import moves_body, weights_since

LoadType = Exercise.LoadType
VISITS, LISTED = 12, 3
BEST_SET = ("trained_on", "load", "load_unit", "load_kg", "reps", "seconds", "distance_m",
            "one_rep_max_kg")  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A visit as it is read: its sets in a row, and the reserve they left."""

    visit: Visit

    @property
    def sets(self):
        return str(self.visit)

    @property
    def rir(self):
        """2, 1–2, or nothing where none was noted."""
        noted = [row.rir for row in self.visit.working if row.rir is not None]
        return span(min(noted), max(noted)) if noted else ""


@dataclass(frozen=True)
class OwnHistory:
    """The newest visits first, the bests as (what, value, how), and the lift over the visits."""

    exercise: Exercise
    visits: list[Visit]
    bests: list[tuple[str, str, str]]
    lift: LiftHistory
    unit: str

    @property
    def latest(self):
        return [Told(visit) for visit in self.visits[:LISTED]]

    @property
    def each(self):
        """The heading of the sets: each hand, each side, or sets."""
        return (each_side(self.exercise) or "sets").capitalize()

    @property
    def heading(self):
        return HEADINGS[self.lift.measure]

    @property
    def chart(self) -> Line | None:
        """The best of each visit, where there are two to join."""
        points = [
            (best.day, float(in_unit(best.value, self.lift.measure, self.unit)))
            for best in self.lift.days
        ]
        return small_line(points) if len(points) > 1 else None

    @property
    def last_value(self):
        return value_text(self.lift.last.value, self.lift.measure, self.unit)

    @property
    def drawn(self):
        """(day, value, set) of each point of the chart, the newest first."""
        for best in reversed(self.lift.days):
            value = value_text(best.value, self.lift.measure, self.unit)
            yield best.day, value, set_text(self.lift, best, self.unit)


def own_history(member, exercise):
    """The member's OwnHistory of an exercise; None before the first set. Two queries, or three.

    The third is for lifts that move body weight; without a past there is one.
    """
    visits = recent_visits(member, {exercise.pk: exercise}, most=VISITS)[exercise.pk]
    if not visits:
        return None
    weights = None
    if moves_body(exercise):
        measurements = Measurement.objects.visible_to(member, member)
        weights = weights_since(visits[-1].trained_on, measurements)
    sets = [row for visit in visits for row in visit.sets]
    lift = recent_history(exercise, sets, weights)
    bests = _bests(member, exercise)
    return OwnHistory(exercise, visits, bests, lift, member.unit)


def _bests(member, exercise):
    """(what, value, how) of the best sets of all time, as far as an index has them. One query."""
    if exercise.metric != Exercise.Metric.REPS:
        return []
    sets = LoggedSet.objects.visible_to(member, member).done().filter(exercise=exercise.pk)
    sets = sets.exclude(kind__in=NO_BEST)
    ends = _ends(sets, exercise)
    wanted = Q(*((("pk", end.values("pk")[:1])) for end in ends.values()), _connector=Q.OR)
    rows = list(sets.filter(wanted).only("exercise", *BEST_SET))
    for row in rows:
        row.exercise = exercise
    told = {"load": _heaviest, "estimate": _estimated, "reps": _most_reps}
    return [best for end in ends if (best := told[end](rows, exercise, member.unit))]


def _ends(sets, exercise):
    """{what: its sets, the best first}, each along an index."""
    lightest = exercise.load_type == LoadType.ASSISTED
    loaded = sets.filter(load_kg__isnull=False)
    ends = {"load": loaded.order_by("load_kg" if lightest else "-load_kg", "-reps")}
    if exercise.one_rep_max_allowed and exercise.load_type == LoadType.EXTERNAL:
        estimated = sets.filter(one_rep_max_kg__isnull=False)
        ends["estimate"] = estimated.order_by("-one_rep_max_kg")
    if exercise.load_type != LoadType.EXTERNAL:
        ends["reps"] = sets.filter(load_kg__isnull=True, reps__isnull=False).order_by("-reps")
    return ends


def _heaviest(rows, exercise, unit):
    rows = [row for row in rows if row.load_kg is not None]
    if exercise.load_type == LoadType.ASSISTED:
        best = min(rows, key=lambda row: (row.load_kg, -(row.reps or 0)), default=None)
        return best and ("Least assistance", *_said(best))
    best = max(rows, key=lambda row: (row.load_kg, row.reps or 0), default=None)
    return best and ("Heaviest set" if best.load_kg else "Most repetitions", *_said(best))


def _estimated(rows, exercise, unit):
    rows = [row for row in rows if row.one_rep_max_kg is not None]
    if not rows:
        return None
    best = max(rows, key=lambda row: row.one_rep_max_kg)
    value = estimate(moved(exercise, best.one_rep_max_kg), unit)
    return "Estimated 1RM", value, f"{as_done(best)}, {dated(best.trained_on)}"


def _most_reps(rows, exercise, unit):
    rows = [row for row in rows if row.load_kg is None and row.reps is not None]
    best = max(rows, key=lambda row: row.reps, default=None)
    return best and ("Most repetitions", *_said(best))


def _said(row):
    return str(as_done(row)), dated(row.trained_on)
