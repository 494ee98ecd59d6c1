"""The same once more: an exercise of a day, or a whole day, as a start for something else."""

import uuid6

from workouts.building import store_order
from workouts.contents import write_days
from workouts.models import Prescription
from workouts.one_of import store_others
from workouts.shape import day_of, days_from

FIXED = {"id", "member", "day", "exercise", "lineage", "position", "superset"}


def duplicate(draft, day, row):
    """The row once more, below itself and in no superset, with a lineage of its own."""
    draft.claim()
    fields = {
        field.name: getattr(row, field.name)
        for field in Prescription._meta.concrete_fields
        if field.name not in FIXED
    }
    if row.superset and fields["technique"] == Prescription.Technique.SUPERSET:
        fields["technique"] = Prescription.Technique.STRAIGHT
    place = _end_of_group(day.rows, row)
    made = Prescription.objects.create(
        member_id=row.member_id, day=day, exercise=row.exercise, position=place + 1, **fields
    )
    store_others(made, row.others)
    day.rows.insert(place, made)
    for position, other in enumerate(day.rows, 1):
        other.position = position
    store_order([day])
    return made


def copy_of_day(draft, day):
    """The day once more, at the end, on no weekday, its rows with lineages of their own."""
    draft.claim()
    plan = day_of(day)
    for row in plan["prescriptions"]:
        row["lineage"] = str(uuid6.uuid7())
    [copy] = days_from({"days": [plan | {"name": _name(draft, day), "weekday": None}]})
    copy.position = max(other.position for other in draft.days) + 1
    [made] = write_days(draft.version, [copy])
    for row, source in zip(made.rows, day.rows, strict=True):
        row.exercise, row.others = source.exercise, source.others
    draft.days.append(made)
    return made


def _end_of_group(rows, row):
    """Where in the list comes what is behind the row and its superset."""
    place = rows.index(row) + 1
    while row.superset and place < len(rows) and rows[place].superset == row.superset:
        place += 1
    return place


def _name(draft, day):
    taken = {other.name for other in draft.days}
    names = (f"{day.name[:70]} ({number})" for number in range(2, len(taken) + 3))
    return next(name for name in names if name not in taken)
