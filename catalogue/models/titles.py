"""The names a reader sees in place of the English ones.

They are kept in memory as the shelves are, and asked for only where somebody reads a translation:
others pay a look at a variable. One small query tells whether they have changed.
"""

from functools import cached_property

from django.apps import apps
from django.db.models import Value

from accounts.languages import current_reader
from catalogue.models.edition import Edition
from catalogue.names import alphabetic
from catalogue.shipped import drawn_names

WORDS = ("muscle", "pattern", "equipment", "limitation")
_kept = {}  # language: (edition, Titles) of this process


class Titles(dict):
    """{(kind, id): name in one language}; a kind is the name of a model, or "drawn" on the map."""

    @cached_property
    def texts(self):
        return frozenset(self.values())


def title_of(kind, pk, name):
    """The `name` of an exercise or a word in the reader's language."""
    reader = current_reader()
    if reader is None:
        return name
    return titles_read(reader).get((kind, pk), name)


def by_title(rows):
    """Exercises or words, given in the order of their English names, in that of what is read."""
    return sorted(rows, key=lambda row: alphabetic(row.title)) if current_reader() else list(rows)


def titles_read(reader):
    if reader.titles is None:
        tell_titles(Edition.objects.current())
    return reader.titles


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
    translations = apps.get_model("catalogue.ExerciseTranslation").objects.public().into(language)
    exercises = translations.exclude(name="").values_list("exercise", "name")
    titles = Titles({("drawn", slug): name for slug, name in drawn_names(language).items()})
    titles.update({("exercise", pk): name for pk, name in exercises})
    words = {(kind, pk): names[language]["name"] for kind, pk, names in _words_in(language)}
    titles.update({key: name for key, name in words.items() if name})
    return titles


def _words_in(language):
    """(kind, id, names) of all words that have one. One query."""
    parts = [
        apps.get_model("catalogue", kind)
        .objects.filter(names__has_key=language)
        .order_by()
        .values_list(Value(kind), "pk", "names")
        for kind in WORDS
    ]
    return parts[0].union(*parts[1:], all=True).order_by()
