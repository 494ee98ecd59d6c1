"""A plan as one dict: what texts, links, snapshots, files and merges read and write of a version.

Lossless but for ids: `plan_of` of what `days_from` made is the same again. Exercises are ids,
lineages texts; what is as usual is left out of a prescription. The keys are those of the columns.
"""

from decimal import Decimal
from types import SimpleNamespace
from uuid import UUID

from training.units import plain
from workouts.contents import DAY_FIELDS, ROW_FIELDS, VERSION_FIELDS
from workouts.keeping import NUMBERS
from workouts.models import Day, Prescription, RoutineVersion

PLACES = ("position",)  # said by the order


def plan_of(version, days):
    """{"weeks": 8, …, "days": [{"name": "Pull", …, "prescriptions": [{…}]}]}."""
    plan = _fields(version, RoutineVersion, VERSION_FIELDS)
    return plan | {"days": [day_of(day) for day in days]}


def day_of(day):
    fields = _fields(day, Day, DAY_FIELDS)
    return fields | {"prescriptions": [row_of(row) for row in day.rows]}


def row_of(row):
    """A prescription as in a plan: {"exercise": 17, "lineage": "…", "sets": 4, …}."""
    others = {"alternatives": list(row.alternatives)} if row.alternatives else {}
    return {"exercise": row.exercise_id} | others | _fields(row, Prescription, ROW_FIELDS)


def version_from(plan):
    """What has the columns of a version, for version_fields()."""
    return SimpleNamespace(**_values(plan, RoutineVersion, VERSION_FIELDS))


def days_from(plan):
    """What can be given to contents.write_days()."""
    days = []
    for position, day in enumerate(plan["days"], 1):
        rows = [_row(place, row) for place, row in enumerate(day.get("prescriptions", ()), 1)]
        place = {"position": day.get("position", position), "id": _id(day)}
        fields = _values(day, Day, DAY_FIELDS) | place
        days.append(SimpleNamespace(**fields, rows=rows))
    return days


def _row(position, row):
    fields = _values(row, Prescription, ROW_FIELDS) | {"position": position, "id": _id(row)}
    others = list(row.get("alternatives", ()))
    return SimpleNamespace(exercise_id=row["exercise"], alternatives=others, **fields)


def _id(given):
    """The id of a day or a prescription, where the plan says it: see workouts/undoing.py."""
    return UUID(given["id"]) if "id" in given else None


def _fields(thing, model, names):
    """The values of these columns that are not as usual, as JSON has them."""
    found = {}
    for name in names:
        value = getattr(thing, name)
        usual = model._meta.get_field(name).get_default()
        if name not in PLACES and (value != usual or name == "name"):
            found[name] = _plain(value)
    return found


def _values(given, model, names):
    """The values of these columns, as usual where not given. A lineage not given is a new one."""
    values = {}
    for name in names:
        field = model._meta.get_field(name)
        value = given[name] if name in given else field.get_default()
        if name in NUMBERS and value is not None:
            value = Decimal(str(value))
        values[name] = UUID(value) if name == "lineage" and isinstance(value, str) else value
    return values


def _plain(value):
    if isinstance(value, UUID):
        return str(value)
    return plain(value) if isinstance(value, Decimal) else value
