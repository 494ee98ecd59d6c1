"""Whether a week of a back routine has a deadlift, a pull-up and a row, or what may stand for them.

A rule of our own. Any exercise of the same movement counts: a pulldown for the pull-up, a glute
bridge for the deadlift. Where the member's limits or equipment rule the exercise itself out, so
does each of its substitutes (catalogue/substituting.py), of whatever movement.
"""

from dataclasses import dataclass

from catalogue.entries import CARDIO, Entry
from catalogue.models.vocabulary import BACK_REGIONS
from catalogue.shelf import AVOID
from catalogue.standing_in import ANY, HARDEST, stands_for, suited
from catalogue.substituting import substitutes
from catalogue.trio import TRIO
from workouts.models import Prescription

Technique = Prescription.Technique
NO_WORK = {Technique.WARM_UP, Technique.CARDIO}


@dataclass(frozen=True)
class Missing:
    """An essential that a week lacks; what to add for it, if anything suits, and why not itself."""

    name: str
    movement: str
    remedy: Entry | None = None
    why: str = ""


def missing_essentials(days, library):
    """What the week of these days lacks of the three, if it is one of a back routine.

    `library` is called for the member's Library only where something lacks.
    """
    rows = [row for day in days for row in day.rows if row.technique not in NO_WORK]
    lifts = [row for row in rows if _pattern(row) != CARDIO]
    lacking = [one for one in TRIO if one.pattern not in map(_pattern, lifts)]
    if not lacking or not _is_for_back(lifts):
        return []
    found, known = {row.exercise_id for row in lifts}, library()
    return [_missing(one, known) for one in lacking if not found & _stand_ins(one, known)]


def _pattern(row):
    return row.exercise.pattern and row.exercise.pattern.slug


def _is_for_back(rows):
    """Whether at least half of the sets are of exercises for the back."""
    back = sum(row.sets for row in rows if row.exercise.region in BACK_REGIONS)
    return back > 0 and 2 * back >= sum(row.sets for row in rows)


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
