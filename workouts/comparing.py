"""The difference between two states of a routine, in words. Rows are the same by their lineage."""

from accounts.templatetags.quantities import rest
from workouts.comparing_details import particular_changes
from workouts.describing import counted, day_title, effort, repetitions, scheme, technique

SAME_NAME = 2  # a name in common says as much as so many rows


def differences(before, after, weeks_before=0, weeks_after=0):
    """Sentences on what `after`, days with their rows, changes of `before`."""
    same = _same_days(before, after)
    words = []
    if weeks_before != weeks_after:
        words.append(f"{counted(weeks_before, 'week')} → {counted(weeks_after, 'week')}.")
    words += [f"{day_title(day)} added." for day in after if day not in same]
    kept = set(same.values())
    words += [f"{day_title(day)} removed." for day in before if day not in kept]
    for new in after:
        if new in same:
            words += _day_changes(same[new], new)
    return words + _row_changes(before, after, same)


def _same_days(before, after):
    """{day of `after`: the day of `before` it was}, by rows in common and by name."""
    lineages = {day: {row.lineage for row in day.rows} for day in (*before, *after)}
    likeness = {
        (new, old): len(lineages[new] & lineages[old]) + SAME_NAME * (new.name == old.name)
        for new in after
        for old in before
    }
    same = {}
    for new, old in sorted(likeness, key=likeness.get, reverse=True):
        if likeness[new, old] and new not in same and old not in same.values():
            same[new] = old
    return same


def _day_changes(old, new):
    words = []
    if new.name != old.name:
        words.append(f"{old.name} is called {new.name}.")
    if new.weekday != old.weekday:
        weekday = f"moved to {new.get_weekday_display()}" if new.weekday else "on any day"
        words.append(f"{new.name} {weekday}.")
    if (new.first_week, new.last_week) != (old.first_week, old.last_week):
        words.append(f"{new.name} in {_weeks(new)}.")
    if new.is_rest != old.is_rest:
        words.append(f"{new.name} is {'a rest day' if new.is_rest else 'no rest day any more'}.")
    return words


def _weeks(day):
    if day.last_week is None:
        return "every week" if day.first_week == 1 else f"weeks from {day.first_week}"
    return f"weeks {day.first_week} to {day.last_week}"


def _row_changes(before, after, same):
    old = {row.lineage: (day, row) for day in before for row in day.rows}
    new = {row.lineage: (day, row) for day in after for row in day.rows}
    words = []
    for lineage, (day, row) in new.items():
        if lineage not in old:
            words.append(f"{row.exercise.title} added to {day.name}, {scheme(row)}.")
            continue
        home, was = old[lineage]
        if same.get(day) is not home:
            words.append(f"{was.exercise.title} moved from {home.name} to {day.name}.")
        mates = _superset(_mates(home, was), _mates(day, row), row)
        if changes := _changes(was, row) + mates:
            words.append(f"{was.exercise.title}: {', '.join(changes)}.")
    gone = [(day, row) for lineage, (day, row) in old.items() if lineage not in new]
    words += [f"{row.exercise.title} removed from {day.name}." for day, row in gone]
    return words + _orders(before, after, same)


def _changes(was, row):
    """What is different about one prescription."""
    return [
        words
        for changed, words in [
            (row.exercise_id != was.exercise_id, f"{row.exercise.title} in its place"),
            (_sets(row) != _sets(was) and not row.set_targets, f"{scheme(was)} → {scheme(row)}"),
            (row.rir != was.rir, f"{effort(was) or 'no RIR'} → {effort(row) or 'no RIR'}"),
            (
                row.rest_seconds != was.rest_seconds,
                f"rest {rest(was.rest_seconds)} → {rest(row.rest_seconds)}",
            ),
            (
                row.technique != was.technique,
                f"{technique(was) or 'straight sets'} → {technique(row) or 'straight sets'}",
            ),
            (
                row.progression != was.progression,
                f"goes on by: {row.get_progression_display().lower()}",
            ),
            (
                row.progression == was.progression and row.rule_settings != was.rule_settings,
                "other settings of its rule",
            ),
            (row.note != was.note, "note changed" if row.note else "note removed"),
        ]
        if changed
    ] + particular_changes(was, row)


def _sets(row):
    return row.sets, repetitions(row)


def _mates(day, row):
    """The lineages that share a superset with a row, its own among them; letters may change."""
    return {r.lineage for r in day.rows if row.superset and r.superset == row.superset}


def _superset(before, after, row):
    if before == after:
        return []
    return [f"in superset {row.superset}" if after else "out of its superset"]


def _orders(before, after, same):
    """Days whose rows, those that stayed, come in another order."""
    words = []
    for new in after:
        if new not in same:
            continue
        lineages = [row.lineage for row in new.rows]
        stayed = [row.lineage for row in same[new].rows if row.lineage in lineages]
        if stayed != [lineage for lineage in lineages if lineage in stayed]:
            words.append(f"{new.name} in another order.")
    return words
