"""Lighter weeks: proposed on Today, accepted, put off and ended; and what they make of targets."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
import uuid6

from accounts.context import acting_as
from progress.models import Deload, Dismissal
from progress.starting import suggestions
from tests.factories import NOW, DeloadFactory, ExerciseFactory, TrainingProfileFactory
from tests.progress.journals import TODAY, did, followed, sets_of, trained

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def on_friday():
    with time_machine.travel(NOW, tick=False):
        yield


def loaded(member, weeks):
    """Two days of training in each of the weeks before this one."""
    monday = TODAY - TODAY.weekday() * DAY
    lift = ExerciseFactory()
    for back in range(1, weeks + 1):
        for day in (0, 3):
            ago = (TODAY - (monday - back * 7 * DAY + day * DAY)).days
            did(trained(member, ago), lift, (50, 8))


def deloads(member):
    with acting_as(member):
        return list(Deload.objects.of(member))


def today(client):
    return client.get("/today/").text


@pytest.mark.parametrize(
    ("level", "weeks", "is_proposed"),
    [("beginner", 5, False), ("beginner", 6, True), ("", 4, False), ("", 5, True),
     ("advanced", 3, False), ("advanced", 4, True)],
)  # fmt: skip
def test_after_some_weeks_a_lighter_one_is_proposed(as_user, alex, level, weeks, is_proposed):
    TrainingProfileFactory(member=alex, level=level)
    loaded(alex, weeks)
    page = today(as_user(alex))
    assert ("A lighter week?" in page) == is_proposed
    assert (f"You have trained {weeks} weeks in a row" in page) == is_proposed


def test_it_is_accepted_once_and_said_until_when(as_user, alex):
    loaded(alex, 5)
    client = as_user(alex)
    page = client.post("/today/lighter-week/", follow=True).text
    assert "A lighter week until 26 Nov. Your plan stays as it is." in page
    assert "Lighter week until 26 Nov" in page
    assert "A lighter week?" not in page
    client.post("/today/lighter-week/")
    [deload] = deloads(alex)
    assert (deload.begins_on, deload.until) == (TODAY, TODAY + 7 * DAY)
    assert deload.why == "You have trained 5 weeks in a row without a lighter one."


def test_it_ends_by_itself(as_user, alex):
    DeloadFactory(member=alex, begins_on=TODAY - 6 * DAY)
    assert "Lighter week until 20 Nov" in today(as_user(alex))
    with time_machine.travel(NOW + DAY, tick=False):
        assert "Lighter week" not in today(as_user(alex))


def test_it_ends_by_a_button_and_twice_is_no_harm(as_user, alex):
    DeloadFactory(member=alex, begins_on=TODAY - 2 * DAY)
    client = as_user(alex)
    page = client.post("/today/lighter-week/end/", follow=True).text
    assert "From today on it is as planned." in page
    assert deloads(alex)[0].until == TODAY
    assert "was over already" in client.post("/today/lighter-week/end/", follow=True).text


def test_ended_after_a_workout_it_ends_tomorrow(as_user, alex):
    (day,) = followed(alex, {})
    DeloadFactory(member=alex, begins_on=TODAY - 2 * DAY)
    trained(alex, 0, day)
    assert "From tomorrow on" in as_user(alex).post("/today/lighter-week/end/", follow=True).text


def test_one_that_was_ended_at_once_can_begin_again(as_user, alex):
    client = as_user(alex)
    for url in ("", "end/", ""):
        client.post(f"/today/lighter-week/{url}")
    [deload] = deloads(alex)
    assert deload.until == TODAY + 7 * DAY
    assert deload.why == "You asked for it."


def test_not_now_holds_for_seven_days(as_user, alex):
    loaded(alex, 6)
    client = as_user(alex)
    page = client.post("/today/signs/", {"sign": "deload", "reason": "fine"}, follow=True).text
    assert "A lighter week?" not in page
    with acting_as(alex):
        Dismissal.objects.update(dismissed_on=TODAY - 6 * DAY)
    assert "A lighter week?" not in today(client)
    with acting_as(alex):
        Dismissal.objects.update(dismissed_on=TODAY - 7 * DAY)
    assert "A lighter week?" in today(client)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"sign": "deload", "reason": "x"}, "Choose one of the reasons."),
        ({"sign": "deload"}, "Choose one of the reasons."),
        ({"sign": "R-99", "reason": "fine"}, "There is no such sign."),
        ({}, "Say which sign."),
    ],
)
def test_nonsense_is_refused_in_words(as_user, alex, sent, words):
    assert words in as_user(alex).post("/today/signs/", sent, follow=True).text
    with acting_as(alex):
        assert not Dismissal.objects.exists()


# ---------------------------------------------------------------- what it makes of targets


def aim_of(member, prescription, newest, on=TODAY):
    with acting_as(member):
        return suggestions(member, [prescription], on, newest)[prescription.pk]


def prescription_of(member, **row):
    (day,) = followed(member, {"rows": [row]})
    with acting_as(member):
        return day.prescriptions.select_related("exercise").get()


@pytest.mark.parametrize(
    ("sets", "load", "step", "lighter"),
    [
        (4, "97.5", "2.5", (2, "90")),
        (3, "60", "2.5", (2, "55")),
        (1, "37.5", "2.5", (1, "35")),
        (5, "22", "2", (3, "20")),
    ],
)
def test_half_the_sets_and_nine_tenths_rounded_down(alex, sets, load, step, lighter):
    """Of what the rule asks for, a step more than last time: the examples of our rule."""
    lift = ExerciseFactory(default_increment_kg=step)
    row = prescription_of(alex, exercise=lift, sets=sets)
    did(trained(alex, 4), lift, *[(Decimal(load), 12)] * sets)
    aim = aim_of(alex, row, DeloadFactory(member=alex))
    assert (len(aim.targets), aim.load_kg) == (lighter[0], Decimal(lighter[1]))
    times = f"{lighter[0]}\xa0× at {lighter[1]}\xa0kg"
    assert aim.why == f"Lighter week until 26 Nov: {times}, 4 reps in reserve."


def test_without_a_load_only_the_sets_are_fewer(alex):
    lift = ExerciseFactory(load_type="bodyweight_plus")
    row = prescription_of(alex, exercise=lift, progression="none")
    did(trained(alex, 4), lift, *[(None, 12)] * 3)
    aim = aim_of(alex, row, DeloadFactory(member=alex))
    assert [(target.load_kg, target.count) for target in aim.targets] == [(None, 12)] * 2


def test_assistance_is_not_taken_away(alex):
    lift = ExerciseFactory(load_type="assisted")
    row = prescription_of(alex, exercise=lift, progression="none")
    did(trained(alex, 4), lift, *[(20, 10)] * 3)
    assert aim_of(alex, row, DeloadFactory(member=alex)).load_kg == 20


def test_its_workouts_say_nothing_of_what_is_due_after(alex):
    lift = ExerciseFactory()
    row = prescription_of(alex, exercise=lift)
    did(trained(alex, 16), lift, *[(50, 12)] * 3)
    for ago in (2, 4, 5, 6, 7):
        did(trained(alex, ago), lift, *[(45, 8)] * 2)
    past = DeloadFactory(member=alex, begins_on=TODAY - 8 * DAY)
    aim = aim_of(alex, row, past)
    assert aim.load_kg == Decimal("52.5"), "neither the lighter sets nor a break count"
    running = DeloadFactory(member=alex, begins_on=TODAY - 7 * DAY, until=TODAY + DAY)
    assert aim_of(alex, row, running).load_kg == Decimal(45), "nine tenths once, not twice"


def test_a_workout_begun_in_it_has_its_sets_and_no_techniques(as_user, alex):
    drop = {"drops": 2, "drop_pct": 20}
    (day,) = followed(
        alex,
        {"rows": [
            {"sets": 4, "technique": "drop_set", "technique_details": drop, "rir": 1},
            {"sets": 3, "technique": "amrap"},
        ]},
    )  # fmt: skip
    DeloadFactory(member=alex, accepted_at=NOW - timedelta(hours=1))
    client = as_user(alex)
    page = client.post("/log/sessions/", {"id": uuid6.uuid7(), "day": day.pk}, follow=True).text
    assert [row.kind for row in sets_of(alex)] == ["working"] * 4
    assert "2\xa0×\xa08–12, RIR\xa04" in page
    assert "Lighter week until 26 Nov" in page
    plan = [(row.sets, row.technique) for row in rows_of(alex, day)]
    assert plan == [(4, "drop_set"), (3, "amrap")], "the plan stays"


def test_a_workout_begun_before_stays_as_it_was(as_user, alex):
    (day,) = followed(alex, {})
    client = as_user(alex)
    client.post("/log/sessions/", {"id": uuid6.uuid7(), "day": day.pk})
    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        client.post("/today/lighter-week/")
        row = sets_of(alex)[0]
        page = client.get(f"/log/{row.session_id}/").text
        assert "3\xa0×\xa08–12" in page
        assert "Lighter week" not in page


def rows_of(member, day):
    with acting_as(member):
        return list(day.prescriptions.all())


# ---------------------------------------------------------------- the plan's own


@pytest.fixture
def planned(alex):
    """A plan in its third week, which is a lighter one."""
    weeks = [{"weeks": [3], "deload": True}]
    return followed(alex, {"name": "Pull", "weekday": 5}, week_plan=weeks)[0]


def test_the_plans_own_lighter_week_holds_without_asking(as_user, alex, planned):
    loaded(alex, 6)
    page = today(as_user(alex))
    assert "Lighter week until 22 Nov" in page
    assert "Week 3 of Back twice is a lighter one." in page
    assert "A lighter week?" not in page
    assert "1 exercise, 2 sets" in page
    assert not deloads(alex), "looking stores nothing"


def test_it_is_kept_once_something_is_done_in_it(as_user, alex, planned):
    as_user(alex).post("/log/sessions/", {"id": uuid6.uuid7(), "day": planned.pk})
    assert [(d.begins_on, d.until) for d in deloads(alex)] == [
        (date(2026, 11, 16), date(2026, 11, 23))
    ]
    assert len(sets_of(alex)) == 2


def test_it_can_be_left_out(as_user, alex, planned):
    client = as_user(alex)
    client.post("/today/lighter-week/end/")
    page = today(client)
    assert "Lighter week" not in page
    assert "1 exercise, 3 sets" in page
    client.post("/log/sessions/", {"id": uuid6.uuid7(), "day": planned.pk})
    assert len(sets_of(alex)) == 3


def test_a_plan_that_is_over_is_not_lighter_for_ever(as_user, alex):
    followed(alex, {"weekday": 5}, weeks=2, week_plan=[{"weeks": [2], "deload": True}])
    assert "Lighter week" not in today(as_user(alex))


def test_ours_are_not_anothers(as_user, alex, sam, tara):
    DeloadFactory(member=alex)
    for other in (sam, tara):
        assert "Lighter week" not in today(as_user(other))
        as_user(other).post("/today/lighter-week/end/")
    assert deloads(alex)[0].until == TODAY + 7 * DAY
