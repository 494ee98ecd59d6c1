"""Who may curate, and pages that only curators have."""

from functools import wraps
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db.models import Exists, F, Func, OuterRef, Subquery
from django.http import Http404

from catalogue.models import Proposal

CHANGE = {"content_type__app_label": "catalogue", "codename": "change_exercise"}


class Desk(NamedTuple):
    """What every page of curation asks of who reads it."""

    may_curate: bool = False
    waiting: int = 0  # proposals


def desk_of(user):
    """One query, and once for each request: `user` is the request's and keeps it."""
    if not (user.is_curator and user.is_active):
        return Desk()
    if not hasattr(user, "_desk"):
        user._desk = _asked(user)
    return user._desk


def _asked(user):
    rows = get_user_model().objects.filter(pk=user.pk)
    change = Permission.objects.filter(**CHANGE)
    by_group = Exists(change.filter(group__user=OuterRef("pk")))
    by_itself = Exists(change.filter(user=OuterRef("pk")))
    waiting = Proposal.objects.visible_to(user).waiting().order_by()
    count = waiting.annotate(count=Func(F("pk"), function="COUNT")).values("count")
    may, number = rows.values_list(by_group | by_itself, Subquery(count)).get()
    return Desk(may or user.is_superuser, number)


def may_curate(user):
    """Whether `user` may open the admin site and is of its group for the catalogue."""
    return desk_of(user).may_curate


def curators_only(view):
    """To everybody else the page does not exist."""

    @wraps(view)
    def for_curators(request, *args, **kwargs):
        if not may_curate(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return for_curators
