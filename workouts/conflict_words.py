"""What a copy and its source changed both and not to the same, in words: see three_way.py."""

from accounts.templatetags.quantities import rest
from workouts.bundling import loose
from workouts.describing import (
    RULES,
    SIDES,
    WEEKDAYS,
    counted,
    details,
    effort,
    listed,
    load,
    scheme,
    technique,
)
from workouts.shape import days_from, version_from
from workouts.three_way import GONE

SUBJECTS = {  # of a value, said after what it is of
    "length": "weeks", "rolling": "order of the days", "exit_criteria": "done when",
    "name": "name", "weekday": "weekday", "is_rest": "rest day", "in_weeks": "weeks",
    "work": "sets", "exercise": "exercise", "rir": "effort", "rest_seconds": "rest",
    "superset": "superset", "way": "technique", "rule": "rule", "note": "note", "load": "load",
    "tempo": "tempo", "rest_between_seconds": "rest in the group", "warm_up_ramp": "warm-up ramp",
    "sides": "sides", "by_week": "values of weeks",
}  # fmt: skip


def subject(conflict, titles):
    """What it is about: Pull-up on Width: rest. `titles` are the names of exercises by id."""
    field = SUBJECTS.get(conflict.field, "details")
    if conflict.row:
        of = f"{titles[conflict.row['exercise']]} on {conflict.day}"
    else:
        of = conflict.day or "The whole plan"
    return f"{of}: {field}" if conflict.field else of


def sides_of(conflict, titles):
    """The copy's side and the source's, in words that are never the same."""
    mine, theirs = (_side(conflict, value, titles) for value in (conflict.mine, conflict.theirs))
    return (mine, theirs) if mine != theirs else (mine, f"{theirs}, with other details")


def _side(conflict, value, titles):
    if not conflict.field:
        return _whole(conflict, value)
    given = loose({conflict.field: value} if value is not None else {})
    if conflict.row:
        return _of_row(conflict.field, _row(given), titles)
    return _of_day(conflict.field, given) if conflict.day else _of_plan(conflict.field, given)


def _whole(conflict, value):
    if value is GONE:
        return "not in the plan"
    if conflict.row:
        return details(_row(loose(value)))
    return counted(len(value["prescriptions"]), "exercise")


def _row(values):
    """What has the columns of a prescription, as usual where not given."""
    day = {"name": "", "prescriptions": [{"exercise": None} | values]}
    return days_from({"days": [day]})[0].rows[0]


def _of_row(field, row, titles):
    told = {
        "work": lambda: scheme(row),
        "exercise": lambda: titles[row.exercise_id],
        "rir": lambda: effort(row) or "no RIR",
        "rest_seconds": lambda: rest(row.rest_seconds),
        "superset": lambda: f"in superset {row.superset}" if row.superset else "on its own",
        "way": lambda: technique(row) or "straight sets",
        "rule": lambda: _within(RULES[row.progression]),
        "note": lambda: f"“{row.note}”" if row.note else "no note",
        "load": lambda: load(row).removeprefix("at ") or "load by the rule",
        "tempo": lambda: row.tempo or "no tempo",
        "rest_between_seconds": lambda: rest(row.rest_between_seconds) or "none of its own",
        "warm_up_ramp": lambda: "with a ramp" if row.warm_up_ramp else "without",
        "sides": lambda: SIDES.get(row.sides, "as usual").lower(),
        "by_week": lambda: _weeks_told(row.by_week),
    }
    return told.get(field, lambda: "as it is")()


def _of_day(field, given):
    day = days_from({"days": [{"name": ""} | given]})[0]
    if field == "in_weeks":
        last = f"to {day.last_week}" if day.last_week else "to the end"
        return f"weeks {day.first_week} {last}"
    told = {
        "name": day.name,
        "weekday": WEEKDAYS.get(day.weekday, "any day"),
        "is_rest": "a rest day" if day.is_rest else "a training day",
    }
    return told.get(field, "as it is")


def _of_plan(field, given):
    plan = version_from(given)
    told = {
        "length": counted(plan.weeks, "week"),
        "rolling": "days follow one another" if plan.rolling else "days keep to the week",
        "exit_criteria": plan.exit_criteria or "nothing said",
    }
    return told.get(field, "as it is")


def _weeks_told(by_week):
    weeks = sorted(by_week, key=int)
    if not weeks:
        return "the same every week"
    return f"values of {'week' if len(weeks) == 1 else 'weeks'} {listed(weeks)}"


def _within(words):
    """As in the middle of a sentence: as I decide."""
    return words[:1].lower() + words[1:]
