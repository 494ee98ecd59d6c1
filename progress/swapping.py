"""Something else in the place of a planned exercise, in the middle of a workout.

What is logged or skipped stays what it is. The open sets of the slot become sets of the other
exercise, with targets from its own history and the plan of the one it stands in for: each keeps
its prescription, so that what was planned stays recorded. They are new rows, so that a page made
before cannot log its numbers under the other exercise.
"""

from dataclasses import dataclass

from catalogue.models import Exercise
from catalogue.substituting import Substitute
from progress.asking import body_weight_for, most_visits
from progress.easing import as_done_in
from progress.loading import exercises_told
from progress.models import LoggedSet
from progress.outlook import load_text
from progress.planning_week import in_plan_week, suggest_in_week
from progress.recalling import recent_visits
from progress.setting_out import rows_for
from progress.suggesting import same_again
from workouts.describing import scheme
from workouts.exchanging import stand_in, what_changed

Kind = LoggedSet.Kind


@dataclass(frozen=True)
class Place:
    """One slot of an open session: all its sets in order, with exercise and prescription."""

    slot: int
    sets: list[LoggedSet]

    @property
    def open(self):
        return [row for row in self.sets if row.is_open]

    @property
    def exercise(self):
        """What is to be done next there; None once everything is logged."""
        return self.open[-1].exercise if self.open else None

    @property
    def prescription(self):
        return next((row.prescription for row in self.sets if row.prescription), None)

    @property
    def planned(self):
        """What the plan has there: None for an exercise that was added."""
        return self.prescription and self.prescription.exercise

    def stand_in(self, exercise):
        """The plan of this place for another exercise; None without a plan."""
        return self.prescription and stand_in(self.prescription, exercise)


@dataclass(frozen=True)
class Offer:
    """A substitute, with what one would aim at today in words."""

    found: Substitute
    aim: str


def places_of(session):
    """{slot: Place} of a session, its plan as this week has it. One query."""
    rows = session.sets.filter(member=session.member_id).in_order()
    places = {}
    for row in in_plan_week(session, rows.select_related("exercise", "prescription__exercise")):
        places.setdefault(row.slot, Place(row.slot, [])).sets.append(row)
    return places


def exercises_of(places):
    """The ids of all exercises there, done or to come."""
    return {row.exercise_id for place in places.values() for row in place.sets}


def swap(session, place, exercise, member):
    """Do `exercise` in place of what is open there: what did not carry over, in words."""
    plan = place.stand_in(exercise)
    aims = _planned(session, place, plan, member) if plan else []
    fresh = [_new(session, row, exercise, like, member.unit) for row, like in _like(place, aims)]
    session.sets.filter(member=session.member_id, pk__in=[row.pk for row in place.open]).delete()
    LoggedSet.objects.bulk_create(fresh)
    return what_changed(place.prescription, plan) if plan else ""


def offers_of(session, place, substitutes, member):
    """What each of these would be in a place. Two queries, if there are any."""
    exercises = exercises_told(member.pk, [one.entry.pk for one in substitutes])
    past = recent_visits(member, exercises, apart_from=session.pk) if exercises else {}
    return [
        Offer(one, _aim(session, place.stand_in(exercise), past[exercise.pk], member))
        for one in substitutes
        if (exercise := exercises.get(one.entry.pk))
    ]


def _aim(session, plan, visits, member):
    """3 × 8–12 at 40 kg. Last time 37.5 kg × 12, 12, 11."""
    before = f"Last time {visits[0]}." if visits else "First time."
    if plan is None:
        return before
    aim = suggest_in_week(plan, visits, member.unit, session.trained_on, session.lighter_week)
    load = load_text(member, plan, aim)
    return f"{scheme(as_done_in(session, plan))}{f' at {load}' if load else ''}. {before}"


def _planned(session, place, plan, member):
    """The sets that a plan would begin with today, done by its exercise's own history."""
    plan.exercise = exercises_told(member.pk, [plan.exercise_id])[plan.exercise_id]
    aim = aim_of(session, plan, member)
    return rows_for(session, place.slot, as_done_in(session, plan), aim, member.unit)


def aim_of(session, plan, member, *, as_before=False):
    """What a plan would begin with today, by its rule or the same as last time.

    What is done of it in this session does not count.
    """
    exercise = plan.exercise
    most = most_visits([plan])
    past = recent_visits(member, {exercise.pk: exercise}, session.pk, most)[exercise.pk]
    if as_before:
        return same_again(plan, past)
    today, newest = session.trained_on, session.lighter_week
    body_kg = body_weight_for(member, [plan], today)
    return suggest_in_week(plan, past, member.unit, today, newest, body_kg)


def aim_anew(session, place, member, *, as_before):
    """Give the planned sets still open in a place their targets by the rule, or as last time.

    For today only: the next time the rule speaks again. Nothing where nothing is planned.
    """
    plan = place.exercise and place.stand_in(place.exercise)
    if not plan:
        return
    aim = aim_of(session, plan, member, as_before=as_before)
    fresh = rows_for(session, place.slot, as_done_in(session, plan), aim, member.unit)
    planned = [(row, like) for row, like in _like(place, fresh) if like and not row.is_added]
    for row, like in planned:
        row.target_load_kg, row.target_reps = like.target_load_kg, like.target_reps
    rows = [row for row, _ in planned]
    LoggedSet.objects.bulk_update(rows, ["target_load_kg", "target_reps"])


def _like(place, aims):
    """Each open set with the one planned in its stead; added ones are like the last, if any."""
    planned = [row for row in place.sets if not row.is_added]
    for row in place.open:
        number = planned.index(row) if row in planned else len(aims)
        yield row, aims[min(number, len(aims) - 1)] if aims else None


def _new(session, row, exercise, like, unit):
    usual = Kind.TIMED if exercise.metric == Exercise.Metric.SECONDS else Kind.WORKING
    return LoggedSet(
        member_id=session.member_id,
        session=session,
        trained_on=session.trained_on,
        exercise=exercise,
        prescription_id=row.prescription_id,
        slot=row.slot,
        number=row.number,
        superset=row.superset,
        kind=like.kind if like and not row.is_added else usual,
        target_load_kg=like and like.target_load_kg,
        target_reps=like and like.target_reps,
        load_unit=unit,
        note=row.note,
    )
