"""Files made to hurt, or merely wrong: refused in words, with the line where there is one."""

import pytest

from progress.importing import FileRefused, read_log
from progress.importing.reading import MAX_BYTES, MAX_ROWS, MAX_RUNAWAYS

HEADINGS = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,"
    "Distance,Seconds,Notes,Workout Notes,RPE\n"
)
GOOD = '2024-01-02 18:00:00,"Evening",1h,"Squat (Barbell)",1,60.0,5,0,0,"","",\n'


def refusal(data: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        read_log(data, load_unit="kg")
    return str(refused.value)


def problem(row: str) -> str:
    """What is said about `row`, which stands between two good ones."""
    log = read_log(
        (HEADINGS + GOOD + row + GOOD.replace(",1,60", ",2,60")).encode(), load_unit="kg"
    )
    assert sum(len(session.sets) for session in log.sessions) == 2
    assert [(found.line_number, found.left_out) for found in log.problems] == [(3, True)]
    return log.problems[0].sentence


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf \n\n", "The file is empty."),
        (HEADINGS.encode(), "headings but no rows"),
        (b"\x00" * 40, "Line 1: There is a NUL"),
        (
            (HEADINGS + GOOD + GOOD.replace("Evening", "Eve\0ning")).encode(),
            "Line 3: There is a NUL",
        ),
        (HEADINGS.encode("utf-16-le"), "NUL"),
        ((HEADINGS + GOOD).replace(",", "\t").encode(), "Line 1: The columns are not separated"),
        (b"Date,Exercise,Category,Weight,Reps\n2024-01-02,Squat,Legs,60,5\n", "Strong or Hevy"),
        (b"Date;Workout Name\n2024-01-02;Evening\n", "Strong or Hevy"),
        (b"PK\x03\x04\xff\xfe", "not UTF-8"),
        (b"x" * (MAX_BYTES + 1), "larger than 5 MiB"),
        ((HEADINGS + GOOD * (MAX_ROWS + 1)).encode()[:MAX_BYTES], "more than 50,000 rows"),
        ((HEADINGS + GOOD.replace("Squat", "S" * 300_000)).encode(), "Line 2: One cell is longer"),
        ((HEADINGS + "1" * 300_000 + GOOD).encode(), "Line 2: One cell is longer"),
        ((HEADINGS + '2024,"never closed\n' * (MAX_RUNAWAYS + 1)).encode(), "Too many quotation"),
        (HEADINGS.replace("RPE", "Reps").encode() + GOOD.encode(), "“Reps” and “Reps”"),
        (HEADINGS.replace("Weight", "Weight (stone)").encode() + GOOD.encode(), "unit we do not"),
        (b"," * 101 + b"\n1\n", "more than 100 columns"),
    ],
)
def test_a_file_is_refused_in_words(data, words):
    assert words in refusal(data)


def test_the_row_limit_itself_is_allowed():
    rows = "2024-01-02 18:00:00,E,,Squat,1,1,1,,,,,\n" * MAX_ROWS
    log = read_log((HEADINGS + rows).encode(), load_unit="kg")
    assert sum(len(session.sets) for session in log.sessions) == MAX_ROWS


@pytest.mark.parametrize(
    "number",
    [
        "1e308",
        "NaN",
        "Infinity",
        "1_000",
        "-5",
        "+5",
        "６０",
        "٦٠",
        "60 kg",
        "0x10",
        "1.",
        ".5",
        "²",
    ],
)
@pytest.mark.parametrize(("good", "name"), [(",60.0,", "Weight"), (",5,0,", "Repetitions")])
def test_what_is_not_plainly_a_number_is_left_out_and_named(number, good, name):
    bad = good.replace("60.0", number).replace(",5,", f",{number},")
    assert problem(GOOD.replace(good, bad)) == f"{name} “{number}” is not a number we can read."


@pytest.mark.parametrize(
    ("good", "bad", "words"),
    [
        ("60.0", "5000.5", "Weight “5000.5” is more than 5,000."),
        ("60.0", "9" * 60, f"Weight “{'9' * 40}…” is not a number we can read."),
        ("60.0", '"62,5"', "Weight “62,5” is not a number we can read."),
        (",5,0,", ",5.5,0,", "Repetitions “5.5” is not a whole number."),
        (",5,0,", ",1001,0,", "Repetitions “1001” is more than 1,000."),
        ('"",\n', '"",11\n', "RPE “11” is more than 10."),
        ('"",\n', '"",7.3\n', "RPE “7.3” is not between 1 and 10 in half steps."),
        ("2024-", "0000-", "Date “0000-01-02 18:00:00” is not between 1970 and 2099."),
        ("2024-", "3000-", "Date “3000-01-02 18:00:00” is not between 1970 and 2099."),
        ("01-02", "02-30", "Date “2024-02-30 18:00:00” does not exist."),
        ("18:00:00", "24:00:00", "Date “2024-01-02 24:00:00” does not exist."),
        ("2024-01-02", "02/01/2024", "Date “02/01/2024 18:00:00” is not a date and time we can"),
        ("2024", "２０２４", "is not a date and time we can read."),
        ('"Squat (Barbell)"', '"  "', "The row names no exercise."),
        ("Squat", "S" * 300, "is longer than 200 characters."),
        (",1,60", ",X,60", "Set order “x” is not known."),
        (",1,60", ",１,60", "is not known."),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_and_named(good, bad, words):
    assert good in GOOD
    assert words in problem(GOOD.replace(good, bad))


def test_a_row_cut_short_is_named():
    assert problem("2024-01-02 18:00:00,Evening,1h\n") == "The row has 3 of 12 columns."
