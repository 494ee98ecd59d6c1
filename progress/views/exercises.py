"""Adding an exercise to an open session, and taking an added one away."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from progress.adding import add_exercise, remove_exercise
from progress.forms.adding import AimForm, ExerciseSearchForm, NewExerciseForm, new_id
from progress.swapping import aim_anew, places_of
from progress.views.writing import answer, conflict, own_session

MOST_FOUND = 20


@require_GET
def choose_exercise(request, pk):
    session = own_session(request, pk)
    if session.finished_at:
        return redirect(session)
    form = ExerciseSearchForm(request.GET)
    context = {
        "session": session,
        "form": form,
        "found": form.found(request.user)[:MOST_FOUND],
        "new_id": new_id,
        "open_session": None,
    }
    return render(request, "progress/choose_exercise.html", context)


@require_POST
def create_exercise(request, pk):
    session = own_session(request, pk)
    form = NewExerciseForm(request.POST, member=request.user)
    if session.finished_at:
        return conflict(request, session)
    if not form.is_valid():
        messages.info(request, "That exercise is not in the catalogue any more.")
        return redirect("progress:choose-exercise", session.pk)
    first = add_exercise(session, **form.cleaned_data, unit=request.user.unit)
    return redirect(f"{session.get_absolute_url()}?set={first.pk}#now")


@require_POST
def delete_exercise(request, pk, slot):
    session = own_session(request, pk)
    if session.finished_at:
        return conflict(request, session)
    if not remove_exercise(session, slot):
        messages.info(request, "Only an added exercise can go, and only before it is logged.")
    return answer(request, session, None)


@require_POST
def aim_sets(request, pk, slot):
    """Targets of the open sets by the rule again, or as last time for today only."""
    session, form = own_session(request, pk), AimForm(request.POST)
    if session.finished_at:
        return conflict(request, session)
    place = places_of(session).get(slot)
    if place is None or not form.is_valid():
        messages.info(request, "Nothing was changed: that exercise has no targets here.")
        return answer(request, session, None)
    aim_anew(session, place, request.user, as_before=form.as_before)
    return answer(request, session, slot)
