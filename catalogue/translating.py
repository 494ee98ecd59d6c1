"""Translating exercises and words: what is there, what is missing, and what has become stale.

A translation is made field by field, and each field keeps the English it was made from. Where the
English is another by now, the field is stale, but still better to read than nothing.
"""

from dataclasses import dataclass

from django.contrib.admin.models import CHANGE, LogEntry

from catalogue.models import Exercise, ExerciseTranslation

FIELDS = ("name", "aliases", "setup", "cues", "mistakes", "note")
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


def source_of(thing):
    """{field: English} of an exercise or a word."""
    if not isinstance(thing, Exercise):
        return {"name": thing.name}
    aliases = sorted(alias.name for alias in thing.aliases.all())
    return {name: getattr(thing, name) for name in FIELDS if name != "aliases"} | {
        "aliases": aliases
    }


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


def set_translation(thing, language, fields, by=None):
    """Keep {field: text} as made from what the English is now; other fields stay as they are.

    An empty text takes that field's translation away. `by` is the curator, for the log.
    """
    source = source_of(thing)
    made_from = {name: source[name] for name, text in fields.items() if text}
    _keep(thing, language, fields, made_from)
    _log(thing, by, f"Changed the {language} translation of {', '.join(fields)}.")


def confirm_translation(thing, language, name, by=None):
    """A field's translation is right for what the English is now."""
    _keep(thing, language, {}, {name: source_of(thing)[name]})
    _log(thing, by, f"Confirmed the {language} translation of {name}.")


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
