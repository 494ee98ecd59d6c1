"""Taking a copy of a routine that somebody shared by a link."""

import uuid6
from django.db import transaction
from django.db.models import Q, Value
from django.db.models.functions import Lower

from accounts.inserting import insert_once
from catalogue.models import Exercise
from catalogue.owning import free_slug
from workouts.models import Routine
from workouts.releasing import release_days
from workouts.shape import days_from, version_from


@transaction.atomic
def copy_shared(link, member, *, now, pk=None):
    """Make what a link shows `member`'s own: in use, and followed once they say so.

    `pk` is chosen by their page, so that asking twice copies once.
    """
    routine = Routine(pk=pk or uuid6.uuid7(), member=member, name=link.name)
    alike = Routine.objects.of(member).current().filter(name=link.name)
    routine, is_new = insert_once(routine, alike)
    if is_new:
        becomes = _exercises_by_name(link, member)
        source = version_from(link.plan)
        release_days(routine, days_from(link.plan), source, now, exercises=becomes)
    return routine


def _exercises_by_name(link, member):
    """{id of somebody else's own exercise: id of `member`'s of the same name}."""
    names = {int(pk): name for pk, name in link.names.items()}
    usable = Exercise.objects.filter(Q(member=None) | Q(member=member.pk), pk__in=names)
    usable = set(usable.values_list("pk", flat=True))
    theirs = {pk: name for pk, name in names.items() if pk not in usable}
    if not theirs:
        return {}
    return {pk: _own(name, member).pk for pk, name in theirs.items()}


def _own(name, member):
    """The exercise of `member`'s own of this name; a new one knows nothing but its name."""
    own = Exercise.objects.owned_by(member).annotate(lowered=Lower("name"))
    known = own.filter(lowered=Lower(Value(name))).first()
    return known or Exercise.objects.create(name=name, slug=free_slug(name, member), member=member)
