"""What to aim for in the week a plan is in: a thin layer round `suggest`.

Visits are evened out first: of a week that asked for more or less, or of a set with a target of
its own, the rule sees what that was of the usual load. What the rule then
says is made the week's: its sets, its loads, each set's own target. Lighter weeks are easing.py's.
"""

import copy
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from progress.amounts import HEAVIEST_KG, MAY_HAVE_LOAD, LoadType
from progress.recalling import Visit
from progress.suggesting import Target, step_for, suggest
from training.breaks import DELOAD_LOAD
from training.one_rep_max import best_estimate
from training.waves import training_max
from training.week_targets import COUNTED, counted, lighter
from workouts.following import week_of
from workouts.in_week import row_in_week, scheme_in_week
from workouts.models import Prescription, RoutineVersion

LoadBy, Technique, Unit = Prescription.LoadBy, Prescription.Technique, Prescription.Unit
PLAN = "day__version__routine"  # of a session, to be read with it
NO_MAXIMUM = "There is no 1RM to reckon with yet: choose a load you are sure of."


@dataclass(frozen=True)
class PlanWeek:
    """The week of a version, which comes with its routine."""

    version: RoutineVersion
    number: int

    def shaped(self, row):
        """A prescription as this week has it, for suggest_in_week()."""
        there = row_in_week(row, self.lasting, self.number)
        there.plan_week, there.unshaped = self, row
        return there

    def scheme_on(self, row, day):
        """What the plan asked for on a past day; None before the routine was followed."""
        since = self.version.routine.followed_since
        if since is None or day < since:
            return None
        week = week_of(self.version.routine, self.version, day)
        return scheme_in_week(row, self.lasting, week)

    @cached_property
    def lasting(self):
        """What the programme changes but for its lighter weeks: easing.py has those, if taken."""
        return [
            {key: value for key, value in entry.items() if key not in ("deload", "note")}
            for entry in self.version.week_plan
        ]


def plan_week(version, today):
    return PlanWeek(version, week_of(version.routine, version, today))


def plan_week_of(session):
    """The week of the plan that a session follows, or None. Read with PLAN it costs no query."""
    return session.day and plan_week(session.day.version, session.trained_on)


def in_plan_week(session, sets):
    """The sets of a session, each prescription as the plan's week has it. One query."""
    sets, week = list(sets), plan_week_of(session)
    shaped = {}
    for row in sets:
        if week and row.prescription:
            if row.prescription_id not in shaped:
                shaped[row.prescription_id] = week.shaped(row.prescription)
            row.prescription = shaped[row.prescription_id]
    return sets


def suggest_in_week(row, visits, unit, today, newest=None, body_kg=None):
    """suggest() for a row of PlanWeek.shaped(); any other row is as it is.

    In a lighter week, `newest`, what is not the rule's own is made lighter here.
    """
    week = getattr(row, "plan_week", None)
    own = row.in_week.targets if week and row.set_targets else ()
    asked = row
    if own:
        asked = _straight(row, own)
    aim = suggest(asked, _evened(row, visits, own), unit, today, newest, body_kg)
    if week is None:
        return aim
    is_light = newest is not None and newest.covers(today)
    loads = Loads(row, aim, visits, step_for(row.exercise, unit), is_light)
    targets = loads.of_sets(lighter(own) if is_light else own) if own else loads.of_all()
    why = " ".join(filter(None, [*loads.why, row.in_week.words]))
    return replace(aim, why=why, targets=targets)


