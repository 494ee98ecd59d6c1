"""Whole files as Strong and Hevy wrote them: their sums must come out exactly."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from progress.importing import ImportedSet, UnitsMissing, read_log, slug_for, totals

SAMPLES = Path(__file__).parents[4] / "shared" / "data"  # see conftest.py


def strong() -> bytes:
    return (SAMPLES / "strong_classic.csv").read_bytes()


def hevy_sets() -> list[ImportedSet]:
    log = read_log((SAMPLES / "hevy_kg.csv").read_bytes())
    return [done for session in log.sessions for done in session.sets]


def test_the_strong_file_asks_for_both_its_units():
    with pytest.raises(UnitsMissing) as asked:
        read_log(strong())
    assert asked.value.missing == ("load", "distance")


@pytest.mark.parametrize("unit", ["kg", "lb"])
def test_the_strong_file_keeps_its_sums_in_the_unit_the_member_names(unit):
    sums = totals(read_log(strong(), load_unit=unit, distance_unit="km"))
    assert (sums.sets, sums.sessions, sums.exercises) == (1903, 86, 22)
    assert sums.volume == {unit: Decimal("394186.0")}
    assert sums.distance_metres == 1000


def test_the_strong_file_loses_no_row_and_owns_up_to_two_odd_lengths():
    log = read_log(strong(), load_unit="kg", distance_unit="km")
    assert [(problem.line_number, problem.left_out) for problem in log.problems] == [
        (369, False),
        (427, False),
    ]
    assert "42h 13m" in log.problems[0].sentence


def test_the_hevy_file_keeps_its_sums():
    sums = totals(read_log((SAMPLES / "hevy_kg.csv").read_bytes()))
    assert (sums.sets, sums.sessions, sums.exercises) == (333, 15, 52)
    assert sums.volume == {"kg": Decimal("134467.75")}
    assert sums.seconds == 3010


def test_the_hevy_file_keeps_kinds_and_supersets():
    sets = hevy_sets()
    kinds = Counter(done.kind for done in sets)
    assert kinds == {"warm_up": 105, "working": 158, "failure": 67, "drop": 3}
    assert sum(done.superset == 0 for done in sets) == 17


def test_the_hevy_file_has_no_problems():
    assert read_log((SAMPLES / "hevy_kg.csv").read_bytes()).problems == ()


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Squat (Barbell)", "back-squat"),
        ("Lat Pulldown (Cable)", "lat-pulldown"),
        ("Back Extension (Weighted Hyperextension)", "weighted-back-extension"),
        ("Warm Up", None),
    ],
)
def test_names_in_the_hevy_file_find_our_exercises(theirs, ours):
    assert theirs in {done.exercise_name for done in hevy_sets()}
    assert slug_for(theirs) == ours
