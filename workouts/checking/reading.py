"""A draft as the rules see it: see plan.py."""

from collections import defaultdict
from types import SimpleNamespace

from catalogue.entries import CARDIO
from catalogue.models import Exercise
from training.weeks import Scheme, in_week, whole_week
from workouts import contents
from workouts.balance import hard_sets
from workouts.checking.plan import Day, Lift, Plan, Row, Trainee, Week
from workouts.lasting import minutes_of
from workouts.models import Prescription

OF_BODY = {"bodyweight", "bodyweight_plus", "assisted", "band"}
LoadBy, Technique = Prescription.LoadBy, Prescription.Technique
Progression = Prescription.Progression
NO_WORK = {Technique.WARM_UP, Technique.CARDIO}
BY_LOAD = {Progression.LINEAR, Progression.WAVE, Progression.RPE_TOP_SET}
BY_MAXIMUM = {LoadBy.ONE_REP_MAX, LoadBy.TRAINING_MAX}
OF_ROWS = ("sets", "reps", "rest_seconds", "rir", "rir_add")  # what weeks change and rules read
OF_WEEKS = ("sets_factor", "deload", "rir", "rir_add")
SCHEME = ("sets", "reps_low", "reps_high", "rir", "rest_seconds")
COMPOUND = Exercise.Mechanic.COMPOUND


def plan_of(version, days, muscles, library):
    """The plan of a version's days, with how each exercise suits the member of `library`."""
    said, reader = library.said, _Reader(version, muscles, library)
    calendar = [
        reader.week(number, contents.in_week(days, number))
        for number in range(1, version.weeks + 1)
    ]
    return Plan(calendar, Trainee(said.level, said.goals, said.minutes))


def _read(changes, keys):
    return {key: changes[key] for key in keys if key in changes} if changes else changes


class _Reader:
    """Makes weeks of a version's days. Rows, days and weeks that are alike are made once."""

    def __init__(self, version, muscles, library):
        self.version, self.muscles, self.library = version, muscles, library
        self.limits = {word.pk: word.name for word in library.words.limitation.values()}
        self.lifts, self.rows, self.days, self.weeks, self.schemes = {}, {}, {}, {}, {}

    def week(self, number, days):
        whole = _read(whole_week(self.version.week_plan, number), OF_WEEKS)
        rolling = self.version.rolling
        found = [
            self._day(number, day, whole, place if rolling else day.weekday and day.weekday - 1)
            for place, day in enumerate(days)
        ]
        light = bool(whole.get("deload")) or whole.get("sets_factor", 1) < 1
        key = (*map(id, found), light, "rir" in whole)
        if key not in self.weeks:
            cycle = max(1, len(days)) if rolling else 7
            self.weeks[key] = Week(number, found, cycle, light, "rir" in whole)
        return self.weeks[key]

    def _day(self, number, day, whole, at):
        week, said = str(number), repr(whole) if whole else ""
        last = {row.superset: row for row in day.rows if row.superset}
        pairs = [
            self._row(row, _read(row.by_week.get(week), OF_ROWS), whole, said, last)
            for row in day.rows
        ]
        key = (day.pk, at, *map(id, pairs))
        if key not in self.days:
            minutes = minutes_of([asked for asked, _ in pairs])
            self.days[key] = Day(day.pk, day.name, [row for _, row in pairs], at, minutes)
        return self.days[key]

    def _row(self, row, own, whole, said, last):
        """(the prescription as a week has it, its Row); `said` is `whole` as text."""
        kept = self.rows.setdefault(row.pk, {})
        key = f"{own or ''}{said}"
        if key not in kept:
            asked, scheme = self._asked(row, own or {}, whole, key) if key else (row, None)
            if scheme not in kept:
                is_paced = bool(row.superset) and last[row.superset] is not row
                kept[scheme] = asked, _row_of(row, asked, self._lift(row.exercise), is_paced)
            kept[key] = kept[scheme]
        return kept[key]

    def _asked(self, row, own, whole, key):
        """A prescription with the scheme of a week, and that scheme. `key` is what changes it."""
        plain = (row.sets, row.reps_low, row.reps_high, row.rir, row.rest_seconds)
        if (plain, key) not in self.schemes:
            week = in_week(Scheme(*plain), own, whole)
            self.schemes[plain, key] = tuple(getattr(week, name) for name in SCHEME)
        scheme = self.schemes[plain, key]
        changes = dict(zip(SCHEME, scheme, strict=True))
        return SimpleNamespace(**vars(row) | changes, exercise=row.exercise), scheme

    def _lift(self, exercise):
        if exercise.pk not in self.lifts:
            self.lifts[exercise.pk] = self._lift_of(exercise)
        return self.lifts[exercise.pk]

    def _lift_of(self, exercise):
        pk, entry = exercise.pk, self.library.entry(exercise.pk)
        suits = self.library.row(entry) if entry else None
        return Lift(
            pk,
            exercise.title,
            pattern=exercise.pattern.slug if exercise.pattern else "",
            region=exercise.region,
            load_type=exercise.load_type,
            is_compound=exercise.mechanic == COMPOUND,
            groups=_floats(self.muscles.by_group.get(pk, {})),
            regions=_floats(self.muscles.by_region.get(pk, {})),
            verdict=suits.verdict if suits else "",
            limits=tuple(self._limits_of(entry)) if suits and suits.verdict else (),
            lacking=tuple(suits.lacking) if suits else (),
        )

    def _limits_of(self, entry):
        """Names of the limitations that say the worst of an exercise."""
        said, by_verdict = self.library.said, defaultdict(list)
        for pk, verdict in entry.verdicts.items():
            by_verdict[said.verdict_on(pk, verdict)].append(self.limits.get(pk, ""))
        return sorted(by_verdict.get("avoid") or by_verdict.get("caution", []))


def _row_of(row, asked, lift, is_paced):
    kinds = {target.get("kind") for target in row.set_targets}
    percent = row.load_percent if row.load_by in BY_MAXIMUM else None
    weighs = row.load_by != LoadBy.RULE or row.progression in BY_LOAD
    return Row(
        row.pk,
        lift,
        asked.sets,
        (asked.reps_low, asked.reps_high),
        row.unit,
        None if asked.rir is None else float(asked.rir),
        asked.rest_seconds,
        row.technique,
        row.superset,
        None if percent is None else float(percent),
        is_loaded=weighs or lift.load_type not in OF_BODY,
        has_ramp=row.warm_up_ramp or "warm_up" in kinds,
        drops=row.technique == Technique.DROP_SET or "drop" in kinds,
        hard=float(hard_sets(asked)),
        counts=row.technique not in NO_WORK and lift.pattern != CARDIO,
        is_paced=is_paced,
    )


def _floats(credits):
    return {part: float(credit) for part, credit in credits.items()}
