"""The words of progression: what was asked for, what was done, what to aim for next."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from training.steps import Step


@dataclass(frozen=True)
class Plan:
    """What was asked for: sets of `reps_low` to `reps_high`, with `rir` left in reserve.

    `counted` says what the numbers count: reps, s, m, min. What follows are settings of rules:
    how often the top must be reached, how many misses in a row make a reset, and to which share.
    """

    sets: int
    reps_low: int
    reps_high: int
    step: Step
    rir: Decimal | float | None = None
    counted: str = "reps"
    tops: int = 1
    misses_to_reset: int = 3
    reset: Decimal = Decimal("0.9")


@dataclass(frozen=True)
class DoneSet:
    """A working set as done; of one-sided work, the repetitions of the weaker side.

    `load_kg` is the load as entered, None where the exercise has none (a band). Form is
    1 to 5. `rest_seconds` is the rest before the set, None before the first. `asked` is the
    count that was aimed at. Where a plan counts seconds, metres or minutes, so do both.
    """

    load_kg: Decimal | None
    reps: int
    rir: Decimal | float | None = None
    form: int | None = None
    rest_seconds: int | None = None
    asked: int | None = None


@dataclass(frozen=True)
class NextTarget:
    """The aim for next time; `why` is one or two sentences for the member.

    Only the rule's own quantities are filled. `misses` and `tops` go back into the rule next
    time; `move_on` says that a harder exercise is due.
    """

    why: str
    load_kg: Decimal | None = None
    reps: int | None = None
    total_reps: int | None = None
    hold_seconds: int | None = None
    minutes: int | None = None
    rest_seconds: int | None = None
    misses: int = 0
    tops: int = 0
    move_on: bool = False


def lightest(done: Sequence[DoneSet]) -> Decimal | None:
    """The least load of the sets, in kilograms; None when any set has none."""
    loads = [work.load_kg for work in done if work.load_kg is not None]
    return min(loads) if loads and len(loads) == len(done) else None


def stays(plan: Plan, load_kg: Decimal | None) -> str:
    """The sentence that nothing changes: Next time stays at 52.5 kg."""
    where = "as it is" if load_kg is None else f"at {plan.step.text(load_kg)}"
    return f"Next time stays {where}."


def step_up(plan: Plan, load_kg: Decimal | None, at: int | None = None) -> NextTarget:
    """A step more, from the bottom of the range: every set reached its top, or `at`."""
    reached = f"Every set reached {at or plan.reps_high}"
    if load_kg is None:
        why = f"{reached}. A harder variation is next."
        return NextTarget(why, None, plan.reps_high, move_on=True)
    more_kg = plan.step.up(load_kg)
    if load_kg < 0:
        more_kg = min(Decimal(0), more_kg)
    again = {1: "", 2: " twice"}.get(plan.tops, f" {plan.tops} times") if at is None else ""
    why = f"{reached} at {plan.step.text(load_kg)}{again}: {plan.step.change(load_kg, more_kg)}."
    return NextTarget(why, more_kg, plan.reps_low)
