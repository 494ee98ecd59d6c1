"""Estimated one-repetition maximum: six formulas, and the RPE chart.

Every value is an estimate. Deadlift equations usually read low, and people stop about
one repetition earlier than they think (Halperin 2022), so estimates with reps in
reserve read slightly low too.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from math import exp, isfinite
from typing import Literal

from training.steps import Step

type Formula = Literal["epley", "brzycki", "lombardi", "mayhew", "oconner", "wathan"]

_MOST_REPS = 12
_SURE_REPS = 10
_MOST_RESERVE = 4
_LOWEST_FORM = 3

_FORMULAS: dict[Formula, Callable[[float, float], float]] = {
    "epley": lambda load, reps: load * (1 + reps / 30),
    "brzycki": lambda load, reps: load * 36 / (37 - reps),
    "lombardi": lambda load, reps: load * reps**0.10,
    "mayhew": lambda load, reps: 100 * load / (52.2 + 41.9 * exp(-0.055 * reps)),
    "oconner": lambda load, reps: load * (1 + 0.025 * reps),
    "wathan": lambda load, reps: 100 * load / (48.8 + 53.8 * exp(-0.075 * reps)),
}

FORMULAS: tuple[Formula, ...] = tuple(_FORMULAS)

# fmt: off
_RTS_CHART = (
    1.000, 0.978, 0.955, 0.939, 0.922, 0.907, 0.892, 0.878, 0.863, 0.850, 0.837,
    0.824, 0.811, 0.799, 0.786, 0.774, 0.762, 0.751, 0.739, 0.723, 0.707, 0.694,
    0.680, 0.667, 0.653, 0.640, 0.626, 0.613, 0.599, 0.586, 0.572,
)
# fmt: on


def may_estimate(
    *, multi_joint: bool, warm_up: bool, form: int | None, stopped_by_pain: bool
) -> bool:
    """Whether a set may feed an estimate at all (our rule).

    Refused: warm-ups, isolation lifts, sets stopped by pain, and form rated 1 or 2 of 5.
    """
    clean = form is None or form >= _LOWEST_FORM
    return multi_joint and clean and not (warm_up or stopped_by_pain)


def estimate(
    load_kg: Decimal | float,
    reps: int,
    *,
    rir: Decimal | float | None = None,
    formula: Formula = "epley",
) -> float | None:
    """Estimated one-repetition maximum, in kilograms; None where no estimate is honest.

    `load_kg` is the effective load. Repetitions in reserve count as repetitions (our
    rule; 0 to 4). A single to failure is its own maximum. Valid to 12 repetitions, sure
    to 10 (Reynolds 2006). Sources: Epley 1985, Brzycki 1993, Lombardi 1989, Mayhew 1992,
    O'Conner 1989, Wathan 1994.
    """
    load, total = float(load_kg), _reps_to_failure(reps, rir)
    if total is None or not isfinite(load) or load <= 0:
        return None
    return load if total == 1 else _FORMULAS[formula](load, total)


def best_estimate(
    sets: Iterable[tuple[Decimal | float, int, Decimal | float | None]],
    formula: Formula = "epley",
) -> float | None:
    """The highest estimate, in kilograms, of a session's sets (load_kg, reps, rir)."""
    found = (estimate(load, reps, rir=rir, formula=formula) for load, reps, rir in sets)
    return max((value for value in found if value is not None), default=None)


def is_low_confidence(reps: int, rir: Decimal | float | None = None) -> bool:
    """Whether an estimate from 11 or 12 repetitions (reserve included) needs a caution."""
    total = _reps_to_failure(reps, rir)
    return total is not None and total > _SURE_REPS


def chart_share(reps: int, rpe: Decimal | float) -> float | None:
    """Share of the one-repetition maximum at `reps` and RPE, from the RTS chart.

    RPE 6 to 10 in halves; repetitions plus reserve up to 12. Population averages.
    Source: M. Tuchscherer, Reactive Training Systems; RPE = 10 − RIR (Zourdos 2016).
    """
    rir = 10 - float(rpe)
    if _reps_to_failure(reps, rir) is None or (2 * rir) % 1:
        return None
    return _RTS_CHART[2 * (reps - 1) + int(2 * rir)]


def chart_estimate(load_kg: Decimal | float, reps: int, rpe: Decimal | float) -> float | None:
    """Estimated one-repetition maximum, in kilograms, from the RTS chart."""
    share, load = chart_share(reps, rpe), float(load_kg)
    return load / share if share and isfinite(load) and load > 0 else None


def load_for(
    e1rm_kg: Decimal | float, reps: int, rpe: Decimal | float, step: Step
) -> Decimal | None:
    """The load, in kilograms, for `reps` at RPE by the RTS chart, to the nearest step."""
    share, e1rm = chart_share(reps, rpe), float(e1rm_kg)
    if share is None or not isfinite(e1rm) or e1rm <= 0:
        return None
    return step.nearest(Decimal(e1rm * share))


def added_estimate(system_e1rm_kg: float, body_weight_kg: Decimal | float) -> float:
    """Added load of a one-repetition pull-up, in kilograms; negative is assistance.

    The estimate is made on the whole system, body weight and added load together.
    """
    return system_e1rm_kg - float(body_weight_kg)


def body_weight_ratio(e1rm_kg: float, body_weight_kg: Decimal | float) -> float | None:
    """One-repetition maximum as a multiple of body weight; None without a body weight."""
    return e1rm_kg / float(body_weight_kg) if body_weight_kg > 0 else None


def _reps_to_failure(reps: int, rir: Decimal | float | None) -> float | None:
    """Repetitions done and left, 1 to 12; None outside."""
    reserve = 0.0 if rir is None else float(rir)
    if reps < 1 or reps != int(reps) or not 0 <= reserve <= _MOST_RESERVE:
        return None
    total = reps + reserve
    return total if total <= _MOST_REPS else None
