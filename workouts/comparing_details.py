"""The difference between two states of a prescription in what is seldom said of one."""

from workouts.describing import listed, load, others, scheme, sides


def particular_changes(was, row):
    """What is different about load, tempo, sides, ramp, targets of sets and weeks, in words."""
    return [
        words
        for changed, words in [
            (was.set_targets != row.set_targets, _sets(row)),
            (load(was) != load(row), f"{_load(was)} → {_load(row)}"),
            (was.tempo != row.tempo, f"tempo {row.tempo}" if row.tempo else "no tempo"),
            (was.sides != row.sides, sides(row) or "sides as usual"),
            (
                was.rest_between_seconds != row.rest_between_seconds,
                f"rest in the group {row.rest_between_seconds or 0} s",
            ),
            (
                was.warm_up_ramp != row.warm_up_ramp,
                "with a warm-up ramp" if row.warm_up_ramp else "without a warm-up ramp",
            ),
            (was.by_week != row.by_week, _weeks(was.by_week, row.by_week)),
            (was.alternatives != row.alternatives, others(row) or "no other in its place"),
        ]
        if changed
    ]


def whole_changes(was, version):
    """What is different about a programme beside its days and its length."""
    return [
        words
        for changed, words in [
            (was.week_plan != version.week_plan, "The plan of the weeks changed."),
            (
                was.rolling != version.rolling,
                "Days follow one another." if version.rolling else "Days keep to the week.",
            ),
            (
                was.exit_criteria != version.exit_criteria,
                f"Done when: {version.exit_criteria}"
                if version.exit_criteria
                else "No sign that it is done.",
            ),
        ]
        if changed
    ]


def _sets(row):
    return f"set by set {scheme(row)}" if row.set_targets else "all sets alike"


def _load(row):
    return load(row).removeprefix("at ") or "load by the rule"


def _weeks(before, after):
    weeks = sorted({*before, *after}, key=int)
    changed = [week for week in weeks if before.get(week) != after.get(week)]
    if not changed:
        return ""
    return f"other in {'week' if len(changed) == 1 else 'weeks'} {listed(changed)}"
