"""Exercises without their texts: what they are found, counted and compared by."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from catalogue.models import Exercise
from catalogue.models.exercises import address_of
from catalogue.models.vocabulary import Region

OWN = (
    "pk", "slug", "name", "member_id", "pattern__slug", "region", "level", "difficulty",
    "load_type", "laterality", "spine_load", "retired_at",
)  # fmt: skip
CARDIO = "cardio"
REGIONS, LEVELS = dict(Region.choices), dict(Exercise.Level.choices)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An exercise. Its words are slugs, but limitations and equipment ids; equal is only itself."""

    pk: int
    slug: str
    name: str
    member_id: object
    pattern: str | None
    region: str
    level: str
    difficulty: int
    load_type: str
    laterality: str
    spine_load: str
    retired_at: str | None
    aliases: tuple[str, ...]
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    equipment: dict[int, str]  # id: name
    verdicts: dict[int, str]  # id of a limitation: "avoid" or "caution"
    regressions: frozenset[int]
    progressions: frozenset[int]
    title: str = ""  # the name as the reader sees it

    @property
    def muscles(self):
        return self.primary + self.secondary

    @property
    def pieces(self):
        """Names of the equipment it needs."""
        return sorted(self.equipment.values())

    @property
    def region_label(self):
        return REGIONS.get(self.region, "")

    @property
    def level_label(self):
        return LEVELS[self.level]

    def get_absolute_url(self):
        return address_of(self.slug, self.member_id)

    @property
    def is_cardio(self):
        return CARDIO in (self.pattern, self.load_type)

    @property
    def engages_back(self):
        """Of cardio only: whether it trains a region of the back."""
        return self.is_cardio and bool(self.region)


def entries_of(exercises):
    """The entries of a queryset of exercises. One query."""
    own = {name.removesuffix("__slug"): F(name) for name in OWN}
    parts = {
        "aliases": _part("aliases", "name"),
        "primary": _part("credits", "muscle__slug", role="primary"),
        "secondary": _part("credits", "muscle__slug", role="secondary"),
        "equipment": _pairs(Exercise.equipment.through, "equipment", "equipment__name"),
        "verdicts": _pairs(Exercise.verdicts.rel.related_model, "limitation", "verdict"),
        "regressions": _steps(Exercise.regressions.through),
        "progressions": _steps(Exercise.progressions.through),
    }
    rows = exercises.order_by().values_list(JSONObject(**own, **parts), flat=True)
    return [_entry(row) for row in rows]


def entries_in(entries, words, names=None):
    """The entries in the language of `words`; `names` gives ids their (name, aliases) in it.

    They are found by their English names, too.
    """
    pieces = {word.pk: word.name for word in words.equipment.values()}
    return [_translated(entry, pieces, *(names or {}).get(entry.pk, ("", []))) for entry in entries]


def _translated(entry, pieces, name, aliases):
    also = (*aliases, *([entry.name] if name else []), *entry.aliases)
    equipment = {pk: pieces.get(pk, piece) for pk, piece in entry.equipment.items()}
    return replace(entry, title=name or entry.name, aliases=also, equipment=equipment)


def _entry(row):
    return Entry(
        **row
        | {name: tuple(row[name]) for name in ("aliases", "primary", "secondary")}
        | {name: {of["id"]: of["is"] for of in row[name]} for name in ("equipment", "verdicts")}
        | {name: frozenset(row[name]) for name in ("regressions", "progressions")}
        | {"member_id": row["member_id"] and UUID(row["member_id"]), "title": row["name"]}
    )


def _part(name, field, **wanted):
    """In the order in which they were entered."""
    rows = getattr(Exercise, name).rel.related_model.objects
    return ArraySubquery(
        rows.filter(exercise=OuterRef("pk"), **wanted).order_by("pk").values(field)
    )


def _pairs(through, key, value):
    rows = through.objects.filter(exercise=OuterRef("pk")).order_by()
    return ArraySubquery(rows.values(pair=JSONObject(**{"id": key, "is": value})))


def _steps(through):
    return ArraySubquery(through.objects.filter(from_exercise=OuterRef("pk")).values("to_exercise"))
