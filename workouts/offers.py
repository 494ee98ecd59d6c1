"""The ready routines as they would be for one member: swaps made, pieces they lack."""

from catalogue.models.titles import title_of
from workouts.balance import balance_of, muscles_of
from workouts.contents import days_of_templates, exercises_in, in_week
from workouts.models import Template
from workouts.recommending import Offer, Swap
from workouts.swapping import limits_of, once_each, pieces_of, put_in, swaps_for

GYM = frozenset("barbell cable machine-plate-loaded machine-selectorised smith-machine".split())


def offers_for(said):
    """Each ready routine as an offer. Three queries, five where limits are named."""
    templates = list(Template.objects.public().annotate(pieces=pieces_of(Template, "template")))
    limits = limits_of(said)
    swaps = swaps_for(templates, limits)
    days = days_of_templates(templates)
    for slug, made in swaps.items():
        put_in(days[slug], made)
    muscles = muscles_of({pk for plan in days.values() for pk in exercises_in(plan)})
    unused = _gym_unused(templates, said)
    return [
        _offer(
            t,
            in_week(days[t.slug], 1),
            muscles,
            unused=t.slug in unused,
            lacking=_lacking(t, swaps[t.slug], said),
            swaps=tuple(_named(change) for change in once_each(swaps[t.slug])),
            left_out=_those_in(days[t.slug], limits.refused),
            unwanted=_those_in(days[t.slug], limits.never - limits.refused),
        )
        for t in templates
    ]


def _named(change):
    return Swap(change.limitation, change.old.title, change.new.title, change.is_left_out)


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


def _deadlift_days(days):
    return sum(any("deadlift" in row.exercise.slug for row in day.rows) for day in days)


def _lacking(template, swaps, said):
    """Names of the pieces a member lacks for it; none before they said what they have."""
    if said.equipment is None:
        return ()
    exercises = [change.new for change in once_each(swaps)]
    needed = {
        p["id"]: _inside(p["id"], p["name"]) for row in [template, *exercises] for p in row.pieces
    }
    return tuple(name for piece, name in needed.items() if piece not in said.equipment)


def _inside(pk, name):
    """A piece's name inside a sentence: dumbbell, but EZ bar; other languages have capitals."""
    title = title_of("equipment", pk, name)
    return title if title != name or name[:2].isupper() else name[:1].lower() + name[1:]


def _those_in(days, exercises):
    """Names of the exercises of some days that are among these (ids)."""
    rows = (row for day in days for row in day.rows)
    return tuple({row.exercise.title: None for row in rows if row.exercise_id in exercises})
