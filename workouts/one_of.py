"""Exercises that a row of a plan may be as well: "one of these"."""

from workouts.contents import Other, others_for
from workouts.models import Alternative


def add_other(draft, row, exercise):
    """Let a row be this exercise as well, after those that it may be already."""
    draft.claim()
    whose = exercise.member_id and str(exercise.member_id)
    other = Other(exercise.pk, exercise.slug, exercise.name, whose)
    store_others(row, [*row.others, other])


def remove_other(draft, row, pk):
    draft.claim()
    store_others(row, [one for one in row.others if one.pk != pk])


def store_others(row, others):
    """Make these all that a row may be as well."""
    Alternative.objects.filter(member=row.member_id, prescription=row.pk).delete()
    row.others = list(others)
    if row.others:
        Alternative.objects.bulk_create(others_for(row, row.alternatives))
