"""Changing the plan from a workout: an exercise becomes another for good, and back again.

The version in use never changes: the next one follows it, with that exercise in that place. While
the routine is being edited the swap is made in its draft, which says when it is put to use.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from workouts.building import SCHEME, Draft, draft_of
from workouts.contents import days_of
from workouts.exchanging import exchange, stand_in
from workouts.following import version_in_use
from workouts.keeping import NotPutBack
from workouts.models import Routine, RoutineVersion
from workouts.releasing import release_days
from workouts.removing import put_back


@dataclass(frozen=True)
class Replanned:
    """A plan that was changed: the version made of the one `before`, or swaps within its draft."""

    routine: Routine
    made: RoutineVersion | None = None
    before: RoutineVersion | None = None
    kept: tuple[UUID, ...] = ()  # ids to put back in the draft

    @property
    def undo(self):
        """What undo_replan() needs, as JSON has it."""
        if self.made is None:
            return {"routine": str(self.routine.pk), "kept": [str(pk) for pk in self.kept]}
        return {"routine": str(self.routine.pk), "made": self.made.pk.hex}


@transaction.atomic
def replan(prescription, exercise, now):
    """Prescribe `exercise` in the place of this prescription from now on.

    None where there is nothing to change: the place is gone from the plan, or has it already, or
    it is elsewhere on that day.
    """
    day = prescription.day
    routine = Routine.objects.select_for_update(no_key=True, of=["self"]).get(
        member=prescription.member_id, versions__days=day
    )
    if draft := draft_of(routine):
        return _in_draft(routine, draft, prescription, exercise)
    current = version_in_use(routine)
    days = days_of(current)
    rows = _places(days, prescription.lineage, exercise)
    for row in rows:
        becomes = stand_in(row, exercise)
        row.exercise = exercise
        for name in SCHEME:
            setattr(row, name, getattr(becomes, name))
    made = rows and _next_version(routine, days, current, now)
    return Replanned(routine, made, current) if made else None


def undo_replan(member, undo, now):
    """Take a Replanned.undo back; returns whether the plan was still as it was made then."""
    locked = Routine.objects.select_for_update(no_key=True).filter(member=member)
    routine = locked.filter(pk=undo["routine"]).first()
    if routine is None:
        return False
    if "made" in undo:
        return _as_before(routine, UUID(undo["made"]), now)
    draft = draft_of(routine)
    if draft is None:
        return False
    try:
        for pk in undo["kept"]:
            put_back(Draft(draft), UUID(pk))
            draft.refresh_from_db()
    except NotPutBack:
        return False
    return True


def _in_draft(routine, version, prescription, exercise):
    draft = Draft(version)
    rows = _places(draft.days, prescription.lineage, exercise)
    kept = tuple(exchange(draft, row, exercise)[0] for row in rows)
    return Replanned(routine, kept=kept) if kept else None


def _places(days, lineage, exercise):
    """The rows of this lineage, on days that do not have the exercise."""
    return [
        row
        for day in days
        if all(other.exercise_id != exercise.pk for other in day.rows)
        for row in day.rows
        if row.lineage == lineage
    ]


def _as_before(routine, made, now):
    """A further version like the one before `made`, if that is in use and nobody edits it."""
    current = version_in_use(routine)
    if current is None or current.pk != made or draft_of(routine):
        return False
    released = routine.versions.filter(member=routine.member_id).released()
    before = released.filter(number__lt=current.number).first()
    return bool(_next_version(routine, days_of(before), current, now, like=before))


def _next_version(routine, days, current, now, like=None):
    """These days in use, the rest as in `like`; None where somebody began to edit meanwhile."""
    number = current.number + 1
    try:
        with transaction.atomic():
            return release_days(routine, days, like or current, now, number=number)
    except IntegrityError:
        return None
