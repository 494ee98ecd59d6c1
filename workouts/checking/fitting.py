"""Rules on whom a plan is for: limitations, equipment, and what is too early for a beginner."""

from workouts.checking.findings import Finding
from workouts.checking.timing import some
from workouts.describing import listed

EARLY_WEEKS, RESERVE = 4, 3


def limitations(week, trainee):
    for lift, rows in _by_lift(week):
        if lift.verdict == "avoid":
            yield _instead("limitation-avoid", lift, rows, f"{lift.title} is left out")
        elif lift.verdict == "caution":
            yield _instead("limitation-care", lift, rows, f"{lift.title} needs care")


def equipment(week, trainee):
    for lift, rows in _by_lift(week):
        if lift.lacking:
            yield Finding(
                "equipment-lacking", str(lift.pk),
                f"{lift.title} needs what is not there: {listed(lift.lacking).lower()}.",
                rows=rows, offer=("instead", lift.pk),
            )  # fmt: skip


def beginner_effort(week, trainee):
    """Fewer than 3 repetitions in reserve in a beginner's first four weeks."""
    if not trainee.is_beginner or week.number > EARLY_WEEKS:
        return
    hard = [row for row in week.work if row.rir is not None and row.rir < RESERVE]
    if hard:
        yield Finding(
            "beginner-effort", "reserve",
            f"{some([row.lift.title for row in hard])}: near to failure for the first weeks.",
            f"{min(row.rir for row in hard):g} in reserve, at least {RESERVE}",
            badness=len(hard), rows=tuple(row.pk for row in hard),
            offer=() if week.sets_effort else ("reserve", "Leave 3 in reserve for 4 weeks"),
        )  # fmt: skip


def beginner_drop_sets(week, trainee):
    if not trainee.is_beginner or week.number > EARLY_WEEKS:
        return
    rows = [row for row in week.work if row.drops]
    if rows:
        yield Finding(
            "beginner-drop-sets", "drops",
            f"{some([row.lift.title for row in rows])}: drop sets in the first weeks.",
            f"not before week {EARLY_WEEKS + 1}", badness=len(rows),
            rows=tuple(row.pk for row in rows), offer=("straight", "Make them straight sets"),
        )  # fmt: skip


def _instead(rule, lift, rows, words):
    limits = listed(lift.limits) if lift.limits else "a limitation"
    return Finding(
        rule, str(lift.pk), f"{words}: {limits[:1].lower()}{limits[1:]}.",
        rows=rows, offer=("instead", lift.pk),
    )  # fmt: skip


def _by_lift(week):
    """(an exercise, the ids of its rows), each once."""
    lifts, rows = {}, {}
    for day in week.days:
        for row in day.rows:
            lifts[row.lift.pk] = row.lift
            rows.setdefault(row.lift.pk, []).append(row.pk)
    return [(lift, tuple(rows[pk])) for pk, lift in lifts.items()]
