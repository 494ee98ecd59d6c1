"""Adding to a session, and taking away what was added: nothing that was done is ever removed."""

import uuid6
from django.db import IntegrityError, transaction
from django.db.models import Max

from progress.models import LoggedSet

SETS_OF_NEW_EXERCISE = 3
NOT_REPEATED = {LoggedSet.Kind.WARM_UP, LoggedSet.Kind.DROP}


def add_set(session, id, slot):
    """One more working set like the last of this slot; None where there is no such exercise.

    Adding the same id twice adds it once.
    """
    rows = session.sets.filter(member=session.member_id)
    there = list(rows.filter(slot=slot).in_order())
    if not there:
        return None
    if known := rows.filter(pk=id).first():
        return known
    like = next((row for row in reversed(there) if row.kind not in NOT_REPEATED), there[-1])
    row = _new(
        session,
        id=id,
        exercise_id=like.exercise_id,
        slot=slot,
        number=there[-1].number + 1,
        superset=like.superset,
        kind=like.kind,
        target_load_kg=like.target_load_kg,
        target_reps=like.target_reps,
        load_unit=like.load_unit,
    )
    return _insert([row])


def add_exercise(session, id, exercise, unit):
    """Some sets of an exercise at the end, and the first of them. The same id twice adds once."""
    rows = session.sets.filter(member=session.member_id)
    if known := rows.filter(pk=id).first():
        return known
    slot = (rows.aggregate(last=Max("slot"))["last"] or 0) + 1
    kind = LoggedSet.Kind.TIMED if exercise.metric == "seconds" else LoggedSet.Kind.WORKING
    new = [
        _new(
            session,
            id=id if number == 1 else uuid6.uuid7(),
            exercise=exercise,
            slot=slot,
            number=number,
            kind=kind,
            load_unit=unit,
        )
        for number in range(1, _usual_sets(exercise) + 1)
    ]
    return _insert(new)


def remove_set(row):
    """Take an added set away again, unless it was done; returns whether it went."""
    if row.is_done or not row.is_added:
        return False
    row.delete()
    return True


def remove_exercise(session, slot):
    """Take an added exercise away again, unless some of it was done; returns whether it went."""
    rows = session.sets.filter(member=session.member_id, slot=slot)
    if any(row.is_done or not row.is_added for row in rows):
        return False
    rows.delete()
    return True


def _insert(rows):
    """Insert rows, the first of which has an id that a page chose, and return it.

    Where a set of another workout has that id, be it another member's, it gets one of its own.
    """
    try:
        with transaction.atomic():
            LoggedSet.objects.bulk_create(rows)
    except IntegrityError:
        rows[0].pk = uuid6.uuid7()
        LoggedSet.objects.bulk_create(rows)
    return rows[0]


def _new(session, **fields):
    return LoggedSet(
        member_id=session.member_id, session=session, trained_on=session.trained_on, **fields
    )


def _usual_sets(exercise):
    return 1 if exercise.metric == "time_distance" else SETS_OF_NEW_EXERCISE
