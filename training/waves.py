"""Training-max waves, and correcting the load within a session by RPE."""

from decimal import Decimal
from typing import NamedTuple

from training.steps import Step
from training.units import round_to_step

_SHARE_OF_MAX = Decimal("0.9")
_STEP = Decimal("2.5")
_MORE_UPPER, _MORE_LOWER = Decimal("2.5"), Decimal(5)
_PER_RPE, _LARGEST_CHANGE = Decimal("0.04"), Decimal("0.10")

# week: (per cent of the training max, repetitions); the last set of weeks 1 to 3 is open
_WAVE: dict[int, tuple[tuple[int, int], ...]] = {
    1: ((65, 5), (75, 5), (85, 5)),
    2: ((70, 3), (80, 3), (90, 3)),
    3: ((75, 5), (85, 3), (95, 1)),
    4: ((40, 5), (50, 5), (60, 5)),
}
_LIGHT_WEEK = 4


class WaveSet(NamedTuple):
    """A set of the wave; an open one goes on while 1 repetition stays in reserve."""

    load_kg: Decimal
    reps: int
    is_open: bool


def training_max(one_rep_max_kg: Decimal) -> Decimal:
    """Nine tenths of the one-repetition maximum, to the nearest 2.5 kg."""
    return round_to_step(one_rep_max_kg * _SHARE_OF_MAX, _STEP)


def wave(training_max_kg: Decimal, week: int, step: Step) -> tuple[WaveSet, ...]:
    """The sets of week 1 to 4, to the nearest step; none for any other week."""
    sets = _WAVE.get(week, ())
    return tuple(
        WaveSet(
            step.nearest(training_max_kg * percent / 100),
            reps,
            week != _LIGHT_WEEK and (percent, reps) == sets[-1],
        )
        for percent, reps in sets
    )


def next_training_max(training_max_kg: Decimal, last_set_reps: int, *, lower_body: bool) -> Decimal:
    """The training max after week 3, whose last set asks for 1 repetition (our rule).

    Reached: 2.5 kg more, 5 kg for the lower body. Missed: a tenth less, to 2.5 kg.
    """
    if last_set_reps >= _WAVE[3][-1][1]:
        return training_max_kg + (_MORE_LOWER if lower_body else _MORE_UPPER)
    return round_to_step(training_max_kg * _SHARE_OF_MAX, _STEP)


def corrected_load(
    load_kg: Decimal, target_rpe: Decimal | float, actual_rpe: Decimal | float, step: Step
) -> Decimal:
    """The load for the next set: 4 % less for each RPE point above the aim (Helms 2018).

    At most 10 % either way (our rule), to the nearest step.
    """
    change = (Decimal(target_rpe) - Decimal(actual_rpe)) * _PER_RPE
    capped = max(-_LARGEST_CHANGE, min(_LARGEST_CHANGE, change))
    return step.nearest(load_kg * (1 + capped))
