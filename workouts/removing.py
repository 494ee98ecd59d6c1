"""Taking days and rows out of a draft, and putting them back as they were.

What was removed is kept beside the draft until it is put to use.
"""

import uuid
from decimal import Decimal

from django.db.models import Q

from catalogue.models import Exercise
from workouts import arranging
from workouts.building import MOST_DAYS, MOST_ROWS, store_order
from workouts.contents import DAY_FIELDS, ROW_FIELDS
from workouts.describing import listed
from workouts.models import Day, Prescription

MOST_KEPT = 20
STORED = (*ROW_FIELDS, "exercise_id")
NOT_NOW = "That could not be put back: it is there, or its day is not."
GONE = "not in the catalogue any more"


class NotPutBack(Exception):
    """Why something stays removed, in words."""


def remove_row(draft, row, day):
    _keep(draft, row, row.exercise.name, {"day": str(day.pk), "row": _packed(row, STORED)})
    row.delete()
    day.rows = arranging.tidy(other for other in day.rows if other is not row)
    store_order([day])


def remove_day(draft, day):
    rows = [_packed(row, STORED) for row in day.rows]
    names = {str(row.exercise_id): row.exercise.name for row in day.rows}
    _keep(draft, day, day.name, {"fields": _packed(day, DAY_FIELDS), "rows": rows, "names": names})
    day.delete()
    draft.days = [other for other in draft.days if other is not day]


def put_back(draft, pk):
    """Put back what was removed under this id: what came back in words, or NotPutBack with why."""
    entry = next((kept for kept in draft.version.removed if kept["id"] == str(pk)), None)
    if entry is None:
        raise NotPutBack(NOT_NOW)
    put = _put_row_back if "row" in entry else _put_day_back
    return put(draft, uuid.UUID(entry["id"]), entry)


def _put_row_back(draft, pk, entry):
    day = draft.day(uuid.UUID(entry["day"]))
    if day is None or len(day.rows) >= MOST_ROWS:
        raise NotPutBack(NOT_NOW)
    if not _there([entry["row"]], draft):
        raise NotPutBack(f"{entry['name']} could not be put back: it is {GONE}.")
    _forget(draft, entry)
    row = _unpacked(day, entry["row"], id=pk)
    row.save(force_insert=True)
    day.rows.insert(row.position - 1, row)
    day.rows = arranging.tidy(day.rows)
    store_order([day])
    return f"{entry['name']} is back."


def _put_day_back(draft, pk, entry):
    if len(draft.days) >= MOST_DAYS:
        raise NotPutBack(NOT_NOW)
    _forget(draft, entry)
    version = draft.version
    day = Day(pk=pk, member_id=version.member_id, version=version, **entry["fields"])
    day.save(force_insert=True)
    there = _there(entry["rows"], draft)
    rows = [_unpacked(day, row) for row in entry["rows"] if row["exercise_id"] in there]
    Prescription.objects.bulk_create(arranging.tidy(rows))
    return f"{day.name} is back{_without(entry, there)}."


def _there(rows, draft):
    """Which exercises of packed rows this member can still have. One query."""
    exercises = Exercise.objects.filter(pk__in={row["exercise_id"] for row in rows})
    theirs = Q(member__isnull=True) | Q(member=draft.version.member_id)
    return set(exercises.filter(theirs).values_list("pk", flat=True))


def _without(entry, there):
    gone = [row["exercise_id"] for row in entry["rows"] if row["exercise_id"] not in there]
    if not gone:
        return ""
    names = entry.get("names", {})  # not kept from the beginning
    words = dict.fromkeys(names.get(str(pk), "an exercise") for pk in gone)
    return f" without {listed(words)}, which {'is' if len(words) == 1 else 'are'} {GONE}"


def _keep(draft, thing, name, content):
    entry = {"id": str(thing.pk), "name": name, **content}
    draft.claim(removed=[entry, *draft.version.removed][:MOST_KEPT])


def _forget(draft, entry):
    draft.claim(removed=[kept for kept in draft.version.removed if kept is not entry])


def _packed(thing, fields):
    """These fields as JSON has them: ids and numbers with decimals as text."""
    values = {name: getattr(thing, name) for name in fields}
    plain = (int, str, dict, type(None))
    return {name: v if isinstance(v, plain) else str(v) for name, v in values.items()}


def _unpacked(day, values, **more):
    rir = None if values["rir"] is None else Decimal(values["rir"])
    return Prescription(member_id=day.member_id, day=day, **values | {"rir": rir} | more)
