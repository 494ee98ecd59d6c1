"""Both sides of a conflict in words."""

import pytest

from workouts.bundling import bundled, unbundled
from workouts.conflict_words import sides_of, subject
from workouts.three_way import three_way

TITLES = {1: "Pull-up", 2: "Barbell row"}
ROW = {"exercise": 1, "lineage": "018cc251-f400-7000-8000-526f7574696e", "reps_low": 6}


def plan(row=None, day=None, **fields):
    rows = [] if row is None else [ROW | row]
    return fields | {"days": [{"name": "Width", "prescriptions": rows} | (day or {})]}


def told(mine, theirs, base=None):
    """(subject, mine, theirs) of the one conflict between two plans."""
    sides = [bundled(side) for side in (base or plan({}), theirs, mine)]
    [conflict] = three_way(*sides)[1]
    words = [subject(conflict, TITLES), *sides_of(conflict, TITLES)]
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in words]


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        ({"sets": 4}, {"reps_high": 10}, ["sets", "4 × 6–12", "3 × 6–10"]),
        ({"exercise": 2}, {"exercise": 3}, ["exercise", "Barbell row", "Dip"]),
        ({"rir": "2"}, {"rir": "1.5"}, ["effort", "RIR 2", "RIR 1.5"]),
        ({"rest_seconds": 60}, {"rest_seconds": 150}, ["rest", "1:00", "2:30"]),
        ({"technique": "wave"}, {"technique": "cluster"}, ["technique", "wave", "cluster"]),
        (
            {"technique": "cluster", "technique_details": {"rest": 10}},
            {"technique": "cluster", "technique_details": {"rest": 20}},
            ["technique", "cluster", "cluster, with other details"],
        ),
        ({"progression": "none"}, {"progression": "time"}, ["rule", "as I decide", "longer holds"]),
        ({"note": "Slow"}, {"note": "Fast"}, ["note", "“Slow”", "“Fast”"]),
        (
            {"load_by": "weight", "load_kg": "60"},
            {"load_by": "training_max", "load_percent": "75"},
            ["load", "60 kg", "75 % of TM"],
        ),
        ({"tempo": "3110"}, {"tempo": "31X0"}, ["tempo", "3110", "31X0"]),
        (
            {"by_week": {"2": {"sets": 4}}},
            {"by_week": {"2": {"sets": 5}, "10": {"sets": 2}}},
            ["values of weeks", "values of week 2", "values of weeks 2 and 10"],
        ),
        ({"sides": "each"}, {"sides": "alternating"},
         ["sides", "one side, then the other", "sides in turn"]),
        ({"superset": "A"}, {"superset": "B"}, ["superset", "in superset A", "in superset B"]),
        ({"rest_between_seconds": 30}, {"rest_between_seconds": 15},
         ["rest in the group", "0:30", "0:15"]),
    ],
)  # fmt: skip
def test_both_sides_of_a_prescription(mine, theirs, words, monkeypatch):
    monkeypatch.setitem(TITLES, 3, "Dip")
    title = TITLES[mine.get("exercise", 1)]
    assert told(plan(mine), plan(theirs)) == [f"{title} on Width: {words[0]}", *words[1:]]


def test_what_one_side_took_out():
    assert told(plan({"sets": 4}), plan()) == ["Pull-up on Width", "4 × 6–12", "not in the plan"]


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        ({"name": "A"}, {"name": "B"}, ["A: name", "A", "B"]),
        ({"weekday": 1}, {"weekday": 3}, ["Width: weekday", "Monday", "Wednesday"]),
        ({"first_week": 3}, {"last_week": 6},
         ["Width: weeks", "weeks 3 to the end", "weeks 1 to 6"]),
    ],
)  # fmt: skip
def test_both_sides_of_a_day(mine, theirs, words):
    assert told(plan({}, mine), plan({}, theirs)) == words


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        ({"weeks": 10}, {"weeks": 1}, ["weeks", "10 weeks", "1 week"]),
        ({"exit_criteria": "10 pull-ups"}, {"exit_criteria": "Bored"},
         ["done when", "10 pull-ups", "Bored"]),
    ],
)  # fmt: skip
def test_both_sides_of_a_whole_plan(mine, theirs, words):
    expected = [f"The whole plan: {words[0]}", *words[1:]]
    assert told(plan({}, **mine), plan({}, **theirs)) == expected


def test_a_bundle_comes_wholly_from_one_side():
    sides = [plan({}), plan({"reps_low": 12}), plan({"reps_high": 8})]
    merged, [conflict] = three_way(*map(bundled, sides))
    assert unbundled(merged) == plan({"reps_high": 8})
    taken, _ = three_way(*map(bundled, sides), [conflict.key])
    assert unbundled(taken) == plan({"reps_low": 12})


def test_a_plan_is_the_same_after_bundling():
    whole = plan({"sets": 4, "load_by": "weight", "load_kg": "60"}, {"first_week": 2}, weeks=9)
    assert unbundled(bundled(whole)) == whole
