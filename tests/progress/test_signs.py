"""Signs that rest is due: one quiet line on Today, put aside with a reason."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from accounts.context import acting_as, curating
from catalogue.models import Muscle
from progress.models import Dismissal
from tests.factories import (
    NOW,
    DeloadFactory,
    DismissalFactory,
    ExerciseFactory,
    LoggedSetFactory,
    SessionFactory,
)
from tests.progress.journals import TODAY, did, followed, trained

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def on_friday():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def row(db):
    """A lift whose sets are the mid back's."""
    row = ExerciseFactory(name="Seal row")
    with curating():
        muscle = Muscle.objects.create(slug="rhomboids", name="Rhomboids", volume_group="mid_back")
        row.credits.create(muscle=muscle, role="primary")
    return row


def line(client):
    """Today from its quiet line on; nothing without one."""
    page = client.get("/today/").text.replace("\xa0", " ")
    return page.partition("Check your recovery")[2]


def at(member, moment, lift, sets, **fields):
    """Sets of a lift in a session that began at this moment, on the day it was there."""
    session = SessionFactory(
        member=member, trained_on=moment.date(), started_at=moment, finished_at=moment
    )
    for number in range(1, sets + 1):
        LoggedSetFactory(session=session, exercise=lift, number=number, done_at=moment, **fields)
    return session


def test_who_never_trained_is_told_nothing(as_user, alex):
    assert not line(as_user(alex))


@pytest.mark.parametrize(
    ("hours", "sets", "is_told"), [(47, 4, True), (48, 4, False), (49, 4, False), (47, 3, False)]
)
def test_hard_days_too_near_each_other(as_user, alex, row, hours, sets, is_told):
    first = NOW - timedelta(days=3)
    at(alex, first, row, 4, rir=2)
    at(alex, first + timedelta(hours=hours), row, sets, rir=2)
    told = line(as_user(alex))
    assert ("Little time between hard days" in told) == is_told
    assert (f"Mid back: 4 hard sets {hours} hours after" in told) == is_told


@pytest.mark.parametrize(("later", "is_told"), [("17:59", True), ("18:00", False)])
def test_clocks_that_go_back_give_an_hour(as_user, alex, row, later, is_told):
    """Saturday 19:00 in Berlin, then Monday: 48 hours are over at 18:00, not at 19:00."""
    alex.time_zone = "Europe/Berlin"
    alex.save()
    at(alex, datetime(2026, 10, 24, 19, tzinfo=alex.zone), row, 4)
    hour, minute = map(int, later.split(":"))
    monday = datetime(2026, 10, 26, hour, minute, tzinfo=alex.zone)
    at(alex, monday, row, 4)
    with time_machine.travel(monday.astimezone(UTC) + timedelta(hours=2), tick=False):
        assert ("Little time between hard days" in line(as_user(alex))) == is_told


def test_a_sign_is_gone_after_seven_days(as_user, alex, row):
    at(alex, NOW - timedelta(days=8), row, 4)
    at(alex, NOW - timedelta(days=7), row, 4)
    assert not line(as_user(alex))


@pytest.mark.parametrize(
    ("before", "now", "is_told"),
    [(None, 20, False), (None, 21, True), (10, 13, False), (10, 14, True), (16, 20, False),
     (15, 20, True)],
)  # fmt: skip
def test_many_more_sets_than_usual(as_user, alex, row, before, now, is_told):
    for week in range(1, 5):
        if before:
            did(trained(alex, 7 * week), row, *[(50, 8)] * before)
    did(trained(alex, 1), row, *[(50, 8)] * now)
    told = line(as_user(alex))
    assert (f"Mid back: {now} hard sets this week" in told) == is_told
    assert (f"usually {before}" in told) == (is_told and before is not None)


def test_lighter_weeks_are_not_the_usual(as_user, alex, row):
    for week in (1, 2, 3, 4, 5):
        did(trained(alex, 7 * week), row, *[(50, 8)] * (6 if week == 1 else 12))
    did(trained(alex, 1), row, *[(50, 8)] * 15)
    assert "usually 10.5" in line(as_user(alex))
    DeloadFactory(member=alex, begins_on=TODAY - 11 * DAY)
    assert not line(as_user(alex))


def weaker(member, lift, rising=True):
    """Eight sessions with less load each time, and less in reserve."""
    for n in range(8):
        rir = 4 - n * 0.5 if rising else 2
        did(trained(member, 29 - 4 * n), lift, (100 - n, 3), rir=rir)


@pytest.mark.parametrize("rising", [True, False])
def test_less_strength_for_more_effort(as_user, alex, rising):
    lift = ExerciseFactory(name="Big row", one_rep_max_allowed=True)
    weaker(alex, lift, rising)
    assert ("Big row: down about" in line(as_user(alex))) == rising


def test_two_signs_propose_a_lighter_week(as_user, alex, row):
    weaker(alex, ExerciseFactory(name="Big row", one_rep_max_allowed=True))
    did(trained(alex, 2), row, *[(50, 8)] * 21)
    client = as_user(alex)
    page = client.get("/today/").text
    told = "many more sets than usual and less strength for more effort."
    assert f"Two signs of tiredness in a week: {told}" in page
    client.post("/today/signs/", {"sign": "R-VOL", "reason": "known"})
    page = client.get("/today/").text
    assert "Two signs" not in page
    assert "Many more sets" not in page
    assert "Less strength for more effort" in page


@pytest.mark.parametrize(("days", "is_told"), [(6, False), (7, True)])
def test_a_week_without_rest(as_user, alex, days, is_told):
    for ago in range(days):
        did(trained(alex, ago), ExerciseFactory(), (50, 8))
    assert ("You trained on each of the last seven days." in line(as_user(alex))) == is_told


@pytest.mark.parametrize(("ago", "is_told"), [(14, False), (15, True), (2000, True)])
def test_a_break_is_told_with_its_days(as_user, alex, ago, is_told):
    did(trained(alex, ago), ExerciseFactory(), (50, 8))
    assert (f"Your last workout was {ago} days ago" in line(as_user(alex))) == is_told


def test_a_sign_put_aside_comes_back_after_seven_days(as_user, alex):
    did(trained(alex, 20), ExerciseFactory(), (50, 8))
    client = as_user(alex)
    client.post("/today/signs/", {"sign": "R-BREAK", "reason": "known"})
    client.post("/today/signs/", {"sign": "R-BREAK", "reason": "fine"})
    assert not line(client)
    with acting_as(alex):
        aside = Dismissal.objects.get()
    assert (aside.reason, aside.dismissed_on) == ("fine", TODAY)
    with time_machine.travel(NOW + 7 * DAY, tick=False):
        assert "A longer break" in line(client)


def test_what_somebody_else_put_aside_stays(as_user, alex, sam):
    DismissalFactory(member=sam, sign="R-BREAK")
    did(trained(alex, 20), ExerciseFactory(), (50, 8))
    assert "A longer break" in line(as_user(alex))


def test_with_a_plan_and_signs_today_costs_what_it_did(
    as_user, alex, row, django_assert_max_num_queries
):
    followed(alex, {"rows": [{"exercise": row}]})
    did(trained(alex, 1), row, *[(50, 8)] * 21)
    DeloadFactory(member=alex, begins_on=TODAY - 20 * DAY)
    client = as_user(alex)
    assert line(client)
    with django_assert_max_num_queries(14):
        # the test's two savepoints; session, user, settings; version, days, sessions, the
        # routine's last; standing, rows, the last times, this week's sets, muscles
        client.get("/today/")
