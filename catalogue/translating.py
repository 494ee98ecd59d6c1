"""Translating exercises and words: what is there, what is missing, and what has become stale.

A translation is made field by field, and each field keeps the English it was made from. Where the
English is another by now, the field is stale, but still better to read than nothing.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.postgres.expressions import ArraySubquery
from django.db import transaction
from django.db.models import OuterRef, Value

from accounts.languages import LANGUAGES
from catalogue.models import (
    Equipment,
    Exercise,
    ExerciseAlias,
    ExerciseTranslation,
    Limitation,
    Muscle,
    Pattern,
)
from catalogue.models.translations import TRANSLATABLE
from catalogue.states import record, state_of

FIELDS = TRANSLATABLE
KINDS = {
    model._meta.model_name: model for model in (Exercise, Muscle, Pattern, Equipment, Limitation)
}
OPTIONAL = {"aliases"}  # what an exercise is also called need not be as much in every language


@dataclass(frozen=True)
class Part:
    """A field in English and in another language; `made_from` is the English of then, or None."""

    name: str
    source: str | list
    text: str | list
    made_from: str | list | None

    @property
    def is_missing(self):
        return bool(self.source) and not self.text and self.name not in OPTIONAL

    @property
    def is_stale(self):
        return bool(self.text) and self.made_from != self.source

    @property
    def is_to_do(self):
        return self.is_missing or self.is_stale


class Word(NamedTuple):
    """What a task needs of a word."""

    kind: str
    pk: int
    slug: str
    name: str
    names: dict


@dataclass(frozen=True)
class Task:
    """An exercise or a word of this kind, with the parts of it that ask for a translator."""

    kind: str
    thing: object
    parts: list[Part]

    def asks_for(self, what):
        """Whether anything is "missing" or "stale"; "" is either."""
        return not what or any(getattr(part, f"is_{what}") for part in self.parts)


def tasks_in(language):
    """All there is to translate, exercises first. Three queries."""
    found = []
    for kind, thing in [*_all_exercises(), *_all_words()]:
        if parts := [part for part in parts_of(thing, language) if part.is_to_do]:
            found.append(Task(kind, thing, parts))
    return found


def thing_of(kind, slug):
    """The exercise or word of this address; None where there is none."""
    model = KINDS.get(kind)
    return model and model.objects.public().filter(slug=slug).first()


def is_taken(thing, language, name):
    """Whether another exercise is called that in this language."""
    if not (name and isinstance(thing, Exercise)):
        return False
    others = ExerciseTranslation.objects.public().into(language).exclude(exercise=thing)
    return others.filter(name__iexact=name).exists()


def source_of(thing):
    """{field: English} of an exercise or a word."""
    if not isinstance(thing, Exercise):
        return {"name": thing.name}
    read = getattr(thing, "english_aliases", None)
    aliases = [alias.name for alias in thing.aliases.all()] if read is None else read
    plain = {name: getattr(thing, name) for name in FIELDS if name != "aliases"}
    return plain | {"aliases": sorted(aliases)}


def parts_of(thing, language):
    """The Part of each field of an exercise or a word, in order."""
    source = source_of(thing)
    text, made_from = _kept(thing, language)
    empty = {name: type(value)() for name, value in source.items()}
    return [
        Part(name, source[name], text.get(name) or empty[name], made_from.get(name))
        for name in FIELDS
        if name in source
    ]


def translations_of(exercise):
    """{language: {field: text}} of what is translated."""
    return {
        row.language: {name: getattr(row, name) for name in FIELDS if getattr(row, name)}
        for row in sorted(exercise.translations.all(), key=lambda row: row.language)
    }


@transaction.atomic
def set_translation(thing, language, fields, by=None, at=None):
    """Keep {field: text} as made from what the English is now; other fields stay as they are.

    An empty text takes that field's translation away. `by` is the curator, for the log and, with
    the moment, for the history of an exercise.
    """
    has_history = by and isinstance(thing, Exercise)
    if has_history:
        Exercise.objects.public().select_for_update().get(pk=thing.pk)
        before = state_of(thing)
    source = source_of(thing)
    made_from = {name: source[name] for name, text in fields.items() if text}
    _keep(thing, language, fields, made_from)
    if has_history:
        record(thing, before, by=by, at=at, reason=f"Translated into {LANGUAGES[language]}")
    _log(thing, by, f"Changed the {language} translation of {', '.join(fields)}.")


def confirm_translation(thing, language, name, by=None):
    """A field's translation is right for what the English is now. Its text stays: no history."""
    _keep(thing, language, {}, {name: source_of(thing)[name]})
    _log(thing, by, f"Confirmed the {language} translation of {name}.")


def _all_exercises():
    rows = Exercise.objects.public().filter(retired_at=None)
    aliases = ExerciseAlias.objects.filter(exercise=OuterRef("pk")).order_by().values("name")
    rows = rows.annotate(english_aliases=ArraySubquery(aliases))
    return [("exercise", row) for row in rows.prefetch_related("translations")]


def _all_words():
    parts = [
        model.objects.order_by().values_list(Value(kind), "pk", "slug", "name", "names")
        for kind, model in KINDS.items()
        if model is not Exercise
    ]
    rows = parts[0].union(*parts[1:], all=True).order_by()
    words = sorted((Word(*row) for row in rows), key=lambda word: (word.kind, word.name.lower()))
    return [(word.kind, word) for word in words]


def _kept(thing, language):
    """({field: text}, {field: the English it was made from})."""
    if not isinstance(thing, Exercise):
        kept = thing.names.get(language, {})
        return {"name": kept.get("name", "")}, {"name": kept.get("of")}
    row = next((row for row in thing.translations.all() if row.language == language), None)
    return ({name: getattr(row, name) for name in FIELDS}, row.source) if row else ({}, {})


def _keep(thing, language, fields, made_from):
    if isinstance(thing, Exercise):
        rows = ExerciseTranslation.objects.public().select_for_update()
        row, _ = rows.get_or_create(exercise=thing, language=language)
        for name, text in fields.items():
            setattr(row, name, text)
        kept = {name: text for name, text in row.source.items() if name not in fields}
        row.source = kept | made_from
        row.save()
    else:
        kept = {"name": "", "of": ""} | thing.names.get(language, {}) | fields
        kept["of"] = made_from.get("name", "")
        thing.names = thing.names | {language: kept}
        thing.save(update_fields=["names"])


def _log(thing, by, words):
    if by:
        LogEntry.objects.log_actions(by.pk, [thing], CHANGE, words, single_object=True)
