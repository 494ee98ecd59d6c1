"""An exercise as one dict: what is exported, imported, proposed, kept as history and reverted to.

The dict is an entry of data/exercises.json (lists of slugs, kilograms, seconds), and besides the
pictogram, the links, whether it is retired, and its translations {language: {field: text}}, but not
the English they were made from. `level` follows from `difficulty` and is not in it.
"""

from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import F, FloatField, OuterRef, Prefetch, Q
from django.db.models.functions import Cast, JSONObject

from catalogue.checking import LADDER, ROLES, Known, problems_of
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseLimitation,
    ExerciseMuscle,
    ExerciseState,
    Limitation,
    Muscle,
    Pattern,
)
from catalogue.parts import put_parts
from catalogue.texts import said, said_in, translations_in_rows

PLAIN = (
    "slug name mechanic laterality load_type load_entry metric one_rep_max_allowed region"
    " difficulty spine_load setup cues mistakes brace note free_exercise_db links pictogram"
).split()
LEVELS = {
    1: Exercise.Level.BEGINNER,
    2: Exercise.Level.BEGINNER,
    3: Exercise.Level.INTERMEDIATE,
    4: Exercise.Level.ADVANCED,
    5: Exercise.Level.EXPERT,
}
NEW = {
    "slug": "", "name": "", "aliases": [], "mechanic": "compound", "pattern": None,
    "equipment": [], "primary": [], "secondary": [], "stabilisers": [], "region": "",
    "laterality": "bilateral", "load_type": "external", "load_entry": "total",
    "bodyweight_factor": None, "metric": "reps", "one_rep_max_allowed": False, "difficulty": 1,
    "spine_load": "low", "reps": [8, 12], "rest_seconds": 90, "increment_kg": 2.5,
    "limitations": {}, "regressions": [], "progressions": [], "free_exercise_db": {}, "note": "",
    "setup": "", "cues": [], "mistakes": [], "brace": False, "links": [], "pictogram": {},
    "retired": False, "translations": {},
}  # fmt: skip
FIELDS = tuple(NEW)
LATER = {"translations"}  # what states that were kept earlier may not have


class RefusedState(ValueError):
    """A state that may not stand: `problems` says why, {field: words}."""

    def __init__(self, problems):
        super().__init__("; ".join(f"{name}: {why}" for name, why in problems.items()))
        self.problems = problems


def known_words():
    """What a state may name in everybody's catalogue. Seven queries."""
    return Known(
        **{
            name: set(model.objects.public().values_list("slug", flat=True))
            for name, model in {
                "muscles": Muscle,
                "patterns": Pattern,
                "equipment": Equipment,
                "limitations": Limitation,
            }.items()
        },
        exercises=dict(Exercise.objects.public().values_list("slug", "difficulty")),
        ladders=_ladders(),
    )


def _ladders():
    exercises = Exercise.objects.public().prefetch_related(
        Prefetch("regressions", Exercise.objects.only("slug")),
        Prefetch("progressions", Exercise.objects.only("slug")),
    )
    return {
        row.slug: [{step.slug for step in getattr(row, name).all()} for name in LADDER]
        for row in exercises.only("slug")
    }


def states_of(exercises):
    """[state] of a queryset of exercises, in its order. One query, however many they are."""
    return [state for (state,) in states_with(exercises)]


def states_with(exercises, *more):
    """[(state, value…)] of a queryset, with the values of these expressions. One query."""
    rows = exercises.values_list(JSONObject(**_parts()), *more)
    return [(_state(row), *values) for row, *values in rows]


def state_of(exercise):
    """The state of one exercise as it is in the database now."""
    return states_of(Exercise.objects.filter(pk=exercise.pk))[0]


def _parts():
    parts = {
        "pattern": F("pattern__slug"),
        "aliases": _listed(ExerciseAlias, F("name"), "name"),
        "equipment": _listed(Exercise.equipment.through, F("equipment__slug"), "equipment__slug"),
        "limitations": _listed(ExerciseLimitation, PAIR, "limitation__slug"),
        "low": F("default_reps_low"),
        "high": F("default_reps_high"),
        "rest_seconds": F("default_rest_seconds"),
        "increment_kg": Cast("default_increment_kg", FloatField()),
        "bodyweight_factor": Cast("bodyweight_factor", FloatField()),
        "retired": Q(retired_at__isnull=False),
        "translations": translations_in_rows(),
    }
    for key, role in ROLES.items():
        parts[key] = _listed(ExerciseMuscle, F("muscle__slug"), "pk", role=role)
    for name in LADDER:
        through = getattr(Exercise, name).through
        steps = through.objects.filter(from_exercise=OuterRef("pk")).order_by("to_exercise__slug")
        parts[name] = ArraySubquery(steps.values("to_exercise__slug"))
    return {name: F(name) for name in PLAIN} | parts


