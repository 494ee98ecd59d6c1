"""The warm-up ramp and the plates on a bar."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import vectors
from training.plates import load_bar, warm_up
from training.steps import Step

D = Decimal
GYM = {D(plate): 4 for plate in ("25", "20", "15", "10", "5", "2.5", "1.25")}
weights = st.sampled_from([D("0.25"), D("0.5"), D(1), D("1.25"), D(2), D("2.5"), D(5), D(7), D(10)])
stocks = st.dictionaries(weights, st.integers(0, 3), max_size=4)
targets = st.decimals("20", "90", places=2)


def every_side(stock):
    """The weight and the number of plates of every way to load one side."""
    for counts in product(*(range(count + 1) for count in stock.values())):
        yield sum((n * w for n, w in zip(counts, stock, strict=True)), D(0)), sum(counts)


@pytest.mark.parametrize("case", vectors("plates"))
def test_loadings_match_the_worked_examples(case):
    stock = {D(plate): count for plate, count in case["inventory_pairs"].items()}
    best = case["optimal"]
    found = load_bar(D(case["target"]), D(case["bar"]), stock)
    assert (list(found.per_side), found.total, found.exact) == (
        best["per_side"],
        best["total"],
        best["exact"],
    )


@given(targets, stocks)
def test_no_loading_is_above_the_target_or_worse_than_another(target, stock):
    found = load_bar(target, D(20), stock)
    assert found.total <= target
    side = sum(found.per_side, D(0))
    assert found.total == 20 + 2 * side
    allowed = [way for way in every_side(stock) if 20 + 2 * way[0] <= target]
    heaviest = max(weight for weight, _ in allowed)
    fewest = min(count for weight, count in allowed if weight == heaviest)
    assert (side, len(found.per_side)) == (heaviest, fewest)
    assert all(found.per_side.count(plate) <= stock[plate] for plate in found.per_side)
    assert found.exact == (found.total == target)


@given(targets, stocks)
def test_the_nearest_loading_is_the_nearest(target, stock):
    found = load_bar(target, D(20), stock, nearest=True)
    totals = [20 + 2 * weight for weight, _ in every_side(stock)]
    assert found.total == min(totals, key=lambda total: (abs(total - target), total))


def test_a_tie_goes_to_the_lower():
    assert load_bar(D("62.5"), D(20), {D(20): 1, D("22.5"): 1}, nearest=True).total == 60


def test_of_equally_few_plates_the_heaviest_come_first():
    assert load_bar(D(80), D(20), GYM).per_side == (25, 5)
    assert load_bar(D(100), D(20), {D(25): 1, D(20): 2, D(15): 1}).per_side == (25, 15)


def test_below_the_bar_there_is_nothing_to_load():
    assert load_bar(D("19.9"), D(20), GYM) is None
    assert load_bar(D(22), D(20), GYM, collars=D(5)) is None
    assert load_bar(D(20), D(20), GYM).per_side == ()


def test_collars_weigh_too():
    assert load_bar(D(65), D(20), GYM, collars=D(5)).per_side == (20,)


def test_a_machine_with_one_peg():
    found = load_bar(D(45), D(0), GYM, sides=1)
    assert (found.per_side, found.total) == ((25, 20), 45)


def test_pound_plates_stay_pounds():
    pounds = {D(45): 4, D(25): 2, D(10): 2, D(5): 2, D("2.5"): 2}
    assert load_bar(D(185), D(45), pounds).per_side == (45, 25)


def test_without_plates_the_bar_is_what_there_is():
    found = load_bar(D(60), D(20), {D(20): 0})
    assert (found.per_side, found.total, found.exact) == ((), 20, False)


@pytest.mark.parametrize("case", vectors("warmup"))
def test_ramps_match_the_worked_examples(case):
    ramp = warm_up(D(case["work"]), D(20), Step(D("2.5")))
    assert [list(step) for step in ramp] == case["steps"]


@pytest.mark.parametrize(
    ("work", "ramp"),
    [
        ("15", []),
        ("22.5", [(20, 8)]),
        ("47.5", [(20, 8)]),
        ("50", [(20, 8), ("25", 5)]),  # adds just enough
        ("55", [(20, 8), ("27.5", 5)]),
        ("59.5", [(20, 8), ("27.5", 5)]),
        ("97.5", [(20, 8), ("37.5", 5), ("57.5", 3)]),
        ("157.5", [(20, 8), ("62.5", 5), ("92.5", 3), ("125", 1)]),
        ("160", [(20, 8), ("55", 5), ("80", 3), ("102.5", 2), ("127.5", 1)]),
    ],
)
def test_ramps_at_the_edges(work, ramp):
    found = warm_up(D(work), D(20), Step(D("2.5")))
    assert [tuple(step) for step in found] == [(D(load), reps) for load, reps in ramp]


@given(st.integers(0, 240), st.sampled_from([D(10), D(15), D(20)]))
def test_ramps_rise_to_below_the_work(halves, bar):
    work = D(halves) * D("1.25")
    loads = [step.load_kg for step in warm_up(work, bar, Step(D("1.25")))]
    assert loads == sorted(set(loads))
    assert all(load < work for load in loads)
