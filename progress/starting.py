"""Which day to train next, and starting a workout from it."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from operator import attrgetter
from uuid import UUID

from django.db.models import Count, Q
from django.utils.formats import date_format

from accounts.inserting import insert_once
from accounts.models import User
from accounts.statements import Statement
from progress.asking import body_weight_for, most_visits
from progress.easing import as_done_in, keep_planned, reach
from progress.loading import said, tell_loading
from progress.models import Deload, LoggedSet, Session
from progress.models.sets import NOT_IN_JOURNALS
from progress.one_of import choose
from progress.periods import monday_of
from progress.planning_week import plan_week_of, suggest_in_week
from progress.recalling import recent_visits
from progress.setting_out import rows_for
from workouts.contents import in_week
from workouts.following import version_followed, week_of
from workouts.models import Day, Prescription, RoutineVersion, others_of_rows

MOST_SESSIONS = 50  # that can matter to one week
NEEDED = (  # of them
    "name", "trained_on", "started_at", "finished_at",
    "day__name", "day__position", "day__version__routine_id",
)  # fmt: skip


@dataclass(frozen=True)
class NextDay:
    """The day to do next, in the routine's week, and the reason in words."""

    day: Day
    week: int
    why: str
    is_for_today: bool
    is_rest_today: bool = False


@dataclass(frozen=True)
class Week:
    """A member's week: the version they follow (or None), its days, and what was trained.

    `sessions` are those since Monday, the routine's last one before that, and one still open.
    """

    today: date
    version: RoutineVersion | None
    number: int
    days: list[Day]
    sessions: list[Session]

    @property
    def monday(self):
        return monday_of(self.today)

    @property
    def unfinished(self):
        return next((session for session in self.sessions if not session.finished_at), None)

    @cached_property
    def trained(self):
        finished = (session for session in self.sessions if session.finished_at)
        return [session for session in finished if session.trained_on >= self.monday]

    @property
    def trained_today(self):
        return any(session.trained_on == self.today for session in self.trained)

    @cached_property
    def done(self):
        """{day: the date} of this week's days that were done in it."""
        found = [(self.day_of(session), session.trained_on) for session in self.trained]
        return {day: trained_on for day, trained_on in found if day}

    def day_of(self, session):
        """This week's day that a session followed: itself, or its likeness in a newer version."""
        then = session.day
        if then is None or not self.version:
            return None
        if then.version_id == self.version.pk:
            return next((day for day in self.days if day.pk == then.pk), None)
        if then.version.routine_id != self.version.routine_id:
            return None
        same_name = (day for day in self.days if day.name == then.name)
        same_place = (day for day in self.days if day.position == then.position)
        return next(same_name, None) or next(same_place, None)

    @cached_property
    def training(self):
        """Its days without those of rest."""
        return [day for day in self.days if not day.is_rest]

    @cached_property
    def next(self):
        """The day to do next; None without a routine or in a week without days."""
        if not self.training:
            return None
        for day in self.bound.get(self.today.isoweekday(), ()):
            if day.is_rest:
                return replace(self._next_in_cycle(), is_for_today=False, is_rest_today=True)
            if day not in self.done:
                why = f"It is set for {_plural(day.get_weekday_display())}."
                return NextDay(day, self.number, why, is_for_today=True)
        return self._next_in_cycle()

    @cached_property
    def bound(self):
        """{weekday: its days}; nothing where days follow one another."""
        found = {}
        for day in self.days if self.version and not self.version.rolling else ():
            found.setdefault(day.weekday, []).append(day)
        return found

    def _next_in_cycle(self):
        routine = self.version.routine_id
        last = next(
            (s for s in self.sessions if s.day and s.day.version.routine_id == routine), None
        )
        if last is None:
            first = self.training[0]
            return NextDay(first, self.number, "It is the first day of your routine.", self._free)
        before = self.day_of(last) or last.day
        later = [day for day in self.training if day.position > before.position]
        when = date_format(last.trained_on, "l j F")
        day = (later or self.training)[0]
        why = f"It comes after {before.name}, which you did on {when}."
        if day == before:
            why = f"It is the only day of this week. You last did it on {when}."
        rests = self._rests_between(before, day)
        passed = (self.today - last.trained_on).days
        if 0 < passed <= rests:
            why = f"Today is a rest day after {before.name}, which you did on {when}."
            return NextDay(day, self.number, why, is_for_today=False, is_rest_today=True)
        return NextDay(day, self.number, why, self._free and passed > 0)

    def _rests_between(self, before, after):
        """How many rest days come between two days, from the last one on to the first."""
        rests = [day.position for day in self.days if day.is_rest and day.weekday is None]
        if self._free and self.version.rolling:
            rests = [day.position for day in self.days if day.is_rest]
        if before.position < after.position:
            return sum(before.position < place < after.position for place in rests)
        return sum(place > before.position or place < after.position for place in rests)

    @property
    def _free(self):
        """Whether today is as good as any other day: no day of the week has a weekday."""
        return self.version.rolling or all(day.weekday is None for day in self.training)


