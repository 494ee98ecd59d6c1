"""What is in a routine: days with `rows`, their prescriptions, read or written as a whole."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from operator import attrgetter
from uuid import UUID

from django.db import models

from accounts.statements import Statement, among
from catalogue.models import Exercise
from workouts.models import Alternative, Day, Prescription, others_of_rows

VERSION_FIELDS = ("weeks", "week_plan", "rolling", "exit_criteria")
DAY_FIELDS = ("position", "name", "weekday", "is_rest", "first_week", "last_week")
SHOWN = (  # of a row’s exercise
    "slug", "name", "member", "region", "laterality", "mechanic", "load_type", "retired_at",
)  # fmt: skip
ROW_FIELDS = (
    "lineage", "position", "sets", "reps_low", "reps_high", "unit", "rir", "rest_seconds",
    "superset", "technique", "technique_details", "progression", "note", "load_by", "load_kg",
    "load_percent", "tempo", "rest_between_seconds", "warm_up_ramp", "sides", "set_targets",
    "by_week", "rule_settings",
)  # fmt: skip
READ = (
    *(f.name for f in Prescription._meta.concrete_fields),
    *(f"exercise__{name}" for name in SHOWN),
    "exercise__pattern__slug",
)


@dataclass(slots=True, eq=False)
class TemplateExercise:
    """What a ready routine shows of an exercise. Light, as its rows are: pages list hundreds."""

    pk: int
    slug: str
    name: str
    region: str
    laterality: str
    primary: tuple | list = ()
    secondary: tuple | list = ()
    is_own = False
    title = Exercise.title
    get_absolute_url = Exercise.get_absolute_url


@dataclass(slots=True, frozen=True)
class Other:
    """An exercise that a row may be as well, as light as that."""

    pk: int
    slug: str
    name: str
    member_id: str | None = None
    title = Exercise.title
    is_own = Exercise.is_own
    get_absolute_url = Exercise.get_absolute_url


@dataclass(slots=True, eq=False)
class TemplateRow:
    """A row of a ready routine, not stored. A swap may put an Exercise in."""

    exercise: TemplateExercise | Exercise
    sets: int
    reps_low: int
    reps_high: int
    unit: str
    rir: Decimal | None
    rest_seconds: int
    superset: str
    technique: str
    technique_details: dict
    progression: str
    position: int
    note: str = ""
    by_week: dict = field(default_factory=dict)
    warm_up_ramp: bool = False
    label: str = ""
    edge: str = ""

    @property
    def exercise_id(self):
        return self.exercise.pk


@dataclass(slots=True, eq=False)
class TemplateDay:
    position: int
    name: str
    weekday: int | None
    first_week: int
    last_week: int | None
    rows: list[TemplateRow] = field(default_factory=list)
    is_rest: bool = False
    balance: object = None


def days_of(version):
    """The days of a version in order, with `rows` and their exercises (SHOWN). Two queries."""
    return days_of_versions([version])[version.pk]


def days_of_versions(versions):
    """The days of several versions of one member, by version id. Two queries."""
    if not versions:
        return {}
    member = versions[0].member_id
    found = {version.pk: [] for version in versions}
    days = {day.pk: day for day in _in_order(DAYS(None, member, list(found)))}
    for day in days.values():
        day.rows = []
        found[day.version_id].append(day)
    for row in _in_order(ROWS(None, member, list(days)) if days else []):
        row.day = days[row.day_id]
        row.others = [Other(**one) for one in row.others]
        row.day.rows.append(row)
    return found


def _days(_, member, versions):
    return Day.objects.filter(among("version", versions), member=member).order_by()


def _rows(_, member, days):
    rows = Prescription.objects.filter(among("day", days), member=member)
    rows = rows.annotate(others=others_of_rows()).select_related("exercise__pattern")
    return rows.only(*READ).order_by().fetch_mode(models.FETCH_RAISE)


MEMBER, PARENT = UUID(int=1), UUID(int=2)  # stand for those that are asked for
DAYS, ROWS = Statement(_days, MEMBER, [PARENT]), Statement(_rows, MEMBER, [PARENT])


def _in_order(rows):
    """Days or prescriptions as their Meta orders them; it takes Django longer to write that."""
    return sorted(rows, key=attrgetter("position", "pk"))


def days_of_templates(templates):
    """The days of ready routines by slug, much as those of versions. One query."""
    plans = {template.slug: template.days for template in templates}
    rows = [row for days in plans.values() for day in days for row in day["prescriptions"]]
    used = Exercise.objects.public().filter(slug__in={row["exercise"] for row in rows})
    shown = used.values_list("pk", "slug", "name", "region", "laterality")
    exercises = {values[1]: TemplateExercise(*values) for values in shown}
    return {
        slug: [_template_day(number, day, exercises) for number, day in enumerate(days, 1)]
        for slug, days in plans.items()
    }


def days_of_template(template):
    return days_of_templates([template])[template.slug]


def version_fields(source):
    """What a copy of a version, or of a ready routine, has of it beside its days."""
    return {name: getattr(source, name) for name in VERSION_FIELDS}


def write_days(version, days, exercises=None, *, same_ids=False):
    """Copy `days` and their rows into a draft; what is the same keeps its lineage, if it has one.

    `exercises` gives the ids of exercises that become others: {old id: new id}. Returns the days.
    """
    becomes = exercises or {}
    copies, rows, others = [], [], []
    for day in days:
        fields = {name: getattr(day, name) for name in DAY_FIELDS}
        copy = Day(member_id=version.member_id, version=version, **fields, **_id(day, same_ids))
        copy.rows = [
            Prescription(
                member_id=version.member_id,
                day=copy,
                exercise_id=becomes.get(row.exercise_id, row.exercise_id),
                **_id(row, same_ids),
                **{name: getattr(row, name) for name in ROW_FIELDS if hasattr(row, name)},
            )
            for row in day.rows
        ]
        copies.append(copy)
        rows += copy.rows
        for row, source in zip(copy.rows, day.rows, strict=True):
            others += others_for(row, getattr(source, "alternatives", ()), becomes)
            row.others = getattr(source, "others", ())
    Day.objects.bulk_create(copies)
    Prescription.objects.bulk_create(rows)
    if others:
        Alternative.objects.bulk_create(others)
    return copies


def others_for(row, exercises, becomes=()):
    """Alternatives, not stored yet, that let a row be one of these exercises (ids) as well."""
    known = dict(becomes)
    ids = dict.fromkeys(known.get(pk, pk) for pk in exercises)
    ids.pop(row.exercise_id, None)
    return [
        Alternative(member_id=row.member_id, prescription=row, exercise_id=pk, position=place)
        for place, pk in enumerate(ids, 1)
    ]


def rewrite_days(version, days, exercises=None):
    """Put `days` in the place of all that a draft has, ids included; the days as they are then."""
    version.days.filter(member=version.member_id).delete()
    write_days(version, days, exercises, same_ids=True)
    return days_of(version)


def _id(thing, same):
    return {"id": thing.id} if same else {}


def in_week(days, week):
    """Those of `days` that are trained in this week of the routine."""
    return [
        day
        for day in days
        if day.first_week <= week and (day.last_week is None or week <= day.last_week)
    ]


def phases_of(days, weeks):
    """The stretches of weeks in which the days stay the same: [(1, 4), (5, 8)]."""
    starts = {1} | {day.first_week for day in days}
    starts |= {day.last_week + 1 for day in days if day.last_week}
    starts = sorted(start for start in starts if start <= weeks)
    return list(zip(starts, [start - 1 for start in starts[1:]] + [weeks], strict=True))


def exercises_in(days):
    """The ids of all exercises of these days."""
    return {row.exercise_id for day in days for row in day.rows}


def _template_day(number, day, exercises):
    known = [row for row in day["prescriptions"] if row["exercise"] in exercises]
    return TemplateDay(
        number,
        day["name"],
        day["weekday"],
        day["first_week"],
        day["last_week"],
        [
            _template_row(place, row, exercises[row["exercise"]])
            for place, row in enumerate(known, 1)
        ],
    )


def _template_row(position, row, exercise):
    low, high = row["reps"]
    return TemplateRow(
        exercise=exercise,
        position=position,
        sets=row["sets"],
        reps_low=low,
        reps_high=high,
        unit=row["unit"],
        rir=_decimal(row["rir"]),
        rest_seconds=row["rest_seconds"],
        superset=row["superset"],
        technique=row["technique"],
        technique_details=row["technique_details"],
        progression=row["progression"],
        by_week=row.get("by_week", {}),
        warm_up_ramp=row.get("warm_up_ramp", False),
    )


@cache
def _decimal(number):
    return None if number is None else Decimal(str(number))
