"""A member's favourites, what is never to be suggested to them, and their set-up notes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from catalogue.fitting import circumstances_of
from catalogue.forms.marks import MarkForm, SetupNoteForm
from catalogue.library import Library
from catalogue.marking import mark, note_setup
from catalogue.models import Exercise

SAID = {
    "favourite": "“{}” is one of your favourites.",
    "never": "“{}” is never suggested to you any more. You still find it by searching.",
    "": "“{}” has no mark any more.",
}


@require_safe
def list_mine(request):
    said = circumstances_of(request.user)
    library = Library(request.user, said, request.user)
    own = library.shelves[1:]
    context = {
        "own": [library.row(entry) for shelf in own for entry in shelf.entries],
        "retired": [library.row(entry) for shelf in own for entry in shelf.retired.values()],
        "favourites": library.rows(said.favourites),
        "never": library.rows(said.never),
    }
    return render(request, "catalogue/mine.html", context)


@require_POST
def mark_exercise(request, pk):
    exercise, form = _usable(request, pk), MarkForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose favourite, never suggested, or neither. Nothing changed.")
        return redirect(form.came_from or exercise)
    wanted = form.cleaned_data["mark"]
    mark(request.user, exercise, wanted, timezone.now())
    if request.htmx:
        return render(request, "catalogue/_marks.html", {"exercise": exercise, "mark": wanted})
    messages.success(request, SAID[wanted].format(exercise.title))
    return redirect(form.came_from or exercise)


@require_POST
def note_exercise(request, pk):
    exercise, form = _usable(request, pk), SetupNoteForm(request.POST)
    if not form.is_valid():
        return _note(request, exercise, form, request.POST.get("text", ""), status=422)
    text = form.cleaned_data["text"]
    note_setup(request.user, exercise, text)
    if request.htmx:
        return _note(request, exercise, form, text)
    messages.success(request, "Your set-up is saved." if text else "Your set-up is gone.")
    return redirect(form.came_from or exercise)


def _usable(request, pk):
    """An exercise of the catalogue or of the reader's own: a client's is the client's to mark.

    A page of before a merge means the exercise that stayed.
    """
    visible = Exercise.objects.visible_to(request.user, request.user)
    exercise = get_object_or_404(visible.select_related("merged_into"), pk=pk)
    return exercise.merged_into or exercise


def _note(request, exercise, form, text, status=200):
    """The note alone for htmx, and as a page where it was refused without."""
    context = {"exercise": exercise, "form": form, "text": text, "place": form.at}
    context |= {"next": form.came_from, "is_saved": status == 200}
    template = "_setup_note" if request.htmx else "setup_note"
    return render(request, f"catalogue/{template}.html", context, status=status)
