"""Body weight: what it was on a day, and where it is heading."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from catalogue.models import Exercise
from progress.models import Measurement
from training.effective_load import body_weight_on
from training.trend import trend_weight, weekly_rate

FRESH = timedelta(days=30)
SETTLED = timedelta(days=60)  # before which a weight leaves less than 0.2 % in the trend
ON_BODY_WEIGHT = {Exercise.LoadType.BODYWEIGHT_PLUS, Exercise.LoadType.ASSISTED}


class BodyWeights:
    """A member's weights by day, kilograms: (day, weight) with the oldest first.

    `are_needed`: whether there is a lift that cannot be reckoned without them.
    """

    def __init__(self, weigh_ins=(), are_needed=False):
        self.weigh_ins, self.are_needed = list(weigh_ins), are_needed
        self.days = [day for day, _ in self.weigh_ins]

    def on(self, day):
        """The latest weight up to `day` that is at most 30 days old, or None."""
        begin, end = bisect_left(self.days, day - FRESH), bisect_right(self.days, day)
        return body_weight_on(day, self.weigh_ins[begin:end])


class WeighedDay(NamedTuple):
    """A day's first weight and the trend on it, kilograms."""

    day: date
    weight_kg: Decimal
    trend_kg: Decimal


@dataclass(frozen=True)
class WeightTrend:
    """The days on show, oldest first, and kilograms a week over the last 28 days or None."""

    days: list[WeighedDay]
    rate: float | None

    @property
    def last(self):
        return self.days[-1] if self.days else None


def moves_body(exercise):
    """Whether the loads of `exercise` cannot be reckoned without body weights: mostly not."""
    return exercise.load_type in ON_BODY_WEIGHT and exercise.bodyweight_factor is not None


def weights_since(first, measurements):
    """The body weights that the loads of lifts since `first` need."""
    return BodyWeights(_daily(measurements, first and first - FRESH), are_needed=True)


def weight_trend(measurements, first, today):
    """The weights since `first` (None: all) and their trend, which knows what came before."""
    weigh_ins = _daily(measurements, first and first - SETTLED)
    shown = [
        WeighedDay(day, weight, trend)
        for (day, weight), (_, trend) in zip(weigh_ins, trend_weight(weigh_ins), strict=True)
        if first is None or day >= first
    ]
    lately = [point for point in weigh_ins if point[0] >= today - FRESH - SETTLED]
    return WeightTrend(shown, weekly_rate(lately, today))


def _daily(measurements, since):
    """The first weight of each day since `since`, oldest first. One query along the index."""
    weights = measurements.filter(site=Measurement.Site.BODY_MASS)
    if since:
        weights = weights.filter(measured_on__gte=since)
    newest_first = weights.newest_first().values_list("measured_on", "value")
    return sorted(dict(newest_first).items())  # the last one given of a day is its first weight
