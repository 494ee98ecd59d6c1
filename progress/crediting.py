"""Logged sets as hard sets, and what they give each muscle or region."""

from decimal import Decimal

from progress.models import LoggedSet
from training.volume import CreditedSet, fractional_sets, is_hard_set
from workouts.balance import PASSIVE_HANGS

DROP_WORTH, MOST_DROPS = Decimal("0.5"), 2  # see training.volume.drop_set_worth


def credits_of(sets, muscles, part_of):
    """{part: fractional hard sets} of set rows, in order and with their exercise, as if done.

    `muscles` are those of their exercises, `part_of` gives a muscle's part: its region, or itself.
    """
    credited, drops = [], 0
    for row in sets:
        is_drop = row.kind == LoggedSet.Kind.DROP
        drops = drops + 1 if is_drop else 0
        if _is_hard(row) and drops <= MOST_DROPS:
            worth = DROP_WORTH if is_drop else Decimal(1)
            credited.append(CreditedSet(muscles.credits.get(row.exercise_id, {}), worth))
    return fractional_sets(credited, part_of)


def _is_hard(row):
    return is_hard_set(
        completed=row.skipped_at is None,
        warm_up=row.kind == LoggedSet.Kind.WARM_UP or row.exercise.load_type == "cardio",
        rir=row.rir,
        hold_seconds=row.seconds if row.kind == LoggedSet.Kind.TIMED else None,
        passive_hang=row.exercise.slug in PASSIVE_HANGS and not row.exercise.is_own,
    )
