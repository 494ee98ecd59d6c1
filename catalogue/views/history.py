"""The history of everybody's exercises: changes, differences, the way back, retirement."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue import history
from catalogue.forms.curating import HistoryForm, PageForm, RetireForm, RevertForm
from catalogue.models import Exercise, ExerciseState
from catalogue.permission import curators_only
from catalogue.shelf import public_shelf
from catalogue.states import RefusedState
from catalogue.usage import usage_of
from catalogue.wording import glossary, refused

ROWS = 30  # changes a page


@require_safe
@curators_only
def show_history(request, slug):
    exercise = _exercise(slug)
    steps = history.steps(exercise.states.newest_first())
    form = HistoryForm(request.GET, steps)
    names = glossary(public_shelf())
    field = form.chosen_field
    context = {
        "exercise": exercise,
        "form": form,
        "steps": steps,
        "pair": form.pair,
        "difference": form.pair and history.difference(*form.pair, names),
        "field": field,
        "of_field": field and history.of_field(steps, field, names),
        "lines": history.field_lines(steps),
        "seen": steps[0].row.pk if steps else 0,
        "first": steps[-1].row.pk if steps else 0,
    }
    return render(request, "curation/history.html", context, status=422 if form.errors else 200)


@require_POST
@curators_only
def revert_exercise(request, slug):
    exercise = _exercise(slug)
    form = RevertForm(request.POST, exercise)
    if not form.is_valid():
        return _said(request, exercise, "Choose a state from the list.")
    given = form.cleaned_data
    by, now = request.user, timezone.now()
    try:
        history.revert(exercise, given["state"], given["field"], seen=given["seen"], by=by, at=now)
    except (history.Overtaken, RefusedState) as error:
        return _said(request, exercise, f"Nothing was put back. {refused(error)}")
    return _done(request, exercise, "Put back.")


@require_http_methods(["GET", "HEAD", "POST"])
@curators_only
def retire_exercise(request, slug):
    """Retire an exercise, or bring back one that was retired."""
    exercise = _exercise(slug)
    seen = history.seen_of(exercise)
    form = RetireForm(request.POST if request.method == "POST" else None, initial={"seen": seen})
    if form.is_valid():
        try:
            now = timezone.now()
            history.retire(exercise, by=request.user, at=now, **form.cleaned_data)
            return _done(request, exercise, history.RETIRED[exercise.retired_at is None])
        except (history.Overtaken, RefusedState) as error:
            form.add_error(None, refused(error))
    context = {
        "exercise": exercise,
        "form": form,
        "usage": usage_of([exercise.pk])[exercise.pk],
    }
    return render(request, "curation/retire.html", context, status=422 if form.errors else 200)


@require_safe
@curators_only
def list_changes(request):
    form = PageForm(request.GET)
    rows = ExerciseState.objects.public().made().newest_first().older_than(form.last)
    steps = history.steps(rows[: ROWS + 1])
    context = {"steps": steps[:ROWS], "older": steps[ROWS - 1].row.pk if steps[ROWS:] else None}
    return render(request, "curation/changes.html", context)


@require_POST
@curators_only
def undo_change(request, pk):
    row = get_object_or_404(ExerciseState.objects.public().made().select_related("exercise"), pk=pk)
    try:
        history.undo(row, by=request.user, at=timezone.now())
    except (history.Overtaken, RefusedState) as error:
        return _said(request, row.exercise, f"Nothing was taken back. {refused(error)}")
    messages.success(request, f"The change to {row.exercise} is taken back.")
    return redirect("catalogue:changes")


def _exercise(slug):
    return get_object_or_404(Exercise.objects.public(), slug=slug)


def _said(request, exercise, words):
    messages.error(request, words)
    return redirect("catalogue:history", exercise.slug)


def _done(request, exercise, words):
    """On to the history, with a way back in the message if anything has changed."""
    newest = history.seen_of(exercise)
    undo = reverse("catalogue:undo-change", args=[newest]) if newest else ""
    messages.success(request, words, extra_tags=undo)
    return redirect("catalogue:history", exercise.slug)
