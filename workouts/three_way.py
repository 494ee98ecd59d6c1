"""Merging a changed source into a copy that was changed too: plans as workouts/shape.py has them.

What only one side changed is taken over. Where both changed the same, and not to the same, the
copy keeps its own and there is a conflict, which whoever decides may give to the source. Rows are
the same by lineage on their day; days by the rows they have in common, and by name.
"""

from dataclasses import dataclass
from itertools import count

GONE = None  # instead of a row or a day that one side took out


@dataclass(frozen=True)
class Conflict:
    """What both sides changed: `key` says which, `mine` and `theirs` are the values, or GONE.

    `day` is the day's name, `row` the prescription as it was; both None for the whole plan.
    """

    key: str
    field: str
    mine: object
    theirs: object
    day: str | None = None
    row: dict | None = None


def three_way(base, theirs, mine, given_up=()):
    """The merged plan and its conflicts. `given_up` are keys of those that go to `theirs`."""
    merge = _Merge(set(given_up))
    plan = merge.fields("plan", _without(base, "days"), _without(theirs, "days"),
                        _without(mine, "days"))  # fmt: skip
    plan["days"] = _days(merge, base["days"], theirs["days"], mine["days"])
    return plan, merge.conflicts


class _Merge:
    """The conflicts met on the way, and which of them the source wins."""

    def __init__(self, given_up):
        self.given_up, self.conflicts = given_up, []

    def fields(self, key, base, theirs, mine, **where):
        """Each value of three dicts; what is missing in one is as usual."""
        names = dict.fromkeys((*mine, *theirs, *base))
        missing = object()
        merged = {}
        for name in names:
            old, new, own = (side.get(name, missing) for side in (base, theirs, mine))
            value = self._one(f"{key}.{name}", name, old, new, own, missing, where)
            if value is not missing:
                merged[name] = value
        return merged

    def whole(self, key, base, theirs, mine, **where):
        """A row or day that one side took out: GONE, or the other side's where that changed it."""
        return self._one(key, "", base, theirs, mine, object(), where)

    def _one(self, key, field, old, new, own, missing, where):
        if new in (old, own):
            return own
        if own == old:
            return new
        shown = [None if value is missing else value for value in (own, new)]
        self.conflicts.append(Conflict(key, field, *shown, **where))
        return new if key in self.given_up else own


def _days(merge, base, theirs, mine):
    named = _named(base, theirs, mine)
    sides = [
        dict(zip(*pair, strict=True)) for pair in zip(named, (base, theirs, mine), strict=True)
    ]
    merged = []
    for name in _order(*named):
        old, new, own = (side.get(name) for side in sides)
        day = _day(merge, name, old, new, own)
        if day is not GONE:
            merged.append(day)
    return merged


def _day(merge, name, old, new, own):
    if new is None or own is None:
        return merge.whole(name, old, new, own, day=(own or new or old)["name"])
    old = old or {"prescriptions": []}
    parts = [_without(day, "prescriptions") for day in (old, new, own)]
    day = merge.fields(name, *parts, day=own["name"])
    sides = [{row["lineage"]: row for row in day["prescriptions"]} for day in (old, new, own)]
    rows = []
    for lineage in _order(*sides):
        row = _row(merge, f"{name}.{lineage}", own["name"], *(side.get(lineage) for side in sides))
        if row is not GONE:
            rows.append(row)
    return day | {"prescriptions": rows}


def _row(merge, key, day, old, new, own):
    where = {"day": day, "row": own or new or old}
    if new is None or own is None:
        return merge.whole(key, old, new, own, **where)
    return merge.fields(key, old or {}, new, own, **where)


def _named(base, theirs, mine):
    """A name for each day of the three, the same where it is the same day."""
    fresh = (f"day{number}" for number in count(1))
    known = dict(zip([next(fresh) for _ in base], base, strict=True))
    first = list(known)
    second = _names_like(known, theirs, fresh)
    return first, second, _names_like(known, mine, fresh)


def _names_like(known, days, fresh):
    """The names of these days; those that are like none of `known` become known."""
    likeness = sorted(
        ((_likeness(old, day), -abs(was - now), name, now)
         for was, (name, old) in enumerate(known.items()) for now, day in enumerate(days)),
        reverse=True,
    )  # fmt: skip
    found = {}
    for alike, _, name, now in likeness:
        if alike and now not in found and name not in found.values():
            found[now] = name
    for now, day in enumerate(days):
        if now not in found:
            found[now] = next(fresh)
            known[found[now]] = day
    return [found[now] for now in range(len(days))]


def _likeness(one, other):
    lineages = [{row["lineage"] for row in day["prescriptions"]} for day in (one, other)]
    return 2 * len(lineages[0] & lineages[1]) + 3 * (one["name"] == other["name"])


def _order(base, theirs, mine):
    """All keys in the order of the side that moved some, mine if both did; new ones in place."""
    common = set(base) & set(theirs) & set(mine)
    kept, moved = ([key for key in side if key in common] for side in (base, theirs))
    own = [key for key in mine if key in common]
    leading, other = (theirs, mine) if own == kept and moved != kept else (mine, theirs)
    order = list(leading)
    for place, key in enumerate(other):
        if key not in order:
            before = [earlier for earlier in list(other)[:place] if earlier in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, key)
    return order


def _without(thing, name):
    return {key: value for key, value in thing.items() if key != name}
