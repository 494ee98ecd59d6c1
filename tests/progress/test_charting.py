"""The geometry of stacked columns: pure numbers in, places out."""

from decimal import Decimal

import pytest

from progress.charting import Column, levels, stack_chart


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, [0]),
        (3, [0, 5]),
        (25, [0, 5, 10, 15, 20, 25]),
        (78, [0, 20, 40, 60, 80]),
        (77.8, [0, 20, 40, 60, 80]),
        (499, [0, 100, 200, 300, 400, 500]),
        (2600, [0, 600, 1200, 1800, 2400, 3000]),
    ],
)
def test_levels_are_round_and_few(most, expected):
    assert levels(most) == expected


def test_a_column_stands_on_the_ground_and_its_parts_on_each_other():
    sets = {"lats": Decimal(40), "arms": Decimal(20), "other": Decimal(99)}
    stack = stack_chart("", [Column("1 Sep", sets)], (38, 72), height=100)
    lats, arms = stack.columns[0].parts
    assert (lats.region, lats.y, lats.height) == ("lats", "51.0", "48.0")
    assert (arms.region, arms.y, arms.height) == ("arms", "26.0", "23.0")
    assert stack.columns[0].total == "60"
    assert (stack.band[0].y, stack.band_height) == ("10.0", "42.5")


def test_a_week_without_sets_draws_nothing_but_keeps_its_place():
    first, second = stack_chart("", [Column("a", {}), Column("b", {})], (1, 2)).columns
    assert first.parts == []
    assert first.total == ""
    assert (first.middle, second.middle) == ("25.00%", "75.00%")


def test_a_sliver_is_still_to_be_seen():
    stack = stack_chart("", [Column("", {"lats": Decimal("0.5")})], (38, 72))
    assert float(stack.columns[0].parts[0].height) >= 0.5


def test_many_columns_keep_few_labels_and_no_totals():
    columns = [Column(str(n), {"lats": Decimal(9)}, is_now=n == 51) for n in range(52)]
    drawn = stack_chart("", columns, (38, 72)).columns
    assert 3 < len([column for column in drawn if column.label]) <= 8
    assert drawn[-1].label == "51"
    assert not any(column.total for column in drawn)


def test_a_phone_shows_the_last_total_and_every_second_before_it():
    columns = [Column(str(n), {"lats": Decimal(9)}) for n in range(12)]
    spare = [column.total_is_spare for column in stack_chart("", columns, (38, 72)).columns]
    assert spare[-3:] == [False, True, False]
