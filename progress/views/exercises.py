"""Adding an exercise to an open session, and taking an added one away."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from progress.adding import add_exercise, remove_exercise
from progress.forms.adding import ExerciseSearchForm, NewExerciseForm, new_id
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
