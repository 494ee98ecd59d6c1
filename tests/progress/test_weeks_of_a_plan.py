"""Workouts of a programme whose weeks differ; NOW is in its third week."""

from decimal import Decimal

import pytest
import time_machine
import uuid6
from django.utils import timezone

from accounts.context import acting_as
from tests.factories import NOW, ExerciseFactory, SessionFactory
from tests.progress.journals import did, followed, now_of, planned, sets_of, trained


@pytest.fixture(autouse=True)
def on_friday():
    with time_machine.travel(NOW, tick=False):
        yield


DROPS = {"technique": "drop_set", "technique_details": {"drops": 1}}


@pytest.fixture
def row_lift():
    return ExerciseFactory(name="Seal row", default_increment_kg=Decimal("2.5"))


@pytest.fixture
def started(as_user, alex):
    """Start a day: its planned sets as (kind, load, count), and the page."""

    def start(day):
        url = as_user(alex).post("/log/sessions/", {"id": uuid6.uuid7(), "day": day.pk}).url
        rows = [row for row in sets_of(alex) if not row.is_done]
        sets = [(row.kind, row.target_load_kg, row.target_reps) for row in rows]
        return sets, as_user(alex).get(url).content.decode()

    return start


def follow(alex, exercise, *, week_plan=(), day=None, version=None, **row):
    row = {"exercise": exercise, "sets": 4} | row
    (day,) = followed(alex, (day or {}) | {"rows": [row]}, week_plan=list(week_plan))
    return day


def before(alex, day, exercise, *sets, days_ago=14):
    """What was done of the day's prescription so many days ago: in week 1."""
    did(trained(alex, days_ago, day), exercise, *sets, prescription=row_of(day))


def row_of(day):
    with acting_as(day.member):
        return day.prescriptions.first()


def test_a_deload_week_halves_the_sets_and_says_why(started, alex, row_lift):
    day = follow(alex, row_lift, week_plan=[{"weeks": [3], "deload": True}], **DROPS)
    before(alex, day, row_lift, *[(60, 9)] * 4)
    sets, page = started(day)
    assert [kind for kind, *_ in sets] == ["working"] * 2
    assert {load for _, load, _ in sets} == {Decimal("52.5")}  # 0.9 × 60 is 54, rounded down
    assert "Lighter week until 22 Nov" in page


def test_a_lighter_week_halves_the_targets_of_sets_too(started, alex, row_lift):
    targets = [
        {"reps": [5, 5], "kind": "warm_up", "load": ["weight", 20]},
        *[{"reps": [8, 8], "load": ["weight", 60]}] * 3,
        {"reps": [8, 8], "kind": "drop"},
    ]
    day = follow(alex, row_lift, set_targets=targets, week_plan=[{"weeks": [3], "deload": True}])
    sets, _ = started(day)
    light = Decimal("52.5")
    assert sets == [("warm_up", 17.5, 5), ("working", light, 8), ("working", light, 8)]


def test_a_week_may_have_other_sets_and_more_load(started, alex, row_lift):
    day = follow(alex, row_lift, by_week={"3": {"sets": 5, "load_add_kg": 5}})
    before(alex, day, row_lift, *[(60, 9)] * 4)
    sets, page = started(day)
    assert len(sets) == 5
    assert {load for _, load, _ in sets} == {Decimal(65)}
    assert "Week 3: 5\u00a0sets, +5 kg." in page


def test_the_rule_goes_on_from_the_load_before_a_lighter_share(started, alex, row_lift):
    day = follow(alex, row_lift, week_plan=[{"weeks": [2], "load_factor": 0.9}])
    before(alex, day, row_lift, *[(60, 12)] * 4, days_ago=14)
    before(alex, day, row_lift, *[(52.5, 9)] * 4, days_ago=7)
    sets, _ = started(day)
    assert {load for _, load, _ in sets} == {Decimal(60)}


def test_what_a_week_added_is_not_added_twice(started, alex, row_lift):
    day = follow(alex, row_lift, by_week={"2": {"load_add_kg": 5}, "3": {"load_add_kg": 5}})
    before(alex, day, row_lift, *[(65, 9)] * 4, days_ago=7)
    sets, _ = started(day)
    assert {load for _, load, _ in sets} == {Decimal(65)}


