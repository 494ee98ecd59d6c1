"""Personal records of one exercise."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import records
from training.records import Effort, RecordSet

D = Decimal
SERIES = [
    RecordSet(D(load), reps) for load, reps in [(100, 5), (100, 6), (100, 6), (95, 8), (110, 1)]
]
journals = st.lists(
    st.builds(
        RecordSet, st.none() | st.integers(-4, 8).map(lambda n: D(5) * n), st.integers(1, 15)
    ),
    max_size=12,
)


def test_the_worked_series():
    first, more_reps, tie, eights, single = records.record_history(SERIES)
    assert first == {"load", "estimate", "volume"}
    assert more_reps == {"reps", "estimate", "volume"}
    assert tie == set()
    assert eights == {"load", "reps", "estimate", "volume"}
    assert single == {"load"}


def test_the_classes_of_the_worked_series():
    assert records.load_classes(SERIES[0], []) == (1, 2, 3, 5)
    assert records.load_classes(SERIES[3], SERIES[:3]) == (8,)
    assert records.load_classes(SERIES[4], SERIES[:4]) == (1,)


def test_deleting_a_record_hands_it_to_the_next():
    history = records.record_history(SERIES[:1] + SERIES[2:])
    assert history[1] == {"reps", "estimate", "volume"}


@given(journals)
def test_the_history_equals_comparing_with_every_earlier_set(sets):
    full = [records.record_kinds(new, sets[:i]) for i, new in enumerate(sets)]
    assert records.record_history(sets) == full


@given(journals)
def test_a_set_done_again_is_no_record(sets):
    history = records.record_history([work for each in sets for work in (each, each)])
    assert all(not kinds for kinds in history[1::2])


def test_without_a_load_only_repetitions_count():
    band = [RecordSet(None, 12), RecordSet(None, 12), RecordSet(None, 15), RecordSet(D(20), 5)]
    history = records.record_history(band)
    assert history == [{"reps"}, set(), {"reps"}, {"load", "estimate", "volume"}]


def test_less_assistance_is_a_record_of_load_alone():
    assert records.record_kinds(RecordSet(D(-10), 8), [RecordSet(D(-15), 8)]) == {"load"}


def test_more_than_twelve_repetitions_make_no_estimate():
    assert "estimate" not in records.record_kinds(RecordSet(D(60), 13), [])


def test_a_best_beaten_on_both_sides_does_not_stand():
    sets = [*SERIES, RecordSet(None, 20), RecordSet(D(95), 9)]
    assert records.standing_bests(sets) == {
        1: RecordSet(D(110), 1),
        5: RecordSet(D(100), 6),
        8: RecordSet(D(95), 9),
    }
    assert records.standing_bests([]) == {}


@given(journals)
def test_standing_bests_get_lighter_as_repetitions_rise(sets):
    loads = [best.load_kg for best in records.standing_bests(sets).values()]
    assert loads == sorted(set(loads), reverse=True)


@pytest.mark.parametrize(
    ("new", "longest"),
    [
        (Effort(D(24), 41), True),
        (Effort(D(24), 40), False),
        (Effort(D(32), 10), True),
        (Effort(D(20), 35), False),
    ],
)
def test_carries_and_holds_are_compared_at_their_load_or_more(new, longest):
    assert records.is_longest(new, [Effort(D(24), 40), Effort(D(20), 30)]) is longest


def test_times_are_beaten_by_less():
    assert records.is_fastest(D("419.9"), [420, 431])
    assert not records.is_fastest(420, [420])
    assert records.is_fastest(500, [])


def test_week_old_records_are_news_and_older_are_not():
    today = date(2025, 11, 20)
    assert records.is_news(date(2025, 11, 13), today)
    assert not records.is_news(date(2025, 11, 12), today)
