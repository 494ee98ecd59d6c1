"""What the shell round every page shows."""

from django.utils.functional import SimpleLazyObject

from progress.starting import unfinished_session


def shell(request):
    """`open_session`, asked for only where a page shows the way back into an open workout."""
    return {"open_session": SimpleLazyObject(lambda: _open_session(request))}


def _open_session(request):
    user = getattr(request, "user", None)
    return unfinished_session(user) if user and user.is_authenticated else None
