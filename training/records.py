"""Personal records of one exercise: what a set beats, and the bests that stand.

Give only sets that count: finished, no warm-ups, form 3 or more where rated, assisted
sets only among assisted ones. A tie is no record. Estimates are Epley's.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from training.one_rep_max import estimate

type RecordKind = Literal["load", "reps", "estimate", "volume"]

REP_CLASSES = (1, 2, 3, 5, 8, 10, 12)
"""Repetitions at which the heaviest load is kept as a record."""

_NEWS = timedelta(days=7)


class RecordSet(NamedTuple):
    """One set: load in kilograms, and repetitions.

    For pull-ups give body weight and added load together, so that records do not follow
    the scales. None is an exercise without a load; only its repetitions can be a record.
    """

    load_kg: Decimal | None
    reps: int


class Effort(NamedTuple):
    """A hold or a carry: load in kilograms (0 for none), and seconds or metres."""

    load_kg: Decimal
    amount: Decimal | int


def record_kinds(new: RecordSet, earlier: Sequence[RecordSet]) -> frozenset[RecordKind]:
    """Which records `new` makes against `earlier`.

    load: heaviest for one of the repetition classes; reps: most at that load or more;
    estimate: highest estimated one-repetition maximum; volume: most load × repetitions.
    """
    kinds: set[RecordKind] = set()
    if load_classes(new, earlier):
        kinds.add("load")
    if _most_reps(new, earlier):
        kinds.add("reps")
    if _above(_estimate(new), [_estimate(old) for old in earlier]):
        kinds.add("estimate")
    if _above(_volume(new), [_volume(old) for old in earlier]):
        kinds.add("volume")
    return frozenset(kinds)


def load_classes(new: RecordSet, earlier: Sequence[RecordSet]) -> tuple[int, ...]:
    """The repetition classes in which `new` is heavier than every earlier set."""
    return tuple(reps for reps in REP_CLASSES if _heaviest_at(reps, new, earlier))


def record_history(sets: Iterable[RecordSet]) -> list[frozenset[RecordKind]]:
    """For each set, in time order, the records it made then.

    Run it again after a set is changed, deleted or added late. Sets without a record
    cannot hold one back later, so only record makers are compared.
    """
    makers: list[RecordSet] = []
    history: list[frozenset[RecordKind]] = []
    for new in sets:
        kinds = record_kinds(new, makers)
        history.append(kinds)
        if kinds:
            makers.append(new)
    return history


def standing_bests(sets: Iterable[RecordSet]) -> dict[int, RecordSet]:
    """For each repetition class the heaviest set, of equal loads the longer.

    A class is left out when a set of more repetitions is at least as heavy.
    """
    found = list(sets)
    bests: dict[int, RecordSet] = {}
    heaviest = Decimal("-Infinity")
    for least in reversed(REP_CLASSES):
        loads = [(old.load_kg, old.reps) for old in found if old.load_kg is not None]
        load_kg, reps = max((pair for pair in loads if pair[1] >= least), default=(heaviest, 0))
        if load_kg > heaviest:
            bests[least], heaviest = RecordSet(load_kg, reps), load_kg
    return dict(sorted(bests.items()))


def is_longest(new: Effort, earlier: Iterable[Effort]) -> bool:
    """Whether a hold or carry is longer than all earlier ones at its load or more."""
    return all(new.amount > old.amount for old in earlier if old.load_kg >= new.load_kg)


def is_fastest(seconds: Decimal | int, earlier_seconds: Iterable[Decimal | int]) -> bool:
    """Whether a time over one distance (500, 1000, 2000 m) is below all earlier ones."""
    return all(seconds < old for old in earlier_seconds)


def is_news(done_on: date, today: date) -> bool:
    """Whether a record is recent enough to tell of: at most 7 days old (our rule)."""
    return today - done_on <= _NEWS


def _heaviest_at(reps: int, new: RecordSet, earlier: Sequence[RecordSet]) -> bool:
    if new.load_kg is None or new.reps < reps:
        return False
    loads = [old.load_kg for old in earlier if old.load_kg is not None and old.reps >= reps]
    return all(new.load_kg > load_kg for load_kg in loads)


def _most_reps(new: RecordSet, earlier: Sequence[RecordSet]) -> bool:
    """More than any set at this load or more; with a load, there must be one to beat."""
    load_kg = new.load_kg
    if load_kg is None:
        return all(new.reps > old.reps for old in earlier if old.load_kg is None)
    at_load = [o.reps for o in earlier if o.load_kg is not None and o.load_kg >= load_kg]
    return bool(at_load) and new.reps > max(at_load)


def _estimate(work: RecordSet) -> float | None:
    return None if work.load_kg is None else estimate(work.load_kg, work.reps)


def _volume(work: RecordSet) -> Decimal | None:
    if work.load_kg is None or work.load_kg <= 0:
        return None
    return work.load_kg * work.reps


def _above[Value: (float, Decimal)](value: Value | None, others: Sequence[Value | None]) -> bool:
    return value is not None and all(other is None or value > other for other in others)
