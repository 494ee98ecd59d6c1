"""Pages that only curators have."""

from functools import wraps

from django.contrib.auth.models import Permission
from django.db.models import Q
from django.http import Http404


def may_curate(user):
    """Whether `user` may open the admin site and is of its group for the catalogue.

    As `user.has_perm("catalogue.change_exercise")`, in one query instead of two.
    """
    if not (user.is_curator and user.is_active):
        return False
    theirs = Permission.objects.filter(Q(user=user) | Q(group__user=user))
    change = theirs.filter(content_type__app_label="catalogue", codename="change_exercise")
    return user.is_superuser or change.exists()


def curators_only(view):
    """To everybody else the page does not exist."""

    @wraps(view)
    def for_curators(request, *args, **kwargs):
        if not may_curate(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return for_curators
