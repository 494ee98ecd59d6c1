"""What a reader finds in the catalogue: searched, narrowed by facets, and counted.

Values of one facet widen each other, facets narrow each other: lats or mid back, with a cable. Each
value's count is what choosing it would show, so the other facets count and its own does not.
"""

from dataclasses import dataclass, field
from functools import cached_property, reduce
from heapq import merge, nsmallest
from itertools import islice
from operator import and_

from catalogue.entries import Entry
from catalogue.fitting import circumstances_of
from catalogue.names import alphabetic
from catalogue.shelf import AVOID, CAUTION, bits, set_of, shelves_for
from catalogue.substituting import substitutes

FACETS = (
    "region", "muscle", "pattern", "equipment", "level", "load_type", "laterality", "spine_load",
)  # fmt: skip
FLAGS = ("fits_limits", "fits_equipment", "engages_back", "favourites", "never")


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words, {facet: values}, and the flags that are set."""

    text: str = ""
    facets: dict[str, list] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Row:
    """An entry as it suits the reader: "avoid", "caution" or "", pieces they lack, their mark."""

    entry: Entry
    verdict: str
    lacking: list[str]
    mark: str = ""


class Library:
    """All exercises one reader may find: everybody's, and those that only they may see.

    Where a `member` is named, of own exercises only theirs.
    """

    def __init__(self, user, said, member=None):
        self.shelves = shelves_for(user, member)
        self.words = self.shelves[0].words
        self.said = said

    def find(self, wanted):
        return Found(self, wanted)

    def row(self, entry):
        """An entry with what these circumstances say of it."""
        said = self.said
        verdicts = {said.verdict_on(pk, verdict) for pk, verdict in entry.verdicts.items()}
        has = said.equipment
        lacking = [] if has is None else [n for pk, n in entry.equipment.items() if pk not in has]
        verdict = AVOID if AVOID in verdicts else CAUTION if CAUTION in verdicts else ""
        return Row(entry, verdict, sorted(lacking), said.mark_on(entry.pk))

    def entry(self, pk):
        """The entry of an exercise; None where there is none for this reader."""
        return next(filter(None, (shelf.entry(pk) for shelf in self.shelves)), None)

    def named(self, name):
        """The entry of this name in whatever case, also of a retired one; own ones go first."""
        wanted = name.lower()
        for shelf in reversed(self.shelves):
            for entry in (*shelf.entries, *shelf.retired.values()):
                if wanted in (entry.name.lower(), entry.title.lower()):
                    return entry
        return None

    def called(self, name):
        """The entry that may still be chosen of this name, or of this other name."""
        if (entry := self.named(name)) and not entry.retired_at:
            return entry
        wanted = name.lower()
        known = (entry for shelf in reversed(self.shelves) for entry in shelf.entries)
        return next((e for e in known if wanted in map(str.lower, e.aliases)), None)

    def rows(self, exercises):
        """Rows of these exercises (ids) that may still be chosen, by name."""
        known = (entry for entry in map(self.entry, exercises) if entry and not entry.retired_at)
        named = [(alphabetic(entry.title), entry.pk, entry) for entry in known]
        return [self.row(entry) for *_, entry in sorted(named)]

    def ladder(self, entry):
        """Rows of what an entry leads on to and of what leads up to it, the hardest first."""
        return [self._steps(pks) for pks in (entry.progressions, entry.regressions)]

    def substitutes(self, pk, apart_from=()):
        """What else to do in place of an exercise, for every page that offers it.

        `apart_from` are the ids of exercises that are no answer, as they are done already.
        """
        entry, shelf = self.entry(pk), self.shelves[0]
        return substitutes(entry, shelf, self.said, shelf.of(apart_from)) if entry else []

    def _steps(self, pks):
        steps = [step for step in map(self.entry, pks) if step and not step.retired_at]
        steps.sort(key=lambda step: (-step.difficulty, alphabetic(step.title)))
        return [self.row(step) for step in steps]


def library_of(member, reader):
    """What `reader` may find for `member`, fitted as far as they may know what `member` said."""
    return Library(reader, circumstances_of(member, reader), member)


class Found:
    """The outcome of one search: rows by the page, and counts by facet."""

    def __init__(self, library, wanted):
        self.library = library
        self.wanted = wanted
        self._sets = [_Sets(shelf, wanted, library.said) for shelf in library.shelves]

    def __len__(self):
        return sum(sets.found.bit_count() for sets in self._sets)

    def __getitem__(self, part):
        """Rows of a slice, the likeliest first, or by name where nothing was searched for."""
        return [self.library.row(entry) for entry in self.entries(part.start or 0, part.stop)]

    def easiest(self, most):
        """Rows of the easiest to suggest, no cardio among them."""
        never = self.library.said.never
        wanted = (entry for entry in self.entries() if entry.pk not in never)
        lifts = (entry for entry in wanted if not entry.is_cardio)
        easy = nsmallest(most, lifts, key=lambda entry: (entry.difficulty, entry.title))
        return [self.library.row(entry) for entry in easy]

    def counts(self, facet, values):
        """How many there would be with each of these values instead of what is chosen of a facet.

        A page asks for a hundred of them.
        """
        first, *others = [sets.counts(facet, values) for sets in self._sets]
        return [sum(counts) for counts in zip(first, *others, strict=True)] if others else first

    def count_flagged(self, flag):
        """How many there would be with this flag."""
        return sum(sets.count_flagged(flag) for sets in self._sets)

    @cached_property
    def left_out(self):
        """How many more there would be without the member's limits, and without their equipment."""
        return {
            flag: sum(sets.without(flag).bit_count() for sets in self._sets) - len(self)
            for flag in ("fits_limits", "fits_equipment")
        }

    def entries(self, start=0, stop=None):
        ordered = [sets.ordered(stop) for sets in self._sets]
        both = merge(*ordered) if len(ordered) > 1 else ordered[0]
        return [entry for *_, entry in islice(both, start, stop)]


