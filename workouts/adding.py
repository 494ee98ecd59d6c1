"""Adding an exercise to a day from its own page: into the draft of the day's routine."""

from dataclasses import dataclass
from datetime import date

from workouts.building import Draft, Stale, open_draft
from workouts.contents import days_of_versions
from workouts.models import Day, RoutineVersion


@dataclass(frozen=True)
class Plan:
    """What may be added to: a routine's draft, or the version in use while there is none."""

    version: RoutineVersion
    days: list[Day]

    @property
    def routine(self):
        return self.version.routine


def plans_of(member):
    """[Plan] of a member's routines, the one followed last first. Three queries."""
    mine = RoutineVersion.objects.owned_by(member).filter(routine__archived_at=None)
    versions = {}
    for version in mine.newest().select_related("routine"):
        versions[version.routine_id] = version  # a draft comes after the version in use
    days = days_of_versions(list(versions.values()))
    plans = [Plan(version, days[version.pk]) for version in versions.values()]
    return sorted(plans, key=_recency, reverse=True)


def add_to(plan, day, exercise):
    """Prescribe an exercise on this day of the plan's draft, which is opened where there is none.

    Returns the day it is on. Stale where somebody changed that plan in the same moment.
    """
    draft = Draft(open_draft(plan.routine))
    there = draft.day(day.pk) or next((one for one in draft.days if _is_copy(one, day)), None)
    if there is None or len(there.rows) != len(day.rows):
        raise Stale
    draft.add_row(there, exercise)
    return there


def _recency(plan):
    return plan.routine.followed_since or date.min, plan.routine.created_at


def _is_copy(one, day):
    return (one.position, one.name) == (day.position, day.name)
