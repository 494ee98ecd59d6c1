"""Copies of routines: from a ready routine, and from one member to another.

A copy belongs to its member alone: it keeps where it came from, and may then go its own way.
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models.functions import Lower

from catalogue.fitting import circumstances_of
from catalogue.models import Exercise, ExerciseLimitation, Limitation
from workouts.contents import days_of, days_of_template, write_days
from workouts.following import follow
from workouts.models import Routine, RoutineVersion

NAME_LENGTH = Routine._meta.get_field("name").max_length


@dataclass(frozen=True)
class Copy:
    """A new routine, and (left out, put in) for each exercise swapped for the member's sake."""

    routine: Routine
    version: RoutineVersion
    swaps: list[tuple[Exercise, Exercise]] = field(default_factory=list)


@transaction.atomic
def copy_template(template, member, *, now, by=None, name=""):
    """Make a ready routine `member`'s own, in use and followed at once.

    `by` is who does it, the member or their trainer: swaps are made for the limitations that
    `by` may know of.
    """
    by = by or member
    routine = Routine.objects.create(
        member=member,
        name=name or template.name,
        template=template,
        assigned_by=None if by.pk == member.pk else by,
    )
    days = days_of_template(template)
    swaps = swaps_for(template, circumstances_of(member, by))
    for row in (row for day in days for row in day.rows):
        if row.exercise.slug in swaps:
            row.exercise = swaps[row.exercise.slug][1]
    version = _release(routine, days, template.weeks, now)
    follow(routine, member.today(now))
    return Copy(routine, version, list(swaps.values()))


@transaction.atomic
def copy_routine(version, to_member, *, by, now, name="", followed_since=None):
    """Give `to_member` their own copy of a version, in use at once, each row with its lineage.

    `by` is who does it, the member or their trainer. It is followed from `followed_since` on, by
    default from today. Exercises of the source member's own become the same of `to_member`'s.
    """
    source = version.routine
    routine = Routine.objects.create(
        member=to_member,
        name=name or source.name,
        template_id=source.template_id,
        assigned_by=None if by.pk == to_member.pk else by,
        copied_from=version.pk,
    )
    days = days_of(version)
    copy = _release(routine, days, version.weeks, now, _own_exercises(days, to_member))
    follow(routine, followed_since or to_member.today(now))
    return Copy(routine, copy)


def swaps_for(template, said):
    """What a template swaps for these circumstances: {slug: (left out, put in)}.

    Of several proposals the first that no other limitation speaks against is taken.
    """
    named = said.mild | said.strong
    proposals = _proposals(template, named) if named else []
    slugs = {slug for pair in proposals for slug in pair}
    exercises = {e.slug: e for e in Exercise.objects.public().filter(slug__in=slugs)}
    refused = _refused(said, [e.pk for e in exercises.values()]) if slugs else set()
    swaps = {}
    for old, new in proposals:
        if old in exercises and new in exercises and exercises[new].pk not in refused:
            swaps.setdefault(old, (exercises[old], exercises[new]))
    return swaps


def _proposals(template, limitations):
    """(left out, put in), slugs, for each limitation (ids) that the template knows swaps for."""
    slugs = set(Limitation.objects.filter(pk__in=limitations).values_list("slug", flat=True))
    used = {row["exercise"] for day in template.plan["days"] for row in day["prescriptions"]}
    by_limitation = template.plan.get("swaps", {}).items()
    pairs = [pair for slug, pairs in by_limitation if slug in slugs for pair in pairs.items()]
    return [pair for pair in pairs if pair[0] in used]


def _refused(said, exercises):
    """Those of `exercises` (ids) that these circumstances leave out."""
    verdicts = ExerciseLimitation.objects.filter(exercise__in=exercises)
    return {
        row.exercise_id
        for row in verdicts
        if said.verdict_on(row.limitation_id, row.verdict) == ExerciseLimitation.Verdict.AVOID
    }


def _release(routine, days, weeks, now, exercises=None):
    version = RoutineVersion.objects.create(
        member_id=routine.member_id, routine=routine, number=1, weeks=weeks
    )
    write_days(version, days, exercises)
    version.released_at = now
    version.save(update_fields=["released_at"])
    return version


def _own_exercises(days, member):
    """{id of somebody else's own exercise: id of `member`'s of the same name}."""
    theirs = {
        row.exercise_id: row.exercise
        for day in days
        for row in day.rows
        if row.exercise.member_id not in (None, member.pk)
    }
    if not theirs:
        return {}
    present = dict(Exercise.objects.owned_by(member).values_list(Lower("name"), "pk"))
    names = Exercise.objects.filter(pk__in=theirs).values_list("pk", Lower("name"))
    return {pk: present.get(name) or _copy_exercise(theirs[pk], member).pk for pk, name in names}


def _copy_exercise(exercise, member):
    """The same exercise as `member`'s own, with its muscles, equipment and limitations."""
    fields = {
        field.name: getattr(exercise, field.attname)
        for field in Exercise._meta.concrete_fields
        if not (field.primary_key or field.generated or field.name in ("member", "slug", "pattern"))
    }
    copy = Exercise.objects.create(
        **fields, pattern_id=exercise.pattern_id, member=member, slug=_free_slug(exercise, member)
    )
    for related in (exercise.credits, exercise.verdicts):
        rows = list(related.all())
        for row in rows:
            row.pk, row._state.adding, row.exercise = None, True, copy
        related.model.objects.bulk_create(rows)
    copy.equipment.set(exercise.equipment.all())
    return copy


def _free_slug(exercise, member):
    """The exercise's slug, numbered if another of the member's own has it."""
    taken = set(Exercise.objects.owned_by(member).values_list("slug", flat=True))
    stem = exercise.slug[:70]
    names = [exercise.slug, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)
