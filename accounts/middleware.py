"""The request's transaction, and who acts in it."""

from django.db import transaction

from accounts.context import open_rows


class MemberContext:
    """One transaction a request, told who acts, committed before the answer leaves.

    An answer of 500 and above takes everything back: what was acknowledged is what was stored.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with transaction.atomic():
            if request.user.is_authenticated:
                open_rows(request.user)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response
