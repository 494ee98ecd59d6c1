"""Bringing the shipped catalogue into the database.

Only what is missing is added: what a curator changed stays as the curator left it.
"""

import json
from pathlib import Path

from accounts.context import curating
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseLimitation,
    ExerciseMuscle,
    Limitation,
    Muscle,
    Pattern,
)

DATA = Path(__file__).parent / "data"
PLAIN = (
    "slug name mechanic laterality load_type metric bodyweight_factor one_rep_max_allowed region"
    " difficulty level spine_load setup cues mistakes brace note free_exercise_db"
).split()


@curating()
def load_exercises():
    """Add the shipped exercises that are not there yet; return how many."""
    files = shipped("exercises")
    present = set(Exercise.objects.public().values_list("slug", flat=True))
    new = [entry for entry in files["exercises"] if entry["slug"] not in present]
    if new:
        _add(files, new)
    _add_pictograms()
    return len(new)


def _add(words, new):
    for model, key in [
        (Muscle, "muscles"),
        (Pattern, "patterns"),
        (Equipment, "equipment"),
        (Limitation, "limitations"),
    ]:
        model.objects.bulk_create([model(**word) for word in words[key]], ignore_conflicts=True)
    pattern = _by_slug(Pattern)
    Exercise.objects.bulk_create([_exercise(entry, pattern) for entry in new])
    _add_details(new)


def shipped(name):
    """What a data file of the catalogue holds: "exercises" or "poses"."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def _exercise(entry, pattern):
    low, high = entry["reps"]
    return Exercise(
        **{name: entry[name] for name in PLAIN},
        pattern=pattern[entry["pattern"]],
        load_entry=entry["load_entry"] or Exercise.LoadEntry.TOTAL,
        default_reps_low=low,
        default_reps_high=high,
        default_rest_seconds=entry["rest_seconds"],
        default_increment_kg=entry["increment_kg"],
    )


def _add_details(new):
    exercise = {e.slug: e for e in Exercise.objects.public()}
    muscle, equipment = _by_slug(Muscle), _by_slug(Equipment)
    limitation = _by_slug(Limitation)
    ExerciseAlias.objects.bulk_create(
        ExerciseAlias(exercise=exercise[entry["slug"]], name=name)
        for entry in new
        for name in entry["aliases"]
    )
    ExerciseMuscle.objects.bulk_create(
        ExerciseMuscle(exercise=exercise[entry["slug"]], muscle=muscle[slug], role=role)
        for entry in new
        for role, key in [
            ("primary", "primary"),
            ("secondary", "secondary"),
            ("stabiliser", "stabilisers"),
        ]
        for slug in entry[key]
    )
    ExerciseLimitation.objects.bulk_create(
        ExerciseLimitation(
            exercise=exercise[entry["slug"]], limitation=limitation[slug], verdict=verdict
        )
        for entry in new
        for slug, verdict in entry["limitations"].items()
    )
    for entry in new:
        row = exercise[entry["slug"]]
        row.equipment.set(equipment[slug] for slug in entry["equipment"])
        row.regressions.set(exercise[slug] for slug in entry["regressions"])
        row.progressions.set(exercise[slug] for slug in entry["progressions"])


def _add_pictograms():
    """Give shipped exercises theirs that never had one; one that a curator took away is {}."""
    without = Exercise.objects.public().filter(pictogram__isnull=True).only("slug", "pictogram")
    poses = shipped("poses")
    drawn = [row for row in without if row.slug in poses]
    for row in drawn:
        row.pictogram = poses[row.slug]
    Exercise.objects.bulk_update(drawn, ["pictogram"])


def _by_slug(model):
    return {row.slug: row for row in model.objects.all()}
