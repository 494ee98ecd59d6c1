"""The loads a member can really make with their bars, plates, dumbbells and stacks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from training.steps import Step
from training.targets import NextTarget, Plan
from training.units import WeightUnit, stored_kg

type Implement = Literal[
    "barbell", "ez_bar", "trap_bar", "dumbbell", "kettlebell",
    "stack", "assistance", "plates", "plates_a_side", "belt",
]  # fmt: skip

MOST_STACK_PLATES = 60
MOST_SUMS = 4000
_LARGE_SHARE = 10
_AROUND = 40
_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Kit:
    """What there is to load, in one `unit` as it is stamped; empty where the member did not say.

    `plates` has each weight once for every pair. `stack_last` may be open.
    """

    unit: WeightUnit = "kg"
    bars: tuple[Decimal, ...] = ()
    ez_bar: Decimal | None = None
    trap_bar: Decimal | None = None
    plates: tuple[Decimal, ...] = ()
    dumbbells: tuple[Decimal, ...] = ()
    kettlebells: tuple[Decimal, ...] = ()
    stack_first: Decimal | None = None
    stack_step: Decimal | None = None
    stack_last: Decimal | None = None

    def bars_of(self, implement: Implement) -> tuple[Decimal, ...]:
        """The bars of a kind, the heaviest (the usual one) first."""
        kinds = {"barbell": self.bars, "ez_bar": (self.ez_bar,), "trap_bar": (self.trap_bar,)}
        return tuple(sorted((bar for bar in kinds.get(implement, ()) if bar), reverse=True))


@dataclass(frozen=True)
class Loadable(Step):
    """A Step among the loads that can be made: `loads_kg`, lightest first, at least one.

    Assistance is negative, and 0 is there where nothing added is a load too.
    """

    loads_kg: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.loads_kg:
            raise ValueError("Something can be loaded.")

    @property
    def usual(self) -> Step:
        """The step as it would be with any load to be had."""
        return Step(self.size, self.unit)

    def up(self, load_kg: Decimal) -> Decimal:
        """The load nearest to one usual step more, at least the next; the same at the heaviest.

        The very next, where the usual step is more than a tenth: that is what small plates
        are for. Nothing is known of the body weight that an added load comes on top of.
        """
        above = self.loads_kg[bisect_right(self.loads_kg, load_kg) :]
        if not above:
            return load_kg
        usual_kg = super().up(load_kg)
        added = _NOTHING in self.loads_kg
        if load_kg > 0 and not added and (usual_kg - load_kg) * _LARGE_SHARE > load_kg:
            return above[0]
        return _nearest(above, usual_kg)

    def down(self, load_kg: Decimal) -> Decimal:
        """The load nearest to one usual step less, at most the one before; the same at the end."""
        below = self.loads_kg[: bisect_left(self.loads_kg, load_kg)]
        return _nearest(below, super().down(load_kg)) if below else load_kg

    def share(self, load_kg: Decimal, factor: Decimal) -> Decimal:
        """`factor` times the load, rounded down to what can be made, but never to nothing.

        Below the lightest of all it is the lightest, unless that is above the load.
        """
        if load_kg <= 0:
            return load_kg
        real = [made for made in self.loads_kg if 0 < made <= load_kg]
        if not real:
            return load_kg
        less = [made for made in real if made <= load_kg * factor]
        return less[-1] if less else real[0]

    def nearest(self, load_kg: Decimal) -> Decimal:
        """The load that is nearest to a computed one; the lighter of two equally near."""
        return _nearest(self.loads_kg, load_kg)


def step_with(kit: Kit, implement: Implement, usual: Step) -> Step:
    """The usual step of an exercise among what `kit` can make of it.

    The usual step itself where the member said nothing about this implement.
    """
    loads_kg = _loads_kg(kit, implement)
    return Loadable(usual.size, usual.unit, loads_kg) if loads_kg else usual


def loads_around(step: Step, load_kg: Decimal) -> tuple[Decimal, ...]:
    """The loads that can be made next to one, lightest first; none where any can.

    Of assistance, how much there is.
    """
    if not isinstance(step, Loadable):
        return ()
    loads = sorted(abs(load) for load in step.loads_kg)
    place = bisect_left(loads, load_kg)
    return tuple(loads[max(0, place - _AROUND) : place + _AROUND])


def as_loadable(
    ask: Callable[[Plan], NextTarget | None], plan: Plan, was_kg: Decimal | None
) -> NextTarget | None:
    """What a rule, asked with a plan, aims at; in words where more was due than can be loaded.

    `was_kg` is the load before. Where nothing heavier can be made, repetitions go on above
    the top of the range.
    """
    aim, step = ask(plan), plan.step
    if aim is None or not isinstance(step, Loadable):
        return aim
    due = ask(replace(plan, step=step.usual))
    if was_kg is None or aim.load_kg is None or due is None or due.load_kg is None:
        return aim
    sign = -1 if step.loads_kg[0] < 0 else 1  # rules say of assistance how much there is
    made_kg, due_kg = sign * aim.load_kg, sign * due.load_kg
    if due_kg <= sign * was_kg or due_kg in step.loads_kg or made_kg == due_kg:
        return aim
    refused, made = f"{step.text(due_kg)} cannot be loaded here", step.text(made_kg)
    if made_kg > sign * was_kg:
        return replace(aim, why=f"{aim.why} {refused}: {made}.")
    why = f"{refused}: {made} is the most there is, so add repetitions."
    return replace(aim, why=why, reps=plan.reps_high + 1)


@lru_cache(maxsize=512)
def _loads_kg(kit: Kit, implement: Implement) -> tuple[Decimal, ...]:
    loads = {stored_kg(load, kit.unit) for load in _loads(kit, implement)}
    return tuple(sorted(loads))


def _loads(kit: Kit, implement: Implement) -> Iterable[Decimal]:
    """Everything that can be made with this, in the unit of the kit."""
    if implement in ("dumbbell", "kettlebell"):
        return kit.dumbbells if implement == "dumbbell" else kit.kettlebells
    if implement in ("stack", "assistance"):
        stack = _stack(kit)
        return (
            stack if implement == "stack" or not stack else [*(-load for load in stack), _NOTHING]
        )
    if not kit.plates:
        return ()
    side = sums(kit.plates)
    if implement == "plates_a_side":
        return side[1:]
    if implement == "plates":
        return [2 * load for load in side[1:]]
    if implement == "belt":
        return sums((*kit.plates, *kit.plates))  # hung one by one
    return [bar + 2 * load for bar in kit.bars_of(implement) for load in side]


def _stack(kit: Kit) -> list[Decimal]:
    if not kit.stack_first or not kit.stack_step:
        return []
    places = (kit.stack_first + n * kit.stack_step for n in range(MOST_STACK_PLATES))
    last = kit.stack_last
    return [load for load in places if last is None or load <= last]


@lru_cache(maxsize=512)
def sums(plates: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Every weight that some of these plates make together, from none: 0, 1.25, 2.5."""
    digits = bin(_made(plates))[:1:-1]
    return tuple(Decimal(place) / 100 for place, digit in enumerate(digits) if digit == "1")


def are_too_many(plates: tuple[Decimal, ...]) -> bool:
    """Whether these make more loads than anybody has use for, and a computer patience."""
    return _made(plates).bit_count() > MOST_SUMS


def _made(plates: tuple[Decimal, ...]) -> int:
    """What they make, a bit for each hundredth: a plate more is one shift."""
    made = 1
    for plate in plates:
        made |= made << int(plate * 100)
    return made


def _nearest(loads: tuple[Decimal, ...], wanted: Decimal) -> Decimal:
    return min(loads, key=lambda load: (abs(load - wanted), load))
