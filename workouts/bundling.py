"""Plans for a merge: values that only make sense together are one, so that no mix is invalid.

No range of repetitions gets its lower end from one side and the upper one from the other.
"""

TOGETHER = {  # what is merged as one: the values
    "plan": {"length": ("weeks", "week_plan")},
    "day": {"in_weeks": ("first_week", "last_week")},
    "row": {
        "work": ("sets", "reps_low", "reps_high", "unit", "set_targets"),
        "load": ("load_by", "load_kg", "load_percent"),
        "way": ("technique", "technique_details"),
        "rule": ("progression", "rule_settings"),
    },
}


def bundled(plan):
    """The plan of workouts/shape.py with bundles in the place of values that belong together."""
    days = [
        _bundled("day", day) | {"prescriptions": [_bundled("row", row) for row in _rows(day)]}
        for day in plan["days"]
    ]
    return _bundled("plan", plan) | {"days": days}


def unbundled(plan):
    """The plan as it was before bundled()."""
    days = [
        loose(day) | {"prescriptions": [loose(row) for row in _rows(day)]} for day in plan["days"]
    ]
    return loose(plan) | {"days": days}


def loose(thing):
    """The plan, the day or the row of it without bundles."""
    bundles = {name for kind in TOGETHER.values() for name in kind}
    kept = {name: value for name, value in thing.items() if name not in bundles}
    for name in bundles & thing.keys():
        kept |= thing[name]
    return kept


def _bundled(kind, thing):
    inside = {name for names in TOGETHER[kind].values() for name in names}
    kept = {name: value for name, value in thing.items() if name not in inside}
    return kept | {
        bundle: {name: thing[name] for name in names if name in thing}
        for bundle, names in TOGETHER[kind].items()
    }


def _rows(day):
    return day["prescriptions"]
