"""What somebody does for an exercise that does not suit them: an easier version, or a substitute.

A rule of our own: the nearest step down the ladder that suits, the likest of them first; without
one, the best substitute (catalogue/substituting.py).
"""

from dataclasses import dataclass

from catalogue.fitting import NEVER
from catalogue.library import Row
from catalogue.shelf import AVOID, CAUTION
from catalogue.substituting import cosine, credits_of, substitutes

ANY = 5  # of difficulty
HARDEST = {"beginner": 2, "intermediate": 3, "advanced": 4}  # to begin with


@dataclass(frozen=True)
class Suited:
    """The library.Row of what the reader does for `name`; why not itself, and why this one."""

    row: Row
    name: str
    against: str = ""
    reasons: str = ""

    @property
    def why(self):
        """In place of the pull-up, which your limits leave out: an easier version."""
        return (
            f"In place of the {self.name}, {self.against}: {self.reasons}." if self.against else ""
        )


def stands_for(library, slugs):
    """The entry of the first of these slugs that everybody's catalogue has, or None."""
    known = library.shelves[0].by_slug
    return next((known[slug] for slug in slugs if slug in known), None)


def suited(library, entry, name, hardest=ANY, taken=frozenset()):
    """What the reader does for an entry spoken of as `name`; None where nothing suits.

    It is no harder than `hardest`, and not among `taken`: ids of what stands elsewhere already.
    """
    row = library.row(entry)
    against = _against(row, hardest)
    if not against:
        return Suited(row, name)
    if easier := _easier(library, entry, hardest, taken):
        return Suited(easier, name, against, "an easier version")
    if other := _substitute(library, entry, hardest, taken):
        return Suited(library.row(other.entry), name, against, ", ".join(other.reasons))
    return None


def _against(row, hardest):
    """Why something does not suit, as a clause goes on; empty if it does."""
    if row.mark == NEVER:
        return "which you never want suggested"
    if row.verdict == AVOID:
        return "which your limits leave out"
    if row.lacking:
        return f"which needs what you do not have ({', '.join(row.lacking).lower()})"
    return "which is for later" if row.entry.difficulty > hardest else ""


def _easier(library, entry, hardest, taken):
    """The row of the nearest step down that suits."""
    seen, rung = {entry.pk}, [entry]
    while rung:
        pks = {pk for step in rung for pk in step.regressions} - seen
        seen |= pks
        rung = [step for step in map(library.entry, pks) if step]
        rows = [library.row(step) for step in rung if not step.retired_at]
        free = [row for row in rows if row.entry.pk not in taken]
        fitting = [row for row in free if not _against(row, hardest)]
        if fitting:
            return min(fitting, key=lambda row: _distance(entry, row))
    return None


def _distance(entry, row):
    likeness = cosine(credits_of(entry), credits_of(row.entry))
    return row.verdict == CAUTION, -likeness, row.entry.slug


def _substitute(library, entry, hardest, taken):
    shelf = library.shelves[0]
    never = shelf.of(taken)
    never |= shelf.having("difficulty", range(hardest + 1, ANY + 1))
    return next(iter(substitutes(entry, shelf, library.said, never, most=1)), None)
