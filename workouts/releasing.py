"""Putting a draft to use."""

from workouts.arranging import blocks
from workouts.building import Draft
from workouts.comparing import differences
from workouts.comparing_details import whole_changes
from workouts.contents import days_of, version_fields, write_days
from workouts.following import follow, version_in_use
from workouts.models import RoutineVersion
from workouts.undoing import forget_steps

LONGEST_DAY = 60  # sets of a day; more is surely a slip


def refusals(days):
    """Why these days cannot be put to use, in words."""
    if not days:
        return ["There is no day yet. Add one first."]
    if all(day.is_rest for day in days):
        return ["There are only rest days yet. Add a day with exercises."]
    return [words for day in days for words in _refusals_of(day)]


def changes(version, days):
    """What a draft's days change of the version in use: see comparing.differences()."""
    current = version_in_use(version.routine)
    if current is None:
        return []
    words = differences(days_of(current), days, current.weeks, version.weeks)
    return words + whole_changes(current, version)


def release(draft: Draft, now):
    """Put a draft to use. A routine that was never in use is followed from today."""
    routine = draft.version.routine
    is_first = version_in_use(routine) is None
    forget_steps(draft.version)
    draft.claim(is_step=False, released_at=now, removed=[])
    if is_first:
        follow(routine, routine.member.today(now))


def release_days(routine, days, source, now, *, number=1, exercises=None):
    """A version of these days, else like `source`, in use at once: see contents.write_days()."""
    fields = version_fields(source)
    version = RoutineVersion.objects.create(
        member_id=routine.member_id, routine=routine, number=number, **fields
    )
    write_days(version, days, exercises)
    version.released_at = now
    version.save(update_fields=["released_at"])
    return version


def _refusals_of(day):
    if day.is_rest and day.rows:
        yield f"{day.name} is a rest day, yet has exercises. Move them, or let it be no rest day."
    if not day.rows and not day.is_rest:
        yield f"{day.name} has no exercises yet. Add one, or remove the day."
    for block in blocks(day.rows):
        if len(block) == 1 and block[0].superset:
            name = block[0].exercise.title
            yield f"{name} on {day.name} is alone in superset {block[0].superset}. Ungroup it."
    sets = sum(row.sets for row in day.rows)
    if sets > LONGEST_DAY:
        yield f"{day.name} has {sets} sets. A day has at most {LONGEST_DAY}."
