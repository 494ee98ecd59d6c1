"""Whose pages these are. Trainers read a client's journal on the member's own pages."""

from django.shortcuts import get_object_or_404

from accounts.models import TrainerLink


def whose_journal(request, client=None, kind="training"):
    """The reader themselves, or the client of this id who lets them see `kind`; otherwise 404.

    A client comes with the link that opened their journal, so that no scope asks for it again.
    """
    reader = request.user
    if client is None or client == reader.pk:
        return reader
    links = TrainerLink.objects.opening(reader, kind).select_related("client")
    link = get_object_or_404(links, client=client)
    link.client.opened_by = link
    return link.client
