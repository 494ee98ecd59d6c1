"""Answers that need neither session nor member: probes, and words where Django would have none."""

from urllib.parse import urlencode, urlsplit

from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpResponse
from django.urls import reverse

from backgym.views import PATIENCE, explain


class Probes:
    """/healthz: this process answers. /readyz: its database answers, too. Open to all."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == "/healthz":
            return _say("alive")
        if request.path == "/readyz":
            return _readiness()
        return self.get_response(request)


class PlainErrors:
    """A page in words for a method that an address does not take."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        return explain(405, Allow=response["Allow"])


class SignInAgain:
    """Where htmx asks for a part after the session has ended, the whole page goes to sign in."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        sign_in = reverse("account_login")
        was_sent_away = response.status_code == 302 and response.url.startswith(sign_in)
        if not (was_sent_away and request.headers.get("HX-Request")):
            return response
        page = urlsplit(request.headers.get("HX-Current-URL", "")).path or "/"
        return HttpResponse(headers={"HX-Redirect": f"{sign_in}?{urlencode({'next': page})}"})


def _readiness():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        connection.close()
        return _say("the database does not answer", status=503, **{"Retry-After": PATIENCE})
    return _say("ready")


def _say(words, status=200, **headers):
    headers["Cache-Control"] = "no-store"
    return HttpResponse(f"{words}\n", "text/plain; charset=utf-8", status, headers=headers)
