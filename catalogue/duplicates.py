"""Which exercises may be one and the same: alike in name, muscles, movement and equipment.

A rule of our own. Likeness, 0 to 1, is the sum of

    0.55 for their names: the share of trigrams that the two likest names have in common
    0.25 for the cosine of their muscle credits (1 main, 0.5 helping)
    0.10 for the same movement
    0.10 for the share of equipment they have in common

and at least 0.95 where one has a name of the other's. From 0.60 up two are worth a look; steps of
one ladder only with such a name, as an easier version is meant to be like it.
"""

from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import sqrt

from catalogue.names import fold, trigrams
from catalogue.substituting import ALIKE, cosine

NAMES, MUSCLES, MOVEMENT, EQUIPMENT = 0.55, 0.25, 0.10, 0.10
SAME_NAME, LEAST, SHOWN = 0.95, 0.6, 4
MUCH = 0.7  # credits from here on are much the same for a reader


@dataclass(frozen=True)
class Traits:
    """What exercises are compared by. Names are folded, equipment is by id."""

    slug: str
    names: tuple[tuple[str, frozenset], ...]  # (as it is written, its trigrams)
    pattern: str | None
    credits: tuple[dict, float]  # as substituting.credits_of() has them
    equipment: frozenset[int]
    laterality: str
    load_type: str
    steps: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """Another exercise, how alike the two are (0 to 1), and why in words."""

    entry: object
    score: float
    reasons: tuple[str, ...]

    @property
    def percent(self):
        return round(100 * self.score)

    @property
    def why(self):
        return "; ".join(self.reasons)


@lru_cache(maxsize=16384)
def traits_of_entry(entry):
    """Of an entry of a shelf, whose steps are known by id only, and left out."""
    return _traits(
        entry.slug, [entry.name, *entry.aliases], entry.pattern, entry.primary, entry.secondary,
        frozenset(entry.equipment), entry.laterality, entry.load_type,
    )  # fmt: skip


def traits_of_state(state, words):
    """Of a state (states.py), whose words are known by a shelf's `words`."""
    known = words.equipment
    return _traits(
        state["slug"], [state["name"], *state["aliases"]], state["pattern"], state["primary"],
        state["secondary"], frozenset(known[s].pk for s in state["equipment"] if s in known),
        state["laterality"], state["load_type"],
        frozenset([*state["regressions"], *state["progressions"]]),
    )  # fmt: skip


def _traits(slug, names, pattern, primary, secondary, *rest):
    table = dict.fromkeys(secondary, 0.5) | dict.fromkeys(primary, 1.0)
    length = sqrt(sum(credit * credit for credit in table.values()))
    folded = tuple((name, frozenset(trigrams(fold(name)))) for name in names if fold(name))
    return Traits(slug, folded, pattern, (table, length), *rest)


def likely(traits, shelf, most=SHOWN, apart=()):
    """[Likeness] of what on `shelf` may be the same exercise, the likest first.

    `apart` are ids of what is not asked about again.
    """
    others = (
        entry for entry in shelf.entries if entry.slug != traits.slug and entry.pk not in apart
    )
    found = (one for entry in others if (one := compare(traits, entry)))
    return nlargest(most, found, key=lambda one: (one.score, one.entry.slug))


def compare(traits, entry):
    """The Likeness of an exercise and an entry; None where they are not alike enough."""
    other = traits_of_entry(entry)
    names, same = _names(traits, other)
    muscles = cosine(traits.credits, other.credits)
    pieces = _share(traits.equipment, other.equipment)
    score = NAMES * names + MUSCLES * muscles + EQUIPMENT * pieces
    score += MOVEMENT * (traits.pattern is not None and traits.pattern == other.pattern)
    if same:
        score = max(score, SAME_NAME)
    elif entry.slug in traits.steps:
        return None
    if score < LEAST:
        return None
    return Likeness(entry, min(score, 1.0), tuple(_reasons(traits, other, same, muscles, pieces)))


def _names(one, other):
    """How alike the likest of their names are, and a name that both have."""
    pairs = [(a, b) for a in one.names for b in other.names]
    same = next((b[0] for a, b in pairs if a[1] == b[1]), "")
    return max((_share(a[1], b[1]) for a, b in pairs), default=0.0), same


def _share(one, other):
    """What two sets have in common, as a share of all; all where both are empty."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _reasons(one, other, same, muscles, pieces):
    yield f"both are called “{same}”" if same else "a name like it"
    if one.pattern and one.pattern == other.pattern:
        yield "same movement"
    if muscles >= ALIKE:
        yield "same muscles"
    elif muscles >= MUCH:
        yield "much the same muscles"
    yield "same equipment" if pieces == 1 else "other equipment"
    if one.laterality != other.laterality:
        yield "other sides"
    if one.load_type != other.load_type:
        yield "another kind of load"
