"""The request's transaction, who acts in it, and the language they read."""

from django.db import transaction
from django.utils.cache import patch_cache_control, patch_vary_headers

from accounts.context import acting_as
from accounts.languages import language_asked_for, reading_in


class MemberContext:
    """One transaction a request, told who acts, committed before the answer leaves.

    An exception or an answer of 500 and above takes everything back: what was acknowledged is
    what was stored. Answers to somebody signed in are theirs alone, so no cache keeps them.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = request.user
        with acting_as(user) if user.is_authenticated else transaction.atomic():
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        if user.is_authenticated and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_exception(self, request, exception):
        """Http404 and the like become answers, but what was written before them does not stay."""
        transaction.set_rollback(True)


class ReadersLanguage:
    """The catalogue in the language somebody chose, or else in the first their browser asks for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.user.is_authenticated and request.user.language
        asked_for = request.META.get("HTTP_ACCEPT_LANGUAGE", "")
        with reading_in(chosen or language_asked_for(asked_for)):
            response = self.get_response(request)
        if not request.user.is_authenticated:  # nothing keeps what members are answered
            patch_vary_headers(response, ["Accept-Language"])
        return response
