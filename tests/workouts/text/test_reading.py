"""What a plan as text may say, and what is said where it cannot be read."""

import pytest
from django.conf import settings

from tests.workouts.text.plans import Shop
from workouts.text import Problem, read, read_line
from workouts.text.words import RULES, SIDES, TECHNIQUES


def row(line):
    values, _ = read_line(line, Shop())
    assert not isinstance(values, Problem), values
    return values


def problems(text):
    reading = read(text, Shop())
    assert reading.plan is None
    return [(problem.line, problem.column, problem.words) for problem in reading.problems]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Barbell row 4x6-8 @8 rest 120 +2.5kg", {
            "sets": 4, "reps_low": 6, "reps_high": 8, "rir": "2", "rest_seconds": 120,
            "rule_settings": {"increment_kg": 2.5}}),
        ("barbell ROW, 4 × 6–8, RPE 8; rest 2:00", {"sets": 4, "rir": "2", "rest_seconds": 120}),
        ("Barbell row 4 sets of 6-8 reps @RIR3", {"sets": 4, "reps_high": 8, "rir": "3"}),
        ("Barbell row 3x8 @1", {"rir": "1"}),
        ("Barbell row 3x8 @8,5", {"rir": "1.5"}),
        ("Barbell row 3x8 no rest", {"rest_seconds": 0}),
        ("Barbell row 3x8 rest 1,5 min", {}),
        ("Barbell row 3x8 60kg", {"load_by": "weight", "load_kg": "60"}),
        ("Barbell row 3x8 132.5 lb", {"load_by": "weight", "load_kg": "60.1"}),
        ("Barbell row 3x8 80%", {"load_by": "one_rm", "load_percent": "80"}),
        ("Barbell row 3x8 @ 75% of my training max", {"load_by": "training_max"}),
        ("Barbell row 3x30 s", {"unit": "seconds", "progression": "time"}),
        ("Barbell row 10-15 min", {"unit": "minutes", "technique": "cardio", "reps_low": 10}),
        ("Barbell row 3x20-40 metres", {"unit": "metres"}),
        ("Barbell row 3x8 tempo 3-1-x-0 ramp per side", {
            "tempo": "31X0", "warm_up_ramp": True, "sides": "each"}),
        ("Barbell row 3x8 dropset (drops 2, last set only)", {
            "technique": "drop_set", "technique_details": {"drops": 2, "last_set_only": True}}),
        ("Barbell row [3 @9 85% 1RM, 8 80%, 8 60 kg drop]", {
            "sets": 2, "reps_low": 3, "set_targets": [
                {"reps": [3, 3], "rir": 1, "load": ["one_rm", 85]},
                {"reps": [8, 8], "load": ["share", 80]},
                {"reps": [8, 8], "load": ["weight", 60], "kind": "drop"}]}),
        ("Barbell row 3x8 W2 +2.5kg | W5,7-8 2x8 rest 60 “gently”", {"note": "gently", "by_week": {
            "2": {"load_add_kg": 2.5},
            **dict.fromkeys("578", {"sets": 2, "reps": [8, 8], "rest_seconds": 60})}}),
        ('Barbell row 3x8 "say \\"no\\""', {"note": 'say "no"'}),
        ("Barbell row 3x8 by linear (reset percent 15) +5 lb", {
            "progression": "linear", "rule_settings": {"reset_percent": 15, "increment_kg": 2.27}}),
        ("A2) Barbell row 3x8", {"superset": "A"}),
    ],
)  # fmt: skip
def test_a_line_is_read_as_people_type_it(line, says):
    found = row(line)
    assert {name: found.get(name) for name in says} == says


def test_what_a_line_leaves_out_is_as_usual():
    found = row("Barbell row")
    assert (found["reps_low"], found["reps_high"], found["rest_seconds"]) == (6, 10, 150)
    assert row("Barbell row 5x5")["rest_seconds"] == 150


def test_weeks_days_and_the_end_of_a_plan_are_read():
    plan = read(
        "weeks: 12\nrolling\ndone when ten good ones\nweeks 1-2, 4: sets 67%, RIR 4\n"
        "week 5: deload\n\n# Width on Monday\nBarbell row 3x8\n# Thursday: Thick\n"
        "Saturday\nDay 4:\n# Rest | rest day | weeks 3-5\n",
        Shop(),
    ).plan
    assert (plan["weeks"], plan["rolling"], plan["exit_criteria"]) == (12, True, "ten good ones")
    assert plan["week_plan"] == [
        {"weeks": [1, 2, 4], "sets_factor": 0.67, "rir": 4},
        {"weeks": [5], "deload": True},
    ]
    days = [(day["name"], day.get("weekday")) for day in plan["days"]]
    assert days == [("Width", 1), ("Thick", 4), ("Saturday", 6), ("Day 4", None), ("Rest", None)]
    rest = plan["days"][4]
    assert (rest["is_rest"], rest["first_week"], rest["last_week"]) == (True, 3, 5)


