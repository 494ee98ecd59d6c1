"""Doing what mends a finding: one change of the draft, whatever rows it is about."""

from decimal import Decimal

from django.urls import reverse

from catalogue.models import Exercise
from training.weeks import Scheme, in_week, whole_week
from workouts.arranging import ungroup
from workouts.checking.fitting import EARLY_WEEKS, RESERVE
from workouts.exchanging import exchange
from workouts.models import Prescription

Technique = Prescription.Technique


def mend(draft, finding):
    """Make the finding's remedy: what was done in words, and where that is undone, if anywhere."""
    rows = [row for day in draft.days for row in day.rows if row.pk in finding.rows]
    remedy = finding.remedy
    if remedy.action == "exchange":
        return _exchange(draft, rows, *remedy.values)
    if remedy.action == "ungroup":
        _, day = draft.row(rows[0].pk)
        draft.reorder(day, ungroup, rows[0])
    else:
        draft.claim()
        change, fields = CHANGES[remedy.action]
        change(draft, rows, *remedy.values)
        stored = Prescription.objects.filter(member=draft.version.member_id)
        stored.bulk_update(rows, fields)
    return f"{remedy.label}: done.", ""


def _exchange(draft, rows, exercise):
    """An exercise in the place of another, wherever it is."""
    other = Exercise.objects.select_related("pattern").get(pk=exercise)
    old, undo = rows[0].exercise.title, ""
    for row in rows:
        kept, _ = exchange(draft, row, other)
        undo = reverse("workouts:put-back", args=[draft.version.routine_id, kept])
    where = f", {len(rows)} times" if rows[1:] else ""
    return f"{other.title} instead of {old}{where}.", "" if rows[1:] else undo


def _rest(draft, rows, seconds, is_short):
    """At least or at most so many seconds; weeks that have a rest of their own have it no more."""
    bound = max if is_short else min
    for row in rows:
        row.rest_seconds = bound(row.rest_seconds, seconds)
        row.by_week = {
            week: {key: value for key, value in own.items() if key != "rest_seconds"}
            for week, own in row.by_week.items()
        }


def _ramp(draft, rows):
    for row in rows:
        row.warm_up_ramp = True


def _straight(draft, rows):
    for row in rows:
        if row.technique == Technique.DROP_SET:
            row.technique, row.technique_details = Technique.STRAIGHT, {}
        row.set_targets = [t for t in row.set_targets if t.get("kind") != "drop"]


def _reserve(draft, rows):
    """Three repetitions in reserve in each of the first weeks that asks for fewer."""
    plan = draft.version.week_plan
    for row in rows:
        scheme = Scheme(row.sets, row.reps_low, row.reps_high, row.rir, row.rest_seconds)
        for week in range(1, EARLY_WEEKS + 1):
            own, whole = row.by_week.get(str(week), {}), whole_week(plan, week)
            if in_week(scheme, own, whole).rir < RESERVE:
                more = float(RESERVE - Decimal(str(whole.get("rir_add", 0))))
                kept = {key: value for key, value in own.items() if key != "rir_add"}
                row.by_week = row.by_week | {str(week): kept | {"rir": more}}


CHANGES = {  # what a remedy does, and the fields that it changes
    "rest": (_rest, ["rest_seconds", "by_week"]),
    "ramp": (_ramp, ["warm_up_ramp"]),
    "straight": (_straight, ["technique", "technique_details", "set_targets"]),
    "reserve": (_reserve, ["by_week"]),
}
