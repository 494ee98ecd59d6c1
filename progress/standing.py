"""What a member's last weeks are told from, in one query however many tables it looks at.

It looks back twelve weeks along the index set_of_week, so it costs the same after ten years. It is
written out, because Django takes longer to put it together than PostgreSQL to answer it.
"""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db import connection
from django.db.models import Subquery
from django.db.models.functions import JSONObject

from accounts.models import TrainingProfile
from progress.hard_sets import EASIEST_RIR, SHORTEST_HOLD
from progress.models import Deload
from training.recovery import LASTS
from workouts.balance import PASSIVE_HANGS

BACK, DAY = timedelta(weeks=12), timedelta(days=1)
WHEN = ("id", "begins_on", "until", "why", "accepted_at")
USUAL_LEVEL = "intermediate"

STANDING = """
    SELECT jsonb_build_object(
        'said', (SELECT jsonb_build_object('goals', goals, 'level', level,
                'days_per_week', days_per_week, 'has_stated_limits', has_stated_limits,
                'has_stated_equipment', has_stated_equipment)
            FROM accounts_trainingprofile WHERE member_id = %(member)s),
        'lighter', ARRAY(SELECT jsonb_build_object('id', id, 'begins_on', begins_on,
                'until', until, 'why', why, 'accepted_at', accepted_at)
            FROM progress_deload WHERE member_id = %(member)s AND until > %(since)s
            ORDER BY begins_on DESC),
        'aside', ARRAY(SELECT sign FROM progress_dismissal
            WHERE member_id = %(member)s AND dismissed_on > %(aside_since)s),
        'last_on', (SELECT trained_on FROM progress_session WHERE member_id = %(member)s
            ORDER BY trained_on DESC, started_at DESC, id DESC LIMIT 1),
        'work', ARRAY(SELECT jsonb_build_array(exercise_id, name, trained_on, min(done_at),
                session_id, count(*) FILTER (WHERE hard),
                count(*) FILTER (WHERE hard AND kind = 'drop'),
                avg(rir) FILTER (WHERE hard), max(one_kg))
            FROM (
                SELECT exercise_id, name, trained_on, done_at, session_id, kind, rir,
                    (rir IS NULL OR rir <= %(rir)s) AND load_type <> 'cardio'
                        AND (kind <> 'timed' OR seconds IS NULL OR seconds >= %(hold)s)
                        AND (of.member_id IS NOT NULL OR slug <> ALL (%(hangs)s)) AS hard,
                    CASE WHEN one_rep_max_allowed AND load_type = 'external'
                        THEN one_rep_max_kg END AS one_kg
                FROM progress_loggedset AS done
                JOIN catalogue_exercise AS of ON of.id = exercise_id
                WHERE done.member_id = %(member)s AND done_at IS NOT NULL
                    AND kind <> 'warm_up' AND trained_on BETWEEN %(since)s AND %(today)s
            ) AS sets
            GROUP BY exercise_id, name, trained_on, session_id)
    )::text
"""


@dataclass(frozen=True)
class Work:
    """What was done of one exercise in one session.

    `every` are its hard sets, `drops` those of them; `rir` is their mean, `one_kg` the best
    estimate of the load as read.
    """

    exercise: int
    name: str
    trained_on: date
    began_at: datetime
    session: str
    every: int
    drops: int
    rir: float | None
    one_kg: float | None


@dataclass(frozen=True)
class Standing:
    """What somebody said of their training, their lighter weeks, and the work of twelve weeks.

    `deloads` are those of that time, the newest first; `dismissed` the signs put aside that still
    count; `last_on` is the day of the last workout, however long ago.
    """

    profile: TrainingProfile | None
    deloads: list[Deload]
    dismissed: set[str]
    work: list[Work]
    last_on: date | None

    @property
    def level(self):
        return (self.profile and self.profile.level) or USUAL_LEVEL

    @property
    def newest_deload(self):
        return self.deloads[0] if self.deloads else None

    @property
    def exercises(self):
        return {work.exercise for work in self.work}

    @property
    def days(self):
        """The days of training, once each."""
        return {work.trained_on for work in self.work}

    def with_planned(self, planned):
        """With the lighter week of the plan, if there is one and nothing of it was decided."""
        if planned is None or any(d.begins_on == planned.begins_on for d in self.deloads):
            return self
        if self.deload_on(planned.until - LASTS) or self.deload_on(planned.until - DAY):
            return self
        return replace(self, deloads=[planned, *self.deloads])

    def deload_on(self, day):
        return next((deload for deload in self.deloads if deload.covers(day)), None)


def standing_of(member, today):
    """The member's Standing. One query."""
    asked = {"member": member.pk, "today": today, "since": today - BACK, "hold": SHORTEST_HOLD}
    asked |= {"aside_since": today - LASTS, "rir": EASIEST_RIR, "hangs": list(PASSIVE_HANGS)}
    with connection.cursor() as cursor:
        cursor.execute(STANDING, asked)
        found = json.loads(cursor.fetchone()[0])
    return Standing(
        profile=found["said"] and TrainingProfile(member=member, **found["said"]),
        deloads=[deload_from(row) for row in found["lighter"]],
        dismissed=set(found["aside"]),
        work=[_read(*row) for row in found["work"]],
        last_on=found["last_on"] and date.fromisoformat(found["last_on"]),
    )


def newest_deload(member):
    """As a column of another query: see deload_from()."""
    return Subquery(lighter_weeks(Deload.objects.of(member))[:1])


def deload_from(found):
    """The Deload of a column newest_deload(); None for None."""
    if found is None:
        return None
    days = {name: date.fromisoformat(found[name]) for name in ("begins_on", "until")}
    accepted_at = datetime.fromisoformat(found["accepted_at"])
    return Deload(id=found["id"], why=found["why"], accepted_at=accepted_at, **days)


def lighter_weeks(deloads):
    """Lighter weeks as a column of another query, the newest first."""
    return deloads.newest_first().values(found=JSONObject(**{name: name for name in WHEN}))


def _read(exercise, name, trained_on, began_at, *numbers):
    trained_on, began_at = date.fromisoformat(trained_on), datetime.fromisoformat(began_at)
    return Work(exercise, name, trained_on, began_at, *numbers)
