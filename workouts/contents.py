"""What is in a routine: days with `rows`, their prescriptions, read or written as a whole."""

from decimal import Decimal

from django.db import models
from django.db.models import Prefetch

from catalogue.models import Exercise
from workouts.models import Day, Prescription

DAY_FIELDS = ("position", "name", "weekday", "first_week", "last_week")
SHOWN = ("slug", "name", "member", "region", "laterality")  # of an exercise of a ready routine
ROW_FIELDS = (
    "lineage", "position", "sets", "reps_low", "reps_high", "unit", "rir", "rest_seconds",
    "superset", "technique", "technique_details", "progression", "note",
)  # fmt: skip


def days_of(version):
    """The days of a version in order, each with its `rows` and their exercises. Two queries."""
    return days_of_versions([version])[version.pk]


def days_of_versions(versions):
    """The days of several versions of one member, by version id. Two queries."""
    if not versions:
        return {}
    member = versions[0].member_id
    prescriptions = (
        Prescription.objects.filter(member=member)
        .select_related("exercise")
        .fetch_mode(models.FETCH_RAISE)
    )
    days = Day.objects.filter(member=member, version__in=versions).prefetch_related(
        Prefetch("prescriptions", prescriptions, to_attr="rows")
    )
    found = {version.pk: [] for version in versions}
    for day in days:
        found[day.version_id].append(day)
    return found


def days_of_templates(templates):
    """The days of ready routines by slug, in the same shape but not stored. One query."""
    plans = {template.slug: template.plan["days"] for template in templates}
    rows = [row for days in plans.values() for day in days for row in day["prescriptions"]]
    exercises = {
        exercise.slug: exercise
        for exercise in Exercise.objects.public()
        .filter(slug__in={row["exercise"] for row in rows})
        .only(*SHOWN)
        .fetch_mode(models.FETCH_RAISE)
    }
    return {
        slug: [_template_day(number, day, exercises) for number, day in enumerate(days, 1)]
        for slug, days in plans.items()
    }


def days_of_template(template):
    return days_of_templates([template])[template.slug]


def write_days(version, days, exercises=None):
    """Copy `days` and their rows into a draft; what is the same keeps its lineage.

    `exercises` gives the ids of exercises that become others: {old id: new id}.
    """
    becomes = exercises or {}
    copies, rows = [], []
    for day in days:
        fields = {name: getattr(day, name) for name in DAY_FIELDS}
        copies.append(Day(member_id=version.member_id, version=version, **fields))
        rows += [
            Prescription(
                member_id=version.member_id,
                day=copies[-1],
                exercise_id=becomes.get(row.exercise_id, row.exercise_id),
                **{name: getattr(row, name) for name in ROW_FIELDS},
            )
            for row in day.rows
        ]
    Day.objects.bulk_create(copies)
    Prescription.objects.bulk_create(rows)


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
    written = Day(
        position=number,
        name=day["name"],
        weekday=day["weekday"],
        first_week=day["first_week"],
        last_week=day["last_week"],
    )
    known = [row for row in day["prescriptions"] if row["exercise"] in exercises]
    written.rows = [
        _template_row(position, row, exercises[row["exercise"]])
        for position, row in enumerate(known, 1)
    ]
    return written


def _template_row(position, row, exercise):
    low, high = row["reps"]
    return Prescription(
        position=position,
        exercise=exercise,
        sets=row["sets"],
        reps_low=low,
        reps_high=high,
        unit=row["unit"],
        rir=None if row["rir"] is None else Decimal(str(row["rir"])),
        rest_seconds=row["rest_seconds"],
        superset=row["superset"],
        technique=row["technique"],
        technique_details=row["technique_details"],
        progression=row["progression"],
    )
