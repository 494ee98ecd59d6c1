"""What a ready routine swaps for a member's limitations."""

from dataclasses import dataclass, field, replace

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from catalogue.models import Exercise, ExerciseLimitation, Limitation
from catalogue.models.titles import title_of
from workouts import arranging


@dataclass(frozen=True)
class Limits:
    """Names of what limits a member, by slug, and the ids of exercises that this leaves out.

    `never` are the ids of those that are never to be suggested to them.
    """

    names: dict[str, str] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    never: frozenset[int] = frozenset()

    def allow(self, exercise):
        return exercise.pk not in self.refused and exercise.pk not in self.never


def limits_of(said):
    """The limits in these circumstances. One query, if any are named."""
    limits, named = Limits(never=said.never), said.mild | said.strong
    if not named:
        return limits
    rows = Limitation.objects.filter(pk__in=named).order_by("pk").values_list(
        "pk", "slug", "name", "verdicts__exercise", "verdicts__verdict"
    )  # fmt: skip
    for pk, slug, name, exercise, verdict in rows:
        limits.names[slug] = title_of("limitation", pk, name)
        if verdict and said.verdict_on(pk, verdict) == ExerciseLimitation.Verdict.AVOID:
            limits.refused.add(exercise)
    return limits


@dataclass(frozen=True)
class Change:
    """On one day an exercise becomes `new`, or is left out as `new` is there already."""

    limitation: str  # its name
    old: Exercise
    new: Exercise
    is_left_out: bool = False


def swaps_for(templates, limits):
    """What templates swap: {template's slug: [{slug: Change} for each day]}.

    Of several proposals for an exercise the first is taken that neither a limitation nor the member
    speaks against and that the day does not have; if it has them all, the exercise is left out.
    What is put in has its `pieces` of equipment. One query, if there are limits.
    """
    if not limits.names:
        return {template.slug: [{} for _ in template.days] for template in templates}
    proposals = {template.slug: _proposals(template, limits) for template in templates}
    slugs = {slug for found in proposals.values() for _, *pair in found for slug in pair}
    exercises = Exercise.objects.public().filter(slug__in=slugs)
    known = {e.slug: e for e in exercises.annotate(pieces=pieces_of(Exercise, "exercise"))}
    swaps = {}
    for template in templates:
        usable = {}
        for limitation, old, new in proposals[template.slug]:
            if old in known and new in known and limits.allow(known[new]):
                usable.setdefault(old, []).append(Change(limitation, known[old], known[new]))
        days = template.days
        swaps[template.slug] = [_of_day(day["prescriptions"], usable) for day in days]
    return swaps


def once_each(swaps):
    """The swaps of all days, each once."""
    found = {(s.old.pk, s.new.pk, s.is_left_out): s for day in swaps for s in day.values()}
    return list(found.values())


def pieces_of(model, name):
    """The equipment of each row of a model, as id, slug and name: part of its own query."""
    through = model.equipment.through.objects.filter(**{name: OuterRef("pk")})
    fields = JSONObject(id="equipment", slug="equipment__slug", name="equipment__name")
    return ArraySubquery(through.order_by("equipment").values(piece=fields))


def put_in(days, swaps):
    """Make a template's swaps in its days."""
    for day, made in zip(days, swaps, strict=True):
        if not made:
            continue
        rows = []
        for row in day.rows:
            swap = made.get(row.exercise.slug)
            if swap is None or not swap.is_left_out:
                row.exercise = swap.new if swap else row.exercise
                rows.append(row)
        day.rows = arranging.tidy(rows)


def _of_day(rows, usable):
    """{slug: Change} for the rows of one day, of what is `usable`: {slug: [Change]}."""
    made, slugs = {}, list(dict.fromkeys(row["exercise"] for row in rows))
    there = {slug for slug in slugs if slug not in usable}
    for slug in slugs:
        if slug in usable:
            free = (swap for swap in usable[slug] if swap.new.slug not in there)
            made[slug] = next(free, None) or replace(usable[slug][0], is_left_out=True)
            there.add(made[slug].new.slug)
    return made


def _proposals(template, limits):
    """(limitation's name, left out, put in), slugs, that a template knows for these limits."""
    used = {row["exercise"] for day in template.days for row in day["prescriptions"]}
    return [
        (limits.names[limitation], old, new)
        for limitation, pairs in template.swaps.items()
        if limitation in limits.names
        for old, new in pairs.items()
        if old in used and old != new
    ]
