"""Signs that rest is due: each rule just below, at and just above its threshold."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from training import recovery
from training.recovery import Flag, HardDay
from training.trend import StrengthTrend

TODAY = date(2026, 11, 20)  # a Friday
DAY = timedelta(days=1)
BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)


def hard_days(hours, sets=4, earlier=4, rir=None):
    return [HardDay(NOON, earlier, rir), HardDay(NOON + timedelta(hours=hours), sets)]


@pytest.mark.parametrize(
    ("hours", "rir", "soon"),
    [
        (47.99, None, True), (48, None, False), (48.01, None, False),
        (47.99, 3.9, True), (47.99, 4, False),
        (23.99, 4, True), (24, 4, False), (24.01, 4, False),
    ],
)  # fmt: skip
def test_hard_days_want_48_hours_between_and_24_where_easy(hours, rir, soon):
    assert bool(recovery.too_soon(hard_days(hours, rir=rir))) == soon


@pytest.mark.parametrize(
    ("earlier", "sets", "soon"), [(3, 4, False), (4, 3, False), (4, 4, True), (5, 5, True)]
)
def test_only_days_of_four_sets_are_hard(earlier, sets, soon):
    assert bool(recovery.too_soon(hard_days(30, sets, earlier))) == soon


def test_of_several_the_latest_too_soon_is_told_in_whatever_order_they_come():
    days = [HardDay(NOON + timedelta(hours=hours), 4) for hours in (0, 40, 120, 150, 220)]
    later, hours = recovery.too_soon(days[::-1])
    assert (later.began_at, hours) == (NOON + timedelta(hours=150), 30)


@pytest.mark.parametrize(
    ("first", "second", "hours"),
    [
        # clocks go back on 25 October and forward on 29 March
        ("2026-10-24T18:00", "2026-10-26T17:00", 48),
        ("2026-10-24T18:00", "2026-10-26T16:59", 47 + 59 / 60),
        ("2026-03-28T18:00", "2026-03-30T18:00", 47),
        ("2026-03-28T18:00", "2026-03-30T19:00", 48),
    ],
)
def test_hours_are_those_that_passed_though_clocks_change(first, second, hours):
    moments = (datetime.fromisoformat(at).replace(tzinfo=BERLIN) for at in (first, second))
    days = [HardDay(at, 4) for at in moments]
    assert recovery.hours_between(*(day.began_at for day in days)) == pytest.approx(hours)
    assert bool(recovery.too_soon(days)) == (hours < 48)


def test_hours_are_those_that_passed_on_a_journey():
    home = datetime(2026, 11, 16, 20, tzinfo=ZoneInfo("Pacific/Auckland"))
    there = datetime(2026, 11, 17, 7, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert recovery.hours_between(home, there) == 32
    assert recovery.too_soon([HardDay(there, 4), HardDay(home, 4)])[0].began_at == there


@pytest.mark.parametrize(
    ("sets", "usual", "more"),
    [
        ("20", "20", False), ("20.5", "20", True), ("20.5", None, True), ("19.5", None, False),
        ("13", "10", False), ("14", "10", True), ("13.5", "10", False),  # 4 more
        ("17.5", "13.5", False), ("18", "13.5", True), ("4", "0", True), ("3.5", "0", False),
    ],
)  # fmt: skip
def test_a_week_is_much_more_above_20_or_well_above_ones_own(sets, usual, more):
    assert recovery.much_more(Decimal(sets), usual and Decimal(usual)) == more


def efforts(*values):
    return [(TODAY - 4 * n * DAY, value) for n, value in enumerate(reversed(values))]


@pytest.mark.parametrize(
    ("heading", "values", "flagged"),
    [
        ("declining", (7, 7.5, 8, 8, 8.5, 9, 9.5), True),
        ("plateau", (7, 7.5, 8, 8, 8.5, 9, 9.5), False),
        ("declining", (8, 8, 8, 8, 8, 8, 8), False),  # the lower bound is exactly 0
        ("declining", (9, 8.5, 8, 8, 7.5, 7, 7), False),
        ("declining", (7, 8, 8.5, 9, 9.5), False),  # five sessions are too few
        ("declining", (7, 8, 8.5, 9, 9.5, 10), True),
        ("declining", (), False),
    ],
)
def test_weaker_for_more_effort_needs_both(heading, values, flagged):
    assert recovery.weaker_for_more(StrengthTrend(heading), efforts(*values)) == flagged


@pytest.mark.parametrize(
    ("days", "none"),
    [(range(6), False), (range(7), True), (range(1, 8), True), (range(1, 7), False),
     (range(2, 9), False), ([0, 1, 2, 4, 5, 6, 7], False)],
)  # fmt: skip
def test_seven_days_in_a_row_have_no_rest_day(days, none):
    assert recovery.no_rest_day([TODAY - n * DAY for n in days], TODAY) == none


def test_two_workouts_on_a_day_do_not_make_two_days():
    assert not recovery.no_rest_day([TODAY - n * DAY for n in (0, 0, 1, 2, 3, 4, 5)], TODAY)


@pytest.mark.parametrize(("ago", "back"), [(13, False), (14, False), (15, True), (400, True)])
def test_a_break_is_more_than_14_days(ago, back):
    assert recovery.back_from_break(TODAY - ago * DAY, TODAY) == back


def test_who_never_trained_is_not_back():
    assert not recovery.back_from_break(None, TODAY)


@pytest.mark.parametrize(("ago", "holds"), [(-1, False), (0, True), (6, True), (7, False)])
def test_a_flag_holds_for_seven_days(ago, holds):
    assert Flag("R-VOL", TODAY - ago * DAY).holds(TODAY) == holds


@pytest.mark.parametrize(
    ("flags", "proposed"),
    [
        ([], False),
        ([("R-VOL", 0)], False),
        ([("R-VOL", 0), ("R-VOL", 1)], False),  # one sign twice
        ([("R-VOL", 0), ("R-48", 0), ("R-REST", 0)], False),  # the others only inform
        ([("R-VOL", 0), ("R-PERF", 6)], True),
        ([("R-VOL", 0), ("R-PERF", 7)], False),
    ],
)
def test_two_signs_within_a_week_propose_a_lighter_one(flags, proposed):
    flags = [Flag(code, TODAY - ago * DAY) for code, ago in flags]
    assert recovery.proposes_deload(flags, TODAY) == proposed


def weeks_of(*days_each):
    """Days of training in the weeks before this one, the last first."""
    monday = TODAY - TODAY.weekday() * DAY
    return [
        monday - timedelta(weeks=n) + day * 2 * DAY
        for n, days in enumerate(days_each, 1)
        for day in range(days)
    ]


@pytest.mark.parametrize(
    ("days_each", "weeks"), [((), 0), ((1, 2), 0), ((2, 2, 1, 2), 2), ((3, 2, 4, 2), 4)]
)
def test_weeks_of_two_days_load(days_each, weeks):
    assert recovery.loading_weeks(weeks_of(*days_each), [], TODAY) == weeks


@pytest.mark.parametrize(("ago", "weeks"), [(0, 0), (4, 0), (5, 0), (12, 1), (18, 1), (19, 2)])
def test_a_lighter_day_begins_the_count_again(ago, weeks):
    assert recovery.loading_weeks(weeks_of(3, 3, 3, 3), [TODAY - ago * DAY], TODAY) == weeks


@pytest.mark.parametrize(
    ("weeks", "level", "due"),
    [
        (5, "beginner", False), (6, "beginner", True), (7, "beginner", True),
        (4, "intermediate", False), (5, "intermediate", True),
        (3, "advanced", False), (4, "advanced", True),
    ],
)  # fmt: skip
def test_a_lighter_week_is_due_after_four_to_six(weeks, level, due):
    assert recovery.deload_due(weeks, level) == due
