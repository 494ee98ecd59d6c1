"""The catalogue as a file: downloads for everybody and for curators, and imports by curators."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import etag, require_http_methods, require_POST, require_safe

from catalogue.exchange.exporting import edition, export_csv, export_json
from catalogue.exchange.model import FileRefused
from catalogue.exchange.planning import plan
from catalogue.exchange.storing import MOST_LETTERS, Otherwise, pledge, redeem
from catalogue.exchange.telling import counts, shown
from catalogue.forms.exchange import ConfirmForm, ImportForm
from catalogue.permission import curators_only
from catalogue.shelf import public_shelf
from catalogue.wording import glossary

JSON, CSV = "application/json", "text/csv; charset=utf-8"
PAGE = "curation/import.html"


@login_not_required
@require_safe
@etag(edition)
def download_open_data(request):
    return _file(export_json(is_open=True), JSON, "backgym-exercises.json")


@require_safe
@curators_only
def export_as_json(request):
    return _file(export_json(), JSON, _dated("json"))


@require_safe
@curators_only
def export_as_csv(request):
    return _file("\ufeff" + export_csv(), CSV, _dated("csv"))


@require_http_methods(["GET", "HEAD", "POST"])
@curators_only
def import_exercises(request):
    """Chosen, a file is shown as what it would do; nothing is written."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_valid():
        return _shown(request, plan(form.cleaned_data["file"]))
    return render(request, PAGE, {"form": form}, status=422 if form.errors else 200)


@require_POST
@curators_only
def confirm_import(request):
    form = ConfirmForm(request.POST)
    try:
        done = redeem(form.data.get("plan", ""), request.user, at=timezone.now())
    except Otherwise as otherwise:
        return _shown(request, otherwise.plan, is_otherwise=True)
    except FileRefused as refused:
        context = {"form": ImportForm(), "refused": refused}
        return render(request, PAGE, context, status=422)
    messages.success(request, f"Imported from {done.file.name}: {counts(done)}.")
    return redirect("catalogue:import")


def _shown(request, found, is_otherwise=False):
    context = {"form": ImportForm(), "plan": found, "is_otherwise": is_otherwise}
    if not found.problems:
        context["exercises"] = shown(found, glossary(public_shelf()))
    if found.may_be_carried_out:
        pledged = pledge(found, request.user)
        context["is_too_much"] = len(pledged) > MOST_LETTERS
        context["confirm"] = ConfirmForm(initial={"plan": pledged})
    status = 409 if is_otherwise else 422 if found.problems else 200
    return render(request, PAGE, context, status=status)


def _file(text, kind, name):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, kind, headers=headers)


def _dated(kind):
    return f"backgym-exercises-{timezone.localdate():%Y-%m-%d}.{kind}"
