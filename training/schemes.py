"""Pyramids: sets whose loads are shares of the heaviest, which goes up by a step (our rule)."""

from collections.abc import Sequence
from decimal import Decimal

from training.steps import Step
from training.targets import DoneSet, NextTarget

type Scheme = Sequence[tuple[int, Decimal]]
"""Of each set the repetitions and the share of the heaviest load."""

_EASE = Decimal("0.95")


def by_scheme(
    scheme: Scheme, done: Sequence[DoneSet], step: Step, misses: int = 0
) -> NextTarget | None:
    """The load of the heaviest set: a step more once every set had its repetitions.

    Missed, it stays; the second time in a row it drops by 5 % and down to a step. None
    without a load.
    """
    heaviest_kg = _heaviest(scheme, done, step)
    if heaviest_kg is None:
        return None
    stays = f"The heaviest stays at {step.text(heaviest_kg)}."
    if len(done) < len(scheme):
        why = f"{len(done)} of {len(scheme)} sets. {stays}"
        return NextTarget(why, heaviest_kg, misses=misses)
    asked = [reps for reps, _ in scheme]
    missed = [
        (work.reps, reps) for work, reps in zip(done, asked, strict=False) if work.reps < reps
    ]
    if not missed:
        more_kg = step.up(heaviest_kg)
        counts = ", ".join(str(reps) for reps in asked)
        reached = f"Every set reached its count ({counts}), the heaviest at"
        change = step.change(heaviest_kg, more_kg)
        return NextTarget(f"{reached} {step.text(heaviest_kg)}: {change}.", more_kg)
    did, reps = missed[0]
    less_kg = step.share(heaviest_kg, _EASE)
    if not misses or less_kg == heaviest_kg:
        return NextTarget(f"{did} of {reps} reps in a set. {stays}", heaviest_kg, misses=misses + 1)
    why = f"Short of the counts twice in a row. The heaviest goes to {step.text(less_kg)}."
    return NextTarget(why, less_kg)


def scheme_loads(scheme: Scheme, heaviest_kg: Decimal, step: Step) -> tuple[Decimal, ...]:
    """The load of each set, to the nearest step."""
    return tuple(step.nearest(heaviest_kg * share) for _, share in scheme)


def _heaviest(scheme: Scheme, done: Sequence[DoneSet], step: Step) -> Decimal | None:
    """The load that the heaviest set done stands for, or that a lighter one is a share of."""
    pairs = list(zip(done, (share for _, share in scheme), strict=False))
    loaded = [(share, work.load_kg) for work, share in pairs if work.load_kg is not None]
    if not loaded or len(loaded) < len(pairs):
        return None
    share, load_kg = max(loaded, key=lambda pair: pair[0])
    return step.nearest(load_kg / share) if share else None
