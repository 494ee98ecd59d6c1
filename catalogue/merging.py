"""Making two exercises one: what names the one that goes names the survivor from then on.

Only the name under which something was done or planned changes, so both must be loaded, counted and
done on the same sides. The one that goes stays as a retired row, with what it was; a row of a
member who has one of the survivor's too (a mark, a note) stays with it unseen. All that moved is
kept by id, so that undoing brings back those rows and leaves what was done since.
"""

from contextlib import contextmanager
from dataclasses import asdict

from django.apps import apps
from django.db import OperationalError, transaction
from django.db.models import Exists, OuterRef, UniqueConstraint

from accounts.context import merging
from catalogue import taking_over
from catalogue.models import Exercise, ExerciseMedia, Merge
from catalogue.states import RefusedState, record, state_of
from catalogue.usage import member_tables, usage_of

AT_ONCE = 10_000  # rows moved by one statement
SAME = {  # field: what is said where two differ in it
    "load_type": "the load is read otherwise: {} and {}",
    "load_entry": "another load is written down: {} and {}",
    "laterality": "the sides work otherwise: {} and {}",
    "metric": "they are counted otherwise: {} and {}",
}
BUSY = "Members are logging one of them this very moment. Try again in a minute."


class RefusedMerge(ValueError):
    """Why two exercises stay two, or one stays one, in words for the curator."""


def why_not(loser, survivor):
    """Sentences on why `loser` may not become `survivor`; none where it may."""
    if loser.pk == survivor.pk:
        return ["An exercise cannot be merged with itself."]
    if loser.is_own or survivor.is_own:
        return ["A member’s own exercise is never merged."]
    found = []
    for one in (loser, survivor):
        if one.merged_into_id:
            found.append(f"{one} was merged into {one.merged_into} already.")
    if survivor.retired_at and not survivor.merged_into_id:
        found.append(f"{survivor} is retired, so nothing can be merged into it.")
    for name, words in SAME.items():
        if getattr(loser, name) != getattr(survivor, name):
            both = (getattr(one, f"get_{name}_display")().lower() for one in (loser, survivor))
            found.append(f"What members logged would change its meaning: {words.format(*both)}.")
    return found


@transaction.atomic
def merge(loser, survivor, by, at):
    """Make `loser` one with `survivor` and return the Merge, or raise RefusedMerge."""
    loser, survivor = _held(loser, survivor)
    if problems := why_not(loser, survivor):
        raise RefusedMerge(" ".join(problems))
    before, counted = state_of(loser), usage_of([loser.pk])[loser.pk]
    made = Merge.objects.create(
        loser=loser, survivor=survivor, by=by, at=at, counted=asdict(counted)
    )
    try:
        made.parts = taking_over.take_over(loser, survivor, by=by, at=at)
        made.parts["was_retired"] = loser.retired_at is not None
        _point(loser, survivor, loser.retired_at or at)
        _move_all(made)
    except RefusedState as refused:
        raise RefusedMerge(str(refused)) from refused
    made.save(update_fields=["parts"])
    record(loser, before, by=by, at=at, reason=f"Merged into {survivor}")
    return made


@transaction.atomic
def unmerge(made, by, at):
    """Make two again what was merged, or raise RefusedMerge."""
    loser, survivor = _held(made.loser, made.survivor)
    made = Merge.objects.select_for_update(no_key=True).get(pk=made.pk)
    if made.undone_at:
        raise RefusedMerge("This merge was undone already.")
    if at > made.last_moment:
        raise RefusedMerge("A merge can be undone for 30 days, and these are over.")
    if survivor.merged_into_id:
        raise RefusedMerge(
            f"{survivor} was merged into {survivor.merged_into} since. Undo that first."
        )
    before = state_of(loser)
    _point(loser, None, loser.retired_at if made.parts["was_retired"] else None)
    _move_back(made)
    try:
        taking_over.give_back(made, by=by, at=at)
    except RefusedState as refused:
        raise RefusedMerge(f"{survivor} cannot be as it was: {refused}") from refused
    made.undone_at, made.undone_by = at, by
    made.save(update_fields=["undone_at", "undone_by"])
    record(loser, before, by=by, at=at, reason=f"No longer merged into {survivor}")


def _held(*pair):
    """Both as they are now, nobody else's to change until we are done."""
    rows = Exercise.objects.public().select_for_update(no_key=True).order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[one.pk for one in pair])}
    return [found.get(one.pk, one) for one in pair]


def _point(loser, survivor, retired_at):
    loser.merged_into, loser.retired_at = survivor, retired_at
    with _moving(loser):
        loser.save(update_fields=["merged_into", "retired_at"])


def _move_all(made):
    """Give the survivor all of the loser: rows of members, pictures, and what had become it."""
    earlier = Exercise.objects.public().filter(merged_into=made.loser_id)
    pictures = ExerciseMedia.objects.public().filter(exercise=made.loser_id)
    tables = [(earlier, "merged_into"), (pictures, "exercise")]
    tables += [(_movable(model, made), "exercise") for model in member_tables()]
    with _moving(made.loser, made.survivor):
        for rows, field in tables:
            while ids := list(rows.values_list("pk", flat=True)[:AT_ONCE]):
                rows.model.objects.filter(pk__in=ids).update(**{field: made.survivor_id})
                made.moves.create(table=rows.model._meta.label, ids=list(map(str, ids)))


def _movable(model, made):
    """Rows of the loser, but those of which a member may have one only and has the survivor's."""
    rows = model.objects.filter(exercise=made.loser_id).order_by()
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and "exercise" in constraint.fields:
            same = {name: OuterRef(name) for name in constraint.fields if name != "exercise"}
            there = model.objects.filter(exercise=made.survivor_id, **same)
            rows = rows.exclude(Exists(there))
    return rows


def _move_back(made):
    with _moving(made.loser, made.survivor):
        for move in made.moves.all():
            model = apps.get_model(move.table)
            field = "merged_into" if model is Exercise else "exercise"
            rows = model.objects.filter(**{field: made.survivor_id}, pk__in=move.ids)
            rows.update(**{field: made.loser_id})


@contextmanager
def _moving(*exercises):
    """While rows of members are given from one of these exercises to another."""
    try:
        with merging([exercise.pk for exercise in exercises]):
            yield
    except OperationalError as error:
        raise RefusedMerge(BUSY) from error
