"""What a member's last weeks are told from, in one query however many tables it looks at.

It looks back twelve weeks along the index set_of_week, so it costs the same after ten years.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Avg, Count, Max, Min, Q, Subquery
from django.db.models.functions import JSONObject

from accounts.models import TrainingProfile, User
from progress.models import Deload, Dismissal, LoggedSet, Session
from training.recovery import LASTS
from workouts.balance import PASSIVE_HANGS

BACK, DAY = timedelta(weeks=12), timedelta(days=1)
SAID = ("goals", "level", "days_per_week", "has_stated_limits", "has_stated_equipment")
WHEN = ("id", "begins_on", "until", "why")
EASIEST_RIR, SHORTEST_HOLD = 4, 5  # training.volume.is_hard_set
USUAL_LEVEL = "intermediate"

HARD = (
    (Q(rir=None) | Q(rir__lte=EASIEST_RIR))
    & ~Q(exercise__load_type="cardio")
    & ~Q(exercise__slug__in=PASSIVE_HANGS, exercise__member=None)
    & (~Q(kind="timed") | Q(seconds=None) | Q(seconds__gte=SHORTEST_HOLD))
)
ESTIMATED = Q(exercise__one_rep_max_allowed=True, exercise__load_type="external")


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
    since = today - BACK
    row = (
        User.objects.filter(pk=member.pk)
        .annotate(
            said=Subquery(_said(member)),
            lighter=ArraySubquery(lighter_weeks(Deload.objects.of(member).filter(until__gt=since))),
            aside=ArraySubquery(_aside(member, today)),
            work=ArraySubquery(_work(member, since, today)),
            last_on=Subquery(Session.objects.of(member).newest_first().values("trained_on")[:1]),
        )
        .values("said", "lighter", "aside", "work", "last_on")
        .get()
    )
    return Standing(
        profile=row["said"] and TrainingProfile(member=member, **row["said"]),
        deloads=[deload_from(found) for found in row["lighter"]],
        dismissed=set(row["aside"]),
        work=[_read(found) for found in row["work"]],
        last_on=row["last_on"],
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
    columns = {name: name for name in (*WHEN, "accepted_at")}
    return deloads.newest_first().values(found=JSONObject(**columns))


def _said(member):
    return TrainingProfile.objects.of(member).values(said=JSONObject(**{n: n for n in SAID}))


def _aside(member, today):
    mine = Dismissal.objects.of(member).filter(dismissed_on__gt=today - LASTS)
    return mine.order_by().values("sign")


def _work(member, since, today):
    """A row for each exercise of each session, as JSON."""
    sets = LoggedSet.objects.of(member).done().working()
    sets = sets.filter(trained_on__range=(since, today)).order_by()
    of = {"exercise": "exercise", "name": "exercise__name", "session": "session"}
    return sets.values("exercise", "exercise__name", "session", "trained_on").values(
        found=JSONObject(
            trained_on="trained_on",
            began_at=Min("done_at"),
            every=Count("pk", filter=HARD),
            drops=Count("pk", filter=HARD & Q(kind="drop")),
            rir=Avg("rir", filter=HARD),
            one_kg=Max("one_rep_max_kg", filter=ESTIMATED),
            **of,
        )
    )


def _read(found):
    trained_on, began_at = found.pop("trained_on"), found.pop("began_at")
    return Work(
        trained_on=date.fromisoformat(trained_on),
        began_at=datetime.fromisoformat(began_at),
        **found,
    )
