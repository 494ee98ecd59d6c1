"""Pages that only curators have."""

from functools import wraps

from django.http import Http404


def may_curate(user):
    """Whether `user` may open the admin site and is of its group for the catalogue."""
    return user.is_curator and user.has_perm("catalogue.change_exercise")


def curators_only(view):
    """To everybody else the page does not exist."""

    @wraps(view)
    def for_curators(request, *args, **kwargs):
        if not may_curate(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return for_curators
