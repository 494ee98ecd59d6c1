"""A lighter week: half the sets, a tenth less load, more in reserve. It changes no plan.

See training.breaks.deload. The visits of such a week say nothing of what is due after it, so the
targets of the weeks that follow are derived without them.
"""

from copy import copy
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from django.utils.formats import date_format

from accounts.models import User
from progress.models import Deload, Session
from progress.periods import monday_of
from progress.recalling import VISITS
from training.breaks import EASY_RIR, deload
from training.recovery import LASTS
from training.set_targets import read, write
from training.steps import Step
from training.week_targets import lighter as lighter_targets
from training.weeks import whole_week
from workouts.following import version_followed, week_of
from workouts.models import Prescription

Technique = Prescription.Technique
RECENT = timedelta(days=60)
AS_PLANNED = {Technique.STRAIGHT, Technique.SUPERSET, Technique.WARM_UP, Technique.CARDIO}
TIMES = "\N{NO-BREAK SPACE}\N{MULTIPLICATION SIGN}"


def accept(member, why, today, now):
    """A lighter week from today; the one that runs, if there is one."""
    User.objects.select_for_update(no_key=True).get(pk=member.pk)  # one at a time
    mine = Deload.objects.owned_by(member)
    if running := mine.on(today).first():
        return running
    values = {"until": today + LASTS, "why": why, "accepted_at": now}
    # where one that began today was ended at once, it is begun again
    return mine.update_or_create(member=member, begins_on=today, defaults=values)[0]


def planned_deload(version, today):
    """The lighter week that a plan has today, not stored yet; None without one.

    A plan whose last week is a lighter one goes on with it; that is none.
    """
    since = version and version.routine.followed_since
    if not since or since > today:
        return None
    begins_on, first = monday_of(today), monday_of(since)
    number = (begins_on - first).days // 7 + 1
    if number > version.weeks or not whole_week(version.week_plan, number).get("deload"):
        return None
    why = f"Week {number} of {version.routine} is a lighter one."
    return Deload(member=version.member, begins_on=begins_on, until=begins_on + LASTS, why=why)


def deload_on_show(version, week, today):
    """The lighter week that counts for another week of a plan than today's, as if it were today.

    For today's it is the newest there is, or the one that the plan has now. One query.
    """
    newest = Deload.objects.of(version.routine.member).newest_first().first()
    if week == week_of(version.routine, version, today):
        planned = planned_deload(version, today)
        decided = planned and newest and newest.until > planned.begins_on
        return planned if planned and not decided else newest
    if whole_week(version.week_plan, week).get("deload"):
        return Deload(member=version.member, begins_on=today, until=today + LASTS)
    if newest and newest.covers(today):
        newest.until = today
    return newest


def keep_planned(version, today, now):
    """Store the lighter week of a plan once something of it is decided: done, or left out.

    So it stays true whatever becomes of the plan. The row; None where the plan has none.
    """
    planned = planned_deload(version, today)
    if planned is None:
        return None
    known = {"member": planned.member, "begins_on": planned.begins_on}
    values = {"until": planned.until, "why": planned.why, "accepted_at": now}
    return Deload.objects.owned_by(planned.member).get_or_create(**known, defaults=values)[0]


def running_deload(member, today, now):
    """The lighter week of today, stored by now where it is the plan's; None without one."""
    if running := Deload.objects.owned_by(member).on(today).first():
        return running
    version = version_followed(member, today)
    planned = keep_planned(version, today, now)
    return planned if planned and planned.covers(today) else None


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
    light.set_targets = write(lighter_targets(read(row.set_targets)))
    light.rir = max(row.rir or Decimal(0), Decimal(EASY_RIR))
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


def reach(newest, today, most=VISITS):
    """How many visits to recall to have `most`: more where some may be of a lighter week."""
    lately = newest is not None and newest.until > today - RECENT
    return most + VISITS if lately else most