class _Sets:
    """One shelf's places by what is wanted of each facet and flag."""

    def __init__(self, shelf, wanted, said):
        self.shelf, self.said = shelf, said
        self.ranks = shelf.search(wanted.text) if wanted.text.strip() else None
        searched = shelf.everything if self.ranks is None else set_of(self.ranks)
        limits = {"searched": searched}
        limits |= {name: shelf.having(name, values) for name, values in wanted.facets.items()}
        limits |= {flag: flag_set(shelf, flag, said) for flag in wanted.flags}
        self.limits = limits
        self.found = reduce(and_, limits.values())
        self._rests = {}

    def without(self, name):
        """What there would be if this facet or flag were not asked for."""
        if name not in self.limits:
            return self.found
        if name not in self._rests:
            others = (places for other, places in self.limits.items() if other != name)
            self._rests[name] = reduce(and_, others)
        return self._rests[name]

    def counts(self, facet, values):
        rest, known = self.without(facet), self.shelf.facets[facet]
        return [(rest & known.get(value, 0)).bit_count() for value in values]

    def count_flagged(self, flag):
        return (self.without(flag) & flag_set(self.shelf, flag, self.said)).bit_count()

    def ordered(self, most):
        """(how well it is meant, name, id, entry), the first `most` in this order."""
        entries, order, ranks = self.shelf.entries, self.shelf.order, self.ranks
        if ranks is None:
            first = ((0, place) for place in islice(bits(self.found), most))
        else:
            meant = [(ranks[place], place) for place in bits(self.found)]
            first = sorted(meant) if most is None else nsmallest(most, meant)
        for how, place in first:
            yield how, order[place], entries[place].pk, entries[place]


def flag_set(shelf, flag, said):
    if flag == "fits_limits":
        return shelf.everything & ~shelf.avoided(said)
    if flag == "fits_equipment":
        return shelf.everything & ~shelf.lacking(said)
    if flag in ("favourites", "never"):
        return shelf.of(getattr(said, flag))
    return shelf.having(flag, [True])
