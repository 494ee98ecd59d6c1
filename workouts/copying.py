"""Copies of routines: from a ready routine, and from one member to another.

A copy belongs to its member alone: it keeps where it came from, and may then go its own way.
"""

from dataclasses import dataclass, field

import uuid6
from django.db import transaction

from accounts.inserting import insert_once
from catalogue.fitting import circumstances_of
from catalogue.models import Exercise
from catalogue.owning import copy_for
from workouts.contents import days_of, days_of_template, exercises_in
from workouts.following import follow, version_in_use
from workouts.models import Routine, RoutineVersion
from workouts.releasing import release_days
from workouts.swapping import limits_of, once_each, put_in, swaps_for


@dataclass(frozen=True)
class Copy:
    """A new routine, and (left out, put in) for each exercise swapped for the member's sake.

    `doubled` are pairs too: exercises left out as what they would become is there already.
    """

    routine: Routine
    version: RoutineVersion
    swaps: list[tuple[Exercise, Exercise]] = field(default_factory=list)
    doubled: list[tuple[Exercise, Exercise]] = field(default_factory=list)


@transaction.atomic
def copy_template(template, member, *, now, by=None, name="", pk=None):
    """Make a ready routine `member`'s own, in use and followed at once.

    `by` is who does it, the member or their trainer: swaps are made for the limitations that
    `by` may know of. `pk` is chosen by their page, so that asking twice copies once.
    """
    by = by or member
    days = days_of_template(template)
    swaps = swaps_for([template], limits_of(circumstances_of(member, by)))[template.slug]
    put_in(days, swaps)
    origin = {"template_id": template.pk, "copied_from": None}
    routine, is_new = _begin(member, by, pk, name or template.name, origin)
    if is_new:
        release_days(routine, days, template, now)
        follow(routine, member.today(now))
    made = once_each(swaps)
    swapped = [(change.old, change.new) for change in made if not change.is_left_out]
    doubled = [(change.old, change.new) for change in made if change.is_left_out]
    return Copy(routine, version_in_use(routine), swapped, doubled)


@transaction.atomic
def copy_routine(version, to_member, *, by, now, name="", followed_since=None, pk=None):
    """Give `to_member` their own copy of a version, in use at once, each row with its lineage.

    `by` is who does it, the member or their trainer. It is followed from `followed_since` on, by
    default from today. Exercises of the source member's own become the same of `to_member`'s.
    `pk` is chosen by the page of `by`, so that asking twice copies once.
    """
    source = version.routine
    origin = {"template_id": source.template_id, "copied_from": version.pk}
    routine, is_new = _begin(to_member, by, pk, name or source.name, origin)
    if is_new:
        days = days_of(version)
        release_days(routine, days, version, now, exercises=own_exercises(days, to_member))
        follow(routine, followed_since or to_member.today(now))
    return Copy(routine, version_in_use(routine))


def _begin(member, by, pk, name, origin):
    """The routine of a copy, and whether it is new: a page that is sent twice makes one."""
    origin |= {"name": name, "assigned_by_id": None if by.pk == member.pk else by.pk}
    routine = Routine(pk=pk or uuid6.uuid7(), member=member, **origin)
    return insert_once(routine, Routine.objects.of(member).current().filter(**origin))


def own_exercises(days, member):
    """{id of somebody else's own exercise: id of `member`'s of the same name, made if need be}."""
    others = {pk for day in days for row in day.rows for pk in row.alternatives}
    used = Exercise.objects.filter(pk__in=exercises_in(days) | others, member__isnull=False)
    others = list(used.exclude(member=member.pk))
    present = same_of(others, member)
    return {e.pk: present.get(e.pk) or copy_for(e, member).pk for e in others}


def same_of(exercises, member):
    """{id of somebody else's own exercise: id of `member`'s of the same name}, if there is one."""
    others = {e.pk: e.name.lower() for e in exercises if e.member_id not in (None, member.pk)}
    if not others:
        return {}
    names = Exercise.objects.owned_by(member).values_list("name", "pk")
    present = {name.lower(): pk for name, pk in names}
    return {pk: present[name] for pk, name in others.items() if name in present}
