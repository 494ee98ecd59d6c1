"""Changing a routine: one draft beside the version in use, one change at a time.

Every change takes the draft's next number of edits. Whoever saw an older number is refused with
Stale before anything is written, so that two tabs never overwrite each other in silence.
"""

from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.inserting import insert_once
from catalogue.models import Exercise
from workouts import arranging
from workouts.contents import days_of, version_fields, write_days
from workouts.following import version_in_use
from workouts.models import Day, Prescription, Routine, RoutineVersion
from workouts.undoing import remember

MOST_SETS = 20  # of an exercise, beside warm-ups and drops
MOST_DAYS, MOST_ROWS = 21, 20  # a whole order fits in one form, see OrderForm
SCHEME = ("sets", "reps_low", "reps_high", "unit", "rir", "rest_seconds", "technique",
          "technique_details", "progression", "tempo", "warm_up_ramp", "sides", "set_targets",
          "rule_settings", "load_by", "load_kg", "load_percent")  # fmt: skip
Metric, Unit = Exercise.Metric, Prescription.Unit
Progression, Technique = Prescription.Progression, Prescription.Technique
USUAL = {
    Metric.SECONDS: {
        "sets": 3, "reps_low": 20, "reps_high": 40, "unit": Unit.SECONDS,
        "progression": Progression.TIME,
    },
    Metric.METRES: {"sets": 3, "reps_low": 20, "reps_high": 40, "unit": Unit.METRES},
    Metric.TIME_DISTANCE: {
        "sets": 1, "reps_low": 10, "reps_high": 15, "unit": Unit.MINUTES,
        "technique": Technique.CARDIO, "progression": Progression.DURATION_CARDIO,
    },
}  # fmt: skip


class Stale(Exception):
    """The draft changed, or is a draft no more, since the page was made."""


def start_routine(member, name, pk):
    """A routine from nothing: a first draft with one empty day. The same `pk` twice begins one."""
    alike = Routine.objects.of(member).current().filter(name=name, template=None)
    routine, is_new = insert_once(Routine(pk=pk, member=member, name=name), alike)
    if not is_new:
        return routine
    version = RoutineVersion.objects.create(member=member, routine=routine, number=1)
    version.days.create(member=member, position=1, name="Day 1")
    return routine


def draft_of(routine):
    """The draft of a routine, or None."""
    return routine.versions.filter(member=routine.member_id).drafts().first()


def open_draft(routine, source=None):
    """The draft of a routine: the one there is, or a copy of the version in use or of `source`."""
    draft = draft_of(routine)
    if draft:
        return draft
    current = version_in_use(routine)
    source = source or current
    try:
        with transaction.atomic():
            draft = RoutineVersion.objects.create(
                member_id=routine.member_id,
                routine=routine,
                number=current.number + 1,
                merged_from=source.merged_from,
                **version_fields(source),
            )
            write_days(draft, days_of(source))
    except IntegrityError:  # another tab was quicker, and there is one draft only
        return draft_of(routine)
    return draft


def discard(version):
    """Throw a draft away; a routine that was never in use goes with it."""
    if version_in_use(version.routine):
        version.delete()
    else:
        version.routine.delete()


