"""The page on which a copy takes over what its source changed."""

from django.contrib import messages
from django.shortcuts import get_list_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from workouts.building import Stale
from workouts.forms.updating import MINE, UpdateForm
from workouts.models import RoutineVersion
from workouts.updating import take_over, update_of

IN_THE_WAY = "There is a draft already. Put it to use or throw it away, then take this over."
CHANGED = (
    "One of the two routines changed meanwhile. Here is how it is now; nothing was taken over."
)


@require_http_methods(["GET", "HEAD", "POST"])
def update_routine(request, pk):
    """What the source changed, the conflicts, and one button that makes a draft."""
    versions = RoutineVersion.objects.planned_by(request.user).filter(routine=pk).newest()
    update = update_of(request.user, get_list_or_404(versions.select_related("routine__member")))
    if update is None:
        return redirect("workouts:routine", pk)
    if request.method != "POST":
        return _page(request, update, UpdateForm(update=update))
    form = UpdateForm(request.POST, update=update)
    if update.is_in_the_way or not form.is_current:
        why = IN_THE_WAY if update.is_in_the_way else CHANGED
        return _page(request, update, form, why, status=409)
    if not form.is_valid():
        return _page(request, update, form, status=422)
    return _take_over(request, update, form)


def _take_over(request, update, form):
    try:
        take_over(update, form.given_up)
    except Stale:
        return _page(request, update, form, IN_THE_WAY, status=409)
    messages.success(
        request, "This draft has both your plan and what changed. Nothing changes until you use it."
    )
    return redirect("workouts:edit", update.mine.routine_id)


def _page(request, update, form, why="", status=200):
    if form.is_bound and not form.is_current:
        form = UpdateForm(_anew(form), update=update)
    context = {
        "routine": update.mine.routine,
        "member": update.mine.routine.member,
        "source": update.news.source,
        "changes": update.changes,
        "has_all": update.has_all,
        "draft": update.draft if update.is_in_the_way else None,
        "form": form,
        "why": why,
    }
    return render(request, "workouts/update.html", context, status=status)


def _anew(form):
    """What was chosen, of the versions as they are now; a new conflict is kept as it is."""
    chosen = {conflict.key: MINE for conflict in form.conflicts}
    return chosen | form.data.dict() | form.shown
