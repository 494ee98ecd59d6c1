"""Targets of sets in a week that changes them."""

from decimal import Decimal

from training.set_targets import SetTarget
from training.week_targets import counted, eased, with_reserve, with_sets

WARM_UP = SetTarget(5, 5, kind="warm_up")
WORK = SetTarget(6, 8, rir=Decimal(2))
LAST = SetTarget(10, 10)
DROP = SetTarget(8, 8, kind="drop")


def test_warm_ups_and_drops_are_no_sets():
    assert counted([WARM_UP, WORK, LAST, DROP]) == 2


def test_fewer_sets_keep_the_first_and_what_belongs_to_them():
    assert with_sets([WARM_UP, WORK, DROP, LAST, DROP], 1) == (WARM_UP, WORK, DROP)


def test_more_sets_are_the_last_again():
    assert with_sets([WORK, LAST], 4) == (WORK, LAST, LAST, LAST)
    assert with_sets([WORK, LAST, DROP], 3) == (WORK, LAST, DROP, LAST)


def test_as_many_sets_as_there_are_change_nothing():
    assert with_sets([WARM_UP, WORK, LAST, DROP], 2) == (WARM_UP, WORK, LAST, DROP)


def test_reserve_changes_where_a_set_says_it():
    assert [t.rir for t in with_reserve([WORK, LAST], Decimal(2))] == [4, None]
    assert with_reserve([WORK], Decimal(-5))[0].rir == 0


def test_a_lighter_week_has_no_drops_and_no_set_to_its_end():
    hard = SetTarget(5, 5, kind="amrap")
    assert eased([WORK, hard, DROP]) == (WORK, SetTarget(5, 5))
