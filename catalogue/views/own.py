"""Exercises of a member's own: made, changed, deleted. Who may plan for a client changes theirs."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from catalogue.fitting import NOTHING_SAID
from catalogue.forms import WhoseForm
from catalogue.forms.own import OwnExerciseForm
from catalogue.forms.starting import RetireForm, StartForm
from catalogue.library import Library
from catalogue.models import Exercise
from catalogue.owning import parts_of
from catalogue.removing import uses_of

FORM = "catalogue/own_exercise.html"


@require_http_methods(["GET", "HEAD", "POST"])
def new_exercise(request):
    library = Library(request.user, NOTHING_SAID, request.user)
    start = StartForm(request.GET)
    begun = _begun(request, start, library)
    form = OwnExerciseForm(
        _posted(request), instance=Exercise(), library=library, unit=request.user.unit, **begun
    )
    if form.is_valid() and (exercise := form.store(request.user)):
        messages.success(request, f"“{exercise.name}” is yours.")
        return redirect(exercise)
    context = {"form": form, "start": start, "like": begun.get("like")}
    return render(request, FORM, context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def change_exercise(request, slug):
    exercise = _own(request, Exercise.objects.planned_by(request.user), slug)
    library = Library(request.user, NOTHING_SAID, exercise.member)
    form = OwnExerciseForm(
        _posted(request),
        instance=exercise,
        library=library,
        unit=request.user.unit,
        parts=parts_of(exercise, library.entry(exercise.pk)),
    )
    if form.is_valid() and form.store(exercise.member):
        messages.success(request, f"“{exercise.name}” is changed.")
        return redirect(exercise)
    context = {"form": form, "exercise": exercise, "name": form.initial["name"]}
    return render(request, FORM, context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_exercise(request, slug):
    exercise = _own(request, Exercise.objects.owned_by(request.user), slug)
    uses = uses_of(exercise)
    if request.method == "POST" and not uses:
        exercise.delete()
        messages.success(request, f"“{exercise.name}” is deleted.")
        return redirect("catalogue:mine")
    context = {"exercise": exercise, "uses": uses}
    status = 409 if request.method == "POST" else 200
    return render(request, "catalogue/remove_exercise.html", context, status=status)


@require_POST
def retire_exercise(request, slug):
    """Retires it, or brings it back: what was logged or planned with it stays either way."""
    exercise = _own(request, Exercise.objects.owned_by(request.user), slug)
    is_wanted = RetireForm(request.POST).is_wanted
    exercise.retired_at = timezone.now() if is_wanted else None
    exercise.save(update_fields=["retired_at"])
    said = "is retired: it is neither found nor suggested any more" if is_wanted else "is back"
    messages.success(request, f"“{exercise.name}” {said}.")
    return redirect(exercise)


def _own(request, exercises, slug):
    """The exercise of this address among `exercises`: the reader's own where none else is named."""
    whose = WhoseForm(request.GET).whose or request.user.pk
    return get_object_or_404(exercises.select_related("member").called(slug, whose))


def _begun(request, start, library):
    """What a new exercise is to begin with."""
    entry = start.meant(library)
    if entry is None:
        return {"name": start.given_name}
    like = Exercise.objects.visible_to(request.user, request.user).get(pk=entry.pk)
    return {"like": like, "parts": parts_of(like, entry), "name": start.given_name}


def _posted(request):
    return request.POST if request.method == "POST" else None
