"""What the catalogue can be narrowed by, in words and with counts."""

from dataclasses import dataclass
from typing import NamedTuple

from catalogue.library import FACETS, FLAGS
from catalogue.models import Exercise
from catalogue.models.titles import title_of
from catalogue.models.vocabulary import BACK_REGIONS
from catalogue.muscles import DRAWN, shapes
from catalogue.shelf import NO_REGION

NAMES = {
    "region": "Back region",
    "muscle": "Muscle",
    "pattern": "Movement",
    "equipment": "Equipment",
    "level": "Level",
    "load_type": "Load",
    "laterality": "Sides",
    "spine_load": "Spine load",
}
ONE_OF = {  # as in "Choose … from the list."
    "region": "a region",
    "muscle": "a muscle",
    "pattern": "a movement",
    "equipment": "a piece of equipment",
    "level": "a level",
    "load_type": "a kind of load",
    "laterality": "a side",
    "spine_load": "a spine load",
}
ALWAYS = {
    "region": {**{region.value: region.label for region in BACK_REGIONS}, NO_REGION: "Other"},
    "level": dict(Exercise.Level.choices),
    "load_type": dict(Exercise.LoadType.choices),
    "laterality": dict(Exercise.Laterality.choices),
    "spine_load": dict(Exercise.SpineLoad.choices),
}


class Choice(NamedTuple):
    """A value of a facet, and how many exercises choosing it shows."""

    value: str
    label: str
    count: int
    is_chosen: bool

    @property
    def is_off(self):
        return not self.count and not self.is_chosen


@dataclass(frozen=True)
class Facet:
    name: str
    label: str
    choices: list[Choice]

    @property
    def chosen(self):
        return [choice for choice in self.choices if choice.is_chosen]


class Area(NamedTuple):
    """Where a muscle can be clicked, and the search that this leads to.

    `name` is as in Rhomboids, 12 exercises.
    """

    muscle: str
    name: str
    d: str
    address: str
    is_chosen: bool
    is_off: bool


def labels_of(words):
    """{facet: {value: label}} of all values there are."""
    said = {
        "muscle": {slug: title_of("drawn", slug, name) for slug, name in DRAWN.items()},
        "pattern": {slug: word.name for slug, word in words.pattern.items()},
        "equipment": {slug: word.name for slug, word in words.equipment.items()},
    }
    return {facet: ALWAYS.get(facet) or said[facet] for facet in FACETS}


def facets_of(form, found):
    """Every facet of a search (LibraryForm) with what each of its values would show."""
    return [_facet(form, found, name, labels) for name, labels in form.labels.items()]


def _facet(form, found, name, labels):
    counts = found.counts(name, [form.known_as(name, value) for value in labels])
    chosen = form.chosen[name]
    choices = [
        Choice(value, label, count, value in chosen)
        for (value, label), count in zip(labels.items(), counts, strict=True)
    ]
    return Facet(name, NAMES[name], choices)


def flags_of(form, found):
    """The flags as choices: those of a member only where they said something, or in an address."""
    said = found.library.said
    fitting = {"fits_limits": said.has_limits, "fits_equipment": said.equipment is not None}
    fitting |= {"favourites": bool(said.favourites), "never": bool(said.never)}
    return [
        Choice(name, form.fields[name].label, found.count_flagged(name), name in form.flags)
        for name in FLAGS
        if fitting.get(name, True) or name in form.flags
    ]


def areas_of(form, muscles, here):
    """What can be clicked on the side of the map that is on show, given the facet of muscles."""
    choices = {choice.value: choice for choice in muscles.choices}
    return [
        _area(choices[shape.muscle], shape, here + form.toggled("muscle", shape.muscle))
        for shape in shapes(form.side_on_show)
    ]


def _area(choice, shape, address):
    name = f"{choice.label}, {choice.count} exercise{'' if choice.count == 1 else 's'}"
    return Area(choice.value, name, shape.d, address, choice.is_chosen, choice.is_off)
