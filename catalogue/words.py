"""The vocabularies by slug, as names and ids: what a page that lists exercises needs of them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Value

from catalogue.models import Equipment, Muscle, Pattern

KINDS = {"muscle": Muscle, "pattern": Pattern, "equipment": Equipment}


class Word(NamedTuple):
    pk: int
    name: str


@dataclass(frozen=True)
class Words:
    """{slug: word}, in the order of their names."""

    muscle: dict[str, Word] = field(default_factory=dict)
    pattern: dict[str, Word] = field(default_factory=dict)
    equipment: dict[str, Word] = field(default_factory=dict)


def all_words():
    """One query."""
    parts = [
        model.objects.public().order_by().values_list(Value(kind), "slug", "pk", "name")
        for kind, model in KINDS.items()
    ]
    words = Words()
    rows = parts[0].union(*parts[1:], all=True)
    for kind, slug, pk, name in sorted(rows, key=lambda row: row[3].lower()):
        getattr(words, kind)[slug] = Word(pk, name)
    return words
