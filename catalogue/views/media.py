"""Pictures of exercises: their files, and the curators' pages about them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.imaging import serving
from catalogue import illustrating
from catalogue.forms.media import MediaForm, OrderForm, WordsForm
from catalogue.models import Exercise, ExerciseMedia
from catalogue.permission import may_curate


@login_not_required
@require_safe
def show_file(request, key, name):
    picture = get_object_or_404(ExerciseMedia.objects.public(), key=key)
    return serving.answer(illustrating.PLACE, picture.key, name, serving.FOREVER)


@require_http_methods(["GET", "HEAD", "POST"])
def add_media(request, slug):
    exercise = _curated(request, slug)
    is_sent = request.method == "POST"
    form = MediaForm(request.POST, request.FILES) if is_sent else MediaForm()
    if form.is_valid() and (picture := form.add_to(exercise, request.user)):
        messages.success(request, f"The {picture.kind.lower()} is on the page now.")
        return redirect("catalogue:media", slug)
    return _shown(request, exercise, form)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_media(request, slug, pk):
    exercise = _curated(request, slug)
    picture = get_object_or_404(exercise.media, pk=pk)
    form = WordsForm(request.POST if request.method == "POST" else None, instance=picture)
    if form.is_valid():
        form.save_by(request.user)
        messages.success(request, "The words are saved.")
        return redirect("catalogue:media", slug)
    context = {"exercise": exercise, "picture": picture, "form": form}
    status = 422 if form.errors else 200
    return render(request, "catalogue/edit_media.html", context, status=status)


@require_POST
def remove_media(request, slug, pk):
    picture = get_object_or_404(_curated(request, slug).media, pk=pk)
    illustrating.remove_media(picture, request.user)
    messages.success(request, f"The {picture.kind.lower()} is removed.")
    return redirect("catalogue:media", slug)


@require_POST
def arrange_media(request, slug):
    exercise = _curated(request, slug)
    form = OrderForm(request.POST, exercise)
    if form.is_valid():
        form.save_by(request.user)
    return _shown(request, exercise) if request.htmx else redirect("catalogue:media", slug)


@require_POST
def move_media(request, slug, pk):
    """One place towards the front: what dragging is without JavaScript."""
    exercise = _curated(request, slug)
    picture = get_object_or_404(exercise.media, pk=pk)
    illustrating.move_earlier(picture, request.user)
    return redirect("catalogue:media", slug)


def _curated(request, slug):
    """An exercise of everybody's, for who may change it; to others there is nothing here.

    Nor where it was merged: the pictures are its survivor's.
    """
    if not may_curate(request.user):
        raise Http404
    return get_object_or_404(Exercise.objects.public(), slug=slug, merged_into=None)


def _shown(request, exercise, form=None):
    """The page; after pictures were dragged only its part `pictures`."""
    part = "#pictures" if form is None else ""
    context = {"exercise": exercise, "media": exercise.media.in_order(), "form": form}
    status = 422 if form and form.errors else 200
    return render(request, f"catalogue/media.html{part}", context, status=status)
