"""Which rows of a plan were there before: they keep their lineage, whatever else changed."""

from collections import defaultdict


def keep_lineages(plan, before):
    """Give rows of `plan` the lineage of the rows of `before` that they were.

    First the same exercise on the same day, in order; then wherever it was; then another
    exercise in the place of one that is gone.
    """
    days = _same_days(plan["days"], before["days"])
    old = [_Left(day) for day in before["days"]]
    for number, day in enumerate(plan["days"]):
        if number in days:
            _give(_rows(day), old[days[number]])
    for number, day in enumerate(plan["days"]):
        taken = {row["lineage"] for row in _rows(day) if "lineage" in row}
        for left in old:
            _give(_rows(day), left, taken)
        if number in days:
            _replace(_rows(day), old[days[number]], taken)


class _Left:
    """The rows of a day that none of the new plan is yet."""

    def __init__(self, day):
        self.rows = list(enumerate(_rows(day)))
        self.count = len(self.rows)
        self.by_exercise = defaultdict(list)
        for place, row in reversed(self.rows):
            self.by_exercise[row["exercise"]].append((place, row))
        self.gone = set()

    def take(self, place, row):
        self.gone.add(place)
        return row["lineage"]


def _rows(day):
    return day.get("prescriptions", ())


def _give(rows, left, taken=()):
    for row in rows:
        same = left.by_exercise[row["exercise"]] if "lineage" not in row else ()
        if same and same[-1][1]["lineage"] not in taken:
            row["lineage"] = left.take(*same.pop())


def _replace(rows, left, taken):
    """Rows that are new, in the place of rows that are gone, of a day that is as long as it was."""
    if len(rows) != left.count:
        return
    for (place, was), row in zip(left.rows, rows, strict=True):
        if "lineage" not in row and place not in left.gone and was["lineage"] not in taken:
            row["lineage"] = left.take(place, was)


def _same_days(new, old):
    """{number of a day: number of the day it was}: by name and place, by name, by place."""
    same = {}
    for alike in (
        lambda i, j: i == j and new[i]["name"] == old[j]["name"],
        lambda i, j: new[i]["name"] == old[j]["name"],
        lambda i, j: i == j,
    ):
        for i in range(len(new)):
            for j in range(len(old)):
                if i not in same and j not in same.values() and alike(i, j):
                    same[i] = j
    return same


def rules_changed(plan, before):
    """Whether a row of both plans goes on by another rule, or other settings of it."""
    rules = {row["lineage"]: _rule(row) for day in before["days"] for row in _rows(day)}
    rows = [row for day in plan["days"] for row in _rows(day)]
    return any(rules.get(row["lineage"], _rule(row)) != _rule(row) for row in rows)


def _rule(row):
    return row.get("progression", "double"), row.get("rule_settings", {})


def days_kept(plan, before):
    """{number of a day of `plan`: number of the day of `before` that it was}."""
    return _same_days(plan["days"], before["days"])
