"""Training-max waves, and correcting the load within a session by RPE.

Where a member is in a wave, and with which training max, is read from what they lifted: nothing
is stored, so that a set put right later puts right what follows from it.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from training.steps import Step
from training.targets import DoneSet
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
_LAST_WEEK, _LIGHT_WEEK = 3, 4
_SHAPES = {(5, 5): 1, (3, 3): 2, (5, 3): 3}  # the repetitions of the first two sets: the week
_STEEPER = {2: Decimal("1.2"), 3: Decimal("1.4")}  # last set to first: 85/65, or 60/40 if light
_UNCLEAR = Decimal("0.03")
_ANOTHER = Decimal("0.1")  # of a training max: further off, the loads follow another one


class WaveSet(NamedTuple):
    """A set of the wave; an open one goes on while 1 repetition stays in reserve."""

    load_kg: Decimal
    reps: int
    is_open: bool


class WaveState(NamedTuple):
    """The week that comes next, its training max, and how that moved: a sentence, or empty."""

    training_max_kg: Decimal
    week: int
    moved: str = ""


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


def percentages(week: int) -> tuple[int, ...]:
    """Of the training max, set by set."""
    return tuple(percent for percent, _ in _WAVE[week])


def week_of_wave(done: Sequence[DoneSet], before: int | None = None) -> int | None:
    """The week whose sets these are, by what was asked for and how steeply the loads rise.

    Rounding makes small loads of weeks 1 and 4 alike: then the week `before` decides.
    """
    loads = [work.load_kg for work in done[:3] if work.load_kg is not None]
    if len(done) < 2 or len(loads) < len(done[:3]):
        return None
    if not 0 < loads[0] < loads[-1] or sorted(loads) != loads:
        return None
    first, second = (work.asked or work.reps for work in done[:2])
    week = _SHAPES.get((first, second))
    rise = loads[-1] / loads[0] - _STEEPER[len(loads)]
    is_light = rise > _UNCLEAR or (before == _LAST_WEEK and rise > -2 * _UNCLEAR)
    return _LIGHT_WEEK if week == 1 and is_light else week


def max_behind(
    weeks: Sequence[tuple[int, Sequence[DoneSet]]], step: Step, near_kg: Decimal | None = None
) -> Decimal:
    """The training max, a multiple of 2.5 kg, whose weeks come nearest to these loads.

    Rounded loads may stand for two of them: then the one nearer to `near_kg`, or the lower one.
    """
    pairs = [
        (week, number, work.load_kg)
        for week, done in weeks
        for number, work in enumerate(done[:3])
        if work.load_kg is not None
    ]
    whole = [load * 100 / percentages(week)[number] for week, number, load in pairs]
    about = round_to_step(sum(whole, Decimal()) / len(whole), _STEP)

    def misfit(candidate: Decimal) -> tuple[Decimal, Decimal]:
        loads = {week: wave(candidate, week, step) for week, _ in weeks}
        off = sum((abs(loads[week][n].load_kg - load) for week, n, load in pairs), Decimal())
        return off, candidate if near_kg is None else abs(candidate - near_kg)

    return min((about + n * _STEP for n in (-2, -1, 0, 1, 2)), key=misfit)


def next_wave(
    visits: Sequence[Sequence[DoneSet]],
    step: Step,
    *,
    lower_body: bool,
    start_kg: Decimal | None = None,
) -> WaveState | None:
    """What follows these visits, the oldest first; other work between them is passed over.

    The oldest week among them says with which training max it begins; at the end of each wave
    it moves by the last set of week 3. Without a week there, `start_kg` begins one.
    """
    weeks: list[tuple[int, Sequence[DoneSet]]] = []
    for done in visits:
        if week := week_of_wave(done, weeks[-1][0] if weeks else None):
            weeks.append((week, done))
    if not weeks:
        return None if start_kg is None else WaveState(start_kg, 1)
    first = next((n for n, (one, two) in enumerate(pairwise(weeks), 1) if two[0] <= one[0]), 4)
    read = _Read(max_behind(weeks[:first], step, start_kg), 0)
    for week, done in weeks:
        read = _after(read, done, week, step, lower_body=lower_body)
    return WaveState(read.training_max_kg, read.week % _LIGHT_WEEK + 1, read.moved)


def corrected_load(
    load_kg: Decimal, target_rpe: Decimal | float, actual_rpe: Decimal | float, step: Step
) -> Decimal:
    """The load for the next set: 4 % less for each RPE point above the aim (Helms 2018).

    At most 10 % either way (our rule), to the nearest step.
    """
    change = (Decimal(target_rpe) - Decimal(actual_rpe)) * _PER_RPE
    capped = max(-_LARGEST_CHANGE, min(_LARGEST_CHANGE, change))
    return step.nearest(load_kg * (1 + capped))


class _Read(NamedTuple):
    """A wave as read so far; `top` are the repetitions that will move the training max."""

    training_max_kg: Decimal
    week: int
    top: int | None = None
    moved: str = ""


def _after(
    now: _Read, done: Sequence[DoneSet], week: int, step: Step, *, lower_body: bool
) -> _Read:
    if week != _LIGHT_WEEK and now.top is not None:
        now = _ended(now, step, lower_body=lower_body)
    lifted = max_behind([(week, done)], step, now.training_max_kg)
    if abs(now.training_max_kg - lifted) > _ANOTHER * lifted:
        now = _Read(lifted, week)
    if week == _LIGHT_WEEK:
        return _ended(now, step, lower_body=lower_body)._replace(week=week)
    top = None if week != _LAST_WEEK else done[2].reps if len(done) > 2 else 0
    return _Read(now.training_max_kg, week, top)


def _ended(read: _Read, step: Step, *, lower_body: bool) -> _Read:
    """The training max after its wave, by the last set of week 3, where that was done."""
    if read.top is None:
        return read._replace(moved="")
    old = read.training_max_kg
    new = next_training_max(old, read.top, lower_body=lower_body)
    how = f"ended with {read.top} in its last set" if new > old else "missed its last set"
    moved = f"The last wave {how}: {step.change(old, new)}."
    return _Read(new, read.week, None, moved)
