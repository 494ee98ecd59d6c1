"""Strong's variants, each by a small look-alike, and what its rows mean."""

import unicodedata
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from progress.importing import UnitsMissing, read_log, totals

FILES = Path(__file__).parent / "files"
A = (FILES / "strong_classic.csv").read_text("utf-8")
A0 = (FILES / "strong_classic_2019.csv").read_text("utf-8")
A_WITHOUT_NOTES = (FILES / "strong_classic_without_notes.csv").read_text("utf-8")
B = (FILES / "strong_unit_columns.csv").read_text("utf-8")
C = (FILES / "strong_current.csv").read_text("utf-8")
GERMAN = (FILES / "strong_german.csv").read_text("utf-8")


def read(text: str, **answers):
    return read_log(text.encode(), **answers)


def sets(text: str, **answers):
    return [done for session in read(text, **answers).sessions for done in session.sets]


def again(number: int | str, load: str = "60.0", name: str = "Squat (Barbell)") -> str:
    """One more row of the workout in A."""
    return f'2024-01-02 18:05:00,"Evening Workout",1h 5m,"{name}",{number},{load},5,0,0,,"legs",\n'


@pytest.mark.parametrize(
    ("text", "variant", "volume"),
    [
        (A, "classic", {"kg": Decimal("612.5")}),
        (A0, "classic of 2019", {"kg": 300}),
        (A_WITHOUT_NOTES, "classic without notes", {"kg": 780}),
        (B, "unit columns", {"kg": Decimal("212.5"), "lb": 500}),
        (C, "current", {"kg": 50}),
        (C.replace(";", ","), "current", {"kg": 50}),
        (C.replace("(kg)", "(lbs)"), "current", {"lb": 50}),
        (unicodedata.normalize("NFD", GERMAN), "classic", {"kg": Decimal("312.5")}),
        (GERMAN, "classic", {"kg": Decimal("312.5")}),
    ],
)
def test_each_variant_is_told_by_its_headings(text, variant, volume):
    log = read(text, load_unit="kg")
    assert (log.source, log.variant, log.problems) == ("strong", variant, ())
    assert totals(log).volume == volume


@pytest.mark.parametrize("text", [A, A0, A_WITHOUT_NOTES, GERMAN])
def test_a_unit_the_file_does_not_say_is_asked_for(text):
    with pytest.raises(UnitsMissing, match="kilograms or pounds") as asked:
        read(text)
    assert asked.value.missing == ("load",)


def test_the_unit_of_a_row_goes_before_the_answer():
    assert [done.load_unit for done in sets(B, load_unit="lb")] == ["kg", "lb", None]


def test_a_row_without_its_unit_is_asked_about():
    with pytest.raises(UnitsMissing):
        read(B.replace("42,5;kg", "42,5;"))


def test_a_unit_nobody_knows_leaves_the_row_out():
    log = read(B.replace("42,5;kg", "42,5;stone"))
    assert [found.sentence for found in log.problems] == ["Weight unit “stone” is not kg or lb."]
    assert totals(log).sets == 2


def test_distances_come_in_metres_too():
    assert sets(B)[2].distance_metres == Decimal("4988.9664")
    assert sets(C)[4].distance_metres == 500


def test_a_distance_without_a_unit_is_asked_for():
    with pytest.raises(UnitsMissing) as asked:
        read(A.replace("0,0,0,45", "0,0,2.5,45"), load_unit="kg")
    assert asked.value.missing == ("distance",)


def test_a_session_has_its_wall_clock_its_length_and_its_note_once():
    (session,) = read(A, load_unit="kg").sessions
    assert session.started_at == datetime.fromisoformat("2024-01-02T18:05:00")
    assert (session.name, session.duration_seconds, session.note) == (
        "Evening Workout",
        3900,
        "legs",
    )
    assert session.ended_at is None


def test_zero_means_not_applicable():
    plank = sets(A.replace('45,"","legs",', '45,"","legs",0'), load_unit="kg")[2]
    assert (plank.reps, plank.load, plank.distance, plank.seconds) == (None, None, None, 45)
    assert plank.rpe is None


def test_names_lose_the_blanks_at_their_end():
    assert sets(A, load_unit="kg")[0].exercise_name == "Squat (Barbell)"


def test_warm_ups_drops_and_failures_are_told_apart():
    assert [done.kind for done in sets(C)] == ["warm_up", "working", "drop", "failure", "working"]


def test_rests_and_notes_are_no_sets_but_are_kept():
    first, second, *_ = sets(C)
    assert (first.note, first.rest_seconds) == ("strap\n3rd", None)
    assert (second.rest_seconds, second.rpe, second.line_number) == (120, Decimal("9.5"), 3)


def test_a_rest_and_a_note_without_a_set_are_named():
    text = A + again("Rest Timer", name="Dip") + again("Note", name="Dip").replace(",,", ",hm,")
    log = read(
        text.replace('"Dip",Rest Timer,60.0,5,0,0', '"Dip",Rest Timer,0,0,0,90'), load_unit="kg"
    )
    assert [(found.line_number, found.left_out) for found in log.problems] == [(5, True), (6, True)]


def test_numbers_that_start_again_are_a_second_run_with_its_warm_ups():
    text = A + again("W") + again(1) + again(2) + again("W") + again(1)
    runs = [(done.exercise_name, done.kind, done.run) for done in sets(text, load_unit="kg")]
    squat = "Squat (Barbell)"
    assert runs[3:] == [
        (squat, "warm_up", 2),
        (squat, "working", 2),
        (squat, "working", 2),
        (squat, "warm_up", 3),
        (squat, "working", 3),
    ]


def test_the_same_number_with_another_load_is_another_run():
    text = A + again(1, "70.0") + again(1, "80.0")
    assert [done.run for done in sets(text, load_unit="kg")] == [0, 0, 1, 2, 3]


def test_a_row_written_twice_is_kept_and_named():
    log = read(A + again(1, "70.0") * 2, load_unit="kg")
    last = log.sessions[0].sets[-1]
    assert (last.run, last.repeats_line) == (2, 5)
    assert [(found.line_number, found.left_out) for found in log.problems] == [(6, False)]


def test_two_equal_warm_ups_are_nothing_odd():
    assert read(A + again("W") * 2, load_unit="kg").problems == ()


def test_a_workout_keeps_its_key_in_a_newer_export():
    newer = C.replace("2026-01-02 18:05:00", "2024-01-02 18:05:00").replace(
        '"Pull"', '"Evening Workout"'
    )
    assert read(newer).sessions[0].key == read(A, load_unit="kg").sessions[0].key


def test_two_workouts_of_one_name_and_minute_are_two_by_their_number():
    log = read(C + C.split("\n", 1)[1].replace('"7"', '"8"'))
    assert len({session.key for session in log.sessions}) == 2


def test_a_length_that_cannot_be_read_costs_no_set():
    log = read(A.replace("1h 5m", "a while"), load_unit="kg")
    assert (totals(log).sets, log.sessions[0].duration_seconds) == (3, None)
    assert [found.sentence for found in log.problems] == ["Duration “a while” cannot be read."]


def test_a_set_of_nothing_and_a_strange_column_are_remarked_on():
    text = A.replace("RPE\n", "RPE,Mood\n").replace('"legs",8\n', '"legs",8,ok\n')
    log = read(
        text.replace('"legs",\n', '"legs",,\n').replace("0,0,0,45", "0,0,0,0"), load_unit="kg"
    )
    assert [found.sentence for found in log.problems] == [
        "The column “Mood” is not read.",
        "The set has no repetitions, time or distance.",
    ]
