"""Signs that rest is due: flags from what was logged, and whether a lighter week is.

All rules are ours, but the numbers of deloads: 246 competitive lifters took one every 5.6 weeks
(standard deviation 2.3), for 6.4 days (Rogerson 2024). Wording for members: check your recovery.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from training.breaks import needs_more_rest
from training.slope import theil_sen
from training.trend import Level, StrengthTrend

type Code = Literal["R-48", "R-VOL", "R-PERF", "R-REST", "R-BREAK"]
type Severity = Literal["info", "warn", "start"]

SEVERITY: dict[Code, Severity] = {
    "R-VOL": "warn",
    "R-PERF": "warn",
    "R-48": "info",
    "R-REST": "info",
    "R-BREAK": "start",
}
LASTS = timedelta(days=7)  # a flag, a dismissal, and a lighter week
LOADING_WEEKS: dict[Level, int] = {"beginner": 6, "intermediate": 5, "advanced": 4}
"""Weeks of loading after which a lighter one is due."""

_MOST_SETS, _MORE_SETS, _MORE = 20, 4, Decimal("1.3")
_LONG_BREAK_DAYS, _DAYS = 14, 7
_SIGNALS = 2
_LOADING_DAYS = 2
_SIX = 6


@dataclass(frozen=True)
class HardDay:
    """Direct hard sets of one group in a session, when it began (aware), and their mean RIR."""

    began_at: datetime
    sets: int
    average_rir: float | None = None


@dataclass(frozen=True)
class Flag:
    """A sign, the member's day it is of, and the numbers in words, one for each part."""

    code: Code
    on: date
    parts: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.code]

    def holds(self, today: date) -> bool:
        """Whether it is of the last seven days; a day to come is of none."""
        return timedelta(0) <= today - self.on < LASTS


def hours_between(earlier: datetime, later: datetime) -> float:
    """Hours that passed between two aware moments, whatever clocks were put forward or back."""
    return (later.astimezone(UTC) - earlier.astimezone(UTC)).total_seconds() / 3600


def too_soon(days: Sequence[HardDay]) -> tuple[HardDay, float] | None:
    """R-48: the latest day that came too soon after the one before, and the hours between.

    Four direct hard sets or more on both, with less than 48 hours from one beginning to the
    next; 24 where the earlier sets left 4 repetitions or more on average.
    """
    hard = sorted(days, key=lambda day: day.began_at.astimezone(UTC))
    for earlier, later in reversed(list(zip(hard, hard[1:], strict=False))):
        hours = hours_between(earlier.began_at, later.began_at)
        if needs_more_rest(later.sets, earlier.sets, hours, earlier.average_rir):
            return later, hours
    return None


def much_more(sets: Decimal, usual: Decimal | None) -> bool:
    """R-VOL: more than 20 fractional sets in a week, or well above one's own mean of four weeks.

    That is more than 1.3 times `usual`, and at least 4 sets more; None where it is not known.
    """
    if sets > _MOST_SETS:
        return True
    if usual is None:
        return False
    return sets > usual * _MORE and sets - usual >= _MORE_SETS


def weaker_for_more(trend: StrengthTrend, efforts: Sequence[tuple[date, float]]) -> bool:
    """R-PERF: the estimates decline while the effort (RPE, 0 to 10) rises over the same days.

    It rises where the lower bound of its Theil-Sen slope is above zero.
    """
    if trend.heading != "declining" or len(efforts) < _SIX:
        return False
    first = min(day for day, _ in efforts)
    slope = theil_sen([(day - first).days for day, _ in efforts], [rpe for _, rpe in efforts])
    return slope is not None and slope.low > 0


def no_rest_day(trained_on: Iterable[date], today: date) -> bool:
    """R-REST: trained on each of the seven days up to today, or up to yesterday."""
    days = set(trained_on)
    last = today if today in days else today - timedelta(days=1)
    return all(last - timedelta(days=back) in days for back in range(_DAYS))


def back_from_break(last_on: date | None, today: date) -> bool:
    """R-BREAK: more than 14 days without a session; a member who never trained has no break."""
    return last_on is not None and (today - last_on).days > _LONG_BREAK_DAYS


def signals(flags: Iterable[Flag], today: date) -> list[Flag]:
    """The flags that warn and hold."""
    return [flag for flag in flags if flag.severity == "warn" and flag.holds(today)]


def proposes_deload(flags: Iterable[Flag], today: date) -> bool:
    """Whether two different signs or more warn within a week."""
    return len({flag.code for flag in signals(flags, today)}) >= _SIGNALS


def loading_weeks(trained_on: Iterable[date], lighter: Iterable[date], today: date) -> int:
    """Whole weeks of loading in a row up to the last Sunday, of Mondays to Sundays.

    A week with fewer than two days of training, or with a day of `lighter`, ends the row.
    """
    monday = today - timedelta(days=today.weekday())
    lighter_weeks = {day - timedelta(days=day.weekday()) for day in lighter}
    days: dict[date, int] = {}
    for day in set(trained_on):
        week = day - timedelta(days=day.weekday())
        days[week] = days.get(week, 0) + 1
    if monday in lighter_weeks:
        return 0
    weeks, week = 0, monday - LASTS
    while days.get(week, 0) >= _LOADING_DAYS and week not in lighter_weeks:
        weeks, week = weeks + 1, week - LASTS
    return weeks


def deload_due(weeks: int, level: Level) -> bool:
    """Whether a lighter week is due after so many weeks of loading."""
    return weeks >= LOADING_WEEKS[level]
