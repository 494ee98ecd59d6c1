"""The names a reader sees in place of the English ones.

They are kept in memory as the shelves are, and asked for only where somebody reads a translation:
others pay a look at a variable. One small query tells whether they have changed.
"""

from django.apps import apps
from django.db.models import Value

from accounts.languages import current_reader
from catalogue.models.edition import Edition

WORDS = ("muscle", "pattern", "equipment", "limitation")
_kept = {}  # language: (edition, {(kind, id): name}) of this process


def title_of(kind, pk, name):
    """The `name` of an exercise or a word (`kind` is its model's) in the reader's language."""
    reader = current_reader()
    if reader is None:
        return name
    if reader.titles is None:
        tell_titles(Edition.objects.current())
    return reader.titles.get((kind, pk), name)


def tell_titles(edition):
    """Let the reader know the names of this edition. Two queries, once in each process."""
    reader = current_reader()
    if reader is None:
        return
    kept = _kept.get(reader.language)
    if kept is None or kept[0] != edition:
        kept = _kept[reader.language] = edition, _titles_in(reader.language)
    reader.titles = kept[1]


def _titles_in(language):
    translations = apps.get_model("catalogue.ExerciseTranslation").objects
    named = translations.public().into(language).exclude(name="")
    exercises = named.values_list("exercise", "name")
    titles = {("exercise", pk): name for pk, name in exercises}
    words = {(kind, pk): names[language]["name"] for kind, pk, names in _words_in(language)}
    return titles | {key: name for key, name in words.items() if name}


def _words_in(language):
    """(kind, id, names) of all words that have one. One query."""
    parts = [
        apps.get_model("catalogue", kind)
        .objects.filter(names__has_key=language)
        .order_by()
        .values_list(Value(kind), "pk", "names")
        for kind in WORDS
    ]
    return parts[0].union(*parts[1:], all=True)