PAIR = JSONObject(slug=F("limitation__slug"), verdict=F("verdict"))


def _listed(model, what, order, **wanted):
    rows = model.objects.filter(exercise=OuterRef("pk"), **wanted).order_by(order)
    return ArraySubquery(rows.values(one=what))


def _state(row):
    pairs = {pair["slug"]: pair["verdict"] for pair in row["limitations"]}
    reps = [row["low"], row["high"]]
    state = row | {"limitations": pairs, "reps": reps, "pictogram": row["pictogram"] or {}}
    state["translations"] = said_in(row["translations"])
    return {name: state[name] for name in FIELDS}


def differences(before, after):
    """[(field, value before, value after)] of all that two states differ in; `before` may be None.

    The order counts in texts, not among aliases, muscles, equipment and steps. States that were
    kept before they told of translations differ in none.
    """
    before = NEW if before is None else before
    told = LATER & before.keys() & after.keys()
    before, after = NEW | before, NEW | after
    return [
        (name, before[name], after[name])
        for name in FIELDS
        if (name in told or name not in LATER)
        and _comparable(name, before[name]) != _comparable(name, after[name])
    ]


def _comparable(name, value):
    ordered = name in ("cues", "mistakes", "reps", "links")
    return sorted(value) if isinstance(value, list) and not ordered else value


@transaction.atomic
def write(state, exercise=None, *, by, at, reason=""):
    """Give an exercise of everybody's catalogue this state, and keep both states as its history.

    Without an `exercise`, a new one. Fields that `state` leaves out stay as they are. Raises
    RefusedState and changes nothing where a field may not stand. Returns the exercise.
    """
    if exercise is not None:
        exercise = Exercise.objects.public().select_for_update(no_key=True).get(pk=exercise.pk)
    before = state_of(exercise) if exercise else None
    state = NEW | (before or {}) | {name: state[name] for name in FIELDS if name in state}
    state["translations"] = said(state["translations"])
    problems = problems_of(state, known_words()) | _clashes(state, exercise)
    if before and exercise.merged_into_id and differences(before, state):
        problems["retired"] = f"It is one with {exercise.merged_into} now: undo the merge first."
    if problems:
        raise RefusedState(problems)
    exercise = exercise or Exercise()
    fill(exercise, state, Pattern.objects.filter(slug=state["pattern"]).first(), at)
    exercise.save()
    put_parts([(exercise, state)])
    record(exercise, before, by=by, at=at, reason=reason)
    return exercise


def record(exercise, before, *, by, at, reason=""):
    """Keep the state that an exercise has now, and `before` it if there is no history yet."""
    record_all([(exercise, before)], by=by, at=at, reason=reason)


def record_all(changes, *, by, at, reason=""):
    """Keep the states that [(exercise, state before or None)] have now. Ten queries, however many.

    What is the same as before is not kept; what had no history yet is kept as it was before too.
    """
    pks = [exercise.pk for exercise, _ in changes]
    rows = Exercise.objects.filter(pk__in=pks)
    after = {state["slug"]: state for state in states_of(rows)}
    told = set(ExerciseState.objects.filter(exercise__in=pks).values_list("exercise", flat=True))
    kept = []
    for exercise, before in changes:
        state = after[exercise.slug]
        if before is not None and not differences(before, state):
            continue
        if before is not None and exercise.pk not in told:
            kept.append(ExerciseState(exercise=exercise, state=before))
        kept.append(ExerciseState(exercise=exercise, state=state, by=by, at=at, reason=reason))
    ExerciseState.objects.bulk_create(kept)


def _clashes(state, exercise):
    others = Exercise.objects.public().exclude(pk=exercise and exercise.pk)
    if others.filter(slug=state["slug"]).exists():
        return {"slug": f"There is an exercise with the address “{state['slug']}” already."}
    if others.filter(name__iexact=state["name"]).exists():
        return {"name": "There is an exercise of this name already."}
    return {}


def fill(exercise, state, pattern, at):
    """Give `exercise` the plain fields of a state; nothing is saved."""
    for name in PLAIN:
        setattr(exercise, name, state[name])
    exercise.pattern = pattern
    exercise.level = LEVELS[state["difficulty"]]
    exercise.bodyweight_factor = state["bodyweight_factor"]
    exercise.default_reps_low, exercise.default_reps_high = state["reps"]
    exercise.default_rest_seconds = state["rest_seconds"]
    exercise.default_increment_kg = state["increment_kg"]
    if state["retired"] != (exercise.retired_at is not None):
        exercise.retired_at = at if state["retired"] else None
