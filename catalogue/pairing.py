"""Pairs of the catalogue that may be one exercise, by the likeness of duplicates.py.

Two are worth a look only where their names have much in common, so pairs are found by the trigrams
of names and not by comparing all with all: a second for 5,000 exercises, once for each edition.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from catalogue.duplicates import LEAST, NAMES, SAME_NAME, Likeness, compare, traits_of_entry
from catalogue.entries import Entry

ALIKE_NAMES = (LEAST - (1 - NAMES)) / NAMES  # less, and nothing else makes up for it
COMMON = 200  # names a trigram may stand in and still tell anything


@dataclass(frozen=True)
class Pair:
    """Two entries, the newer one first, and how alike they are."""

    one: Entry
    other: Entry
    likeness: Likeness

    @property
    def ids(self):
        return tuple(sorted((self.one.pk, self.other.pk)))


@lru_cache(maxsize=2)
def pairs_on(shelf):
    """[Pair] of a shelf, the likest first."""
    entries = {entry.pk: entry for entry in shelf.entries}
    found = []
    for pair in _named_alike(shelf.entries):
        one, other = entries[max(pair)], entries[min(pair)]
        likeness = compare(traits_of_entry(one), other)
        if likeness and (likeness.score >= SAME_NAME or not _on_one_ladder(one, other)):
            found.append(Pair(one, other, likeness))
    return sorted(found, key=lambda pair: (-pair.likeness.score, pair.one.name))


def _on_one_ladder(one, other):
    return other.pk in one.regressions | one.progressions or (
        one.pk in other.regressions | other.progressions
    )


def _named_alike(entries):
    """{(id, id)}, each once, of those that have names alike enough."""
    having, found = defaultdict(list), set()
    for entry in entries:
        for _, grams in traits_of_entry(entry).names:
            common = Counter()
            for gram in grams:
                for place in having[gram][:COMMON]:
                    common[place] += 1
                having[gram].append((entry.pk, len(grams)))
            for (pk, length), number in common.items():
                if pk != entry.pk and number / (length + len(grams) - number) >= ALIKE_NAMES:
                    found.add((pk, entry.pk))
    return found
