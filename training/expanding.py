"""A technique as targets for each set: what “reverse pyramid” or “myo-reps” asks for, set by set.

The shares, rungs and rests are our rules, to begin with; a plan's own details come first where
they say otherwise. Loads are shares of the heaviest set, in per cent, or of the training max.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from training.set_targets import MOST_SETS, SetTarget

MINI_REST, CLUSTER_REST, MINIS, MINUTE = 20, 20, 3, 60
SECONDS_A_REP = 3
_PYRAMID_STEP, _REVERSE_STEP, _DROP, _BACKOFF = 5, 8, 20, 10


@dataclass(frozen=True)
class Asked:
    """What the prescription asks for, with the details of its technique."""

    sets: int
    reps_low: int
    reps_high: int
    details: Mapping[str, Any]
    week: int = 1

    def straight(self, **fields: Any) -> tuple[SetTarget, ...]:
        return (SetTarget(self.reps_low, self.reps_high, **fields),) * self.sets

    def number(self, name: str, usual: int) -> int:
        """A whole number of the details, or the usual one where they have none."""
        value = self.details.get(name, usual)
        return int(value) if isinstance(value, (int, float)) and value >= 0 else usual


def expand(technique: str, asked: Asked) -> tuple[SetTarget, ...]:
    """One target for each set; straight sets for what has no scheme of its own."""
    targets = _EXPANDED.get(technique, Asked.straight)(asked)
    return targets[:MOST_SETS]


def _pyramid(asked: Asked) -> tuple[SetTarget, ...]:
    if scheme := _scheme(asked):
        return scheme
    counts = _spread(asked.reps_high, asked.reps_low, asked.sets)
    last = asked.sets - 1
    return tuple(_share(n, 100 - _PYRAMID_STEP * (last - i)) for i, n in enumerate(counts))


def _reverse_pyramid(asked: Asked) -> tuple[SetTarget, ...]:
    if scheme := _scheme(asked):
        return scheme
    counts = _spread(asked.reps_low, asked.reps_high, asked.sets)
    return tuple(_share(n, 100 - _REVERSE_STEP * i) for i, n in enumerate(counts))


def _top_set(asked: Asked) -> tuple[SetTarget, ...]:
    """One heavy set, then the others lighter."""
    lighter = Decimal(max(100 - asked.number("drop_pct", _BACKOFF), 30))
    top = SetTarget(asked.reps_low, asked.reps_low, rir=Decimal(1))
    after = SetTarget(asked.reps_low, asked.reps_high, load_by="share", load=lighter)
    return (top, *(after,) * (asked.sets - 1))


def _drop_set(asked: Asked) -> tuple[SetTarget, ...]:
    """After the last set, or after each, on at once with less, and less again."""
    keep = 100 - min(asked.number("drop_pct", _DROP), 70)
    drops, share = [], Decimal(100)
    for _ in range(asked.number("drops", 2)):
        share = share * keep / 100
        drops.append(replace(_share(asked.reps_low, share), kind="drop", rest_seconds=0))
    if not asked.details.get("last_set_only", True):
        return tuple(t for work in asked.straight() for t in (work, *drops))
    return (*asked.straight(), *drops)


def _cluster(asked: Asked) -> tuple[SetTarget, ...]:
    """Each set in parts of a few repetitions, with some breaths between."""
    minis = max(1, asked.number("minis", MINIS))
    each = max(1, -(-asked.reps_low // minis))
    part = SetTarget(each, each, rest_seconds=CLUSTER_REST)
    whole = (*(part,) * (minis - 1), replace(part, rest_seconds=None))
    return whole * asked.sets


def _rest_pause(asked: Asked) -> tuple[SetTarget, ...]:
    """A set near its end, then as many as possible, twice, after 20 seconds each."""
    first = SetTarget(asked.reps_low, asked.reps_high, rir=Decimal(0), rest_seconds=MINI_REST)
    more = SetTarget(1, max(1, asked.reps_low // 2), kind="amrap", rest_seconds=MINI_REST)
    return (first, *(more,) * asked.number("minis", 2))


def _myo_reps(asked: Asked) -> tuple[SetTarget, ...]:
    """One set that wakes the muscle, then short ones of a third of it after 20 seconds each."""
    first = SetTarget(asked.reps_low, asked.reps_high, rir=Decimal(1), rest_seconds=MINI_REST)
    few = max(1, asked.reps_high // 4)
    short = SetTarget(few, few, rir=Decimal(1), rest_seconds=MINI_REST)
    return (first, *(short,) * asked.number("minis", 4))


def _amrap(asked: Asked) -> tuple[SetTarget, ...]:
    return asked.straight(kind="amrap")


def _ladder(asked: Asked) -> tuple[SetTarget, ...]:
    """Rung by rung, and again from the first: 1, 2, 3, 1, 2, 3."""
    rungs = [n for n in asked.details.get("scheme", ()) if type(n) is int and n > 0]
    rungs = rungs or list(range(1, max(2, min(asked.reps_high, 5)) + 1))
    rounds = max(1, asked.number("rounds", asked.sets))
    return tuple(SetTarget(n, n) for n in rungs) * rounds


def _emom(asked: Asked) -> tuple[SetTarget, ...]:
    """On every minute: what is left of it is the rest."""
    minutes = max(1, asked.number("minutes", asked.sets))
    rest = max(0, MINUTE - SECONDS_A_REP * asked.reps_low)
    return (SetTarget(asked.reps_low, asked.reps_low, rest_seconds=rest),) * minutes


def _wave(asked: Asked) -> tuple[SetTarget, ...]:
    """The sets of one week of a wave, in per cent of the training max; “5+” is open."""
    table = asked.details.get("table")
    rows = table.get(str((asked.week - 1) % 4 + 1)) if isinstance(table, Mapping) else None
    if not isinstance(rows, list):
        return asked.straight()
    found = []
    for reps, share in rows:
        count, is_open = int(str(reps).rstrip("+")), str(reps).endswith("+")
        load = Decimal(str(share)) * 100
        kind = "amrap" if is_open else "working"
        found.append(SetTarget(count, count, kind, "training_max", load))  # type: ignore[arg-type]
    return tuple(found)


def _scheme(asked: Asked) -> tuple[SetTarget, ...]:
    """Pairs of repetitions and share of the load, where the details have them."""
    pairs = pairs_of(asked.details)
    return tuple(_share(int(reps), Decimal(str(share)) * 100) for reps, share in pairs)


def pairs_of(details: Mapping[str, Any]) -> list[Any]:
    """Pairs of repetitions and share of the load, for the techniques that have them."""
    scheme = details.get("scheme") or ()
    return [pair for pair in scheme if isinstance(pair, (list, tuple)) and len(pair) == 2]


def _share(count: int, share: Decimal | int) -> SetTarget:
    """So many at a share of the heaviest set; the heaviest itself is as the rule says."""
    if share == 100:
        return SetTarget(count, count)
    load = max(Decimal(share), Decimal(10)).quantize(Decimal(1))
    return SetTarget(count, count, load_by="share", load=load)


def _spread(first: int, last: int, sets: int) -> list[int]:
    """From the one to the other in even steps."""
    if sets == 1:
        return [first]
    return [round(first + (last - first) * i / (sets - 1)) for i in range(sets)]


_EXPANDED: dict[str, Callable[[Asked], tuple[SetTarget, ...]]] = {
    "pyramid": _pyramid,
    "reverse_pyramid": _reverse_pyramid,
    "top_set": _top_set,
    "backoff": lambda asked: asked.straight(
        load_by="share", load=Decimal(100 - min(asked.number("drop_pct", _BACKOFF), 70))
    ),
    "drop_set": _drop_set,
    "cluster": _cluster,
    "rest_pause": _rest_pause,
    "myo_reps": _myo_reps,
    "amrap": _amrap,
    "ladder": _ladder,
    "emom": _emom,
    "wave": _wave,
}
