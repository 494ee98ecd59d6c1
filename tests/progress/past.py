"""A past for charts: workouts on given days, and the moment the tests look from."""

from datetime import UTC, date, datetime, time

from tests.factories import NOW, LoggedSetFactory, SessionFactory

TODAY = NOW.date()  # Friday 20 November 2026
MONDAY = date(2026, 11, 16)
FIRST = date(2026, 8, 31)  # the Monday with which 12 weeks begin


def train(member, exercise, day, *sets, **fields):
    """A finished workout on `day`: sets of (load, repetitions)."""
    at = datetime.combine(day, time(12), UTC)
    session = SessionFactory(member=member, trained_on=day, started_at=at, finished_at=at)
    for number, (load, reps) in enumerate(sets, 1):
        LoggedSetFactory(
            session=session,
            exercise=exercise,
            number=number,
            load=load,
            load_kg=load,
            reps=reps,
            **fields,
        )
    return session
