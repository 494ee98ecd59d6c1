"""Pages that only curators have."""

from functools import wraps

from django.http import Http404


def curators_only(view):
    """To everybody else the page does not exist."""

    @wraps(view)
    def for_curators(request, *args, **kwargs):
        if not request.user.is_curator:
            raise Http404
        return view(request, *args, **kwargs)

    return for_curators