@pytest.mark.parametrize(
    ("line", "column", "words"),
    [
        ("Barbell row 0x8", 13, "between 1 and 20 sets"),
        ("Barbell row 21x8", 13, "between 1 and 20 sets"),
        ("Barbell row 3x0", 15, "between 1 and 1,000"),
        ("Barbell row 3x" + "9" * 500, 15, "between 1 and 1,000"),
        ("Barbell row 3x12-8", 15, "lower to the higher number: 8-12"),
        ("Barbell row 3x8 @11", 17, "at most RPE 10"),
        ("Barbell row 3x8 @RIR12", 17, "between 0 and 10"),
        ("Barbell row 3x8 rest 9000", 17, "half an hour"),
        ("Barbell row 3x8 2000 kg", 17, "0 and 1,000 kg"),
        ("Barbell row 3x8 200%", 17, "1 and 150"),
        ("Barbell row 3x8 tempo 9", 17, "four signs"),
        ("Barbell row 3x8 W60 3x8", 17, "There is no week 60"),
        ("Barbell row 3x8 W2 3x8 | W2 4x8", 26, "Week 2 is said twice"),
        ("Barbell row 3x8 @8 @9", 20, "said twice"),
        ("Barbell row 3x8 @8 3x9", 20, "said twice"),
        ("Barbell row 3x8 60", 17, "What is “60”?"),
        ("Barbell row 3x8 sideways", 17, "“sideways” is not understood"),
        ('Barbell row 3x8 "open', 17, "not closed"),
        (f'Barbell row 3x8 "{"x" * 501}"', 17, "at most 500 letters"),
        ("Unheard of 3x8", 1, "“Unheard of” is not known"),
        ("x" * 300, 1, "is not known"),
        ("8 bells", 1, "is not known"),
        ("week 60: deload", 1, "There is no week 60"),
        ("60 weeks", 1, "1 to 52 weeks"),
        ("0 weeks", 1, "1 to 52 weeks"),
        ("weeks 5-3: deload", 1, "3-5"),
        ("week 3:", 1, "Say what these weeks change"),
        (f"# {'x' * 81}", 3, "at most 80 letters"),
        ("# Pull | Moonday", 10, "“Moonday” is not understood"),
        ("# Pull | weeks 1-60", 10, "There is no week 60"),
        (f"done when {'x' * 301}", 11, "at most 300 letters"),
        ('Barbell row 3x8 "a\\u0000"', 17, "cannot be kept"),
        ('Barbell row 3x8 "a\\ud800"', 17, "cannot be kept"),
        ("Barbell row 3x8 ladder (steps 1e999)", 31, "too long"),
        (f"Barbell row 3x8 ladder (steps {'9' * 5000})", 61, "not understood"),
        (f"Barbell row 3x8 ladder (steps: {'[' * 3000}1{']' * 3000})", 52, "at most 20 deep"),
        ("Barbell row\x07 3x8", 12, "cannot be seen (U+0007)"),
        ("Barbell row 3x8 [", 18, "not finished"),
        ("Barbell row 3x8 [1, 2-", 22, "“2-”"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(line, column, words):
    found = problems(f"8 weeks\n\n{line}".replace("8 weeks\n\n", "\n\n"))
    assert [(at, col) for at, col, _ in found] == [(3, column)]
    assert words in found[0][2]


def test_every_line_is_read_whatever_is_wrong_with_others():
    found = problems("# A\nUnheard of 0x8\nBarbell row 3x8\nOther thing 3x8\n# B | nonsense")
    assert [line for line, _, _ in found] == [2, 2, 4, 5]


def test_weeks_of_days_are_those_of_the_plan():
    assert problems("4 weeks\n# A | weeks 3-6")[0][:2] == (2, 3)


def test_right_to_left_names_and_notes_stay_as_they_are():
    found = row('תרגיל גב 3x8 "לאט"')
    assert (found["exercise"], found["note"]) == (13, "לאט")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n".join(["Barbell row 3x8"] * 10_000), "at most 2,000 lines; this has 10,000"),
        ("x" * 400_001, "at most 400,000 letters"),
        ("\n".join(["nothing like it"] * 2000), "50 are enough"),
        ("\n".join(["Barbell row 3x8"] * 21), "at most 20 exercises"),
        ("\n".join(["# A"] * 22), "at most 21 days"),
        (f"Barbell row {' ' * 19_000}3x8 {'(' * 900}", "not understood"),
        (f'Barbell row 3x8 "{"x" * 20_000}', "at most 20,000 letters"),
        ("1x " * 6000, "twice"),
    ],
)
def test_too_much_is_refused_in_words(text, words):
    assert words in problems(text)[-1][2]


def test_a_plan_of_no_days_is_a_plan():
    assert read("", Shop()).plan["days"] == []


def test_the_examples_of_the_documentation_are_read():
    known = "Pull-up,Barbell row,Face pull,Dumbbell curl,Deadlift,Plank,Chest-supported T-bar row"
    page = (settings.BASE_DIR / "docs" / "plan-text.md").read_text(encoding="utf-8")
    example = page.split("```\n")[1]
    reading = read(example, Shop(dict(enumerate(known.split(","), 1))))
    assert reading.problems == []
    assert len(reading.plan["days"]) == 3


@pytest.mark.parametrize("words", [*TECHNIQUES.values(), *SIDES.values()])
def test_every_word_that_is_written_is_read(words):
    assert row(f"Barbell row 3x8 {words}")


@pytest.mark.parametrize(("code", "words"), RULES.items())
def test_every_rule_that_is_written_is_read(code, words):
    assert row(f"Barbell row 3x8 by {words}").get("progression", "double") == code
