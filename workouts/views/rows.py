"""Changes to the prescriptions of a draft."""

import copy

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from workouts.arranging import group_with_next, move, ungroup
from workouts.building import MOST_ROWS
from workouts.duplicating import duplicate
from workouts.forms import AddForm, MoveForm, PlaceForm, RuleForm, SchemeForm
from workouts.removing import remove_row
from workouts.ruling import may_set_rules
from workouts.views.building import answer, builder, changes_draft, declined, refused


@changes_draft
def add_row(request, draft):
    """Add an exercise to the marked day."""
    day = draft.day(PlaceForm(request.POST).cleaned_data.get("day"))
    if day is None:
        return declined(request, draft, "Choose the day first.")
    form = AddForm(request.POST, user=request.user, day=day)
    if not form.is_valid():
        return declined(request, draft, next(iter(form.errors.values()))[0])
    row = draft.add_row(day, form.cleaned_data["exercise"])
    return answer(request, draft, f"{row.exercise.title} added to {day.name}.", open=None)


@changes_draft
def change_row(request, draft, row):
    row, day = row_of(draft, row)
    routine, data = draft.version.routine, request.POST
    given = {"may_set_rule": may_set_rules(request.user, routine), "unit": routine.member.unit}
    form = SchemeForm(data, instance=copy.copy(row), **given)
    if not form.is_valid():
        return refused(request, draft, row, form=form)
    draft.change(row, form.cleaned_data)
    if not request.htmx or "mended" in request.POST:
        return answer(request, draft, open=row.pk, focus="folded")
    place = PlaceForm(request.POST).moved(open=row.pk)
    page = builder(request, draft, place, is_part=True)
    return render(request, "workouts/_saved.html", page | {"row": row, "day": day})


@changes_draft
def change_rule(request, draft, row):
    """Set the rule of a row, where that is not its trainer's alone."""
    row, _ = row_of(draft, row)
    if not may_set_rules(request.user, draft.version.routine):
        return declined(request, draft, "Your trainer decides how this goes on.")
    form = RuleForm(request.POST, row=row, unit=request.user.unit)
    if not form.is_valid():
        return refused(request, draft, row, rule_form=form)
    draft.change(row, {"rule_settings": form.settings})
    said = f"The rule of {row.exercise.title} is set."
    return answer(request, draft, said, open=row.pk, focus="rule")


@changes_draft
def move_row(request, draft, row):
    row, home = row_of(draft, row)
    form = MoveForm(request.POST, days=draft.days)
    if not form.is_valid():
        return declined(request, draft, form.errors["to"][0])
    if form.step:
        draft.reorder(home, move, row, form.step)
    else:
        draft.move_to(row, home, form.day)
    return answer(request, draft, open=row.pk)


@changes_draft
def group_row(request, draft, row):
    row, day = row_of(draft, row)
    if day.rows[-1] is row:
        return declined(request, draft, "There is no exercise below it to join.")
    draft.reorder(day, group_with_next, row)
    return answer(request, draft, open=row.pk)


@changes_draft
def ungroup_row(request, draft, row):
    row, day = row_of(draft, row)
    draft.reorder(day, ungroup, row)
    return answer(request, draft, open=row.pk)


@changes_draft
def duplicate_row(request, draft, row):
    row, day = row_of(draft, row)
    if len(day.rows) >= MOST_ROWS:
        return declined(request, draft, f"A day has at most {MOST_ROWS} exercises.")
    made = duplicate(draft, day, row)
    return answer(request, draft, f"{row.exercise.title} is there twice.", open=made.pk)


@changes_draft
def remove_row_of_draft(request, draft, row):
    row, day = row_of(draft, row)
    undo = reverse("workouts:put-back", args=[draft.version.routine_id, row.pk])
    remove_row(draft, row, day)
    return answer(request, draft, f"{row.exercise.title} removed.", undo, day=day.pk, open=None)


def row_of(draft, pk):
    row, day = draft.row(pk)
    if row is None:
        raise Http404
    return row, day
