"""A member who trained too much of the same."""

from datetime import timedelta

from django.utils import timezone

from accounts.context import acting_as
from catalogue.models import Exercise
from progress.models import Deload
from progress.periods import monday_of
from tests.factories import DeloadFactory, LoggedSetFactory, SessionFactory

DAYS = [*range(7), *range(8, 60, 3)]  # before today


def train_hard(member):
    """The same sets of one lift for eight weeks, and every day of the last one. Once is enough."""
    monday = monday_of(member.today(timezone.now()))
    with acting_as(member):
        Deload.objects.of(member).delete()  # the plan's own is begun, and is left out
    DeloadFactory(member=member, begins_on=monday, until=monday)
    exercises = Exercise.objects.public()
    row, curl = (exercises.get(slug=slug) for slug in ("barbell-row", "hammer-curl"))
    now = timezone.now()
    for ago in DAYS:
        at = now - timedelta(days=ago)
        session = SessionFactory(
            member=member, trained_on=member.today(at), started_at=at, finished_at=at
        )
        lift = curl if ago in (1, 2, 4, 5) else row
        for number in range(1, 5):
            LoggedSetFactory(session=session, exercise=lift, number=number, load_kg=60, reps=5)
