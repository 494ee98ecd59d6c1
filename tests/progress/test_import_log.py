"""manage.py import_log: Strong's and Hevy's logs, by small look-alikes."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from progress.models import Session
from tests.progress.exports import HEVY, STRONG, hevy, strong


def test_a_workout_arrives_with_its_sums(bring, journal, catalogue):
    text = STRONG + strong() + strong(order=2, load="102.5", reps=3, rpe=8, notes="Grip")
    receipt = bring(text, "--unit", "kg")
    first, second = journal()
    assert first.exercise.slug == "deadlift"
    assert (second.load, second.load_kg) == (Decimal("102.5"), Decimal("102.5"))
    assert (second.reps, second.rir) == (3, 2)
    assert (first.slot, first.number, second.slot, second.number) == (1, 1, 1, 2)
    assert second.note == "Grip"
    assert "In the file:    1 workout, 2 sets, weight × repetitions 807.5 kg" in receipt
    assert "In the journal: 1 workout, 2 sets, weight × repetitions 807.5 kg" in receipt
    assert "The sums are equal." in receipt
    assert "Deadlift (Barbell): Conventional deadlift" in receipt


def test_the_session_has_its_day_zone_and_length(bring, journal, catalogue):
    bring(STRONG + strong(), "--unit", "kg", "--time-zone", "Europe/Berlin")
    session = journal()[0].session
    assert (session.name, session.note, session.time_zone) == ("Evening", "legs", "Europe/Berlin")
    assert session.trained_on == date(2024, 1, 2)
    assert session.started_at == datetime(2024, 1, 2, 17, 5, tzinfo=UTC)
    assert session.minutes == 65
    assert session.source == "strong"


def test_the_members_own_zone_is_used_unless_another_is_named(bring, journal, alex, catalogue):
    alex.time_zone = "America/New_York"
    alex.save()
    bring(STRONG + strong(at="23:30:00"), "--unit", "kg")
    session = journal()[0].session
    assert session.trained_on == date(2024, 1, 2)
    assert session.started_at == datetime(2024, 1, 3, 4, 30, tzinfo=UTC)


def test_a_time_that_the_clocks_skipped_is_moved_on(bring, journal, catalogue):
    clock = {"start": "30 Mar 2025, 02:50", "end": "30 Mar 2025, 03:10"}
    bring(HEVY + hevy("Deadlift (Barbell)", 0, **clock), "--time-zone", "Europe/Berlin")
    session = journal()[0].session
    assert session.started_at == datetime(2025, 3, 30, 1, 50, tzinfo=UTC)
    assert session.finished_at >= session.started_at


def test_again_changes_nothing_and_a_newer_export_adds_only_what_is_new(bring, journal, catalogue):
    text = STRONG + strong() + strong(order=2)
    bring(text, "--unit", "kg")
    before = [(row.pk, row.session_id, row.exercise_id) for row in journal()]
    receipt = bring(text, "--unit", "kg")
    assert [(row.pk, row.session_id, row.exercise_id) for row in journal()] == before
    assert "New: 0 workouts, 0 sets." in receipt
    assert "Left as they were: 1 workout that had been imported before." in receipt
    receipt = bring(text + strong(day="2024-01-09", name="Lunge of mine"), "--unit", "kg")
    assert "New: 1 workout, 1 set." in receipt
    assert "In the journal: 2 workouts, 3 sets, weight × repetitions 1,500 kg" in receipt
    assert [row.pk for row in journal()][:2] == [pk for pk, *_ in before]
    assert len(journal()) == 3


def test_what_was_changed_since_stays_and_is_said(bring, journal, alex, acting, catalogue):
    text = STRONG + strong() + strong(order=2)
    bring(text, "--unit", "kg")
    with acting(alex):
        journal()[1].delete()
    receipt = bring(text, "--unit", "kg")
    assert "In the journal: 1 workout, 1 set, weight × repetitions 500 kg" in receipt
    assert "The sums differ" in receipt
    assert len(journal()) == 1


def test_pounds_stay_pounds(bring, journal, catalogue):
    receipt = bring(STRONG + strong(load="185"), "--unit", "lb")
    [row] = journal()
    assert (row.load, row.load_unit, row.load_kg) == (185, "lb", Decimal("83.91"))
    assert "925 lb" in receipt


def test_the_file_goes_before_the_option_and_the_receipt_says_so(bring, journal, catalogue):
    receipt = bring(HEVY + hevy("Deadlift (Barbell)", 0), "--unit", "lb")
    assert journal()[0].load_unit == "kg"
    assert "The file itself says kg, which goes before --unit lb." in receipt


def test_kinds_runs_and_supersets_are_kept(bring, journal, catalogue):
    text = HEVY + "".join(
        [
            hevy("Face Pull", 0, kind="warmup"),
            hevy("Face Pull", 1, superset=0, kind="failure"),
            hevy("Hammer Curl (Dumbbell)", 0, superset=0),
            hevy("Hammer Curl (Dumbbell)", 1, superset=7, kind="dropset"),
            hevy("Plank", 0, load="", reps="", seconds=60),
            hevy("Face Pull", 0, superset=7),
        ]
    )
    bring(text)
    found = [(row.slot, row.number, row.kind, row.superset) for row in journal()]
    assert found == [
        (1, 1, "warm_up", ""),
        (1, 2, "failure", "A"),
        (2, 1, "working", "A"),
        (2, 2, "drop", "B"),
        (3, 1, "timed", ""),
        (4, 1, "working", "B"),
    ]
    assert journal()[4].seconds == 60
    assert all(row.done_at == row.session.started_at for row in journal())


@pytest.mark.parametrize(
    ("rpe", "rir"), [("10", 0), ("8.5", "1.5"), ("6", 4), ("5", 5), ("", None)]
)
def test_exertion_becomes_reps_in_reserve(bring, journal, catalogue, rpe, rir):
    bring(STRONG + strong(rpe=rpe), "--unit", "kg")
    assert journal()[0].rir == (None if rir is None else Decimal(rir))


def test_a_distance_without_a_unit_is_no_guess(bring, journal, catalogue):
    text = STRONG + strong("Swimming", load=0, reps=0, seconds=600, distance=2)
    receipt = bring(text, "--unit", "kg")
    [row] = journal()
    assert (row.distance_m, row.note) == (None, "Distance 2, unit unknown.")
    assert "Line 2: The file does not say the unit of the distance 2" in receipt


def test_a_distance_with_its_unit_is_kept_in_metres(bring, journal, catalogue):
    text = STRONG + strong("Swimming", load=0, reps=0, seconds=600, distance=2)
    bring(text, "--unit", "kg", "--distance-unit", "km")
    assert journal()[0].distance_m == 2000


def test_only_the_members_journal_is_touched(bring, sam, acting, catalogue):
    bring(STRONG + strong(), "--unit", "kg")
    with acting(sam):
        assert not Session.objects.exists()


def test_long_names_keep_workouts_apart(bring, journal, catalogue):
    rows = strong() + strong(order=1)
    text = STRONG + rows.replace("Evening", "E" * 200, 1).replace('"Evening"', f'"{"E" * 199}F"')
    bring(text, "--unit", "kg")
    bring(text, "--unit", "kg")
    sessions = {row.session for row in journal()}
    assert len(sessions) == 2
    assert {len(session.name) for session in sessions} == {120}
