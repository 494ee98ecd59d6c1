"""Bringing the shipped catalogue into the database.

Only what is missing is added: what a curator changed stays as the curator left it.
"""

from accounts.context import curating
from accounts.languages import TRANSLATED
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseLimitation,
    ExerciseMuscle,
    ExerciseTranslation,
    Limitation,
    Muscle,
    Pattern,
)
from catalogue.shipped import shipped

WORDS = [
    (Muscle, "muscles"),
    (Pattern, "patterns"),
    (Equipment, "equipment"),
    (Limitation, "limitations"),
]
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
    for language in TRANSLATED:
        _add_translations(language, files)
    return len(new)


def _add(words, new):
    for model, key in WORDS:
        model.objects.bulk_create([model(**word) for word in words[key]], ignore_conflicts=True)
    pattern = _by_slug(Pattern)
    Exercise.objects.bulk_create([_exercise(entry, pattern) for entry in new])
    _add_details(new)


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


def _add_translations(language, files):
    """Those that were never there. They are made from the shipped English, not from a curator's."""
    texts = shipped(language)
    english = {entry["slug"]: entry for entry in files["exercises"]}
    missing = Exercise.objects.public().filter(slug__in=texts["exercises"].keys() & english)
    missing = missing.exclude(translations__language=language).only("slug")
    ExerciseTranslation.objects.bulk_create(
        ExerciseTranslation(
            exercise=row,
            language=language,
            **texts["exercises"][row.slug],
            source={name: english[row.slug][name] for name in texts["exercises"][row.slug]}
            | {"aliases": sorted(english[row.slug]["aliases"])},
        )
        for row in missing
    )
    for model, key in WORDS:
        _name_words(
            model, language, texts[key], {word["slug"]: word["name"] for word in files[key]}
        )


def _name_words(model, language, names, english):
    """Name the words that were never named in this language."""
    slugs = names.keys() & english
    missing = list(model.objects.filter(slug__in=slugs).exclude(names__has_key=language))
    for word in missing:
        word.names[language] = {"name": names[word.slug], "of": english[word.slug]}
    model.objects.bulk_update(missing, ["names"])


def _by_slug(model):
    return {row.slug: row for row in model.objects.all()}
