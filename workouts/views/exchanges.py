"""Something else in the place of a row of a draft."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from catalogue.library import library_of
from workouts.building import Draft
from workouts.exchanging import exchange
from workouts.forms import ExchangeForm, PlaceForm
from workouts.models import Routine
from workouts.views.building import answer, changes_draft, declined, draft_version, edit_url
from workouts.views.rows import row_of


@require_safe
def show_substitutes(request, pk, row):
    version = draft_version(request, pk)
    if version is None:
        return redirect(get_object_or_404(Routine.objects.planned_by(request.user), pk=pk))
    draft = Draft(version)
    row, day = row_of(draft, row)
    member, there = version.routine.member, {other.exercise_id for other in day.rows}
    place = PlaceForm(request.GET).moved(open=row.pk, day=day.pk)
    context = {
        "routine": version.routine,
        "version": version,
        "member": member,
        "row": row,
        "day": day,
        "place": place,
        "back": edit_url(pk, place),
        "week": place.cleaned_data.get("week") or day.first_week,
        "substitutes": library_of(member, request.user).substitutes(row.exercise_id, there),
    }
    return render(request, "workouts/substitutes.html", context)


@changes_draft
def exchange_row(request, draft, row):
    row, day = row_of(draft, row)
    form = ExchangeForm(request.POST, user=request.user, day=day)
    if not form.is_valid():
        return declined(request, draft, form.errors["exercise"][0])
    old = row.exercise.title
    kept, changed = exchange(draft, row, form.cleaned_data["exercise"])
    undo = reverse("workouts:put-back", args=[draft.version.routine_id, kept])
    words = " ".join(filter(None, [f"{row.exercise.title} instead of {old}.", changed]))
    return answer(request, draft, words, undo, focus="instead", day=day.pk, open=row.pk)
