"""How a bar is loaded for a target, in words, and the sets on the way up to it."""

from collections import Counter
from decimal import Decimal
from functools import lru_cache

from training.loadable import Implement, Kit
from training.plates import Loading, WarmUpSet, load_bar, warm_up
from training.steps import Step
from training.units import plain, shown_load, stored_kg

_NBSP = "\u00a0"
_BARS = {"barbell": "bar", "ez_bar": "EZ bar", "trap_bar": "trap bar"}
_EASY, _EASY_REPS = Decimal("0.55"), 8


@lru_cache(maxsize=1024)
def on_the_bar(load_kg: Decimal, kit: Kit, implement: Implement) -> str:
    """20 + 2.5 per side on a 20 kg bar; empty where no such bar is known.

    The heaviest bar on which it can be made; where on none, what comes nearest from below.
    In the unit that is stamped on the weights.
    """
    bars = kit.bars_of(implement)
    if not bars or not kit.plates:
        return ""
    target, plates = shown_load(load_kg, kit.unit), Counter(kit.plates)
    ways = [(bar, way) for bar in bars if (way := load_bar(target, bar, plates))]
    if not ways:
        return f"Lighter than your lightest {_BARS[implement]}, {_weight(bars[-1], kit)}"
    bar, way = max(ways, key=lambda found: (found[1].total, found[0]))
    words = _words(way, bar, kit, implement)
    return words if way.exact else f"Nearest: {_weight(way.total, kit)}, {words}"


def ramp(
    work_kg: Decimal | None, kit: Kit, implement: Implement | None, step: Step
) -> tuple[WarmUpSet, ...]:
    """The sets before a working load: a bar's ramp, or one easy set of another weight (our rule).

    None are needed where nothing is loaded, and there is no share of assistance to take.
    """
    if work_kg is None or work_kg <= 0:
        return ()
    bars = kit.bars_of(implement) if implement else ()
    if bars:
        return warm_up(work_kg, stored_kg(bars[0], kit.unit), step)
    easy_kg = step.share(work_kg, _EASY)
    is_lighter = 0 < easy_kg < work_kg and implement != "belt"
    return (WarmUpSet(easy_kg, _EASY_REPS),) if is_lighter else ()


def _words(way: Loading, bar: Decimal, kit: Kit, implement: Implement) -> str:
    name = f"{_weight(bar, kit)} {_BARS[implement]}"
    if not way.per_side:
        return f"the {name} alone"
    return f"{' + '.join(map(plain, way.per_side))} per side on {_article(name)} {name}"


def _article(name: str) -> str:
    return "an" if name.startswith(("8", "11\u00a0", "18\u00a0")) else "a"


def _weight(weight: Decimal, kit: Kit) -> str:
    return f"{plain(weight)}{_NBSP}{kit.unit}"
