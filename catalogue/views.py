"""Pages of the catalogue, and of what a member says about their body and their gym."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import FETCH_RAISE
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from catalogue.fitting import circumstances_of, effect_of, fit
from catalogue.forms import EquipmentForm, LibraryForm, LimitsForm, WhoseForm
from catalogue.models import Exercise
from catalogue.models.querysets import add_parts
from catalogue.pictograms import drawings_of

ROWS = 24  # exercises a page
SHOWN = ("slug", "name", "member", "region", "level", "spine_load")  # of each


@login_not_required
@require_safe
def list_exercises(request):
    said = circumstances_of(request.user)
    form = LibraryForm(request.GET)
    found = form.narrow(Exercise.objects.visible_to(request.user).with_verdict(said))
    counts = found.tally() if form.wants_fitting else None
    if form.wants_fitting:
        found = found.suitable()
    pages = Paginator(found.for_rows().only(*SHOWN).fetch_mode(FETCH_RAISE), ROWS)
    if counts:
        pages.count = counts["fitting"]
    context = {
        "form": form,
        "said": said,
        "counts": counts,
        "page": pages.get_page(form.page_number),
    }
    return render(request, "catalogue/exercises.html", context)


@login_not_required
@require_safe
def show_exercise(request, slug):
    said = circumstances_of(request.user)
    visible = Exercise.objects.visible_to(request.user).with_verdict(said)
    named = visible.select_related("pattern").called(slug, WhoseForm(request.GET).whose)
    exercise = get_object_or_404(named[:1])
    ladder = list(visible.ladder_of(exercise).only(*SHOWN))
    add_parts([exercise, *ladder])
    verdicts = exercise.verdicts.select_related("limitation").worst_first()
    context = {
        "exercise": exercise,
        "said": said,
        "credits": exercise.credits.values_list("muscle__name", "muscle__region", "role", "credit"),
        "verdicts": verdicts,
        "fit": fit(said, verdicts, exercise.lacking),
        "ladder": ladder,
        "drawings": drawings_of(exercise),
    }
    return render(request, "catalogue/exercise.html", context)


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
