"""Curators' pages of translations: what there is to do, and one exercise or word at a time."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.languages import LANGUAGES, TRANSLATED
from catalogue.forms.translations import SeenForm, TasksForm, TranslationForm
from catalogue.permission import curators_only
from catalogue.translating import (
    confirm_translation,
    parts_of,
    set_translation,
    tasks_in,
    thing_of,
)

ROWS = 20


@require_safe
@curators_only
def list_tasks(request):
    form = TasksForm(request.GET)
    tasks = tasks_in(form.chosen_language)
    shown = [task for task in tasks if task.asks_for(form.shown)]
    page = {
        "form": form,
        "language": form.chosen_language,
        "language_name": LANGUAGES[form.chosen_language],
        "counts": [(*choice, _count(tasks, choice[0])) for choice in form.fields["show"].choices],
        "page": Paginator(shown, ROWS).get_page(form.number),
    }
    return render(request, "catalogue/translations.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@curators_only
def translate(request, language, kind, slug):
    thing = _thing(language, kind, slug)
    data = request.POST if request.method == "POST" else None
    form = TranslationForm(data, thing=thing, language=language)
    if form.is_valid():
        if form.changes:
            set_translation(thing, language, form.changes, by=request.user, at=timezone.now())
        for name in form.confirmed:
            confirm_translation(thing, language, name, by=request.user)
        messages.success(request, f"The translation of {thing.name} is saved.")
        return redirect(f"{reverse('catalogue:translations')}?language={language}")
    page = {"form": form, "thing": thing, "kind": kind, "language_name": LANGUAGES[language]}
    status = 422 if form.errors else 200
    return render(request, "catalogue/translate.html", page, status=status)


@require_POST
@curators_only
def confirm(request, language, kind, slug, field):
    thing = _thing(language, kind, slug)
    if field not in {part.name for part in parts_of(thing, language) if part.text}:
        raise Http404
    form = SeenForm(request.POST, thing=thing)
    if form.is_valid():
        confirm_translation(thing, language, field, by=request.user)
        messages.success(request, f"Marked as still right: {thing.name}.")
    else:
        messages.error(request, "The English was changed meanwhile. Look at it once more.")
    return redirect(f"{reverse('catalogue:translations')}?language={language}")


def _thing(language, kind, slug):
    thing = thing_of(kind, slug) if language in TRANSLATED else None
    if thing is None:
        raise Http404
    return thing


def _count(tasks, shown):
    return sum(task.asks_for(shown) for task in tasks)
