"""Where a plan says "one of these": which of them is set out, and which are offered besides."""

from catalogue.fitting import NEVER
from catalogue.library import library_of
from catalogue.shelf import AVOID
from catalogue.substituting import Substitute
from progress.loading import exercises_told
from workouts.exchanging import stand_in
from workouts.models import Alternative

IN_PLAN = "one of these in your plan"


def choose(prescriptions, member):
    """The prescriptions, each for the first of its exercises that suits; its own if none does.

    Nothing is set out twice. Three queries where there is a choice, else none.
    """
    if not any(row.others for row in prescriptions):
        return prescriptions
    library, taken = library_of(member, member), {row.exercise_id for row in prescriptions}
    chosen = {}
    for row in prescriptions:
        own, *others = row.exercise_id, *(one["pk"] for one in row.others)
        free = [own, *(pk for pk in others if pk not in taken)]
        chosen[row.pk] = next((pk for pk in free if _suits(library, pk)), own)
        taken.add(chosen[row.pk])
    exercises = exercises_told(member.pk, set(chosen.values()))
    return [
        row if chosen[row.pk] == row.exercise_id else stand_in(row, exercises[chosen[row.pk]])
        for row in prescriptions
    ]


def named_in_plan(place, library, there):
    """Substitutes that the plan of a place names, the first choice first. One query."""
    if place.prescription is None:
        return []
    rows = Alternative.objects.filter(
        member=place.prescription.member_id, prescription=place.prescription.pk
    )
    pks = [pk for pk in rows.values_list("exercise", flat=True) if pk not in there]
    found = [library.row(entry) for entry in map(library.entry, pks) if entry]
    return [_substitute(row) for row in found if not row.entry.retired_at]


def _suits(library, pk):
    entry = library.entry(pk)
    row = entry and library.row(entry)
    return bool(row) and row.verdict != AVOID and not row.lacking and row.mark != NEVER


def _substitute(row):
    words = ["take care with your limits" if row.verdict else ""]
    words += [f"you do not have: {', '.join(row.lacking).lower()}" if row.lacking else ""]
    return Substitute(row.entry, 1.0, bool(row.verdict), (IN_PLAN, *filter(None, words)))
