"""Hevy's export: units in its headings, months in the phone's language, runs and supersets."""

from datetime import datetime
from decimal import Decimal

import pytest

from progress.importing import FileRefused, read_log, totals
from progress.importing.moments import spoken_moment
from progress.importing.quantities import Unreadable

HEADINGS = (
    '"title","start_time","end_time","description","exercise_title","superset_id",'
    '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
    '"duration_seconds","rpe"\n'
)


def row(
    exercise="Pull Up", index=0, *, kind="normal", load="60", superset="", tail="5,,0,8.5", **more
):
    start, end = more.get("start", "15 Sep 2025, 07:48"), more.get("end", "15 Sep 2025, 09:13")
    note = more.get("note", "")
    return (
        f'"Back day","{start}","{end}","all well","{exercise}",{superset},"{note}",'
        f'{index},"{kind}",{load},{tail}\n'
    )


def read(*rows: str, headings: str = HEADINGS):
    return read_log((headings + "".join(rows)).encode())


def sets(*rows: str, headings: str = HEADINGS):
    return [done for session in read(*rows, headings=headings).sessions for done in session.sets]


@pytest.mark.parametrize("load", ["kg", "lb"])
@pytest.mark.parametrize("distance", ["km", "mi"])
def test_the_units_of_load_and_distance_are_independent(load, distance):
    headings = HEADINGS.replace("weight_kg", {"kg": "weight_kg", "lb": "weight_lbs"}[load])
    headings = headings.replace(
        "distance_km", {"km": "distance_km", "mi": "distance_miles"}[distance]
    )
    (done,) = sets(row(tail="5,2,600,"), headings=headings)
    assert (done.load, done.load_unit) == (60, load)
    assert (done.distance, done.distance_unit) == (2, distance)


def test_a_session_has_both_ends_and_its_note_once():
    (session,) = read(row(), row(index=1)).sessions
    assert session.started_at == datetime.fromisoformat("2025-09-15T07:48")
    assert session.ended_at == datetime.fromisoformat("2025-09-15T09:13")
    assert (session.name, session.note, len(session.sets)) == ("Back day", "all well", 2)


def test_kinds_effort_and_empty_cells():
    rows = [
        row(kind="warmup", load="", tail="0,,300,6"),
        row(index=1, load="117.93402"),
        row(index=2, kind="failure", tail="5,,,10"),
        row(index=3, kind="dropset", tail="5,,,"),
    ]
    warm_up, working, failure, drop = sets(*rows)
    kinds = [done.kind for done in (warm_up, working, failure, drop)]
    assert kinds == ["warm_up", "working", "failure", "drop"]
    assert (warm_up.reps, warm_up.load, warm_up.load_unit, warm_up.seconds) == (
        None,
        None,
        None,
        300,
    )
    assert (working.load, working.rpe) == (Decimal("117.93402"), Decimal("8.5"))
    assert (failure.rpe, drop.rpe) == (10, None)


def test_an_exercise_done_twice_stays_two_runs():
    rows = [row("Row"), row("Row", 1), row("Dip"), row("Row"), row("Row", 1), row("Row", 0)]
    assert [done.run for done in sets(*rows)] == [0, 0, 1, 2, 2, 3]


def test_superset_zero_is_a_superset():
    rows = [row("Row", superset="0"), row("Dip", superset="0"), row("Curl")]
    assert [done.superset for done in sets(*rows)] == [0, 0, None]


def test_a_note_repeated_on_every_row_is_kept_once():
    rows = [row(note="use straps\\nwide"), row(index=1, note="use straps\\nwide")]
    assert [done.note for done in sets(*rows)] == ["use straps\nwide", ""]


def test_notes_may_hold_line_breaks_quotes_and_pictures():
    (done,) = sets(row(note='bar at 5" 💪\nthen wide'))
    assert done.note == 'bar at 5" 💪\nthen wide'


def test_sessions_come_in_the_order_they_were_done():
    later = row(start="16 Sep 2025, 07:00", end="16 Sep 2025, 08:00")
    starts = [session.started_at.day for session in read(later, row()).sessions]
    assert starts == [15, 16]


def test_two_workouts_of_one_minute_and_title_are_told_apart_by_their_end():
    log = read(row(), row(end="15 Sep 2025, 08:00"))
    assert len({session.key for session in log.sessions}) == 2


def test_an_end_before_the_start_is_left_empty_and_named():
    log = read(row(end="14 Sep 2025, 08:00"))
    assert (log.sessions[0].ended_at, totals(log).sets) == (None, 1)
    assert [found.sentence for found in log.problems] == [
        "End “14 Sep 2025, 08:00” is before the start."
    ]


def test_a_set_type_nobody_knows_is_left_out_and_named():
    log = read(row(), row(index=1, kind="cluster"))
    assert [(found.line_number, found.sentence) for found in log.problems] == [
        (3, "Set type “cluster” is not known.")
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("weight_kg", "weight", "lacks columns: weight_kg, weight_lbs"),
        ("distance_km", "weight_lbs", "“weight_kg” and “weight_lbs”"),
    ],
)
def test_headings_that_leave_the_unit_open_are_refused(old, new, words):
    with pytest.raises(FileRefused, match=words):
        read(row(), headings=HEADINGS.replace(old, new))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("15 Sep 2025, 07:48", "2025-09-15T07:48"),
        ("5 Mai 2026, 19:00", "2026-05-05T19:00"),
        ("25 Juli 2026, 06:30", "2026-07-25T06:30"),
        ("3. März 2026, 06:30", "2026-03-03T06:30"),
        ("3 févr. 2026, 18:05", "2026-02-03T18:05"),
        ("14 août 2026, 18:05", "2026-08-14T18:05"),
        ("1 Fev 2026, 08:00", "2026-02-01T08:00"),
        ("1 de out. de 2026, 08:00", "2026-10-01T08:00"),
        ("9 ene 2026, 08:00", "2026-01-09T08:00"),
        ("9 gen 2026, 08:00", "2026-01-09T08:00"),
        ("9 mrt 2026, 08:00", "2026-03-09T08:00"),
        ("Oct 25, 2025, 07:56 PM", "2025-10-25T19:56"),
        ("Oct 25, 2025, 12:05\u202fAM", "2025-10-25T00:05"),
        ("2026-07-05 17:00:00", "2026-07-05T17:00"),
    ],
)
def test_dates_of_many_phones_are_read(text, moment):
    assert spoken_moment(text, "Start") == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    [
        "15 Srp 2025, 07:48",  # July or August, by language
        "15/09/2025, 07:48",
        "31 Feb 2025, 07:48",
        "Oct 25, 2025, 13:56 PM",
        "15 Sep 3000, 07:48",
        "2026-07-05T17:00:00Z",
        "",
    ],
)
def test_a_date_that_leaves_a_doubt_is_not_guessed(text):
    with pytest.raises(Unreadable, match="Start “"):
        spoken_moment(text, "Start")
