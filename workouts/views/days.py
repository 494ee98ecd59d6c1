"""Changes to the days of a draft."""

import copy

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from workouts.building import MOST_DAYS, Draft, Stale
from workouts.contents import phases_of
from workouts.duplicating import copy_of_day
from workouts.forms import DayForm, OrderForm, PlaceForm, WeeksForm
from workouts.keeping import NOT_NOW, NotPutBack
from workouts.models import Routine
from workouts.removing import put_back, remove_day
from workouts.undoing import redo, undo
from workouts.views.building import (
    answer,
    changes_draft,
    declined,
    draft_version,
    edit_url,
    refused,
)


@changes_draft
def add_day(request, draft):
    if len(draft.days) >= MOST_DAYS:
        return declined(request, draft, f"A routine has at most {MOST_DAYS} days.")
    day = draft.add_day(*_phase_on_show(request, draft))
    return answer(request, draft, f"{day.name} added.", open=day.pk)


@changes_draft
def change_day(request, draft, day):
    day = _day(draft, day)
    form = DayForm(request.POST, instance=copy.copy(day), weeks=draft.version.weeks)
    if not form.is_valid():
        return refused(request, draft, day, form=form)
    draft.change(day, form.cleaned_data)
    return answer(request, draft, day=day.pk, open=None)


@changes_draft
def remove_day_of_draft(request, draft, day):
    day = _day(draft, day)
    undo = reverse("workouts:put-back", args=[draft.version.routine_id, day.pk])
    remove_day(draft, day)
    return answer(request, draft, f"{day.name} removed.", undo, day=None, open=None)


@changes_draft
def duplicate_day(request, draft, day):
    day = _day(draft, day)
    if len(draft.days) >= MOST_DAYS:
        return declined(request, draft, f"A routine has at most {MOST_DAYS} days.")
    made = copy_of_day(draft, day)
    return answer(request, draft, f"{made.name} added.", day=made.pk, open=made.pk)


@changes_draft
def change_weeks(request, draft):
    form = WeeksForm(request.POST, instance=copy.copy(draft.version), days=draft.days)
    if not form.is_valid():
        return refused(request, draft, weeks_form=form)
    draft.claim(**form.cleaned_data)
    return answer(request, draft)


@changes_draft
def arrange(request, draft):
    form = OrderForm(request.POST, days=draft.days)
    if not form.is_valid():
        return declined(request, draft, form.non_field_errors()[0])
    draft.arrange(form.cleaned_data["order"])
    return answer(request, draft)


@changes_draft
def undo_change(request, draft):
    if not undo(draft):
        return declined(request, draft, "There is nothing to undo.")
    return answer(request, draft, "Undone.")


@changes_draft
def redo_change(request, draft):
    if not redo(draft):
        return declined(request, draft, "There is nothing to do again.")
    return answer(request, draft, "Done again.")


@require_POST
def put_back_removed(request, pk, removed):
    """Undo of a removal or swap. It overwrites nothing newer, so any tab may ask for it."""
    version = draft_version(request, pk)
    if version is None:
        return redirect(get_object_or_404(Routine.objects.planned_by(request.user), pk=pk))
    opened = removed
    try:
        words, opened = put_back(Draft(version), removed)
        messages.success(request, words)
    except (NotPutBack, Stale) as why:
        messages.error(request, str(why) or NOT_NOW)
    return redirect(edit_url(pk, PlaceForm({"open": opened})))


def _day(draft, pk):
    day = draft.day(pk)
    if day is None:
        raise Http404
    return day


def _phase_on_show(request, draft):
    """The first and the last week of a new day: of the stretch of weeks on show."""
    week = PlaceForm(request.POST).cleaned_data.get("week") or 1
    weeks = draft.version.weeks
    phases = phases_of(draft.days, weeks)
    first, last = next((p for p in phases if p[0] <= week <= p[1]), (1, weeks))
    return first, None if last == weeks else last
