"""The vocabularies by slug, as names and ids: what a page that lists exercises needs of them.

Names are those in one language; `other` is the English one where that is another.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Value

from accounts.languages import SOURCE
from catalogue.models import Equipment, Limitation, Muscle, Pattern
from catalogue.names import alphabetic

KINDS = {
    "muscle": Muscle,
    "pattern": Pattern,
    "equipment": Equipment,
    "limitation": Limitation,
}


class Word(NamedTuple):
    pk: int
    name: str
    other: str = ""


@dataclass(frozen=True)
class Words:
    """{slug: word}, in the order of their names."""

    muscle: dict[str, Word] = field(default_factory=dict)
    pattern: dict[str, Word] = field(default_factory=dict)
    equipment: dict[str, Word] = field(default_factory=dict)
    limitation: dict[str, Word] = field(default_factory=dict)


def all_words(language=SOURCE):
    """One query."""
    kept = () if language == SOURCE else ("names",)
    parts = [
        model.objects.public().order_by().values_list(Value(kind), "slug", "pk", "name", *kept)
        for kind, model in KINDS.items()
    ]
    words = Words()
    rows = parts[0].union(*parts[1:], all=True)
    words_of_kind = [
        (kind, slug, Word(pk, *_named(language, *names))) for kind, slug, pk, *names in rows
    ]
    for kind, slug, word in sorted(words_of_kind, key=lambda row: alphabetic(row[2].name)):
        getattr(words, kind)[slug] = word
    return words


def _named(language, name, names=None):
    """(the name, the English one if that is another)."""
    title = (names or {}).get(language, {}).get("name") or name
    return (title, name) if title != name else (name,)
