"""What the shell round every page shows."""

from django.utils.functional import SimpleLazyObject

from progress.models import Session


def shell(request):
    """`open_session`, asked for only where a page shows the way back into an open workout."""
    return {"open_session": SimpleLazyObject(lambda: _open_session(request))}


def _open_session(request):
    user = getattr(request, "user", None)
    if not user or not user.is_authenticated:
        return None
    newest = Session.objects.of(user).unfinished().newest_first()
    return newest.only("name", "finished_at").first()
