"""Pages of the catalogue, and of what a member says about their body and their gym."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.languages import LANGUAGES, TRANSLATED
from catalogue.collections import COLLECTIONS
from catalogue.dosing import doses_for
from catalogue.facets import areas_of, facets_of, flags_of
from catalogue.fitting import circumstances_of, effect_of, fit
from catalogue.forms import EquipmentForm, LibraryForm, LimitsForm, WhoseForm
from catalogue.illustrating import media_of
from catalogue.library import Library
from catalogue.links import links_of
from catalogue.models import Exercise
from catalogue.moving import redirect_for_now
from catalogue.opening import exercise_called
from catalogue.pictograms import drawings_of
from catalogue.telling import name_parts, texts_of

ROWS = 24  # exercises a page


@login_not_required
@require_safe
def list_exercises(request):
    library = Library(request.user, circumstances_of(request.user))
    form = LibraryForm(request.GET, library.words)
    found = library.find(form.wanted)
    facets = {facet.name: facet for facet in facets_of(form, found)}
    context = {
        "form": form,
        "said": library.said,
        "found": found,
        "page": Paginator(found, ROWS).get_page(form.page_number),
        "facets": facets,
        "flags": flags_of(form, found),
        "areas": areas_of(form, facets["muscle"], request.path),
    }
    return render(request, "catalogue/exercises.html", context)


@login_not_required
@require_safe
def show_exercise(request, slug):
    library = Library(request.user, circumstances_of(request.user))
    exercise = exercise_called(slug, request.user, WhoseForm(request.GET).whose)
    if exercise is None:
        raise Http404
    if exercise.merged_into_id:
        return redirect_for_now(exercise.merged_into)
    name_parts(exercise)
    entry = library.entry(exercise.pk)
    context = {
        "exercise": exercise,
        "entry": entry,
        "said": library.said,
        "may_change": exercise.is_own and _may_change(request.user, exercise),
        "texts": texts_of(exercise),
        "languages": [(code, LANGUAGES[code]) for code in TRANSLATED],
        "fit": fit(library.said, exercise.verdict_rows, library.row(entry).lacking),
        "doses": doses_for(exercise, library.said),
        "ladder": library.ladder(entry),
        "substitutes": library.substitutes(entry.pk),
        "links": links_of(exercise.links),
        "drawings": drawings_of(exercise, entry),
        "media": media_of(exercise),
    }
    return render(request, "catalogue/exercise.html", context)


@login_not_required
@require_safe
def show_collection(request, slug):
    collection = COLLECTIONS.get(slug)
    if collection is None:
        raise Http404
    library = Library(request.user, circumstances_of(request.user))
    context = {
        "collection": collection,
        "parts": collection.parts(library),
        "said": library.said,
        "others": [other for other in COLLECTIONS.values() if other is not collection],
    }
    return render(request, "catalogue/collection.html", context)


def _may_change(user, exercise):
    """Their own; a client's where the client lets them plan."""
    if exercise.member_id == user.pk:
        return True
    return Exercise.objects.planned_by(user).filter(pk=exercise.pk).exists()


@require_http_methods(["GET", "HEAD", "POST"])
def change_limits(request):
    form = LimitsForm(_posted(request), user=request.user)
    if form.is_valid():
        form.save(request.user)
        if not request.htmx:
            messages.success(request, "Your limits are saved.")
            return redirect("catalogue:limits")
    return _stated(request, form, "catalogue/limits.html")


@require_http_methods(["GET", "HEAD", "POST"])
def change_equipment(request):
    form = EquipmentForm(_posted(request), user=request.user)
    if form.is_valid():
        form.save(request.user)
        if not request.htmx:
            messages.success(request, "Your equipment is saved.")
            return redirect("catalogue:equipment")
    return _stated(request, form, "catalogue/equipment.html")


def _posted(request):
    return request.POST if request.method == "POST" else None


def _stated(request, form, template):
    """The page of a statement; after a POST by htmx only what it changes, its part `effect`."""
    part = "#effect" if request.htmx and request.method == "POST" else ""
    context = {"form": form, "effect": effect_of(form.said)}
    return render(request, template + part, context, status=422 if form.errors else 200)
