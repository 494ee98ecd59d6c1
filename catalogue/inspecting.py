"""What the checks of the catalogue (quality.py) look at, without reading any text.

Most stands on the shelf in memory; whether there is a text, a drawing or a translation, the
database says in one query. Each change of any of it renews the catalogue's edition.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    CharField,
    F,
    FilteredRelation,
    Func,
    JSONField,
    OuterRef,
    Q,
    TextField,
    Value,
    When,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Collate
from django.db.models.lookups import Exact

from accounts.languages import TRANSLATED
from catalogue.models import Exercise, ExerciseAlias
from catalogue.translating import FIELDS, OPTIONAL

MISSING, STALE = "missing", "stale"
LISTS = ("aliases", "cues", "mistakes")


class Facts(NamedTuple):
    """What an exercise has of texts."""

    is_drawn: bool
    has_setup: bool
    has_cues: bool
    has_mistakes: bool
    translations: tuple  # "missing", "stale" or "", of each of TRANSLATED the FIELDS in order

    def untold(self, what):
        """((language, fields that are missing or stale in it), …)."""
        return _untold(self.translations, what)


@lru_cache(maxsize=1024)  # thousands lack the same
def _untold(translations, what):
    found = {language: [] for language in TRANSLATED}
    for (language, name), is_so in zip(product(TRANSLATED, FIELDS), translations, strict=True):
        if is_so == what:
            found[language].append(name)
    return tuple((language, tuple(names)) for language, names in found.items() if names)


@dataclass(frozen=True, slots=True)
class Ladders:
    """All steps as everybody's exercises name them."""

    difficulty: dict
    retired: set
    easier: dict  # {slug: slugs it names as easier}, where there are any
    harder: dict
    upwards: dict  # both ways of naming, as one graph


@dataclass(frozen=True, slots=True)
class Row:
    """An exercise of everybody's that is offered, with all that checks look at."""

    entry: object  # of the shelf: catalogue/entries.py
    facts: Facts
    ladders: Ladders
    limits: dict  # {id: slug} of limitations

    @property
    def name(self):
        return self.entry.name

    @property
    def slug(self):
        return self.entry.slug

    @property
    def care(self):
        """Of its state (states.py), what the floor rules look at."""
        entry = self.entry
        return {
            "spine_load": entry.spine_load,
            "pattern": entry.pattern,
            "primary": entry.primary,
            "limitations": {self.limits[pk]: verdict for pk, verdict in entry.verdicts.items()},
        }


def rows(shelf):
    """[Row] by name, of everybody's shelf. One query."""
    facts = facts_of(Exercise.objects.public().offered())
    limits = {word.pk: slug for slug, word in shelf.words.limitation.items()}
    ladders = _ladders(shelf)
    known = [entry for entry in shelf.entries if entry.pk in facts]  # not retired meanwhile
    return [Row(entry, facts[entry.pk], ladders, limits) for entry in known]


def facts_of(exercises):
    """{id: Facts} of a queryset of exercises. One query."""
    drawn = Q(pictogram__isnull=False) & ~Q(pictogram={})
    columns = [drawn, Q(setup__regex=r"\S"), ~Q(cues=[]), ~Q(mistakes=[])]
    into = {language: f"into_{language}" for language in TRANSLATED}
    told = {
        alias: FilteredRelation("translations", condition=Q(translations__language=language))
        for language, alias in into.items()
    }
    columns += [_standing(name, alias) for alias in into.values() for name in FIELDS]
    found = exercises.order_by().annotate(**told).values_list("pk", *columns)
    return {row[0]: Facts(*row[1:5], row[5:]) for row in found}


def _standing(name, translation):
    """Whether a field is missing or stale in a translation: Part (translating.py) in SQL."""
    none = [] if name in LISTS else ""
    made_from = KeyTextTransform(name, f"{translation}__source")
    is_untold = Q(**{f"{translation}__isnull": True}) | Q(**{f"{translation}__{name}": none})
    cases = [
        When(is_untold & Q(**{name: none}), Value("")),
        When(is_untold, Value(MISSING)),
        When(Exact(made_from, _english(name)), Value("")),
    ]
    if name in OPTIONAL:
        cases[:2] = [When(is_untold, Value(""))]
    return Case(*cases, default=Value(STALE), output_field=CharField())


def _english(name):
    """A field as text, lists as JSON."""
    if name not in LISTS:
        return F(name)
    aliases = ExerciseAlias.objects.filter(exercise=OuterRef("pk"))
    aliases = aliases.order_by(Collate("name", "C")).values("name")
    value = ArraySubquery(aliases) if name == "aliases" else F(name)
    return Cast(Func(value, function="to_jsonb", output_field=JSONField()), TextField())


def _ladders(shelf):
    entries = [*shelf.entries, *shelf.retired.values()]
    slugs = {entry.pk: entry.slug for entry in entries}
    easier = {e.slug: {slugs[pk] for pk in e.regressions} for e in entries if e.regressions}
    harder = {e.slug: {slugs[pk] for pk in e.progressions} for e in entries if e.progressions}
    upwards = {slug: set(steps) for slug, steps in harder.items()}
    for slug, steps in easier.items():
        for step in steps:
            upwards.setdefault(step, set()).add(slug)
    return Ladders(
        {entry.slug: entry.difficulty for entry in entries},
        {entry.slug for entry in shelf.retired.values()},
        easier,
        harder,
        {slug: sorted(steps) for slug, steps in upwards.items()},
    )
