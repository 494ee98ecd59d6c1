"""Changes of a plan that its text says best: 60 kg → 62.5 kg, no tempo → tempo 31X0."""

from workouts.shape import row_of
from workouts.text import writing

ASPECTS = {  # what is said where there is none: how it is written
    "no target for each set": lambda row: writing.targets(row.get("set_targets")),
    "load as the rule says": lambda row: list(writing.load(row)),
    "no tempo, ramp or side": lambda row: list(writing.extras(row)),
    "nothing by week": lambda row: writing.weeks(row.get("by_week")),
}
OF_PLAN = {
    "rolling": lambda plan: ["rolling days"] if plan.get("rolling") else [],
    "exit_criteria": lambda plan: [plan["exit_criteria"]] if plan.get("exit_criteria") else [],
    "week_plan": lambda plan: [writing.whole_week(entry) for entry in plan.get("week_plan", ())],
}
NONE_OF_PLAN = {
    "rolling": "days by weekday",
    "exit_criteria": "no word on when it is done",
    "week_plan": "all weeks alike",
}


def particulars(was, row):
    """What is different about load, targets, weeks and how it is done, of one prescription."""
    before, after = row_of(was), row_of(row)
    pairs = [(none, said(before), said(after)) for none, said in ASPECTS.items()]
    return [_change(none, old, new) for none, old, new in _different(pairs)]


def of_plan(before, after):
    """Sentences on what is different about all weeks and days."""
    pairs = [(NONE_OF_PLAN[name], said(before), said(after)) for name, said in OF_PLAN.items()]
    words = [_change(none, old, new) for none, old, new in _different(pairs)]
    return [f"{change[0].upper()}{change[1:]}." for change in words]


def _different(pairs):
    return [(none, old, new) for none, old, new in pairs if old != new]


def _change(none, old, new):
    return f"{'; '.join(old) or none} → {'; '.join(new) or none}"
