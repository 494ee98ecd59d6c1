"""Sharing a routine by a link that cannot be guessed, expires, and can be ended.

What is shared is the plan of one moment. The token is in the link alone; we keep its digest, so
that neither our tables nor how long a look-up takes tell a link to anybody.
"""

import hashlib
import secrets
from datetime import timedelta

import uuid6

from accounts.context import reading_link
from accounts.inserting import insert_once
from catalogue.models import Exercise
from workouts.contents import TemplateExercise, days_of
from workouts.describing import WEEKDAYS
from workouts.models import RoutineLink
from workouts.shape import days_from, plan_of

LIFETIMES = (1, 7, 30, 90)  # days
MOST_LIVE = 20  # links of one routine that work at once
TOKEN_BYTES = 32


class NamedExercise(TemplateExercise):
    """An exercise of somebody's own, of which a link says the name and no more."""

    __slots__ = ()

    def get_absolute_url(self):
        return ""


def share(version, days, now, pk=None):
    """A link to a released version that works for so many days, and its token.

    `pk` is chosen by the member's page: where that is sent twice, the token is empty.
    """
    token, plan_days = secrets.token_urlsafe(TOKEN_BYTES), days_of(version)
    link = RoutineLink(
        pk=pk or uuid6.uuid7(),
        member_id=version.member_id,
        routine_id=version.routine_id,
        token_digest=digest(token),
        name=version.routine.name,
        plan=plan_of(version, plan_days),
        names=_names(plan_days),
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    alike = RoutineLink.objects.filter(member=version.member_id, routine=version.routine_id)
    link, is_new = insert_once(link, alike)
    return link, token if is_new else ""


def link_of(token, now):
    """The link with this token; None where it is wrong, has expired or was ended. One query."""
    known = digest(token)
    with reading_link(known):
        return RoutineLink.objects.opened_by(known, now).first()


def end_link(link, now):
    if link.revoked_at is None:
        link.revoked_at = now
        link.save(update_fields=["revoked_at"])


def days_shared(link):
    """The days of a link with `rows` and their exercises, much as contents.days_of(). One query.

    What is nobody's own is shown as the catalogue has it now.
    """
    days = days_from(link.plan)
    exercises = exercises_shared(link)
    for day in days:
        day.get_weekday_display = WEEKDAYS.get(day.weekday, "")
        for row in day.rows:
            row.exercise = exercises[row.exercise_id]
            row.others = [exercises[pk] for pk in row.alternatives]
    return days


def exercises_shared(link):
    """The exercises of a link by id: those of the catalogue, or names alone. One query."""
    named = {int(pk): NamedExercise(int(pk), "", name, "", "") for pk, name in link.names.items()}
    shown = Exercise.objects.public().filter(pk__in=list(named))
    fields = shown.values_list("pk", "slug", "name", "region", "laterality")
    return named | {values[0]: TemplateExercise(*values) for values in fields}


def own_names(link):
    """The names of those exercises of a link that are of the sharing member's own."""
    found = exercises_shared(link).values()
    return sorted(one.name for one in found if isinstance(one, NamedExercise))


def digest(token):
    return hashlib.sha256(token.encode()).hexdigest()


def _names(days):
    rows = [row for day in days for row in day.rows]
    others = {str(one.pk): one.name for row in rows for one in row.others}
    return others | {str(row.exercise_id): row.exercise.name for row in rows}