class Draft:
    """A draft with all its days and rows, for one change."""

    def __init__(self, version):
        self.version = version
        self.days = days_of(version)

    def day(self, pk):
        return next((day for day in self.days if day.pk == pk), None)

    def row(self, pk):
        """The row and the day it is on, or (None, None)."""
        pairs = ((row, day) for day in self.days for row in day.rows if row.pk == pk)
        return next(pairs, (None, None))

    def claim(self, *, is_step=True, **changes):
        """Take the next number of edits, or raise Stale. What was is kept, to go back to."""
        mine = RoutineVersion.objects.filter(
            member=self.version.member_id,
            pk=self.version.pk,
            released_at__isnull=True,
            edits=self.version.edits,
        )
        if not mine.update(edits=F("edits") + 1, **changes):
            raise Stale
        self.version.edits += 1
        if is_step:
            remember(self)
        for name, value in changes.items():
            setattr(self.version, name, value)

    def mute(self, rules):
        """Make {rule: reason} all that the check says nothing of in this routine."""
        self.claim(is_step=False)
        self.version.routine.muted = rules
        self.version.routine.save(update_fields=["muted"])

    def add_day(self, first_week=1, last_week=None):
        self.claim()
        day = Day.objects.create(
            member_id=self.version.member_id,
            version=self.version,
            position=max([day.position for day in self.days], default=0) + 1,
            name=f"Day {len(self.days) + 1}",
            first_week=first_week,
            last_week=last_week,
        )
        day.rows = []
        self.days.append(day)
        return day

    def change(self, thing, values):
        """Give a day or a row these values."""
        self.claim()
        if "technique" in values and values["technique"] != thing.technique:
            values = values | {"technique_details": {}}  # they belong to the technique
        if "progression" in values and values["progression"] != thing.progression:
            values = values | {"rule_settings": {}}  # and these to the rule
        for name, value in values.items():
            setattr(thing, name, value)
        thing.save(update_fields=list(values))

    def add_row(self, day, exercise):
        """Prescribe an exercise as the member last had it, or else as it usually is."""
        self.claim()
        row = Prescription.objects.create(
            member_id=self.version.member_id,
            day=day,
            position=len(day.rows) + 1,
            exercise=exercise,
            **_last_scheme(exercise, self.version.member_id),
        )
        day.rows.append(row)
        return row

    def reorder(self, day, arrange, *args):
        """Store the order and supersets that a function of `arranging` gives a day's rows."""
        self.claim()
        day.rows = arrange(day.rows, *args)
        store_order([day])

    def move_to(self, row, home, day):
        """Put a row at the end of another day."""
        self.claim()
        row.superset, row.day = "", day
        home.rows = arranging.tidy(other for other in home.rows if other is not row)
        day.rows = arranging.tidy([*day.rows, row])
        store_order([home, day])

    def arrange(self, order):
        """Give days the rows of `order`, {day id: [row ids]}; a row that is not named stays."""
        rows = {row.pk: (row, day) for day in self.days for row in day.rows}
        named = {pk for pks in order.values() for pk in pks}
        plan = {
            day.pk: [rows[pk] for pk in order.get(day.pk, [])]
            + [(row, day) for row in day.rows if row.pk not in named]
            for day in self.days
        }
        if all([row for row, _ in plan[day.pk]] == day.rows for day in self.days):
            return  # put down where it was
        self.claim()
        for day in self.days:
            for row, home in plan[day.pk]:
                if home is not day:
                    row.superset, row.day = "", day
        for day in self.days:
            day.rows = arranging.tidy(row for row, _ in plan[day.pk])
        store_order(self.days)


def store_order(days):
    """Store positions and supersets of the rows of these days. One query."""
    rows = [row for day in days for row in day.rows]
    Prescription.objects.bulk_update(rows, ["day", "position", "superset", "technique"])


def _last_scheme(exercise, member):
    """The scheme of the member's newest prescription of an exercise, or its usual one."""
    last = Prescription.objects.filter(member=member, exercise=exercise).order_by("-id").first()
    if last:
        scheme = {name: getattr(last, name) for name in SCHEME}
        alone = scheme["technique"] == Technique.SUPERSET
        return scheme | ({"technique": Technique.STRAIGHT} if alone else {})
    return usual_scheme(exercise)


def usual_scheme(exercise):
    """What an exercise is prescribed as by itself; the model's defaults are the rest."""
    assisted = exercise.load_type == Exercise.LoadType.ASSISTED
    reps = {
        "sets": 3,
        "reps_low": exercise.default_reps_low,
        "reps_high": exercise.default_reps_high,
        "unit": Unit.REPS,
        "progression": Progression.ASSIST_DOWN if assisted else Progression.DOUBLE,
    }
    return USUAL.get(exercise.metric, reps) | {"rest_seconds": exercise.default_rest_seconds}
