"""Loads that can really be made: with these bars, plates, dumbbells and stacks."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.loadable import (
    Kit,
    Loadable,
    are_too_many,
    as_loadable,
    loads_around,
    step_with,
    sums,
)
from training.progression import assist_down, double
from training.steps import Step
from training.targets import DoneSet, Plan
from training.units import stored_kg

D = Decimal
USUAL = Step(D("2.5"))
PLATES = (D(20), D(20), D(10), D(5), D("2.5"), D("1.25"))
KIT = Kit(
    bars=(D(20), D(15)),
    ez_bar=D(8),
    plates=PLATES,
    dumbbells=tuple(D(n) for n in range(2, 42, 2)),
    kettlebells=(D(8), D(12), D(16)),
    stack_first=D(5),
    stack_step=D(5),
    stack_last=D(50),
)
WITHIN = st.decimals("0.5", "200", places=2)
WEIGHTS = st.sampled_from([D("0.25"), D("0.5"), D(1), D("1.25"), D("2.5"), D(5), D(10), D(20)])
KITS = st.builds(
    Kit,
    unit=st.sampled_from(["kg", "lb"]),
    bars=st.lists(st.sampled_from([D(10), D(15), D(20)]), min_size=1, max_size=2).map(tuple),
    plates=st.lists(WEIGHTS, min_size=1, max_size=6).map(tuple),
    dumbbells=st.lists(WEIGHTS, min_size=1, max_size=6).map(tuple),
    stack_first=st.sampled_from([D(5), D(7)]),
    stack_step=st.sampled_from([D("2.5"), D(5), D(7)]),
)
STEPS = st.builds(
    step_with,
    KITS,
    st.sampled_from(["barbell", "dumbbell", "stack", "plates", "plates_a_side", "belt"]),
    st.sampled_from([USUAL, Step(D(1)), Step(D(5), "lb")]),
)


@given(st.lists(WEIGHTS, max_size=5).map(tuple))
def test_sums_are_all_that_some_of_the_plates_make(plates):
    ways = product(*((0, plate) for plate in plates))
    assert list(sums(plates)) == sorted({sum(way, D(0)) for way in ways})


@given(STEPS, WITHIN)
def test_up_is_more_and_can_be_made_unless_nothing_is_heavier(step, load_kg):
    more_kg = step.up(load_kg)
    if load_kg >= step.loads_kg[-1]:
        assert more_kg == load_kg
    else:
        assert more_kg > load_kg
        assert more_kg in step.loads_kg


@given(STEPS, WITHIN)
def test_down_is_less_and_can_be_made_unless_nothing_is_lighter(step, load_kg):
    less_kg = step.down(load_kg)
    if load_kg <= step.loads_kg[0]:
        assert less_kg == load_kg
    else:
        assert less_kg < load_kg
        assert less_kg in step.loads_kg


@given(STEPS, WITHIN, st.sampled_from([D("0.5"), D("0.9"), D("0.95"), D(1)]))
def test_a_share_is_never_above_unless_it_is_the_lightest(step, load_kg, factor):
    share = step.share(load_kg, factor)
    assert 0 < share <= load_kg
    lighter = [load for load in step.loads_kg if 0 < load <= load_kg * factor]
    if lighter:
        assert share == max(lighter)
    else:
        assert share == load_kg or share == min(load for load in step.loads_kg if load > 0)


@given(STEPS, WITHIN)
def test_the_nearest_is_the_nearest(step, load_kg):
    found = step.nearest(load_kg)
    assert found in step.loads_kg
    assert all(abs(found - load_kg) <= abs(other - load_kg) for other in step.loads_kg)


@pytest.mark.parametrize(
    ("implement", "load", "up", "down", "ninety"),
    [
        ("barbell", "60", "62.5", "57.5", "52.5"),
        ("ez_bar", "18", "20.5", "15.5", "15.5"),
        ("dumbbell", "20", "22", "18", "18"),  # 22.5 is as near to 22 as a pair gets
        ("dumbbell", "40", "40", "38", "36"),  # the heaviest
        ("kettlebell", "12", "16", "8", "8"),
        ("stack", "30", "35", "25", "25"),
        ("belt", "0", "2.5", "0", "0"),
        ("plates", "40", "42.5", "37.5", "35"),
        ("plates_a_side", "20", "21.25", "17.5", "17.5"),
    ],
)
def test_a_gyms_loads(implement, load, up, down, ninety):
    step = step_with(KIT, implement, USUAL)
    found = step.up(D(load)), step.down(D(load)), step.share(D(load), D("0.9"))
    assert found == (D(up), D(down), D(ninety))


def test_small_plates_help_where_the_usual_step_is_large():
    kit = Kit(bars=(D(10),), plates=(D(5), D(5), D("2.5"), D("1.25"), D("0.5")))
    assert step_with(kit, "barbell", USUAL).up(D(20)) == D(21)
    assert step_with(kit, "barbell", USUAL).up(D("27.5")) == D(30)


def test_assistance_goes_down_the_stack_to_none():
    step = step_with(KIT, "assistance", USUAL)
    assert (step.up(D(-15)), step.up(D(-5)), step.down(D(-15))) == (D(-10), D(0), D(-20))


def test_pound_plates_stay_pounds():
    kit = Kit("lb", bars=(D(45),), plates=(D(45), D(25), D(10), D(5), D("2.5")))
    step = step_with(kit, "barbell", Step(D(5), "lb"))
    pounds = [stored_kg(D(load), "lb") for load in (135, 140)]
    assert step.up(pounds[0]) == pounds[1]
    assert step.text(pounds[1]) == "140\u00a0lb"


@pytest.mark.parametrize("implement", ["trap_bar", "barbell", "dumbbell", "stack", "belt"])
def test_what_was_not_said_keeps_the_usual_step(implement):
    assert step_with(Kit(trap_bar=D(25)), implement, USUAL) is USUAL


def test_a_step_without_loads_is_a_mistake():
    with pytest.raises(ValueError, match="can be loaded"):
        Loadable(D("2.5"))


def aim_of(kit, implement, load, reps, rule=double):
    plan = Plan(3, 8, 12, step_with(kit, implement, USUAL))
    found = as_loadable(lambda plan: rule(plan, [DoneSet(D(load), reps)] * 3), plan, D(load))
    return found.load_kg, found.reps, found.why.replace("\u00a0", " ")


def test_the_why_says_what_cannot_be_loaded():
    kit = Kit(bars=(D(20),), plates=(D(10), D(10), D(1)))
    load_kg, reps, why = aim_of(kit, "barbell", 60, 12)
    assert (load_kg, reps) == (D(62), 8)
    assert why.startswith("Every set reached 12 at 60 kg")
    assert why.endswith(". 62.5 kg cannot be loaded here: 62 kg.")


def test_at_the_heaviest_repetitions_go_on():
    load_kg, reps, why = aim_of(KIT, "dumbbell", 40, 12)
    assert (load_kg, reps) == (D(40), 13)
    assert why == ("42.5 kg cannot be loaded here: 40 kg is the most there is, so add repetitions.")


def test_less_help_that_is_not_there_is_said_too():
    load_kg, _, why = aim_of(KIT, "assistance", 15, 12, assist_down)
    assert load_kg == D(10)
    assert "12.5 kg of assistance cannot be loaded here: 10 kg of assistance." in why


def test_what_can_be_loaded_says_nothing_more():
    assert "cannot" not in aim_of(KIT, "barbell", 60, 12)[2]
    assert "cannot" not in aim_of(Kit(), "barbell", 61, 12)[2]
    assert "cannot" not in aim_of(KIT, "dumbbell", 21, 9)[2]
    assert "cannot" not in aim_of(KIT, "dumbbell", 20, 4)[2]


def test_less_is_no_load_that_was_due():
    twice_below = aim_of(KIT, "dumbbell", 20, 4, lambda plan, done: double(plan, done, 1))
    assert twice_below[0] == D(18)
    assert "cannot" not in twice_below[2]


def test_a_rule_without_an_answer_has_none_here():
    plan = Plan(3, 8, 12, step_with(KIT, "barbell", USUAL))
    assert as_loadable(lambda plan: double(plan, []), plan, None) is None


def test_plates_that_make_endless_loads_are_known():
    assert not are_too_many(tuple(D(plate) for plate in ("25", "20", "10", "5", "0.25")) * 4)
    assert are_too_many(tuple(D(n) + D("0.01") for n in range(1, 61)))


def test_the_loads_around_one_are_told():
    assert loads_around(USUAL, D(20)) == ()
    assert loads_around(step_with(KIT, "kettlebell", USUAL), D(12)) == (8, 12, 16)
    assert loads_around(step_with(KIT, "assistance", USUAL), D(10))[:3] == (0, 5, 10)
    many = loads_around(step_with(KIT, "barbell", USUAL), D(60))
    assert D(60) in many
    assert len(many) <= 80
