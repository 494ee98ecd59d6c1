"""What the weeks of a programme change: more or fewer sets, effort, load; and lighter weeks.

Two things speak for a week. A prescription's own `by_week`, {"3": {"sets": 4, "load_add_kg": 2.5}},
sets what it names. The programme's `week_plan` is a list of what holds in whole weeks,
[{"weeks": [1, 2], "sets_factor": 0.67, "rir": 4}, {"weeks": [5], "deload": true}], after that.

The keys: `sets` and `reps` ([low, high]) and `rest_seconds` of a prescription; `rir`, `rir_add`,
`load_factor`, `load_add_kg` of both; `sets_factor`, `deload`, `wave_week` (1 to 4, of
training/waves.py) and `note` of whole weeks. Numbers are those of JSON.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from training.breaks import DELOAD_LOAD, EASY_RIR, deload_sets

MOST_WEEKS = 52

# key: (lowest, highest, what is said of anything else)
_LIMITS = {
    "rir": (0, 10, "Reps in reserve are between 0 and 10."),
    "rir_add": (-5, 5, "Reps in reserve change by at most 5."),
    "load_factor": (0.1, 2, "A load changes to between 10 and 200 % of itself."),
    "load_add_kg": (-200, 200, "A load changes by at most 200 kg."),
}
_ALONE = {
    "sets": (1, 20, "An exercise has between 1 and 20 sets."),
    "reps": (1, 1000, "Repetitions run from the lower to the higher number, 1 to 1,000."),
    "rest_seconds": (0, 1800, "Rest is at most 1,800 seconds, half an hour."),
}
_WHOLE = {
    "weeks": (1, MOST_WEEKS, f"Weeks are 1 to {MOST_WEEKS}, in their order."),
    "sets_factor": (0.1, 3, "Sets change to between 10 and 300 % of themselves."),
    "deload": (0, 0, "A week is a deload or is not."),
    "wave_week": (1, 4, "A wave has weeks 1 to 4."),
    "note": (-1, 200, "A note on a week has at most 200 letters."),
}

type Changes = Mapping[str, Any]


@dataclass(frozen=True)
class Scheme:
    """What one week asks for: `load_factor` and `load_add_kg` are on what the rule would give."""

    sets: int
    reps_low: int
    reps_high: int
    rir: Decimal | None
    rest_seconds: int
    load_factor: Decimal = Decimal(1)
    load_add_kg: Decimal = Decimal(0)
    is_light: bool = False
    wave_week: int | None = None


def in_week(scheme: Scheme, own: Changes, whole: Changes) -> Scheme:
    """`scheme` as a week has it: first what the prescription says, then what the week says."""
    return _whole(_own(scheme, own), whole)


def whole_week(week_plan: Sequence[Changes], week: int) -> dict[str, Any]:
    """All that the programme says of one week; what comes later in the list wins."""
    found: dict[str, Any] = {}
    for entry in week_plan:
        if week in _weeks(entry):
            found |= {key: value for key, value in entry.items() if key != "weeks"}
    return found


def with_week(week_plan: Sequence[Changes], week: int, changes: Changes) -> list[dict[str, Any]]:
    """The programme with one week as given; weeks that are alike are told together."""
    told = {one for entry in week_plan for one in _weeks(entry)} | {week}
    plan: list[dict[str, Any]] = []
    for one in sorted(told):
        found = dict(changes) if one == week else whole_week(week_plan, one)
        alike = next((e for e in plan if {**e, "weeks": 0} == {**found, "weeks": 0}), None)
        if alike:
            alike["weeks"].append(one)
        elif found:
            plan.append({"weeks": [one]} | found)
    return plan


def problems_of(changes: object, *, whole: bool = False) -> list[str]:
    """What is wrong with what a week says, in words; nothing where it can be used.

    `whole` for an entry of `week_plan`, which names its `weeks`.
    """
    if not isinstance(changes, Mapping):
        return ["What a week changes is a list of names with values."]
    known = _LIMITS | (_WHOLE if whole else _ALONE)
    found = [f"A week does not know “{key}”." for key in changes if key not in known]
    for key, (low, high, words) in known.items():
        if key in changes and not _is_within(changes[key], low, high):
            found.append(words)
    if whole and not _weeks(changes):
        found.append("Say which weeks are meant.")
    return found


def problems_of_plan(week_plan: object) -> list[str]:
    """The same for a whole `week_plan`."""
    if not isinstance(week_plan, (list, tuple)):
        return ["The plan of the weeks is a list."]
    return [words for entry in week_plan for words in problems_of(entry, whole=True)]


def problems_of_weeks(by_week: object) -> list[str]:
    """The same for a prescription's `by_week`."""
    if not isinstance(by_week, Mapping):
        return ["What weeks change is a list of weeks."]
    wrong = [key for key in by_week if not (str(key).isdecimal() and 1 <= int(key) <= MOST_WEEKS)]
    found = [f"There is no week “{key}”: weeks are 1 to {MOST_WEEKS}." for key in wrong]
    return found + [words for changes in by_week.values() for words in problems_of(changes)]


def _is_within(value: object, low: float, high: float) -> bool:
    if isinstance(value, (list, tuple)):
        if not value or not all(_is_within(part, low, high) for part in value):
            return False
        return value == sorted(value)
    if isinstance(value, bool) or low == high == 0:
        return isinstance(value, bool)
    if isinstance(value, str):
        return low == -1 and len(value) <= high
    return isinstance(value, (int, float, Decimal)) and low <= value <= high


def _weeks(entry: Changes) -> Sequence[int]:
    weeks = entry.get("weeks", ())
    return weeks if isinstance(weeks, (list, tuple)) else ()


def _own(scheme: Scheme, own: Changes) -> Scheme:
    low, high = own.get("reps") or (scheme.reps_low, scheme.reps_high)
    return _loads(
        replace(
            scheme,
            sets=own.get("sets", scheme.sets),
            reps_low=low,
            reps_high=high,
            rest_seconds=own.get("rest_seconds", scheme.rest_seconds),
        ),
        own,
    )


def _whole(scheme: Scheme, whole: Changes) -> Scheme:
    factor = _decimal(whole.get("sets_factor", 1))
    sets = max(1, int((scheme.sets * factor).quantize(Decimal(1), ROUND_HALF_UP)))
    wave_week = whole.get("wave_week")
    changed = _loads(
        replace(scheme, sets=sets, wave_week=wave_week if isinstance(wave_week, int) else None),
        whole,
    )
    return _light(changed) if whole.get("deload") else changed


def _loads(scheme: Scheme, changes: Changes) -> Scheme:
    rir = scheme.rir
    if rir is not None:  # what is not asked for in reserve is not asked for in any week
        rir = _decimal(changes.get("rir", rir)) + _decimal(changes.get("rir_add", 0))
        rir = max(Decimal(0), rir)
    return replace(
        scheme,
        rir=rir,
        load_factor=scheme.load_factor * _decimal(changes.get("load_factor", 1)),
        load_add_kg=scheme.load_add_kg + _decimal(changes.get("load_add_kg", 0)),
    )


def _light(scheme: Scheme) -> Scheme:
    """A deload (F-18 of our rules, after Rogerson 2024): half the sets, nine tenths of the load."""
    return replace(
        scheme,
        sets=deload_sets(scheme.sets),
        rir=None if scheme.rir is None else max(scheme.rir, Decimal(EASY_RIR)),
        load_factor=scheme.load_factor * DELOAD_LOAD,
        is_light=True,
    )


def _decimal(number: object) -> Decimal:
    return Decimal(str(number))
