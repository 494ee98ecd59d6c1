"""The warm-up ramp and the plates to hang on a bar."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from training.steps import Step

_BAR_REPS = 8
_SMALLEST_GAIN_KG, _SMALLEST_GAIN_SHARE = Decimal(5), Decimal("0.1")
_RAMPS: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = (
    (160, ((35, 5), (50, 3), (65, 2), (80, 1), (90, 1))),
    (100, ((40, 5), (60, 3), (80, 1))),
    (60, ((40, 5), (60, 3))),
    (0, ((50, 5),)),
)

type _Plates = tuple[int, ...]


class WarmUpSet(NamedTuple):
    """A set on the way up to the working load."""

    load_kg: Decimal
    reps: int


@dataclass(frozen=True)
class Loading:
    """Plates on each side, heaviest first, and what the whole bar weighs, in one unit."""

    per_side: tuple[Decimal, ...]
    total: Decimal
    exact: bool


def warm_up(work_kg: Decimal, bar_kg: Decimal, step: Step) -> tuple[WarmUpSet, ...]:
    """The sets before a barbell's working load, rounded down to a step (our rule).

    The bar first; a set that adds less than 5 kg or a tenth of the work is left out.
    Nothing when the bar is the work.
    """
    if work_kg <= bar_kg:
        return ()
    ramp = next(steps for least, steps in _RAMPS if work_kg >= least)
    smallest_gain = max(_SMALLEST_GAIN_KG, work_kg * _SMALLEST_GAIN_SHARE)
    sets = [WarmUpSet(bar_kg, _BAR_REPS)]
    for percent, reps in ramp:
        load_kg = step.share(work_kg, Decimal(percent) / 100)
        if load_kg < work_kg and load_kg - sets[-1].load_kg >= smallest_gain:
            sets.append(WarmUpSet(load_kg, reps))
    return tuple(sets)


def load_bar(
    target: Decimal,
    bar: Decimal,
    plates: Mapping[Decimal, int],
    *,
    collars: Decimal = Decimal(0),
    sides: int = 2,
    nearest: bool = False,
) -> Loading | None:
    """The fewest plates that come closest to `target` without passing it.

    `plates` says how many of each weight one side can have (pairs, for a bar). With
    `nearest` the closest total wins even above the target, a tie going to the lower. All
    in the gym's own unit, counted in its thousandths; pound plates are never converted.
    None when bar and collars alone are above the target.
    """
    empty = bar + collars
    if target < empty:
        return None
    wanted = (target - empty) * 1000 / sides
    stock = {int(weight * 1000): count for weight, count in plates.items() if weight > 0}
    above = max(stock, default=0) if nearest else 0
    reachable = _fewest_plates(stock, int(wanted) + above)
    best = min(reachable, key=lambda grams: (abs(grams - wanted), grams))
    per_side = tuple(Decimal(grams) / 1000 for grams in reachable[best])
    total = empty + Decimal(best) / 1000 * sides
    return Loading(per_side, total, total == target)


def _fewest_plates(stock: Mapping[int, int], limit: int) -> dict[int, _Plates]:
    """Every weight up to `limit` that the stock can make, with its fewest plates.

    Dynamic programming over the plates. Of equally few, those with the heaviest first.
    """
    reachable: dict[int, _Plates] = {0: ()}
    for plate in sorted(stock, reverse=True):
        for made, used in list(reachable.items()):
            for count in range(1, min(stock[plate], (limit - made) // plate) + 1):
                weight, plates = made + count * plate, used + (plate,) * count
                if weight not in reachable or _rank(plates) < _rank(reachable[weight]):
                    reachable[weight] = plates
    return reachable


def _rank(plates: _Plates) -> tuple[int, _Plates]:
    return len(plates), tuple(-plate for plate in plates)
