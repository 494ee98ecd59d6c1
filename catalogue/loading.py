"""Bringing the shipped catalogue into the database.

Only what is missing is added: what a curator changed stays as the curator left it.
"""

from accounts.context import curating
from accounts.languages import TRANSLATED
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseTranslation,
    Limitation,
    Muscle,
    Pattern,
)
from catalogue.parts import put_parts
from catalogue.shipped import shipped
from catalogue.states import NEW, fill

WORDS = [
    (Muscle, "muscles"),
    (Pattern, "patterns"),
    (Equipment, "equipment"),
    (Limitation, "limitations"),
]


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
    patterns = {row.slug: row for row in Pattern.objects.all()}
    pairs = [(Exercise(), _state(entry)) for entry in new]
    for exercise, state in pairs:
        fill(exercise, state, patterns[state["pattern"]], at=None)
    Exercise.objects.bulk_create([exercise for exercise, _ in pairs])
    put_parts(pairs)


def _state(entry):
    """A state of an entry, without its pictogram: it never had one."""
    state = NEW | {name: entry[name] for name in NEW if name in entry} | {"pictogram": None}
    return state | {"load_entry": entry["load_entry"] or NEW["load_entry"]}


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
