"""What the catalogue can be narrowed by, in words and with counts."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Choice:
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


@dataclass(frozen=True)
class Area:
    """Where a muscle can be clicked, and the search that this leads to."""

    choice: Choice
    d: str
    address: str

    @property
    def name(self):
        """Rhomboids, 12 exercises."""
        count = self.choice.count
        return f"{self.choice.label}, {count} exercise{'' if count == 1 else 's'}"


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
    return [
        Facet(name, NAMES[name], [_choice(form, found, name, *pair) for pair in labels.items()])
        for name, labels in form.labels.items()
    ]


def _choice(form, found, facet, value, label):
    count = found.count(facet, form.known_as(facet, value))
    return Choice(value, label, count, value in form.chosen[facet])


def flags_of(form, found):
    """The flags as choices: those of a member only where they said something, or in an address."""
    said = found.library.said
    fitting = {"fits_limits": said.has_limits, "fits_equipment": said.equipment is not None}
    fitting |= {"favourites": bool(said.favourites), "never": bool(said.never)}
    return [
        Choice(name, form.fields[name].label, found.count(name, True), name in form.flags)
        for name in FLAGS
        if fitting.get(name, True) or name in form.flags
    ]


def areas_of(form, muscles, here):
    """What can be clicked on the side of the map that is on show, given the facet of muscles."""
    choices = {choice.value: choice for choice in muscles.choices}
    return [
        Area(choices[shape.muscle], shape.d, here + form.toggled("muscle", shape.muscle))
        for shape in shapes(form.side_on_show)
    ]
