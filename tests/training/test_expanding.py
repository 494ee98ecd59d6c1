"""Techniques as targets of sets."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.expanding import _EXPANDED, Asked, expand
from training.set_targets import MOST_SETS, problems_of, read, write


def told(technique, sets=3, low=6, high=10, week=1, **details):
    """[(from, to, kind, load)] of each set."""
    targets = expand(technique, Asked(sets, low, high, details, week))
    return [(t.reps_low, t.reps_high, t.kind, t.load) for t in targets]


def test_a_pyramid_gets_heavier_and_shorter():
    assert told("pyramid") == [
        (10, 10, "working", 90),
        (8, 8, "working", 95),
        (6, 6, "working", None),
    ]


def test_a_reverse_pyramid_begins_with_the_heaviest():
    assert [(low, load) for low, _, _, load in told("reverse_pyramid")] == [
        (6, None),
        (8, 92),
        (10, 84),
    ]


def test_a_plans_own_scheme_comes_first():
    details = {"scheme": [[12, 0.9], [8, 1.0]]}
    assert [(n, load) for n, _, _, load in told("pyramid", **details)] == [(12, 90), (8, None)]


def test_a_top_set_is_followed_by_lighter_ones():
    assert told("top_set") == [(6, 6, "working", None), *[(6, 10, "working", 90)] * 2]


def test_drops_come_after_the_last_set_and_get_lighter():
    assert told("drop_set", sets=2, drops=2, drop_pct=20)[2:] == [
        (6, 6, "drop", 80),
        (6, 6, "drop", 64),
    ]


def test_drops_may_come_after_each_set():
    kinds = [kind for *_, kind, _ in told("drop_set", sets=2, drops=1, last_set_only=False)]
    assert kinds == ["working", "drop", "working", "drop"]


def test_a_cluster_is_a_set_in_parts():
    targets = expand("cluster", Asked(2, 6, 6, {}))
    assert [(t.reps_low, t.rest_seconds) for t in targets] == [(2, 20), (2, 20), (2, None)] * 2


def test_rest_pause_and_myo_reps_go_on_after_twenty_seconds():
    assert [kind for *_, kind, _ in told("rest_pause")] == ["working", "amrap", "amrap"]
    targets = expand("myo_reps", Asked(1, 12, 16, {}))
    assert [(t.reps_high, t.rest_seconds) for t in targets] == [(16, 20), *[(4, 20)] * 4]


def test_a_ladder_climbs_again_each_round():
    assert [n for n, *_ in told("ladder", scheme=[1, 2, 3], rounds=2)] == [1, 2, 3, 1, 2, 3]


def test_every_minute_has_its_rest():
    targets = expand("emom", Asked(10, 5, 5, {}))
    assert len(targets) == 10
    assert {t.rest_seconds for t in targets} == {45}


def test_a_wave_is_of_the_training_max_and_its_last_set_is_open():
    table = {"1": [[5, 0.65], ["5+", 0.85]], "2": [[3, 0.7]]}
    assert told("wave", table=table) == [(5, 5, "working", 65), (5, 5, "amrap", 85)]
    assert told("wave", week=6, table=table) == [(3, 3, "working", 70)]


def test_holds_and_carries_are_straight_sets():
    assert told("carry", low=20, high=40) == [(20, 40, "working", None)] * 3


@given(
    technique=st.sampled_from([*sorted(_EXPANDED), "straight"]),
    sets=st.integers(1, 20),
    reps=st.tuples(st.integers(1, 1000), st.integers(0, 30)),
    number=st.integers(0, 100),
)
def test_every_technique_can_be_kept_and_read_back(technique, sets, reps, number):
    low = reps[0]
    details = {"drops": number, "drop_pct": number, "minis": number, "minutes": number}
    targets = expand(technique, Asked(sets, low, min(low + reps[1], 1000), details))
    assert 1 <= len(targets) <= MOST_SETS
    assert problems_of(write(targets)) == []
    assert read(write(targets)) == targets


@pytest.mark.parametrize("technique", sorted(_EXPANDED))
def test_nonsense_in_the_details_is_as_if_not_there(technique):
    details = {"scheme": ["x"], "drops": "many", "table": [], "drop_pct": None, "minutes": -1}
    assert expand(technique, Asked(3, 8, 12, details))


def test_the_share_of_the_heaviest_set_is_whole():
    assert told("drop_set", drops=2, drop_pct=25)[-1][-1] == Decimal(56)
