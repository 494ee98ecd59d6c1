"""Where strength and body weight are heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import Literal

from training.slope import theil_sen

type Level = Literal["beginner", "intermediate", "advanced"]
type Heading = Literal["improving", "declining", "plateau", "inconclusive", "insufficient_data"]
type Realism = Literal["green", "amber", "red"]

SMALLEST_GAIN: dict[Level, float] = {"beginner": 0.5, "intermediate": 0.25, "advanced": 0.1}
"""Smallest worthwhile gain of strength, per cent a week (our rule)."""

MOST_SESSIONS = 12
_FEWEST_SESSIONS = 6
_SHORTEST_SPAN = timedelta(days=21)
_KEEP = Decimal("0.9")  # what a day leaves of the old trend
_WINDOW = timedelta(days=28)
_FEWEST_WEIGH_INS = 8
_LARGEST_JUMP = Decimal("0.05")


@dataclass(frozen=True)
class StrengthTrend:
    """Per cent of the median estimate a week, with its 95 % interval."""

    heading: Heading
    percent_a_week: float | None = None
    low: float | None = None
    high: float | None = None


def strength_trend(
    estimates: Sequence[tuple[date, float]], level: Level = "intermediate"
) -> StrengthTrend:
    """Whether one exercise is improving, by its best estimate of each session.

    Uses the last 12 sessions; needs 6 of them over 21 days (our rule). One formula
    throughout; leave out deload weeks and sessions with pain of 4 or more.
    """
    recent = sorted(estimates)[-MOST_SESSIONS:]
    if len(recent) < _FEWEST_SESSIONS or recent[-1][0] - recent[0][0] < _SHORTEST_SPAN:
        return StrengthTrend("insufficient_data")
    values = [value for _, value in recent]
    slope = theil_sen([(day - recent[0][0]).days for day, _ in recent], values)
    middle = median(values)
    if slope is None or middle <= 0:
        return StrengthTrend("insufficient_data")
    weekly = [part * 700 / middle for part in (slope.middle, slope.low, slope.high)]
    return StrengthTrend(_heading(weekly[1], weekly[2], SMALLEST_GAIN[level]), *weekly)


def goal_realism(
    now: Decimal | float, goal: Decimal | float, weeks: float, best_percent_a_week: float
) -> Realism | None:
    """How a goal compares with the upper bound of the present trend (our rule).

    Green up to that pace, amber up to twice it, red above. None without weeks or values.
    """
    if now <= 0 or goal <= 0 or weeks <= 0:
        return None
    needed = ((float(goal) / float(now)) ** (1 / weeks) - 1) * 100
    if needed <= max(0.0, best_percent_a_week):
        return "green"
    return "amber" if needed <= 2 * best_percent_a_week else "red"


def trend_weight(weigh_ins: Sequence[tuple[date, Decimal]]) -> list[tuple[date, Decimal]]:
    """Body weight in kilograms without its daily noise, one point for each day weighed.

    Exponential smoothing, a tenth a day (The Hacker's Diet); missing days weigh in at once
    (our rule). Of several weights on a day the first given counts.
    """
    first_of_day: dict[date, Decimal] = {}
    for day, weight_kg in weigh_ins:
        first_of_day.setdefault(day, weight_kg)
    trend: list[tuple[date, Decimal]] = []
    for day, weight_kg in sorted(first_of_day.items()):
        if trend:
            before, level = trend[-1]
            weight_kg = level + (1 - _KEEP ** (day - before).days) * (weight_kg - level)
        trend.append((day, weight_kg))
    return trend


def weekly_rate(weigh_ins: Sequence[tuple[date, Decimal]], today: date) -> float | None:
    """Change of trend weight in kilograms a week, over the 28 days up to `today`.

    None with fewer than 8 days weighed in that time (our rule).
    """
    trend = trend_weight([point for point in weigh_ins if point[0] <= today])
    recent = [(day, level) for day, level in trend if today - day < _WINDOW]
    if len(recent) < _FEWEST_WEIGH_INS:
        return None
    days = [(day - recent[0][0]).days for day, _ in recent]
    slope = theil_sen(days, [float(level) for _, level in recent])
    return None if slope is None else slope.middle * 7


def needs_confirming(before: tuple[date, Decimal], after: tuple[date, Decimal]) -> bool:
    """Whether a weight is more than 5 % from the one a day before: likely a slip of typing."""
    (day, weight_kg), (next_day, next_kg) = before, after
    within_a_day = abs((next_day - day).days) <= 1
    return within_a_day and abs(next_kg - weight_kg) > weight_kg * _LARGEST_JUMP


def _heading(low: float, high: float, smallest_gain: float) -> Heading:
    if low > 0:
        return "improving"
    if high < 0:
        return "declining"
    return "plateau" if high < smallest_gain else "inconclusive"
