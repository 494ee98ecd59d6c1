"""A plan that was read from text, put into a draft."""

import uuid6

from workouts import arranging
from workouts.building import store_order
from workouts.comparing import differences
from workouts.comparing_details import whole_changes
from workouts.contents import ROW_FIELDS, rewrite_days, version_fields
from workouts.models import Prescription
from workouts.one_of import store_others
from workouts.shape import days_from, plan_of, version_from
from workouts.text.matching import days_kept

UNTOLD = "Details of the plan changed."


def replace_all(draft, plan):
    """Put `plan` in the place of all that a draft has; what changed, in words.

    Days and rows that stay keep their ids. Raises Stale before anything is written.
    """
    version, before = draft.version, plan_of(draft.version, draft.days)
    if plan == before:
        return []
    was, weeks = draft.days, version.weeks
    draft.claim(**version_fields(version_from(plan)))
    kept = {new: was[old] for new, old in days_kept(plan, before).items()}
    draft.days = rewrite_days(version, days_from(_with_ids(plan, kept)))
    words = differences(was, draft.days, weeks, version.weeks)
    words += whole_changes(version_from(before), version)
    return words or [UNTOLD]


def add_line(draft, day, values, exercise, others=()):
    """Prescribe an exercise as a line of text says, at the end of a day.

    The first of a superset waits for the line of the second.
    """
    draft.claim()
    plan = days_from({"days": [{"name": day.name, "prescriptions": [values]}]})
    fields = {name: getattr(plan[0].rows[0], name) for name in ROW_FIELDS}
    fields["position"] = len(day.rows) + 1
    row = Prescription(member_id=day.member_id, day=day, exercise=exercise, **fields)
    row.save(force_insert=True)
    store_others(row, others)
    day.rows = arranging.tidy([*day.rows, row], waiting=row)
    store_order([day])
    return row


def _with_ids(plan, kept):
    """The plan with ids: those that days of `kept`, {place: the day it was}, and their rows had."""
    days = []
    for place, day in enumerate(plan["days"]):
        was = kept.get(place)
        known = {str(row.lineage): row.pk for row in was.rows} if was else {}
        rows = [
            row | {"id": str(known.get(row["lineage"]) or uuid6.uuid7())}
            for row in day["prescriptions"]
        ]
        days.append(day | {"id": str(was.pk if was else uuid6.uuid7()), "prescriptions": rows})
    return plan | {"days": days}
