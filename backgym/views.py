"""The front page, and the pages that say what went wrong."""

import sys

from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.views.decorators.http import require_GET

from workouts.models import Template

PATIENCE = 30  # seconds after which a busy server may be asked again


@login_not_required
@require_GET
def front(request):
    if request.user.is_authenticated:
        return redirect("progress:today")
    return render(request, "front.html", {"templates": Template.objects.public()})


@login_not_required
@require_GET
def icon(request):
    """Asked for by browsers on pages that name none, such as the admin's."""
    return redirect(static("img/favicon.svg"))


def explain(status, page=None, **headers):
    """A page in words. It asks neither session nor database: either may be what is broken."""
    words = render_to_string(page or f"{status}.html")
    return HttpResponse(words, status=status, headers=headers)


def bad_request(request, exception):
    return explain(400)


def forbidden(request, exception):
    return explain(403)


def form_too_old(request, reason=""):
    return explain(403, "403_csrf.html")


def not_found(request, exception):
    return explain(404)


def too_many(request):
    return explain(429, **{"Retry-After": 60})


def broken(request):
    """An error of ours, or a database that does not answer: then the same may work in a moment."""
    if _database_is_away(sys.exc_info()[1]):
        return explain(503, **{"Retry-After": PATIENCE})
    return explain(500)


def _database_is_away(error):
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        error = error.__cause__ or error.__context__
    return False
