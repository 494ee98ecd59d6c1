"""The words a file brings along: muscles, movements, equipment, limitations."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from accounts.languages import LANGUAGES, TRANSLATED
from catalogue.exchange.model import Problem
from catalogue.exchange.telling import label
from catalogue.models import Equipment, Limitation, Muscle, Pattern

VOCABULARY = {
    "muscles": Muscle, "patterns": Pattern, "equipment": Equipment, "limitations": Limitation,
}  # fmt: skip
ONE = {"muscles": "muscle", "patterns": "movement", "equipment": "piece of equipment",
       "limitations": "limitation"}  # fmt: skip
LONGEST_NAME = 120


@dataclass(frozen=True)
class WordChange:
    """A word that a file adds or changes."""

    place: str
    section: str
    before: dict | None
    after: dict

    @property
    def name(self):
        return self.after["name"]

    @property
    def is_new(self):
        return self.before is None

    @property
    def kind(self):
        return ONE[self.section]

    @property
    def differences(self):
        before = self.before or {}
        return [
            (name, before.get(name, ""), value)
            for name, value in self.after.items()
            if before.get(name, "") != value
        ]

    @property
    def rest(self):
        """The rows of a word there is; of a new one nothing more needs saying."""
        return [] if self.is_new else self.rows

    @property
    def rows(self):
        """[(what it is called, before, after)]"""
        return [(label(name), _said(was), _said(now)) for name, was, now in self.differences]


def _said(value):
    """A value as people read it: "Deutsch: Rumpf" of a word's names in other languages."""
    if not isinstance(value, dict):
        return value
    return ", ".join(f"{LANGUAGES[code]}: {word['name']}" for code, word in value.items())


def fields_of(section):
    """The names of a word's fields, its slug first."""
    names = [field.name for field in VOCABULARY[section]._meta.concrete_fields]
    return [name for name in names if name != "id"]


def words_there_are(section):
    """[word] of a vocabulary as dicts. One query."""
    return list(VOCABULARY[section].objects.public().order_by("slug").values(*fields_of(section)))


def plan_words(section, entries):
    """([WordChange], [Problem]) of one section of a file."""
    there = {word["slug"]: word for word in words_there_are(section)}
    changes, problems, seen = [], [], set()
    for entry in entries:
        slug = entry.fields.get("slug")
        before = there.get(slug) if isinstance(slug, str) else None
        wrong = {"slug": "This is there twice."} if _is_again(slug, seen) else {}
        after = (before or {}) | entry.fields
        wrong = wrong or problems_of_word(section, after)
        about = slug[:80] if isinstance(slug, str) else ""
        problems += [Problem(entry.place, why, about, name) for name, why in wrong.items()]
        if not wrong and after != before:
            changes.append(WordChange(entry.place, section, before, after))
    return changes, problems


def _is_again(slug, seen):
    """Whether an earlier entry had this slug; from now on one has."""
    is_there = isinstance(slug, str) and slug in seen
    if isinstance(slug, str):
        seen.add(slug)
    return is_there


def problems_of_word(section, word):
    """{field: why it may not stand}."""
    if unknown := [name for name in word if name not in fields_of(section)]:
        return {unknown[0][:60]: f"A {ONE[section]} has no such field."}
    texts = {name: value for name, value in word.items() if name != "names"}
    if wrong := [name for name, value in texts.items() if not isinstance(value, str)]:
        return {wrong[0]: "This is text."}
    if why := _why_not_names(word.get("names", {})):
        return {"names": why}
    try:
        VOCABULARY[section](**word).clean_fields()
    except ValidationError as error:
        return {name: messages[0] for name, messages in error.message_dict.items()}
    return {}


def _why_not_names(names):
    """Why these may not be a word's names in other languages; empty where they may."""
    if not isinstance(names, dict):
        return "This is an object that has a name for each language."
    if unknown := [language for language in names if language not in TRANSLATED]:
        return f"There is no translation into “{unknown[0][:20]}”."
    for word in names.values():
        if not isinstance(word, dict) or word.keys() != {"name", "of"}:
            return "For each language there is a “name”, and the English it is made “of”."
        for text in word.values():
            if not isinstance(text, str):
                return "This is text."
            if len(text) > LONGEST_NAME:
                return f"At most {LONGEST_NAME} letters: this has {len(text)}."
    return ""


def known_after(known, changes):
    """What states may name once these words are there."""
    for change in changes:
        getattr(known, change.section).add(change.after["slug"])
    return known


def put_words(changes):
    """Write them; each is checked already."""
    for change in changes:
        VOCABULARY[change.section].objects.update_or_create(
            slug=change.after["slug"], defaults=change.after
        )
