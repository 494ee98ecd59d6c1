"""Slopes that one odd day cannot bend: Theil–Sen with its interval, and Mann–Kendall."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import copysign, sqrt
from statistics import NormalDist, median

_TAIL = 0.025  # two-sided 95 %


@dataclass(frozen=True)
class Slope:
    """Change of y for one of x, with the bounds of its 95 % interval."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class MannKendall:
    """Test for a rising or falling order: score S, its variance, z and two-sided p."""

    s: int
    variance: float
    z: float
    p: float


def theil_sen(xs: Sequence[float], ys: Sequence[float]) -> Slope | None:
    """Median of the slopes between all pairs; None without two different x.

    The interval comes from Kendall's variance, ties removed, as in SciPy's `theilslopes`.
    Sources: Theil 1950, Sen 1968. Cost grows with the square of the points.
    """
    points = list(zip(xs, ys, strict=True))
    pairs = [(b[0] - a[0], b[1] - a[1]) for a, b in combinations(points, 2)]
    slopes = sorted(rise / run for run, rise in pairs if run)
    if not slopes:
        return None
    spread = sqrt(max(0.0, kendall_variance(len(xs), _ties(xs) + _ties(ys))))
    reach = -NormalDist().inv_cdf(_TAIL) * spread
    low = max(round((len(slopes) - reach) / 2) - 1, 0)
    high = min(round((len(slopes) + reach) / 2), len(slopes) - 1)
    return Slope(median(slopes), slopes[low], slopes[high])


def mann_kendall(ys: Sequence[float]) -> MannKendall | None:
    """Order test on values in time order, with continuity correction; None when all tie."""
    s = sum((b > a) - (b < a) for a, b in combinations(ys, 2))
    variance = kendall_variance(len(ys), _ties(ys))
    if variance <= 0:
        return None
    z = 0.0 if s == 0 else (s - copysign(1, s)) / sqrt(variance)
    return MannKendall(s, variance, z, 2 * NormalDist().cdf(-abs(z)))


def kendall_variance(count: int, ties: Sequence[int]) -> float:
    """Variance of Kendall's S for `count` values with groups of `ties` equal ones."""
    return (_cubic(count) - sum(_cubic(size) for size in ties)) / 18


def _cubic(n: int) -> int:
    return n * (n - 1) * (2 * n + 5)


def _ties(values: Sequence[float]) -> list[int]:
    return [size for size in Counter(values).values() if size > 1]
