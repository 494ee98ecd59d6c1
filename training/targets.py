"""The words of progression: what was asked for, what was done, what to aim for next."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from training.steps import Step


@dataclass(frozen=True)
class Plan:
    """What was asked for: sets of `reps_low` to `reps_high`, with `rir` left in reserve."""

    sets: int
    reps_low: int
    reps_high: int
    step: Step
    rir: Decimal | float | None = None


@dataclass(frozen=True)
class DoneSet:
    """A working set as done; of one-sided work, the repetitions of the weaker side.

    `load_kg` is the load as entered, None where the exercise has none (a band). Form is
    1 to 5. `rest_seconds` is the rest before the set, None before the first.
    """

    load_kg: Decimal | None
    reps: int
    rir: Decimal | float | None = None
    form: int | None = None
    rest_seconds: int | None = None


@dataclass(frozen=True)
class NextTarget:
    """The aim for next time; `why` is one or two sentences for the member.

    Only the rule's own quantities are filled. `misses` goes back into the rule next time;
    `move_on` says that a harder exercise is due.
    """

    why: str
    load_kg: Decimal | None = None
    reps: int | None = None
    total_reps: int | None = None
    hold_seconds: int | None = None
    rest_seconds: int | None = None
    misses: int = 0
    move_on: bool = False


def lightest(done: Sequence[DoneSet]) -> Decimal | None:
    """The least load of the sets, in kilograms; None when any set has none."""
    loads = [work.load_kg for work in done if work.load_kg is not None]
    return min(loads) if loads and len(loads) == len(done) else None


def stays(plan: Plan, load_kg: Decimal | None) -> str:
    """The sentence that nothing changes: Next time stays at 52.5 kg."""
    where = "as it is" if load_kg is None else f"at {plan.step.text(load_kg)}"
    return f"Next time stays {where}."
