"""Hard sets, fractional sets, tonnage, intensity and balance."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import close, vectors
from training import volume
from training.landmarks import LANDMARKS, better_split, status
from training.muscles import REGION, REGIONS, VOLUME_GROUP
from training.volume import CreditedSet, Tonnage, WorkSet

D = Decimal
ONE, HALF = D(1), D("0.5")
credited = st.builds(
    CreditedSet,
    st.dictionaries(
        st.sampled_from(sorted(VOLUME_GROUP)), st.sampled_from([HALF, ONE, D(0)]), max_size=6
    ),
    st.sampled_from([ONE, D("1.5"), D(2)]),
)


def credits(exercise):
    return {muscle: D(credit) for muscle, credit in vectors("credits")[exercise].items()}


@pytest.mark.parametrize("case", vectors("fractional"))
def test_fractional_sets_match_the_worked_examples(case):
    sets = [CreditedSet(credits(name)) for name, count in case["session"] for _ in range(count)]
    assert volume.fractional_sets(sets, VOLUME_GROUP) == case["groups"]


def test_regions_of_the_back_are_counted_the_same_way():
    pull_up = [CreditedSet(credits("pull_up"))]
    regions = {"lats": 1, "mid": HALF, "upper": HALF, "arms": HALF}
    assert volume.fractional_sets(pull_up, REGION) == regions


def test_a_set_gives_a_group_its_largest_credit_only():
    row = CreditedSet({"latissimus_dorsi": ONE, "teres_major": HALF})
    assert volume.fractional_sets([row], VOLUME_GROUP) == {"lats": 1}


def test_unknown_muscles_and_stabilisers_earn_nothing():
    odd = CreditedSet({"serratus_posterior_inferior": ONE, "multifidus": D(0)})
    assert volume.fractional_sets([odd], VOLUME_GROUP) == {}
    assert volume.fractional_sets([odd], REGION) == {}


@given(st.lists(credited, max_size=3), st.lists(credited, max_size=3))
def test_fractional_sets_add_up(monday, friday):
    apart = [volume.fractional_sets(day, VOLUME_GROUP) for day in (monday, friday)]
    together = volume.fractional_sets(monday + friday, VOLUME_GROUP)
    assert together.keys() == apart[0].keys() | apart[1].keys()
    assert all(sum(day.get(g, 0) for day in apart) == together[g] for g in together)


@given(st.lists(credited, max_size=6))
def test_no_group_gets_more_than_the_sets_are_worth(sets):
    totals = volume.fractional_sets(sets, VOLUME_GROUP)
    assert all(0 < total <= sum(work.worth for work in sets) for total in totals.values())


def test_every_muscle_has_a_known_region():
    assert set(REGION.values()) == set(REGIONS)
    assert REGION.keys() == VOLUME_GROUP.keys()
    assert LANDMARKS.keys() <= set(VOLUME_GROUP.values())


@pytest.mark.parametrize(
    ("changes", "hard"),
    [
        ({}, True),
        ({"rir": 4}, True),
        ({"rir": D("4.5")}, False),
        ({"rir": 0}, True),
        ({"warm_up": True}, False),
        ({"completed": False}, False),
        ({"hold_seconds": 5}, True),
        ({"hold_seconds": 4}, False),
        ({"hold_seconds": 60, "passive_hang": True}, False),
    ],
)
def test_hard_sets(changes, hard):
    assert volume.is_hard_set(**({"completed": True, "warm_up": False} | changes)) is hard


@pytest.mark.parametrize(("drops", "worth"), [(0, "1"), (1, "1.5"), (2, "2"), (3, "2")])
def test_drop_sets_are_worth_two_at_most(drops, worth):
    assert volume.drop_set_worth(drops) == D(worth)


@pytest.mark.parametrize(
    ("total", "planned", "minis", "worth"),
    [(20, 10, 5, 2), (15, 10, 5, "1.5"), (60, 10, 3, 3), (0, 10, 3, 0), (10, 0, 3, None)],
)
def test_mini_sets_are_worth_their_repetitions(total, planned, minis, worth):
    expected = None if worth is None else D(worth)
    assert volume.mini_sets_worth(total, planned, minis) == expected


@pytest.mark.parametrize("case", vectors("volume"))
def test_tonnage_matches_the_worked_examples(case):
    sets = [WorkSet(D(load), reps) for load, reps in case["sets"]]
    assert volume.tonnage(sets) == Tonnage(D(case["tonnage"]), 0)
    assert sum(work.reps for work in sets) == case["reps"]
    assert float(volume.average_load(sets)) == close(case["avg_load"], 2)


def test_unknown_loads_are_told_apart():
    sets = [WorkSet(D(50), 10), WorkSet(None, 12), WorkSet(D(20), 10, both_sides=True)]
    assert volume.tonnage(sets) == Tonnage(D(900), 1)
    assert volume.average_load(sets) == 35
    assert volume.average_intensity(sets, 70) == 0.5


def test_nothing_done_has_no_averages():
    assert volume.average_load([]) is None
    assert volume.average_load([WorkSet(D(50), 0)]) is None
    assert volume.average_intensity([], 100) is None
    assert volume.average_intensity([WorkSet(D(50), 5)], 0) is None
    assert volume.density(D(100), 0) is None
    assert volume.density(D(6000), 60) == 100


@pytest.mark.parametrize(
    ("push", "pull", "lopsided"),
    [(15, 10, False), (16, 10, True), (33, 100, False), (32, 100, True), (10, 10, False)],
)
def test_push_and_pull_are_compared(push, pull, lopsided):
    assert volume.is_lopsided(volume.push_pull_ratio(push, pull)) is lopsided


def test_without_pulls_there_is_no_ratio():
    assert volume.push_pull_ratio(5, 0) is None


@pytest.mark.parametrize("case", vectors("volume_status_lats"))
def test_status_matches_the_worked_examples(case):
    assert status("lats", case["sets"]) == case["status"]


@pytest.mark.parametrize(
    ("group", "sets", "expected"),
    [
        ("lats", 3, "maintenance"),
        ("lats", D("9.5"), "growing"),
        ("lats", 16, "on target"),
        ("lats", 20, "high"),
        ("rotator_cuff", 0, "maintenance"),
        ("rotator_cuff", 2, "on target"),
        ("forearms", 2, "on target"),
        ("upper_traps", 0, "maintenance"),
        ("chest", 10, None),
    ],
)
def test_status_at_the_edges(group, sets, expected):
    assert status(group, sets) == expected


def test_landmarks_rise():
    for marks in LANDMARKS.values():
        bounds = [marks.maintain, marks.minimum, marks.efficient_low, marks.efficient_high]
        known = [bound for bound in [*bounds, marks.upper] if bound is not None]
        assert known == sorted(known)


def test_many_sets_in_a_day_are_better_split():
    assert (better_split(8), better_split(9)) == (False, True)
