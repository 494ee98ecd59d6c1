"""The door to all rules: from visits to aims, set by set."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.aims import Asked, Held, Past
from training.rule_settings import SETTINGS, as_json, known_settings, problems
from training.rules import next_aims
from training.steps import Step
from training.targets import DoneSet, Plan
from training.waves import wave

D = Decimal
KG = Step(D("2.5"))
PLAN = Plan(sets=3, reps_low=8, reps_high=12, step=KG)


def asked(rule, plan=PLAN, given=None, **fields):
    return Asked(plan, rule, settings=known_settings(rule, given or {}), **fields)


def visit(load, *reps, **notes):
    return [DoneSet(None if load is None else D(load), count, **notes) for count in reps]


def aims(ask, *visits, held=None):
    return next_aims(ask, Past(visits, visits, held or Held()))


def of(found):
    return [(aim.load_kg, aim.count) for aim in found.sets]


def words(found):
    return found.why.replace("\u00a0", " ")


def test_nothing_done_has_no_aims():
    for rule in SETTINGS:
        assert aims(asked(rule)) is None
    assert aims(asked("none"), visit(60, 8, 8, 8)) is None


def test_the_top_may_be_wanted_twice():
    plan = replace(PLAN, tops=2)
    once, top = asked("double", plan), visit(60, 12, 12, 12)
    assert of(aims(once, top)) == [(60, 12)] * 3
    assert words(aims(once, top)).startswith("Every set reached 12, 1 of 2 times.")
    assert of(aims(once, top, top)) == [(D("62.5"), 8)] * 3
    assert words(aims(once, top, top)) == "Every set reached 12 at 60 kg twice: +2.5 kg."
    assert of(aims(once, visit("57.5", 12, 12, 12), top)) == [(60, 12)] * 3


def test_a_reset_comes_when_it_was_set_to():
    plan = replace(PLAN, reps_low=5, reps_high=5, misses_to_reset=1, reset=D("0.8"))
    assert of(aims(asked("linear", plan), visit(100, 5, 5, 4))) == [(80, 5)] * 3


def test_totals_are_shared_out_and_start_with_what_was_asked():
    ask = asked("reps_total")
    first = visit(None, 9, 8, 8, asked=8)
    assert [n for _, n in of(aims(ask, first))] == [9, 9, 8]
    assert words(aims(ask, first)) == "25 of 24 reps. Next time 26 in all."
    assert [n for _, n in of(aims(ask, first, visit(None, 9, 9, 8)))] == [10, 9, 9]


def test_a_total_has_an_end_where_one_is_set():
    ask = asked("reps_total", given={"target": 24})
    found = aims(ask, visit(None, 8, 8, 8))
    assert found.move_on
    assert sum(n for _, n in of(found)) == 24


def test_rest_shortens_to_the_floor_and_then_load_is_added():
    ask = asked("rest_shorten", rest_seconds=90)
    done = visit(20, 12, 12, 12)
    assert [aims(ask, *[done] * n).rest_seconds for n in (1, 2, 3)] == [75, 60, 90]
    assert of(aims(ask, done, done, done)) == [(D("22.5"), 12)] * 3
    assert aims(ask, done, done, done, visit("22.5", 12, 12, 12)).rest_seconds == 75


@pytest.mark.parametrize(
    ("rule", "low", "high", "done", "then"),
    [
        ("time", 20, 40, 20, 25),
        ("time", 20, 40, 15, 20),
        ("duration_cardio", 10, 15, 10, 11),
        ("duration_cardio", 10, 15, 9, 10),
    ],
)
def test_holds_and_cardio_get_longer(rule, low, high, done, then):
    ask = asked(rule, replace(PLAN, reps_low=low, reps_high=high))
    assert {n for _, n in of(aims(ask, visit(None, done, done, done)))} == {then}


def test_cardio_that_was_fixed_in_the_log_fixes_the_aim():
    ask = asked("duration_cardio", replace(PLAN, sets=1, reps_low=10, reps_high=30))
    typo = [visit(None, 1), visit(None, 10), visit(None, 11)]
    assert of(aims(ask, *typo))[0][1] == 12
    assert of(aims(ask, visit(None, 10), *typo[1:]))[0][1] == 12
    assert of(aims(ask, visit(None, 10), visit(None, 11), visit(None, 12)))[0][1] == 13


def test_a_pyramid_has_a_load_for_each_set():
    scheme = ((12, D("0.9")), (10, D("0.95")), (8, D(1)))
    ask = asked("double", technique="pyramid", scheme=scheme)
    done = [DoneSet(D(54), 12), DoneSet(D(57), 10), DoneSet(D(60), 8)]
    assert of(aims(ask, done)) == [(D("57.5"), 12), (D(60), 10), (D("62.5"), 8)]


def test_a_ladder_has_a_count_for_each_rung():
    plan = replace(PLAN, sets=6, reps_low=1, reps_high=5)
    ask = asked("reps_total", plan, technique="ladder", rungs=(1, 2, 3), rounds=2)
    found = aims(ask, visit(None, 1, 2, 3, 1, 2, 3))
    assert [n for _, n in of(found)] == [1, 2, 4, 1, 2, 4]


def test_a_top_set_and_back_off_sets():
    plan = Plan(3, 5, 6, KG, rir=2)
    ask = asked("rpe_top_set", plan, technique="top_set")
    found = aims(ask, [DoneSet(D(100), 5, rir=2), *visit(90, 6, 6)])
    assert of(found) == [(100, 5), (90, 6), (90, 6)]
    assert "Back-off sets 8 % lighter: 90 kg." in words(found)


def test_back_off_sets_of_their_own_follow_the_top_set():
    here, all_sets = visit(85, 5, 5), [DoneSet(D(100), 3, rir=2, asked=3), *visit(85, 5, 5)]
    ask = asked("rpe_top_set", Plan(2, 5, 5, KG, rir=2), {"target_rpe": 8}, technique="backoff")
    found = next_aims(ask, Past([here], [all_sets]))
    assert of(found) == [(90, 5)] * 2


def test_weighted_pull_ups_need_a_body_weight():
    ask = asked("rpe_top_set", Plan(1, 3, 3, KG), body_kg=None)
    assert aims(ask, visit(20, 3, rir=2)) is None


def test_a_wave_begins_with_the_best_estimate_and_goes_on():
    ask = asked("wave", Plan(3, 1, 5, KG), technique="wave")
    found = aims(ask, [DoneSet(D(140), 1)])
    assert of(found) == [(load, reps) for load, reps, _ in wave(D(125), 1, KG)]
    assert words(found) == (
        "Week 1 of the wave: 65, 75, 85 % of a training max of 125 kg."
        " That is 0.9 of your best estimate, 140 kg."
    )
    first = [DoneSet(load, reps, asked=reps) for load, reps, _ in wave(D(125), 1, KG)]
    assert of(aims(ask, first)) == [(load, reps) for load, reps, _ in wave(D(125), 2, KG)]


def test_a_set_training_max_is_taken_and_a_share_of_it_is_steady():
    ask = asked("wave", Plan(3, 3, 4, KG), {"training_max_kg": 100}, share_of_max=D("0.7"))
    assert of(aims(ask, visit(50, 3))) == [(70, 3)] * 3


def test_poor_form_and_pain_hold_back():
    ask, top = asked("double"), visit(60, 12, 12, 12)
    assert of(aims(ask, top, held=Held(form=2))) == [(60, 8)] * 3
    assert words(aims(ask, top, held=Held(form=2))) == (
        "Form was rated 2 of 5 last time. The load stays at 60 kg."
    )
    assert of(aims(ask, top, held=Held(form=3))) == [(D("62.5"), 8)] * 3
    assert of(aims(ask, top, held=Held(pain=3))) == [(D("62.5"), 8)] * 3
    assert of(aims(ask, top, held=Held(pain=4))) == [(D("52.5"), 8)] * 3
    assert "Swap it or let it rest." in words(aims(ask, top, held=Held(pain=7)))


def test_a_bad_day_is_eased_today_only():
    ask, top = asked("double"), visit(60, 12, 12, 12)
    low = aims(ask, top, held=Held(readiness=D("2.4")))
    assert of(low) == [(55, 8)] * 3
    assert words(low).startswith("Not your best day: a tenth less, today only.")
    assert of(aims(ask, top, held=Held(readiness=D("2.5")))) == [(D("62.5"), 8)] * 3


LOADED = ["double", "linear", "rest_shorten"]


@given(
    st.sampled_from(LOADED),
    st.lists(st.lists(st.integers(1, 15), min_size=1, max_size=5), min_size=1, max_size=6),
    st.integers(1, 40),
)
def test_no_rule_asks_for_more_than_a_step_more(rule, visits, steps):
    load = steps * D("2.5")
    found = aims(asked(rule, rest_seconds=90), *[visit(load, *reps) for reps in visits])
    assert len(found.sets) == PLAN.sets
    assert all(0 < aim.load_kg <= load + D("2.5") for aim in found.sets)
    assert found.why.endswith(".")


@given(
    st.sampled_from(["reps_total", "time", "duration_cardio"]),
    st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=5), min_size=1, max_size=6),
)
def test_counts_stay_above_zero(rule, visits):
    found = aims(asked(rule), *[visit(None, *reps) for reps in visits])
    assert len(found.sets) == PLAN.sets
    assert all(aim.count >= 1 for aim in found.sets)


def test_settings_out_of_range_fall_back_to_the_usual():
    assert known_settings("linear", {"misses_to_reset": 9, "reset_percent": "x"}) == {
        "misses_to_reset": 3, "reset_percent": 10,
    }  # fmt: skip
    assert known_settings("linear", ["nonsense"])["misses_to_reset"] == 3
    assert known_settings("reps_total", {"add": True, "target": float("nan")}) == {"add": 2}
    assert known_settings("no-rule", {}) == {}


def test_wrong_settings_are_refused_in_words():
    assert problems("linear", {"misses_to_reset": 9, "tops": 1, "reset_percent": "x"}) == {
        "misses_to_reset": "Misses to a reset: from 1 to 5.",
        "tops": "This rule has no setting called tops.",
        "reset_percent": "Reset by, %: give a number.",
    }
    assert problems("rpe_top_set", {"target_rpe": "8.3"})["target_rpe"].endswith("in steps of 0.5.")
    assert not problems("double", {"tops": 2, "increment_kg": "1.25"})


def test_settings_survive_being_kept():
    kept = as_json({"tops": D(2), "increment_kg": D("1.25")})
    assert kept == {"tops": 2, "increment_kg": 1.25}
    assert known_settings("double", kept) == {"tops": D(2), "increment_kg": D("1.25")}