def test_each_set_has_its_own_target(started, alex, row_lift):
    targets = [
        {"reps": [10, 10], "kind": "warm_up", "load": ["weight", 20]},
        {"reps": [6, 6]},
        {"reps": [8, 8], "load": ["share", 90]},
        {"reps": [10, 10], "kind": "drop", "load": ["share", 70]},
    ]
    day = follow(alex, row_lift, set_targets=targets, reps_low=6, reps_high=8)
    before(alex, day, row_lift, (60, 6), (55, 7), days_ago=7)
    sets, page = started(day)
    assert sets == [
        ("warm_up", 20, 10),
        ("working", 60, 6),
        ("working", 55, 8),
        ("drop", Decimal("42.5"), 10),
    ]
    assert "until every set reaches its target" in page


def test_once_every_set_reached_its_target_the_heaviest_goes_up(started, alex, row_lift):
    targets = [{"reps": [6, 6]}, {"reps": [8, 8], "load": ["share", 90]}]
    day = follow(alex, row_lift, set_targets=targets, reps_low=6, reps_high=8)
    before(alex, day, row_lift, (60, 6), (55, 8), days_ago=7)
    sets, page = started(day)
    assert sets == [("working", Decimal("62.5"), 6), ("working", Decimal("57.5"), 8)]
    assert "Every set reached its target: the heaviest is 62.5" in page


def test_a_weight_of_the_plan_is_the_load(started, alex, row_lift):
    sets, page = started(follow(alex, row_lift, load_by="weight", load_kg=Decimal(45)))
    assert {load for _, load, _ in sets} == {Decimal(45)}
    assert "Your plan says 45" in page


def test_a_share_of_the_maximum_is_worked_out_from_what_was_done(started, alex, row_lift):
    day = follow(alex, row_lift, load_by="one_rm", load_percent=Decimal(75))
    before(alex, day, row_lift, (90, 10), days_ago=7)  # 120 kg, by Epley
    sets, page = started(day)
    assert {load for _, load, _ in sets} == {Decimal(90)}
    assert "75 % of your 1RM: 90" in page


def test_without_a_maximum_no_load_is_made_up(started, alex, row_lift):
    sets, page = started(follow(alex, row_lift, load_by="one_rm", load_percent=Decimal(75)))
    assert {load for _, load, _ in sets} == {None}
    assert "There is no 1RM to reckon with yet" in page


def test_today_shows_the_week_and_that_it_is_light(as_user, alex, row_lift):
    follow(alex, row_lift, week_plan=[{"weeks": [3], "deload": True, "note": "Walk more"}])
    page = as_user(alex).get("/today/").content.decode()
    assert "Walk more" in page
    assert "2\u00a0×\u00a08–12" in page


def test_the_rest_after_a_set_is_its_own(as_user, alex, row_lift):
    targets = [{"reps": [6, 6], "rest": 240}, {"reps": [8, 8]}]
    day = follow(alex, row_lift, set_targets=targets)
    session = _open(alex, day)
    first, _ = planned(session, row_lift, prescription=row_of(day))
    client = as_user(alex)
    data = {"load": "50", "load_unit": "kg", "reps": "6"}
    client.post(f"/log/{session.pk}/sets/{first.pk}/", data)
    assert now_of(first).is_done
    assert 'seconds="240"' in client.get(f"/log/{session.pk}/").content.decode()


def _open(alex, day):
    now = timezone.now()
    return SessionFactory(member=alex, day=day, started_at=now, trained_on=now.date())


def test_a_rest_day_in_the_cycle_is_said(as_user, alex):
    pull, _, _ = followed(
        alex,
        {"name": "Pull"},
        {"name": "Rest", "is_rest": True, "rows": []},
        {"name": "Legs"},
        rolling=True,
    )
    trained(alex, 1, pull)
    page = as_user(alex).get("/today/").content.decode()
    assert "Rest day</h1>" in page
    assert "Today is a rest day after Pull" in page
    assert "Legs</h2>" in page


def test_after_its_rest_day_the_next_day_is_due(as_user, alex):
    pull, _, _ = followed(
        alex,
        {"name": "Pull", "weekday": 1},
        {"name": "Rest", "is_rest": True, "rows": []},
        {"name": "Legs"},
        rolling=True,
    )
    trained(alex, 2, pull)
    assert "Legs today</h1>" in as_user(alex).get("/today/").content.decode()


def test_a_rest_day_cannot_be_started(as_user, alex):
    rest, _ = followed(alex, {"name": "Rest", "is_rest": True, "rows": []}, {"name": "Legs"})
    client = as_user(alex)
    response = client.post("/log/sessions/", {"id": uuid6.uuid7(), "day": rest.pk})
    assert response.url == "/log/"
    assert "Start Rest" not in client.get("/log/").content.decode()


def test_a_week_of_rest_alone_has_no_next_day(as_user, alex):
    followed(alex, {"name": "Rest", "is_rest": True, "rows": []})
    assert "Nothing planned this week" in as_user(alex).get("/today/").content.decode()
