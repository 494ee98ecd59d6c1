"""What to aim for next time, and the sentence that says why."""

from decimal import Decimal

import pytest

from tests.training.vectors import vectors
from training import counting_up, progression
from training.steps import Step
from training.targets import DoneSet, NextTarget, Plan

D = Decimal
KG = Step(D("2.5"))
PLAN = Plan(sets=3, reps_low=8, reps_high=12, step=KG)


def done(load, *reps, **notes):
    return [DoneSet(D(load), count, **notes) for count in reps]


def words(target):
    return target.why.replace("\u00a0", " ")


def test_nothing_done_has_no_target():
    assert progression.double(PLAN, []) is None
    assert progression.linear(PLAN, []) is None
    assert progression.assist_down(PLAN, []) is None
    assert counting_up.reps_total(20, 4, []) is None
    assert counting_up.rest_shorten(PLAN, [], 90, 90) is None
    assert counting_up.hold(20, 40, 2, []) is None


@pytest.mark.parametrize("case", vectors("linear"))
def test_linear_matches_the_worked_examples(case):
    plan = Plan(3, 5, 5, Step(D(case["inc"])))
    reps = 5 if case["success"] else 4
    target = progression.linear(plan, done(case["load"], reps, reps, reps), case["prior_fails"])
    assert (target.load_kg, target.misses) == (case["next"]["load"], case["next"]["fails"])
    assert target.reps == 5


def test_linear_says_why():
    plan = Plan(3, 5, 5, KG)
    missed = progression.linear(plan, done(60, 5, 5, 4))
    reset = progression.linear(plan, done(60, 5, 5, 4), 2)
    assert words(missed) == "4 of 5 reps. Next time stays at 60 kg."
    assert (
        words(reset) == "Below 5 reps three times in a row. Next time 52.5 kg, to build up again."
    )
    assert words(progression.linear(plan, done(60, 5))) == "1 of 3 sets. Next time stays at 60 kg."
    assert progression.linear(plan, done(60, 5, 5, 5), 2) == NextTarget(
        "Every set reached 5 at 60\u00a0kg: +2.5\u00a0kg.", D("62.5"), 5
    )


@pytest.mark.parametrize(
    ("target", "reps", "misses", "total", "after"),
    [
        (25, [10, 8, 7], 0, 27, 0),
        (25, [10, 8, 6], 0, 25, 1),
        (25, [10, 8, 6, 5], 0, 25, 1),  # the fourth set was not planned
        (25, [10, 8, 6], 1, 22, 0),
        (1, [0], 1, 1, 0),
    ],
)
def test_totals_of_repetitions(target, reps, misses, total, after):
    found = counting_up.reps_total(target, 3, reps, misses)
    assert (found.total_reps, found.misses) == (total, after)


@pytest.mark.parametrize("case", vectors("rest_shorten"))
def test_rest_shortening_matches_the_worked_examples(case):
    plan = Plan(2, 10, 15, KG)
    target = counting_up.rest_shorten(plan, done(case["load"], 15, 15), case["rest"], 120)
    assert (target.load_kg, target.rest_seconds) == (case["next"]["load"], case["next"]["rest"])


@pytest.mark.parametrize(
    ("sets", "rest", "why"),
    [
        (
            done(60, 15, 15, rest_seconds=95),
            75,
            "Every set reached 15 with 90 s rest. Next time 75 s.",
        ),
        (
            done(60, 15, 15, rest_seconds=96),
            90,
            "The rests were longer than planned. Next time stays at 90 s rest.",
        ),
        (
            done(60, 15, 14),
            90,
            "Not every set reached the plan. Next time stays at 90 s rest.",
        ),
        (done(60, 15), 90, "Not every set reached the plan. Next time stays at 90 s rest."),
    ],
)
def test_rest_shortens_only_when_kept(sets, rest, why):
    target = counting_up.rest_shorten(Plan(2, 10, 15, KG), sets, 90, 120)
    assert (target.rest_seconds, target.why) == (rest, why)


@pytest.mark.parametrize(
    ("aim", "seconds", "next_aim", "move_on", "why"),
    [
        (20, [20, 21], 25, False, "Every set reached 20 s. Next time 25 s."),
        (38, [40, 40], 40, False, "Every set reached 38 s. Next time 40 s."),
        (40, [40, 40], 40, True, "Every set reached 40 s. A harder variation is next."),
        (20, [20, 18], 20, False, "18 of 20 s. Next time stays at 20 s."),
        (20, [25], 20, False, "1 of 2 sets. Next time stays at 20 s."),
    ],
)
def test_holds_grow_by_five_seconds(aim, seconds, next_aim, move_on, why):
    target = counting_up.hold(aim, 40, 2, seconds)
    assert (target.hold_seconds, target.move_on, target.why) == (next_aim, move_on, why)
