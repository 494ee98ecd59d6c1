"""A plan that was read from text, put into a draft."""

from workouts import arranging
from workouts.building import store_order
from workouts.comparing import differences
from workouts.contents import DAY_FIELDS, ROW_FIELDS, days_of, version_fields
from workouts.models import Day, Prescription
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
    Prescription.objects.filter(member=version.member_id, day__in=was).delete()
    Day.objects.filter(member=version.member_id, version=version).delete()
    kept = {new: was[old] for new, old in days_kept(plan, before).items()}
    _write(version, days_from(plan), kept)
    draft.days = days_of(version)
    return differences(was, draft.days, weeks, version.weeks) or [UNTOLD]


def add_line(draft, day, values, exercise):
    """Prescribe an exercise as a line of text says, at the end of a day."""
    draft.claim()
    plan = days_from({"days": [{"name": day.name, "prescriptions": [values]}]})
    row = _row(day, plan[0].rows[0], exercise=exercise)
    row.position = len(day.rows) + 1
    row.save(force_insert=True)
    day.rows = arranging.tidy([*day.rows, row])
    store_order([day])
    return row


def _write(version, days, kept):
    """Days and rows; those of `kept`, {place: the day it was}, with the ids they had."""
    new_days, rows = [], []
    for place, day in enumerate(days):
        fields = {name: getattr(day, name) for name in DAY_FIELDS}
        was = kept.get(place)
        fields |= {"pk": was.pk} if was else {}
        new_days.append(Day(member_id=version.member_id, version=version, **fields))
        ids = {row.lineage: row.pk for row in was.rows} if was else {}
        for row in day.rows:
            pk = {"pk": ids[row.lineage]} if row.lineage in ids else {}
            rows.append(_row(new_days[-1], row, exercise_id=row.exercise_id, **pk))
    Day.objects.bulk_create(new_days)
    Prescription.objects.bulk_create(rows)


def _row(day, row, **more):
    fields = {name: getattr(row, name) for name in ROW_FIELDS}
    return Prescription(member_id=day.member_id, day=day, **fields, **more)