class Loads:
    """The loads of a week's sets, from what the rule says, a weight or a share of a maximum."""

    def __init__(self, row, aim, visits, step, is_light):
        self.row, self.aim, self.step, self.is_light = row, aim, step, is_light
        self.scheme = row.in_week.scheme
        self.last = _heaviest(visits)
        self.maximum = _maximum(row, visits)
        self.has_load = row.exercise.load_type in MAY_HAVE_LOAD
        self.lacks_maximum = False
        self.base = self._by(row.load_by, row.load_kg, row.load_percent)

    @property
    def why(self):
        by_rule = self.row.load_by == LoadBy.RULE and not self.row.set_targets
        yield self.aim.why if by_rule or self.is_light or self.lacks_maximum else self._said()
        if self.lacks_maximum:
            yield NO_MAXIMUM

    def of_all(self):
        """Every set as the rule has it, in the week's number."""
        found = [*self.aim.targets] or [Target(None, self.row.reps_low)]
        more = 0 if self.is_light else self.row.sets - len(found)
        found = [*found, *found[-1:] * more]
        if self.row.load_by == LoadBy.RULE:
            return tuple(replace(t, load_kg=self._in_week(t.load_kg)) for t in found)
        return tuple(replace(t, load_kg=self._in_week(self.base)) for t in found)

    def of_sets(self, own):
        """Each set with its own target; a share is of the heaviest, as is a drop without one."""
        counts = [t.count for t in self.aim.targets if t.count]
        over = (counts[0] if counts else self.row.reps_low) - self.row.reps_high
        return tuple(Target(self._of_set(t), _within(t, t.reps_high + over)) for t in own)

    def _of_set(self, target):
        if target.load_by == "rule":
            return self._in_week(self.base)
        if target.load_by == "share":
            share = self.base and self.step.nearest(self.base * target.load / 100)
            return self._in_week(share)
        return self._in_week(self._by(target.load_by, target.load, target.load))

    def _by(self, load_by, load_kg, percent):
        if not self.has_load:
            return None
        if load_by == LoadBy.RULE:
            return self.aim.targets[0].load_kg if self.aim.targets else None
        if load_by == LoadBy.WEIGHT:
            return self._eased(load_kg)
        maximum = self._training_max() if load_by == LoadBy.TRAINING_MAX else self.maximum
        self.lacks_maximum |= maximum is None
        return maximum and self._eased(self.step.nearest(maximum * percent / 100))

    def _eased(self, load_kg):
        """As a lighter week has what the plan says; the rule's own is lighter already."""
        is_help = self.row.exercise.load_type == LoadType.ASSISTED
        return self.step.share(load_kg, DELOAD_LOAD) if self.is_light and not is_help else load_kg

    def _training_max(self):
        told = self.row.rule_settings.get("training_max_kg")
        if told:
            return Decimal(str(told))
        return self.maximum and training_max(self.maximum)

    def _in_week(self, load_kg):
        """As much as the week changes of it, rounded to a step; help stays what it is."""
        scheme = self.scheme
        if load_kg is None or (scheme.load_factor == 1 and not scheme.load_add_kg):
            return load_kg
        if scheme.load_factor < 1 and self.row.exercise.load_type != LoadType.ASSISTED:
            load_kg = self.step.share(load_kg, scheme.load_factor)
        elif scheme.load_factor > 1:
            load_kg = self.step.nearest(load_kg * scheme.load_factor)
        return min(max(load_kg + scheme.load_add_kg, Decimal(0)), HEAVIEST_KG)

    def _said(self):
        if self.base is None:
            return self.aim.why
        told = self.step.text(self.base)
        if self.row.load_by == LoadBy.RULE:
            return self._said_of_sets(told)
        if self.row.load_by == LoadBy.WEIGHT:
            return f"Your plan says {told}."
        of = "1RM" if self.row.load_by == LoadBy.ONE_REP_MAX else "training max"
        return f"{self.row.load_percent.normalize():f} % of your {of}: {told}."

    def _said_of_sets(self, told):
        """The rule's own words are of sets that are alike."""
        if self.last is None or self.base < self.last:
            return self.aim.why
        if self.base > self.last:
            return f"Every set reached its target: the heaviest is {told} now."
        return f"The heaviest set stays at {told} until every set reaches its target."


def _heaviest(visits):
    """The heaviest working set of the last visit; None without a load."""
    loads = [past.load_kg for visit in visits[:1] for past in visit.working if past.load_kg]
    return max(loads, default=None)


def _straight(row, own):
    """The row for the rule alone, which sees one load and one range."""
    asked = copy.copy(row)
    asked.technique, asked.technique_details = Technique.STRAIGHT, {}
    asked.sets = max(1, counted(own))
    return asked


def _evened(row, visits, own):
    """The visits as the rule is to see them."""
    week = getattr(row, "plan_week", None)
    if week is None:
        return visits
    return [_evened_visit(row, week, visit, own) for visit in visits]


def _evened_visit(row, week, visit, own):
    """One visit at the usual load."""
    if not any(past.lineage == row.lineage for past in visit.sets):
        return visit
    scheme = week.scheme_on(row.unshaped, visit.trained_on)
    if scheme is None:
        return visit
    working = iter([target for target in own if target.kind in COUNTED])
    uncounted = {"warm_up", "drop"}
    sets = tuple(
        past if past.kind in uncounted else _usual(past, scheme, next(working, None), row)
        for past in visit.sets
    )
    return Visit(visit.session_id, visit.trained_on, sets)


def _usual(past, scheme, target, row):
    """What a set would have been at the load that the rule gives, and in the row's range."""
    load_kg, reps = past.load_kg, past.reps
    step = step_for(row.exercise, past.load_unit)
    if load_kg is not None and (scheme.load_add_kg or scheme.load_factor != 1):
        load_kg = load_kg - scheme.load_add_kg
        load_kg = _before(load_kg, scheme.load_factor, step)
    if target and target.load_by == "share" and load_kg is not None:
        load_kg = load_kg * 100 / target.load
    if target and reps is not None:
        reps = max(1, reps + row.reps_high - target.reps_high)
    if load_kg == past.load_kg and reps == past.reps:
        return past
    load_kg = load_kg and max(step.nearest(load_kg), Decimal(0))
    return past._replace(load_kg=load_kg, reps=reps)


def _before(load_kg, factor, step):
    """The load of which `factor` was this: less is rounded down, so that is rounded up again."""
    exact = load_kg / factor
    nearest = step.nearest(exact)
    return step.up(nearest) if factor < 1 and nearest < exact else nearest


def _within(target, count):
    return min(max(count, target.reps_low), target.reps_high)


def _maximum(row, visits):
    """The best estimate of what could be lifted once, from the visits; None without one."""
    if row.exercise.load_type != LoadType.EXTERNAL:
        return None
    sets = [
        (row.load_kg, row.reps, row.rir)
        for visit in visits
        for row in visit.working
        if row.load_kg and row.reps
    ]
    best = best_estimate(sets)
    return None if best is None else Decimal(str(round(best, 2)))
