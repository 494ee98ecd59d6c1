"""Something else to do in place of an exercise, and why: the rack is taken, or the back hurts.

A rule of our own. Candidates are of the same movement pattern, or else of one that stands in for
it; they are not left out by what limits the member, need only equipment that is there, are no
harder than the exercise (or than 2 of 5), and are nothing the member never wants. Each scores

    the cosine of the two exercises' muscle credits (1 main, 0.5 helping)
    - 0.15 for each step away from the pattern
    - 0.20 if it asks for care
    - 0.05 for each level of spine load more
    + 0.10 if it is listed as an easier version

and counts from 0.20 up; equals stand in the order of their slugs.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from catalogue.shelf import bits

STANDS_IN = {  # the nearest first
    "vertical-pull": ["shoulder-extension", "horizontal-pull"],
    "horizontal-pull": ["scapular", "rear-delt"],
    "shoulder-extension": ["vertical-pull", "horizontal-pull"],
    "hang": ["vertical-pull", "grip"],
    "scapular": ["rear-delt", "horizontal-pull"],
    "rear-delt": ["scapular", "horizontal-pull"],
    "external-rotation": ["rear-delt", "scapular"],
    "scapular-elevation": ["scapular", "carry"],
    "hip-hinge": ["spinal-extension", "knee-flexion", "anti-rotation", "mobility"],
    "spinal-extension": ["hip-hinge", "anti-rotation", "mobility"],
    "knee-flexion": ["hip-hinge"],
    "olympic-pull": ["hip-hinge", "scapular-elevation"],
    "squat": ["hip-hinge"],
    "carry": ["scapular-elevation", "anti-lateral-flexion", "grip"],
    "grip": ["hang", "carry"],
    "elbow-flexion": ["vertical-pull"],
    "elbow-extension": ["horizontal-push"],
    "horizontal-push": ["vertical-push"],
    "vertical-push": ["horizontal-push", "shoulder-abduction"],
    "shoulder-abduction": ["vertical-push"],
    "anti-extension": ["anti-rotation", "anti-lateral-flexion"],
    "anti-rotation": ["anti-lateral-flexion", "anti-extension"],
    "anti-lateral-flexion": ["anti-rotation", "carry"],
    "trunk-flexion": ["anti-extension"],
    "throw": ["trunk-flexion", "shoulder-extension"],
    "mobility": ["spinal-extension"],
}
SPINE_LOADS = ("low", "moderate", "high")
LEAST, SHOWN, EASY = 0.2, 3, 2
STEP, CARE, SPINE, EASIER = 0.15, 0.2, 0.05, 0.1
MOST_KEPT = 64  # exercises whose candidates are kept
ALIKE = 0.95  # credits from here on are the same for a reader


@dataclass(frozen=True)
class Substitute:
    """An entry, its score, and why it may stand in."""

    entry: object
    score: float
    is_cautioned: bool
    reasons: tuple[str, ...]

    @property
    def why(self):
        """Same movement, same muscles, easier on the spine."""
        return ", ".join(self.reasons).capitalize() + "."


def substitutes(original, shelf, said, never=0, most=SHOWN):
    """The best substitutes on `shelf` for an entry, under these circumstances.

    `never` is a set of places that are not to be offered either, such as what is there already.
    """
    left = shelf.everything & ~shelf.avoided(said) & ~shelf.lacking(said)
    left &= ~never & ~shelf.of(said.never)
    patterns, cautioned, best = _patterns(original), shelf.cautioned(said), []
    for minus, slug, place in _likely(original, shelf):
        if len(best) == most and minus > best[-1][0]:
            break  # care only takes from a score, so none of the others is better
        if not left >> place & 1:
            continue
        if cautioned >> place & 1:
            minus = -_score(original, shelf.entries[place], patterns, is_cautioned=True)
        if minus <= -LEAST:
            best = sorted([*best, (minus, slug, place)])[:most]
    return [
        _substitute(original, shelf.entries[place], -minus, bool(cautioned >> place & 1))
        for minus, _, place in best
    ]


def _likely(original, shelf):
    """(score below zero, slug, place) of all that may stand in for an entry, the best first.

    Before anybody's circumstances, so it is kept with the shelf: many ask for the same few.
    """
    likely = shelf.likely.get(original)
    if likely is None:
        likely = _scored(original, shelf)
        if original.member_id is None:
            if len(shelf.likely) >= MOST_KEPT:
                shelf.likely.clear()
            shelf.likely[original] = likely
    return likely


def _scored(original, shelf):
    patterns, level = _patterns(original), max(EASY, original.difficulty)
    near = shelf.having("pattern", patterns) & shelf.having("difficulty", range(level + 1))
    scores = [
        (-_score(original, entry, patterns), entry.slug, place)
        for place in bits(near)
        if (entry := shelf.entries[place]).pk != original.pk
    ]
    return sorted(one for one in scores if one[0] <= -LEAST)


def _patterns(original):
    """Its own first, then what stands in for it."""
    return [original.pattern, *STANDS_IN.get(original.pattern, ())]


def _score(original, entry, patterns, is_cautioned=False):
    likeness = cosine(credits_of(original), credits_of(entry))
    score = likeness - STEP * patterns.index(entry.pattern) - CARE * is_cautioned
    score -= SPINE * max(_harder(original, entry), 0)
    return round(score + EASIER * (entry.pk in original.regressions), 3)


def _substitute(original, entry, score, is_cautioned):
    likeness = cosine(credits_of(original), credits_of(entry))
    harder = _harder(original, entry)
    reasons = [
        "another movement" if entry.pattern != original.pattern else "same movement",
        "same muscles" if likeness >= ALIKE else "",
        "an easier version" if entry.pk in original.regressions else "",
        "easier on the spine" if harder < 0 else "",
        "take care with your limits" if is_cautioned else "",
    ]
    return Substitute(entry, score, is_cautioned, tuple(filter(None, reasons)))


def _harder(original, entry):
    """How many levels more the spine bears."""
    return SPINE_LOADS.index(entry.spine_load) - SPINE_LOADS.index(original.spine_load)


@lru_cache(maxsize=16384)
def credits_of(entry):
    """{muscle: what a set is worth to it}, and how long that is as a vector."""
    table = dict.fromkeys(entry.secondary, 0.5) | dict.fromkeys(entry.primary, 1.0)
    return table, sqrt(sum(credit * credit for credit in table.values()))


def cosine(one, other):
    """How alike two of credits_of() are: 1 the same in proportion, 0 nothing in common."""
    (one, size), (other, other_size) = one, other
    shared = sum([credit * other[muscle] for muscle, credit in one.items() if muscle in other])
    return shared / (size * other_size) if shared else 0.0
