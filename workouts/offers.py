"""The ready routines as they would be for one member: swaps made, pieces they lack."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from catalogue.models import Exercise, ExerciseLimitation, Limitation
from workouts.balance import balance_of, muscles_of
from workouts.contents import days_of_templates, exercises_in, in_week
from workouts.models import Template
from workouts.recommending import Offer, Swap

GYM = frozenset("barbell cable machine-plate-loaded machine-selectorised smith-machine".split())
AVOID = ExerciseLimitation.Verdict.AVOID


def offers_for(said):
    """Each ready routine as an offer. Three queries, five where limits are named."""
    templates = list(Template.objects.public().annotate(pieces=_pieces(Template, "template")))
    names, refused = _limits(said)
    spare = _spare_exercises(templates, names)
    days = days_of_templates(templates)
    swaps = {t.slug: _swaps(t, days[t.slug], names, spare, refused) for t in templates}
    for slug, made in swaps.items():
        _put_in(days[slug], made)
    muscles = muscles_of({pk for plan in days.values() for pk in exercises_in(plan)})
    unused = _gym_unused(templates, said)
    return [
        _offer(
            t,
            in_week(days[t.slug], 1),
            muscles,
            unused=t.slug in unused,
            lacking=_lacking(t, swaps[t.slug], said),
            swaps=tuple(Swap(name, a.name, b.name) for name, a, b in swaps[t.slug].values()),
            left_out=_left_out(days[t.slug], refused),
        )
        for t in templates
    ]


def _offer(template, days, muscles, unused, **rest):
    balance = balance_of(days, muscles)
    return Offer(
        template=template,
        week={week.region: week for week in balance.regions},
        muscles=balance.muscles,
        deadlift_days=_deadlift_days(days),
        leaves_gym_unused=unused,
        **rest,
    )


def _gym_unused(templates, said):
    """Slugs of templates that need no gym, where the member has one or did not say."""
    gym = {piece["id"] for t in templates for piece in t.pieces if piece["slug"] in GYM}
    if said.equipment is not None and not gym & said.equipment:
        return set()
    return {t.slug for t in templates if all(piece["id"] not in gym for piece in t.pieces)}


def _pieces(model, name):
    """The equipment of each row of a model, as id, slug and name: part of its own query."""
    through = model.equipment.through.objects.filter(**{name: OuterRef("pk")})
    fields = JSONObject(id="equipment", slug="equipment__slug", name="equipment__name")
    return ArraySubquery(through.order_by("equipment").values(piece=fields))


def _limits(said):
    """Names of what limits a member, by slug, and the ids of exercises that this leaves out."""
    named = said.mild | said.strong
    if not named:
        return {}, set()
    rows = Limitation.objects.filter(pk__in=named).order_by("pk").values_list(
        "pk", "slug", "name", "verdicts__exercise", "verdicts__verdict"
    )  # fmt: skip
    names, refused = {}, set()
    for pk, slug, name, exercise, verdict in rows:
        names[slug] = name
        if verdict and said.verdict_on(pk, verdict) == AVOID:
            refused.add(exercise)
    return names, refused


def _spare_exercises(templates, limits):
    """What templates put in for these limitations, by slug, with its `pieces` of equipment."""
    wanted = {
        new
        for template in templates
        for limit, pairs in template.plan.get("swaps", {}).items()
        if limit in limits
        for new in pairs.values()
    }
    if not wanted:
        return {}
    exercises = Exercise.objects.public().filter(slug__in=wanted)
    return {e.slug: e for e in exercises.annotate(pieces=_pieces(Exercise, "exercise"))}


def _swaps(template, days, limits, spare, refused):
    """{slug: (limitation, left out, put in)}: of several the first that no limitation refuses.

    The same choice as copying.swaps_for(), for all templates at once; a test compares them.
    """
    here = {row.exercise.slug: row.exercise for day in days for row in day.rows}
    swaps = {}
    for limit, pairs in template.plan.get("swaps", {}).items():
        for old, new in pairs.items() if limit in limits else ():
            if old in here and new in spare and spare[new].pk not in refused:
                swaps.setdefault(old, (limits[limit], here[old], spare[new]))
    return swaps


def _put_in(days, swaps):
    for row in (row for day in days for row in day.rows):
        if row.exercise.slug in swaps:
            row.exercise = swaps[row.exercise.slug][2]


def _deadlift_days(days):
    return sum(any("deadlift" in row.exercise.slug for row in day.rows) for day in days)


def _lacking(template, swaps, said):
    """Names of the pieces a member lacks for it; none before they said what they have."""
    if said.equipment is None:
        return ()
    exercises = [new for _, _, new in swaps.values()]
    needed = {p["id"]: _inside(p["name"]) for row in [template, *exercises] for p in row.pieces}
    return tuple(name for piece, name in needed.items() if piece not in said.equipment)


def _inside(name):
    """A name inside a sentence: dumbbell, but EZ bar."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def _left_out(days, refused):
    rows = (row for day in days for row in day.rows)
    return tuple({row.exercise.name: None for row in rows if row.exercise_id in refused})
