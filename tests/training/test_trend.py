"""Where strength and body weight are heading."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.vectors import close, vectors
from training import trend
from training.slope import Slope, mann_kendall, theil_sen

D = Decimal
DAY = date(2025, 3, 3)


def on(days):
    return DAY + timedelta(days=days)


def series(days, values):
    return [(on(day), float(value)) for day, value in zip(days, values, strict=True)]


@pytest.mark.parametrize("case", vectors("plateau"))
def test_strength_trends_match_the_worked_examples(case):
    found = trend.strength_trend(series(case["days"], case["e1rm"]))
    assert found.heading == case["result"]
    if "lo" in case:
        assert found.percent_a_week == close(case["slope_pct_week"], 3)
        assert (found.low, found.high) == (close(case["lo"], 3), close(case["hi"], 3))


@pytest.mark.parametrize("case", [case for case in vectors("plateau") if "S" in case])
def test_mann_kendall_matches_the_worked_examples(case):
    test = mann_kendall([float(value) for value in case["e1rm"]])
    assert (test.s, test.variance) == (case["S"], close(case["varS"], 3))
    assert (test.z, test.p) == (close(case["z"], 2), close(case["p"], 3))


def test_mann_kendall_with_ties():
    flat = mann_kendall([1, 2, 2, 1])
    assert (flat.s, flat.z, flat.p) == (0, 0, pytest.approx(1))
    assert mann_kendall([5, 5, 5]) is None
    assert mann_kendall([]) is None


FLAT = [100, 100.2, 99.9, 100.1, 100, 99.8, 100.1, 100, 100.1, 99.9]


@pytest.mark.parametrize(
    ("days", "values", "heading"),
    [
        (range(0, 50, 5), FLAT, "plateau"),
        (range(0, 25, 4), [100, 104, 97, 105, 98, 106, 103], "inconclusive"),
        ([0, 4, 8, 12, 16, 20], [100, 101, 102, 103, 104, 105], "insufficient_data"),  # 20 days
        ([0, 4, 8, 12, 16, 21], [100, 101, 102, 103, 104, 105], "improving"),
        ([0] * 6, [100] * 6, "insufficient_data"),
        ([], [], "insufficient_data"),
    ],
)
def test_headings(days, values, heading):
    assert trend.strength_trend(series(days, values)).heading == heading


def test_a_gain_too_small_for_a_beginner_may_do_for_others():
    points = series(range(0, 60, 6), [100, 101, 100.5, 100, 101, 100.4, 101, 100.2, 100.8, 101])
    assert trend.strength_trend(points, "beginner").heading == "plateau"
    assert trend.strength_trend(points, "advanced").heading == "inconclusive"


def test_only_the_last_twelve_sessions_count():
    rise = series(range(0, 48, 4), range(100, 112))
    fall = series(range(-40, 0, 4), range(140, 130, -1))
    assert trend.strength_trend(fall + rise) == trend.strength_trend(rise)


def test_theil_sen_needs_two_days():
    assert theil_sen([], []) is None
    assert theil_sen([3, 3], [1, 2]) is None
    assert theil_sen([0, 1], [5, 7]) == Slope(2, 2, 2)


def test_the_interval_of_six_points_leaves_out_one_slope_at_each_end():
    xs, ys = [0, 1, 2, 3, 4, 5], [0, 1, 4, 9.5, 16, 25.25]
    slopes = sorted((ys[j] - ys[i]) / (j - i) for i in xs for j in xs if i < j)
    assert theil_sen(xs, ys) == Slope(slopes[7], slopes[1], slopes[13])


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=10), st.integers(-20, 20))
def test_theil_sen_follows_a_straight_line_exactly(extra, rise):
    xs = range(len(extra))
    assert theil_sen(xs, [rise * x for x in xs]) == Slope(rise, rise, rise)
    found = theil_sen(xs, extra)
    assert found.low <= found.middle <= found.high


@pytest.mark.parametrize(
    ("goal", "weeks", "pace", "light"),
    [
        (100, 10, -1, "green"),
        (105, 10, 0.5, "green"),
        (105, 10, 0.25, "amber"),
        (105, 10, 0.2, "red"),
        (105, 10, 0, "red"),
        (105, 10, -1, "red"),
        (105, 0, 1, None),
        (0, 10, 1, None),
    ],
)
def test_goals_are_weighed_against_the_pace(goal, weeks, pace, light):
    assert trend.goal_realism(D(100), goal, weeks, pace) == light


def test_no_present_no_goal():
    assert trend.goal_realism(0, 100, 10, 1) is None


@pytest.mark.parametrize("case", vectors("trend"))
def test_trend_weights_match_the_worked_examples(case):
    levels = trend.trend_weight([(on(day), D(weight)) for day, weight in case["points"]])
    assert [float(level) for _, level in levels] == [close(value, 3) for value in case["trend"]]


def test_the_first_weight_of_a_day_counts():
    assert trend.trend_weight([(DAY, D(80)), (DAY, D(85))]) == [(DAY, D(80))]


def test_the_order_of_days_does_not_matter():
    points = [(on(2), D(82)), (on(0), D(80)), (on(1), D(81))]
    assert trend.trend_weight(points) == trend.trend_weight(sorted(points))


weights = st.lists(
    st.tuples(st.integers(0, 400).map(on), st.decimals("30", "250", places=1)),
    min_size=1,
    max_size=20,
    unique_by=lambda point: point[0],
)


@given(weights)
def test_trend_weight_stays_between_lightest_and_heaviest(points):
    lightest, heaviest = min(kg for _, kg in points), max(kg for _, kg in points)
    hair = D("1e-20")
    levels = [level for _, level in trend.trend_weight(points)]
    assert all(lightest - hair <= level <= heaviest + hair for level in levels)
    assert len(levels) == len(points)


def test_weekly_rate_of_a_steady_gain():
    gain = [(on(day), D(80) + D(day) / 70) for day in range(120)]
    assert trend.weekly_rate(gain, on(119)) == pytest.approx(0.1, abs=0.001)


def test_weekly_rate_needs_eight_weigh_ins_in_28_days():
    days = [0, 4, 8, 12, 16, 20, 24, 27]
    points = [(on(day), D(80)) for day in days]
    assert trend.weekly_rate(points, on(27)) == 0
    assert trend.weekly_rate(points, on(28)) is None  # the first is too old
    assert trend.weekly_rate(points, on(26)) is None  # the last is not yet known
    assert trend.weekly_rate([], DAY) is None


@pytest.mark.parametrize(
    ("days", "kg", "doubtful"), [(1, "84.1", True), (1, "84", False), (2, "90", False)]
)
def test_a_jump_of_more_than_a_twentieth_in_a_day_is_doubted(days, kg, doubtful):
    assert trend.needs_confirming((DAY, D(80)), (on(days), D(kg))) is doubtful
    assert trend.needs_confirming((DAY, D(80)), (DAY, D("75.9"))) is True
