"""Versions of a routine: what changed, going back, drafts, and putting one to use."""

from itertools import pairwise

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from workouts.building import Draft, Stale, discard, draft_of, open_draft
from workouts.comparing import differences
from workouts.comparing_details import whole_changes
from workouts.contents import days_of_versions
from workouts.forms import LineageForm, StateForm
from workouts.models import Routine
from workouts.releasing import changes, refusals, release
from workouts.views.plans import changeable

MOST_COMPARED = 10  # versions whose differences a page tells


@require_safe
def list_versions(request, pk):
    routines = Routine.objects.visible_to(request.user).select_related("member")
    routine = get_object_or_404(routines, pk=pk)
    versions = routine.versions.filter(member=routine.member_id)
    shown = list(versions[: MOST_COMPARED + 1])
    days = days_of_versions(shown)
    told = {
        new.pk: differences(days[old.pk], days[new.pk], old.weeks, new.weeks)
        + whole_changes(old, new)
        for new, old in pairwise(shown)
    }
    context = {
        "routine": routine,
        "member": routine.member,
        "entries": [(version, told.get(version.pk)) for version in shown[:MOST_COMPARED]],
        "in_use": next((version for version in shown if not version.is_draft), None),
        "may_change": Routine.objects.planned_by(request.user).filter(pk=pk).exists(),
    }
    return render(request, "workouts/versions.html", context)


@require_POST
def open_routine_draft(request, pk):
    """The draft; where a row is named by its lineage, open there with its rule in sight."""
    draft = Draft(open_draft(changeable(request, pk)))
    wanted = LineageForm(request.POST).wanted
    rows = (row for day in draft.days for row in day.rows)
    row = wanted and next((row for row in rows if row.lineage == wanted), None)
    there = f"?open={row.pk}#rule" if row else ""
    return redirect(reverse("workouts:edit", args=[pk]) + there)


@require_POST
def restore_version(request, pk, number):
    routine = changeable(request, pk)
    version = get_object_or_404(
        routine.versions.released(), member=routine.member_id, number=number
    )
    if draft_of(routine):
        messages.error(
            request, "There is a draft already. Put it to use or throw it away, then go back."
        )
        return redirect("workouts:versions", pk)
    open_draft(routine, source=version)
    messages.success(
        request, f"This draft is a copy of version {number}. Nothing changes until you use it."
    )
    return redirect("workouts:edit", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def discard_draft(request, pk):
    """The question, and after the answer no draft: it cannot be had back."""
    routine = changeable(request, pk)
    draft = draft_of(routine)
    if draft is None:
        return redirect(routine)
    if request.method != "POST":
        return render(request, "workouts/discard.html", {"routine": routine, "draft": draft})
    number = draft.number
    discard(draft)
    messages.success(request, f"The draft of {routine.name} is gone.")
    return redirect("workouts:routine", pk) if number > 1 else redirect("workouts:plan")


@require_http_methods(["GET", "HEAD", "POST"])
def release_draft(request, pk):
    """The difference in words, and one button: Use this plan."""
    routine = changeable(request, pk)
    version = draft_of(routine)
    if version is None:
        return redirect(routine)
    draft = Draft(version)
    problems = refusals(draft.days)
    if request.method == "POST" and not problems and StateForm(request.POST).is_of(version):
        return _use(request, draft)
    return _before_release(request, draft, problems)


def _use(request, draft):
    routine = draft.version.routine
    try:
        release(draft, timezone.now())
    except Stale:
        return _before_release(request, draft, [])
    messages.success(request, f"{routine.name}, version {draft.version.number}, is in use.")
    return redirect(routine)


def _before_release(request, draft, problems):
    """The page before a release; after a POST that was refused it says why."""
    version, refused = draft.version, request.method == "POST"
    context = {
        "routine": version.routine,
        "member": version.routine.member,
        "version": version,
        "changes": changes(version, draft.days),
        "problems": problems,
        "is_stale": refused and not problems,
        "days": draft.days,
    }
    status = 200 if not refused else 422 if problems else 409
    return render(request, "workouts/release.html", context, status=status)