def week_of_member(member, today):
    """The member's week around `today`. At most four queries."""
    version = version_followed(member, today)
    days = list(_days(version)) if version else []
    number = week_of(version.routine, version, today) if version else 1
    return Week(today, version, number, in_week(days, number), _sessions(member, version, today))


def next_day(member, today):
    """The day `member` should do next, or None: see Week.next."""
    return week_of_member(member, today).next


def start(member, pk, day, now):
    """A new session with its planned sets, and True; or the one that is open, or was made before.

    `pk` is chosen by the member's page, so that sending twice starts once. A day of their own
    that is released, or None for an empty workout.
    """
    User.objects.select_for_update(no_key=True).get(pk=member.pk)  # one start at a time
    known = Session.objects.of(member).filter(Q(pk=pk) | Q(finished_at__isnull=True))
    if session := known.order_by("-finished_at").first():
        return session, False
    session = Session(
        pk=pk,
        member=member,
        day=day,
        name=day.name if day else "Workout",
        trained_on=member.today(now),
        time_zone=member.time_zone,
        started_at=now,
    )
    insert_once(session, Session.objects.none())  # what this page made is `known`
    if day:
        keep_planned(day.version, session.trained_on, now)
        LoggedSet.objects.bulk_create(_planned(session, day, member))
    return session, True


def suggestions(member, prescriptions, today, newest=None, visits=None):
    """{prescription id: its Suggestion}. One query for all; one more where the body is lifted.

    `newest` is the member's newest lighter week, or None; `visits` those of visits_behind().
    """
    visits = visits or visits_behind(member, prescriptions, today, newest)
    body_kg = body_weight_for(member, prescriptions, today)
    return {
        row.pk: suggest_in_week(row, visits[row.exercise_id], member.unit, today, newest, body_kg)
        for row in prescriptions
    }


def visits_behind(member, prescriptions, today, newest):
    """{exercise id: its newest visits}, as many as suggestions() needs. One query."""
    exercises = {row.exercise_id: row.exercise for row in prescriptions}
    return recent_visits(member, exercises, most=reach(newest, today, most_visits(prescriptions)))


def prescriptions_of(day, member):
    """What a day of the member's asks for, in order, with exercises and loading. One query."""
    rows = tell_loading(PRESCRIPTIONS(member, day.pk))
    for row in rows:
        row.day = day
    return rows


def planned_by_days(member):
    """What the member's days ask for, with exercises, to be told their loading."""
    rows = Prescription.objects.of(member).annotate(**said(member.pk))
    return rows.select_related("exercise").defer(*NOT_IN_JOURNALS)


def _prescriptions(member, day):
    return planned_by_days(member).filter(day=day).annotate(others=others_of_rows())


PRESCRIPTIONS = Statement(_prescriptions, UUID("018cc251-f400-7000-8000-446179206f66"))


def _planned(session, day, member):
    week = plan_week_of(session)
    prescriptions = choose([week.shaped(row) for row in prescriptions_of(day, member)], member)
    newest = session.newest_deload = Deload.objects.of(member).newest_first().first()
    aims = suggestions(member, prescriptions, session.trained_on, newest)
    for slot, row in enumerate(prescriptions, 1):
        yield from rows_for(session, slot, as_done_in(session, row), aims[row.pk], member.unit)


def _days(version):
    """The days of a version, each with how many `exercises` it has."""
    days = version.days.filter(member=version.member_id)
    return days.annotate(exercises=Count("prescriptions"))


def _sessions(member, version, today):
    """This week's sessions, the routine's last, and one still open, newest first.

    One query, or two where the routine was not trained this week.
    """
    mine = Session.objects.of(member).select_related("day__version").only(*NEEDED).newest_first()
    lately = Q(trained_on__range=(monday_of(today), today)) | Q(finished_at__isnull=True)
    sessions = list(mine.filter(lately)[:MOST_SESSIONS])
    done = {row.day.version.routine_id for row in sessions if row.finished_at and row.day}
    if version and version.routine_id not in done:
        since = version.routine.followed_since
        before = mine.finished().filter(day__version__routine=version.routine)
        sessions += before.filter(trained_on__range=(since, monday_of(today)))[:1]
        sessions.sort(key=attrgetter("trained_on", "started_at", "pk"), reverse=True)
    return sessions


def _plural(weekday):
    return f"{weekday}s"
