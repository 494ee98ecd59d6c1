"""Taking days and rows out of a draft, and putting them back as they were.

What was removed is kept beside the draft until it is put to use.
"""

import uuid

from catalogue.models.titles import title_of
from workouts import arranging
from workouts.building import MOST_DAYS, MOST_ROWS, store_order
from workouts.contents import DAY_FIELDS, ROW_FIELDS, others_for
from workouts.describing import listed
from workouts.exchanging import exchange_back
from workouts.keeping import (
    GONE,
    NOT_NOW,
    NotPutBack,
    forget,
    keep,
    packed,
    prescribed,
    still_there,
)
from workouts.models import Alternative, Day, Prescription

STORED = (*ROW_FIELDS, "exercise_id", "alternatives")


def remove_row(draft, row, day):
    keep(draft, row.pk, row.exercise.name, {"day": str(day.pk), "row": packed(row, STORED)})
    row.delete()
    day.rows = arranging.tidy(other for other in day.rows if other is not row)
    store_order([day])


def remove_day(draft, day):
    rows = [packed(row, STORED) for row in day.rows]
    names = {str(row.exercise_id): row.exercise.name for row in day.rows}
    fields = packed(day, DAY_FIELDS)
    keep(draft, day.pk, day.name, {"fields": fields, "rows": rows, "names": names})
    day.delete()
    draft.days = [other for other in draft.days if other is not day]


def put_back(draft, pk):
    """Undo what is kept under this id, or raise NotPutBack with why.

    Returns what came back in words, and the id of the row or day that it is.
    """
    entry = next((kept for kept in draft.version.removed if kept["id"] == str(pk)), None)
    if entry is None:
        raise NotPutBack(NOT_NOW)
    if "became" in entry:
        return exchange_back(draft, entry), uuid.UUID(entry["of"])
    put = _put_row_back if "row" in entry else _put_day_back
    return put(draft, uuid.UUID(entry["id"]), entry), pk


def _put_row_back(draft, pk, entry):
    day = draft.day(uuid.UUID(entry["day"]))
    if day is None or len(day.rows) >= MOST_ROWS:
        raise NotPutBack(NOT_NOW)
    there = still_there(_named([entry["row"]]), draft)
    if entry["row"]["exercise_id"] not in there:
        raise NotPutBack(f"{_title(entry)} could not be put back: it is {GONE}.")
    forget(draft, entry)
    row = prescribed(day, entry["row"], id=pk, exercise_id=there[entry["row"]["exercise_id"]])
    row.save(force_insert=True)
    _put_others_back([(row, entry["row"])], there)
    day.rows.insert(row.position - 1, row)
    day.rows = arranging.tidy(day.rows)
    store_order([day])
    return f"{_title(entry)} is back."


def _title(entry):
    return title_of("exercise", entry["row"]["exercise_id"], entry["name"])


def _put_day_back(draft, pk, entry):
    if len(draft.days) >= MOST_DAYS:
        raise NotPutBack(NOT_NOW)
    forget(draft, entry)
    version = draft.version
    day = Day(pk=pk, member_id=version.member_id, version=version, **entry["fields"])
    day.save(force_insert=True)
    there = still_there(_named(entry["rows"]), draft)
    rows = [
        (prescribed(day, row, exercise_id=there[row["exercise_id"]]), row)
        for row in entry["rows"]
        if row["exercise_id"] in there
    ]
    Prescription.objects.bulk_create(arranging.tidy(row for row, _ in rows))
    _put_others_back(rows, there)
    return f"{day.name} is back{_without(entry, there)}."


def _named(rows):
    """The ids of all exercises that these packed rows name."""
    return {pk for row in rows for pk in (row["exercise_id"], *row.get("alternatives", ()))}


def _put_others_back(rows, there):
    """Of each (row, packed row) what might be done instead, as far as it is still there."""
    Alternative.objects.bulk_create(
        other
        for row, kept in rows
        for other in others_for(row, filter(there.get, kept.get("alternatives", ())), there)
    )


def _without(entry, there):
    gone = [row["exercise_id"] for row in entry["rows"] if row["exercise_id"] not in there]
    if not gone:
        return ""
    names = entry.get("names", {})  # not kept from the beginning
    words = dict.fromkeys(
        title_of("exercise", pk, names.get(str(pk), "an exercise")) for pk in gone
    )
    return f" without {listed(words)}, which {'is' if len(words) == 1 else 'are'} {GONE}"
