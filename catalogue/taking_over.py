"""What a survivor and the ladders take over from an exercise that was merged into it.

The survivor gets its names as aliases, and its ids in free-exercise-db; its texts stay its own. A
step of a ladder that named the other names the survivor, or goes where that would not be a step.
Each is an ordinary change with its history, and what was taken over is kept for the way back.
"""

from django.db.models import Q

from catalogue.checking import LADDER
from catalogue.models import Exercise
from catalogue.states import RefusedState, state_of, write


def take_over(loser, survivor, *, by, at):
    """Let the survivor and the ladders take over, and return what, as JSON."""
    gone, stays = state_of(loser), state_of(survivor)
    how = {"by": by, "at": at, "reason": f"{loser} was merged into {survivor}"}
    taken = {"aliases": new_names(gone, stays), "ids": _new_ids(gone, stays), "steps": []}
    for exercise in with_step(loser).exclude(pk=survivor.pk):
        taken["steps"] += _replace_step(exercise, loser.slug, survivor.slug, how)
    names = {name: _without(stays[name], loser.slug) for name in LADDER}
    taken["steps"] += [[survivor.pk, name, "gone"] for name in LADDER if loser.slug in stays[name]]
    known = stays["free_exercise_db"]
    taken["new_kinds"] = sorted(taken["ids"].keys() - known.keys())
    ids = {
        kind: [*known.get(kind, ()), *taken["ids"].get(kind, ())]
        for kind in known.keys() | taken["ids"].keys()
    }
    aliases = [*stays["aliases"], *taken["aliases"]]
    write(names | {"aliases": aliases, "free_exercise_db": ids}, survivor, **how)
    return taken


def give_back(made, *, by, at):
    """Take from the survivor and the ladders what the merge gave them, if they still have it."""
    loser, survivor, taken = made.loser, made.survivor, made.parts
    how = {"by": by, "at": at, "reason": f"{loser} is no longer merged into {survivor}"}
    now = state_of(survivor)
    aliases = _without(now["aliases"], *taken["aliases"])
    ids = {
        kind: _without(known, *taken["ids"].get(kind, ()))
        for kind, known in now["free_exercise_db"].items()
    }
    ids = {kind: known for kind, known in ids.items() if known or kind not in taken["new_kinds"]}
    write({"aliases": aliases, "free_exercise_db": ids}, survivor, **how)
    for pk, field, what in taken["steps"]:
        exercise = Exercise.objects.public().filter(pk=pk, merged_into__isnull=True).first()
        if exercise:
            _give_step_back(exercise, field, what, loser.slug, survivor.slug, how)


def with_step(exercise):
    """Exercises of everybody's catalogue on whose ladder this one is."""
    named = Q(regressions=exercise.pk) | Q(progressions=exercise.pk)
    return Exercise.objects.public().filter(named, merged_into__isnull=True).distinct()


def _replace_step(exercise, old, new, how):
    """[[id, field, what]]: "there" where the new step was there too, "put" in its place, "gone"."""
    state = state_of(exercise)
    fields = [name for name in LADDER if old in state[name]]
    there = {name: new in state[name] for name in fields}
    put = {name: sorted({*_without(state[name], old), new}) for name in fields}
    gone = {name: _without(state[name], old) for name in fields}
    try:
        write(put, exercise, **how)
    except RefusedState:
        write(gone, exercise, **how)
        return [[exercise.pk, name, "gone"] for name in fields]
    return [[exercise.pk, name, "there" if there[name] else "put"] for name in fields]


def _give_step_back(exercise, field, what, old, new, how):
    steps = set(state_of(exercise)[field])
    if what == "put" and new not in steps:
        return  # somebody took it off the ladder since
    steps = steps - {new} if what == "put" else steps
    try:
        write({field: sorted(steps | {old})}, exercise, **how)
    except RefusedState:
        return  # the ladder has changed so that it is no step any more


def _without(known, *gone):
    return [one for one in known if one not in gone]


def new_names(gone, stays):
    known = {name.casefold() for name in [stays["name"], *stays["aliases"]]}
    new = []
    for name in [gone["name"], *gone["aliases"]]:
        if name.casefold() not in known:
            known.add(name.casefold())
            new.append(name)
    return new


def _new_ids(gone, stays):
    theirs = {one for ids in stays["free_exercise_db"].values() for one in ids}
    new = {
        kind: [one for one in ids if one not in theirs]
        for kind, ids in gone["free_exercise_db"].items()
    }
    return {kind: ids for kind, ids in new.items() if ids}
