"""Rules on what is in a week: movements, supersets, the same row, the warm-up."""

from workouts.checking.findings import Finding
from workouts.checking.plan import PULLS, ROWS
from workouts.checking.timing import HEAVY_PERCENT
from workouts.describing import counted, listed

NEEDED = {  # what a week has of each, in words: patterns that count as it
    "vertical pull": ("vertical-pull",),
    "horizontal pull": ("horizontal-pull",),
    "hinge or spinal extension": ("hip-hinge", "spinal-extension"),
}
BACK_PULLS = PULLS | {"shoulder-extension"}
HEAVY_REPS, LONG = 6, 8


def coverage(week, trainee):
    """Movements that a week which trains the back does not have."""
    there = {row.lift.pattern for row in week.work}
    if not there & BACK_PULLS and not week.is_for_back:
        return
    for name, patterns in NEEDED.items():
        waived = trainee.is_for_pull_ups_alone and "hip-hinge" in patterns
        if not there.intersection(patterns) and not waived:
            yield Finding("coverage", name, f"No {name}.", "0 a week, at least 1")


def back_pulls_as_superset(week, trainee):
    for day in week.days:
        groups = {}
        for row in day.work:
            if row.superset:
                groups.setdefault(row.superset, []).append(row)
        for letter, rows in groups.items():
            pair = next(_rivals(rows), None)
            if pair:
                titles = listed([row.lift.title for row in pair])
                yield Finding(
                    "back-pulls-as-superset", f"{day.pk} {letter}",
                    f"{titles} are a superset, and work the same.", f"On {day.name}",
                    rows=(pair[1].pk,), offer=("ungroup", "Out of the superset"),
                )  # fmt: skip


def no_warm_up(week, trainee):
    """Heavy sets with nothing of their movement before them on the day, and no ramp."""
    for day in week.days:
        warm = set()
        for row in day.rows:
            if row.lift.pattern not in warm and is_heavy(row) and not row.has_ramp:
                yield Finding(
                    "no-warm-up", str(row.lift.pk),
                    f"{row.lift.title} is heavy, and nothing leads up to it.",
                    f"{row.percent:g} % of a maximum, heavy from {HEAVY_PERCENT} %"
                    if (row.percent or 0) >= HEAVY_PERCENT
                    else f"up to {counted(row.reps[1], 'repetition')}, heavy up to {HEAVY_REPS}",
                    rows=(row.pk,), offer=("ramp", "Add a warm-up ramp"),
                )  # fmt: skip
            warm.add(row.lift.pattern)


def same_row(plan):
    """One row alone for more than 8 weeks, where the back is to grow."""
    if not plan.trainee.is_for_size:
        return
    lasted, before = 0, None
    for week in plan.calendar:
        row = _only_row(week)
        now = row and row.lift.pk
        lasted = lasted + 1 if now and now == before else int(bool(row))
        before = now
        if lasted > LONG:
            yield Finding(
                "same-row", str(now), f"{row.lift.title} is the only row of the week.",
                f"for {counted(lasted, 'week')}, up to {LONG}", badness=lasted,
                rows=(row.pk,), offer=("other", "Look for another"),
            )  # fmt: skip


def _only_row(week):
    """A row of the one rowing exercise that a week has; None where it has several, or none."""
    rows = [row for row in week.work if row.lift.pattern == ROWS]
    return rows[0] if len({row.lift.pk for row in rows}) == 1 else None


def is_heavy(row):
    if not row.counts or not row.hard or not row.is_loaded or row.unit != "reps":
        return False
    return (row.percent or 0) >= HEAVY_PERCENT or row.reps[1] <= HEAVY_REPS


def _rivals(rows):
    """Pairs of a superset that are both pulls of the back, or have a main muscle in common."""
    for place, row in enumerate(rows):
        for other in rows[place + 1 :]:
            pulls = {row.lift.pattern, other.lift.pattern} <= BACK_PULLS
            if pulls or set(row.lift.direct).intersection(other.lift.direct):
                yield row, other
