"""Whether a week of a back routine has a deadlift, a pull-up and a row, or what may stand for them.

A rule of our own. Any exercise of the same movement counts: a pulldown for the pull-up, a glute
bridge for the deadlift. Where the member's limits or equipment rule the exercise itself out, so
does each of its substitutes (catalogue/substituting.py), of whatever movement.
"""

from dataclasses import dataclass

from catalogue.entries import Entry
from catalogue.shelf import AVOID
from catalogue.standing_in import ANY, HARDEST, stands_for, suited
from catalogue.substituting import substitutes
from catalogue.trio import TRIO


@dataclass(frozen=True)
class Missing:
    """An essential that a week lacks; what to add for it, if anything suits, and why not itself."""

    name: str
    movement: str
    remedy: Entry | None = None
    why: str = ""


def missing_essentials(week, library):
    """What a plan.Week lacks of the three."""
    there = {row.lift.pattern for row in week.work}
    lacking = [one for one in TRIO if one.pattern not in there]
    if not lacking:
        return []
    found = {row.lift.pk for row in week.work}
    return [_missing(one, library) for one in lacking if not found & _stand_ins(one, library)]


def _stand_ins(one, library):
    """The ids of what stands in for an essential that does not suit the member."""
    entry = stands_for(library, one.slugs)
    row = entry and library.row(entry)
    if not row or (row.verdict != AVOID and not row.lacking):
        return set()
    shelf = library.shelves[0]
    others = substitutes(entry, shelf, library.said, most=len(shelf.entries))
    return {other.entry.pk for other in others}


def _missing(one, library):
    entry, level = stands_for(library, one.slugs), library.said.level
    hardest = HARDEST[level] if level else ANY
    found = entry and suited(library, entry, one.name, hardest)
    if not found:
        return Missing(one.name, one.movement)
    return Missing(one.name, one.movement, found.row.entry, found.reasons)
