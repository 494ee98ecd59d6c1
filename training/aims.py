"""The words of the door to all rules: what is asked of an exercise, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from training.schemes import Scheme
from training.targets import DoneSet, Plan

type Visits = Sequence[Sequence[DoneSet]]
"""The working sets of each visit, the oldest visit first."""


@dataclass(frozen=True)
class Aim:
    """What to aim at in one set."""

    load_kg: Decimal | None
    count: int | None


@dataclass(frozen=True)
class Aims:
    """One aim for each planned set, and why, in words; `rest_seconds` where the rule sets it."""

    why: str
    sets: tuple[Aim, ...]
    rest_seconds: int | None = None
    move_on: bool = False


@dataclass(frozen=True)
class Asked:
    """A prescription as the rules read it; `settings` are those that `rule_settings` knows.

    `scheme` is a pyramid's, `rungs` and `rounds` a ladder's, `share_of_max` of a training max.
    `body_kg` is what the exercise moves of the body, None where that is needed and not known.
    """

    plan: Plan
    rule: str
    technique: str = "straight"
    rest_seconds: int = 0
    settings: Mapping[str, Decimal] = field(default_factory=dict)
    scheme: Scheme = ()
    rungs: tuple[int, ...] = ()
    rounds: int = 0
    share_of_max: Decimal | None = None
    target_rpe: Decimal | None = None
    drop: Decimal | None = None
    body_kg: Decimal | None = Decimal(0)


class Held(NamedTuple):
    """What holds back: the worst form and pain of the last visit, and readiness today."""

    form: int | None = None
    pain: int | None = None
    readiness: Decimal | None = None


@dataclass(frozen=True)
class Past:
    """What was done: `here` in this place of the plan, `anywhere` of the exercise at all."""

    here: Visits
    anywhere: Visits
    held: Held = Held()
