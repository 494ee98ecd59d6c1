"""Writing what belongs to exercises: names, muscles, verdicts, equipment, steps, translations."""

from catalogue.checking import LADDER, ROLES
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseLimitation,
    ExerciseMuscle,
    Limitation,
    Muscle,
)
from catalogue.texts import put_translations


def put_parts(pairs):
    """Make [(exercise, state)] have the parts their states name. As many queries for one as all.

    Every exercise that a ladder names is there by now.
    """
    exercises = [exercise for exercise, _ in pairs]
    for model, rows in [
        (ExerciseAlias, _aliases(pairs)),
        (ExerciseMuscle, _credits(pairs)),
        (ExerciseLimitation, _verdicts(pairs)),
        (Exercise.equipment.through, _equipment(pairs)),
    ]:
        model.objects.filter(exercise__in=exercises).delete()
        model.objects.bulk_create(rows)
    for name in LADDER:
        through = getattr(Exercise, name).through
        through.objects.filter(from_exercise__in=exercises).delete()
        through.objects.bulk_create(_steps(through, name, pairs))
    put_translations(pairs)


def _aliases(pairs):
    return [
        ExerciseAlias(exercise=exercise, name=name)
        for exercise, state in pairs
        for name in state["aliases"]
    ]


def _credits(pairs):
    muscles = _ids(Muscle)
    return [
        ExerciseMuscle(exercise=exercise, muscle_id=muscles[slug], role=role)
        for exercise, state in pairs
        for key, role in ROLES.items()
        for slug in state[key]
    ]


def _verdicts(pairs):
    limitations = _ids(Limitation)
    return [
        ExerciseLimitation(exercise=exercise, limitation_id=limitations[slug], verdict=verdict)
        for exercise, state in pairs
        for slug, verdict in state["limitations"].items()
    ]


def _equipment(pairs):
    pieces = _ids(Equipment)
    return [
        Exercise.equipment.through(exercise=exercise, equipment_id=pieces[slug])
        for exercise, state in pairs
        for slug in state["equipment"]
    ]


def _steps(through, name, pairs):
    named = {slug for _, state in pairs for slug in state[name]}
    ids = dict(Exercise.objects.public().filter(slug__in=named).values_list("slug", "pk"))
    return [
        through(from_exercise=exercise, to_exercise_id=ids[slug])
        for exercise, state in pairs
        for slug in state[name]
    ]


def _ids(model):
    return dict(model.objects.public().values_list("slug", "pk"))
