"""What is pasted from a spreadsheet."""

import pytest

from tests.workouts.text.plans import Shop
from tests.workouts.text.test_reading import problems
from workouts.text import read


def sheet(*rows):
    return "\n".join("\t".join(cells) for cells in rows)


HEAD = ["Day", "Exercise", "Sets", "Reps", "Load (kg)", "RIR", "Rest (s)", "Notes"]


def test_a_table_with_a_head_is_a_plan():
    text = sheet(
        HEAD,
        ["Monday", "Barbell row", "4", "6-8", "60", "2", "120", 'slow, "down"'],
        ["", "pull-up", "3", "8", "", "1", "2:00", ""],
        ["Thursday", "Barbell row", "3", "10", "80%", "", "", ""],
        ["Monday", "Y raise", "2", "15", "BW", "", "60", ""],
    )
    plan = read(text, Shop()).plan
    days = [(day["name"], day["weekday"]) for day in plan["days"]]
    assert days == [("Monday", 1), ("Thursday", 4)]
    first, second, third = plan["days"][0]["prescriptions"]
    assert (first["sets"], first["load_kg"], first["rir"], first["note"]) == (
        4, "60", "2", 'slow, "down"',
    )  # fmt: skip
    assert (second["exercise"], second["rest_seconds"], third["exercise"]) == (2, 120, 7)
    assert plan["days"][1]["prescriptions"][0]["load_percent"] == "80"


@pytest.mark.parametrize(
    "cells",
    [
        ["Barbell row", "4", "6-8", "60 kg", "8", "120", "slowly"],
        ["Day 1", "Barbell row", "4", "6–8", "60kg", "@8", "2:00", "slowly"],
    ],
)
def test_columns_without_a_head_are_guessed(cells):
    found = read("\t".join(cells), Shop()).plan["days"][0]["prescriptions"][0]
    assert (found["sets"], found["reps_high"], found["load_kg"]) == (4, 8, "60")
    assert (found["rir"], found["rest_seconds"], found["note"]) == ("2", 120, "slowly")


@pytest.mark.parametrize(
    ("rows", "line", "column", "words"),
    [
        ([HEAD, ["Mon", "deadlfit", "3", "8"]], 2, 5, "“deadlfit”"),
        ([HEAD, ["Mon", "Barbell row", "0", "8"]], 2, 17, "1 and 20 sets"),
        ([HEAD, ["Mon", "Barbell row", "3", "12. Aug"]], 2, 19, "What is “12.”?"),
        ([HEAD, ["Mon", "", "3", "8"]], 2, 6, "Which exercise"),
        ([["Exercise", "Sets", "Moon"]], 1, 15, "“Moon” is not a column"),
        ([["Exercise", "Sets"], ["Barbell row", "3", "8"]], 2, 15, "no column for “8”"),
    ],
)
def test_what_is_wrong_in_a_table_is_said_with_its_place(rows, line, column, words):
    found = problems(sheet(*rows))
    assert found[0][:2] == (line, column)
    assert words in found[0][2]
