"""Whose pages these are. Trainers read a client's journal on the member's own pages."""

from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404


def whose_journal(request, client=None, kind="training"):
    """The reader themselves, or the client of this id who lets them see `kind`; otherwise 404."""
    if client is None:
        return request.user
    return get_object_or_404(get_user_model().objects.open_to(request.user, kind), pk=client)
