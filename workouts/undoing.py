"""Undo and redo of a draft's changes, back to the beginning of the visit and beyond.

Every change leaves what the plan was before it. An undo writes that back, ids included, so that
addresses and what is open stay what they were. It is a change itself: it takes the next number of
edits, and a page that is out of date is told so.
"""

from django.db.models import Exists, OuterRef

from workouts.contents import rewrite_days, version_fields
from workouts.keeping import still_there
from workouts.models import DraftStep
from workouts.shape import days_from, plan_of, version_from

MOST_STEPS = 100
_PRUNED_EVERY = 20


def remember(draft):
    """Keep what the draft is, before the change that is about to be made."""
    steps, version = _steps(draft), draft.version
    number = version.edits
    if getattr(version, "can_redo", True):  # what was undone is not done again after this
        steps.filter(after__isnull=False).delete()
    version.can_undo, version.can_redo = True, False
    steps.create(
        member_id=version.member_id, version=version, number=number, before=_with_ids(draft)
    )
    if number % _PRUNED_EVERY == 0:
        steps.filter(number__lte=number - MOST_STEPS).delete()


def forget_steps(version):
    version.steps.filter(member=version.member_id).delete()


def undo(draft):
    """Take the newest change back; False where there is none."""
    step, *more = _steps(draft).filter(after__isnull=True).order_by("-number")[:2] or [None]
    if step is None:
        return False
    now = _with_ids(draft)
    _become(draft, step.before)
    step.after = now
    step.save(update_fields=["after"])
    draft.version.can_undo, draft.version.can_redo = bool(more), True
    return True


def redo(draft):
    """Do what was undone last again; False where nothing was."""
    step, *more = _steps(draft).filter(after__isnull=False)[:2] or [None]
    if step is None:
        return False
    _become(draft, step.after)
    step.after = None
    step.save(update_fields=["after"])
    draft.version.can_undo, draft.version.can_redo = True, bool(more)
    return True


def with_steps(drafts):
    """Drafts with `can_undo` and `can_redo`, as every change keeps them up to date."""
    steps = DraftStep.objects.filter(member=OuterRef("member"), version=OuterRef("pk")).order_by()
    return drafts.annotate(
        can_undo=Exists(steps.filter(after__isnull=True)),
        can_redo=Exists(steps.filter(after__isnull=False)),
    )


def _steps(draft):
    return draft.version.steps.filter(member=draft.version.member_id)


def _with_ids(draft):
    plan = plan_of(draft.version, draft.days)
    for kept, day in zip(plan["days"], draft.days, strict=True):
        kept |= {"id": str(day.pk), "position": day.position}
        for row, prescription in zip(kept["prescriptions"], day.rows, strict=True):
            row["id"] = str(prescription.pk)
    return plan


def _become(draft, plan):
    """Make the draft this plan. An exercise that is not there any more is left out."""
    draft.claim(is_step=False, **version_fields(version_from(plan)))
    rows = [row for day in plan["days"] for row in day["prescriptions"]]
    used = {pk for row in rows for pk in (row["exercise"], *row.get("alternatives", ()))}
    there = still_there(used, draft)
    for row in rows:
        row["alternatives"] = [pk for pk in row.get("alternatives", ()) if pk in there]
    for day in plan["days"]:
        day["prescriptions"] = [row for row in day["prescriptions"] if row["exercise"] in there]
    draft.days = rewrite_days(draft.version, days_from(plan), there)
