"""A lighter week: half the sets, a tenth less load, more in reserve. It changes no plan.

See training.breaks.deload. The visits of such a week say nothing of what is due after it, so the
targets of the weeks that follow are derived without them.
"""

from copy import copy
from dataclasses import replace
from datetime import timedelta

from django.utils.formats import date_format

from accounts.models import User
from progress.models import Deload, Session
from progress.recalling import VISITS
from training.breaks import deload
from training.recovery import LASTS
from training.steps import Step
from workouts.models import Prescription

Technique = Prescription.Technique
EASY_RIR = 4
RECENT = timedelta(days=60)
AS_PLANNED = {Technique.STRAIGHT, Technique.SUPERSET, Technique.WARM_UP, Technique.CARDIO}
TIMES = "\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}"


def accept(member, why, today, now):
    """A lighter week from today; the one that runs, if there is one."""
    User.objects.select_for_update(no_key=True).get(pk=member.pk)  # one at a time
    mine = Deload.objects.owned_by(member)
    if running := mine.on(today).first():
        return running
    mine.filter(begins_on=today).delete()  # one that was ended at once
    return Deload.objects.create(
        member=member, begins_on=today, until=today + LASTS, why=why, accepted_at=now
    )


def end(running, today):
    """Over from today on; from tomorrow on where something was trained in it today."""
    trained = Session.objects.of(running.member).filter(trained_on=today, day__isnull=False)
    last = today + timedelta(days=1) if trained.exists() else today
    running.until = min(running.until, max(last, running.begins_on))
    running.save(update_fields=["until"])


def eased(row):
    """A prescription as it is done in a lighter week: a copy that is never stored."""
    light = copy(row)
    light.sets = deload(row.sets, None, Step(row.exercise.default_increment_kg)).sets
    light.rir = max(row.rir or 0, EASY_RIR)
    if row.technique not in AS_PLANNED:
        light.technique, light.technique_details = Technique.STRAIGHT, {}
    return light


def as_done_in(session, row):
    """A prescription as this workout asks for it."""
    return eased(row) if session.is_lighter else row


def lighter(aim, exercise, step, until):
    """A Suggestion for a lighter week that ends before `until`; assistance stays as it is."""
    fewer = aim.targets[: deload(len(aim.targets), None, step).sets]
    is_load = exercise.load_type != exercise.LoadType.ASSISTED
    targets = tuple(
        replace(target, load_kg=deload(1, target.load_kg, step).load_kg) if is_load else target
        for target in fewer
    )
    last_day = date_format(until - timedelta(days=1), "j M")
    loads = {target.load_kg for target in targets}
    load_kg = loads.pop() if len(loads) == 1 else None
    at = f" at {step.text(load_kg)}" if load_kg else ""
    why = f"Lighter week until {last_day}: {len(targets)}{TIMES}{at}, {EASY_RIR} reps in reserve."
    return replace(aim, why=why, targets=targets)


def without_lighter(visits, newest):
    """The visits outside of a member's newest lighter week (or None); all, if there is no other."""
    if newest is None:
        return visits
    return [visit for visit in visits if not newest.covers(visit.trained_on)] or visits


def reach(newest, today):
    """How many visits to recall: more where some of them may be of a lighter week."""
    lately = newest is not None and newest.until > today - RECENT
    return VISITS + VISITS if lately else VISITS
