"""Exercises that may be one and the same: looked at, made one, kept apart, made two again."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue.forms.curating import ComeBackForm, PageNumberForm, PairForm
from catalogue.merging import RefusedMerge, merge, unmerge
from catalogue.models import Exercise, Merge
from catalogue.permission import curators_only
from catalogue.previewing import Preview, keep_apart, suggested
from catalogue.shelf import public_shelf
from catalogue.usage import usage_of
from catalogue.wording import changes, glossary

ROWS = 20  # pairs a page


@require_safe
@curators_only
def list_duplicates(request):
    pairs = Paginator(suggested(public_shelf()), ROWS)
    page = pairs.get_page(PageNumberForm(request.GET).number)
    used = usage_of({pk for pair in page for pk in pair.ids})
    rows = [(pair, used[pair.one.pk], used[pair.other.pk]) for pair in page]
    return render(request, "curation/duplicates.html", {"page": page, "rows": rows})


@require_safe
@curators_only
def choose_pair(request):
    """Two that nobody suggested; on to their preview."""
    form = PairForm(request.GET or None)
    if form.is_valid():
        goes, stays = form.cleaned_data["goes"], form.cleaned_data["stays"]
        return redirect("catalogue:merge", goes.slug, stays.slug)
    status = 422 if form.errors else 200
    return render(request, "curation/choose_pair.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@curators_only
def merge_exercises(request, loser, survivor):
    """What would become of two exercises that are made one; a POST does it."""
    loser, survivor = _exercise(loser), _exercise(survivor)
    refused = ""
    if request.method == "POST":
        try:
            made = merge(loser, survivor, by=request.user, at=timezone.now())
            return _done(request, made)
        except RefusedMerge as error:
            refused = str(error)
    preview = Preview(loser, survivor)
    names = glossary(public_shelf())
    context = {
        "preview": preview,
        "refused": refused,
        "changes": changes(*preview.states, names),
    }
    status = 422 if refused else 200
    return render(request, "curation/merge.html", context, status=status)


@require_POST
@curators_only
def keep_two(request, loser, survivor):
    one, other = _exercise(loser), _exercise(survivor)
    keep_apart(one, other, by=request.user, at=timezone.now())
    messages.success(request, f"{one} and {other} are not the same, and are not suggested again.")
    review = ComeBackForm(request.POST).proposal
    return redirect("catalogue:review", review) if review else redirect("catalogue:duplicates")


@require_safe
@curators_only
def list_merges(request):
    pages = Paginator(Merge.objects.public().newest_first(), ROWS)
    page = pages.get_page(PageNumberForm(request.GET).number)
    return render(request, "curation/merges.html", {"page": page, "now": timezone.now()})


@require_POST
@curators_only
def undo_merge(request, pk):
    made = get_object_or_404(Merge.objects.public(), pk=pk)
    try:
        unmerge(made, by=request.user, at=timezone.now())
        messages.success(request, f"{made.loser} and {made.survivor} are two again.")
    except RefusedMerge as error:
        messages.error(request, f"Nothing was undone. {error}")
    return redirect("catalogue:merges")


def _exercise(slug):
    exercises = Exercise.objects.public().select_related("merged_into")
    return get_object_or_404(exercises, slug=slug)


def _done(request, made):
    words = f"{made.loser} is merged into {made.survivor}."
    messages.success(request, words, extra_tags=reverse("catalogue:undo-merge", args=[made.pk]))
    return redirect("catalogue:merges")
