"""Pages that only trainers have."""

from functools import wraps

from django.http import Http404


def trainers_only(view):
    """To everybody else the page does not exist."""

    @wraps(view)
    def for_trainers(request, *args, **kwargs):
        if not request.user.is_trainer:
            raise Http404
        return view(request, *args, **kwargs)

    return for_trainers
