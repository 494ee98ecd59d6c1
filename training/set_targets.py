"""A target for each set, where sets × a range is not enough: pyramids, top sets, drops, clusters.

Kept as a list of JSON, one object for each set in its order, the keys of `SetTarget` that are not
as usual: [{"reps": [3, 3], "rir": 1, "load": ["one_rm", 85]}, {"reps": [8, 8], "load": ["share",
80]}]. A load is ["weight", kilograms], or per cent: ["one_rm", 80] of the 1RM, ["training_max",
75], ["share", 90] of the heaviest set of the exercise; without one it is as the rule says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

type Json = Mapping[str, Any]
type Kind = Literal["working", "warm_up", "drop", "amrap"]
type LoadBy = Literal["rule", "weight", "one_rm", "training_max", "share"]

MOST_SETS = 40
_KINDS, _LOADS = get_args(Kind.__value__), get_args(LoadBy.__value__)
_MOST = {"weight": 1000, "one_rm": 150, "training_max": 150, "share": 150}


@dataclass(frozen=True)
class SetTarget:
    """One set: what to count from `reps_low` to `reps_high`, in the prescription's unit.

    `load` is in kilograms or per cent, None as the rule says. A `drop` follows the set before it
    at once. `rir` and `rest_seconds` are None where the prescription's hold.
    """

    reps_low: int
    reps_high: int
    kind: Kind = "working"
    load_by: LoadBy = "rule"
    load: Decimal | None = None
    rir: Decimal | None = None
    rest_seconds: int | None = None


def read(data: Sequence[Json]) -> tuple[SetTarget, ...]:
    """The targets that are kept in `data`; ValueError, with words, where they cannot be."""
    if problems := problems_of(data):
        raise ValueError(problems[0])
    return tuple(_target(entry) for entry in data)


def write(targets: Sequence[SetTarget]) -> list[dict[str, object]]:
    """As they are kept: only what is not as usual."""
    return [_entry(target) for target in targets]


def without_weights(data: Sequence[Json]) -> list[dict[str, object]]:
    """The same without loads in kilograms, which are one exercise's: the rule says them anew."""
    weighs = [entry.get("load", ("rule",))[0] == "weight" for entry in data]
    return [
        {key: value for key, value in entry.items() if key != "load" or not weight}
        for entry, weight in zip(data, weighs, strict=True)
    ]


def problems_of(data: object) -> list[str]:
    """What is wrong, in words that name the set; nothing where all can be used."""
    if not isinstance(data, (list, tuple)):
        return ["The targets of sets are a list."]
    if len(data) > MOST_SETS:
        return [f"An exercise has at most {MOST_SETS} sets with a target of their own."]
    return [f"Set {n}: {words}" for n, entry in enumerate(data, 1) for words in _problems(entry)]


def _problems(entry: object) -> list[str]:
    if not isinstance(entry, Mapping):
        return ["a target is a list of names with values."]
    found = []
    reps = entry.get("reps")
    if not _is_range(reps):
        found.append("repetitions run from the lower to the higher number, 1 to 1,000.")
    if entry.get("kind", "working") not in _KINDS:
        found.append("it is a working set, a warm-up, a drop or as many as possible.")
    if "load" in entry and not _is_load(entry["load"]):
        found.append("a load is in kilograms up to 1,000, or up to 150 %.")
    if not _is_number(entry.get("rir", 0), 10):
        found.append("reps in reserve are between 0 and 10.")
    if not _is_whole(entry.get("rest", 0), 0, 1800):
        found.append("rest is at most 1,800 seconds, half an hour.")
    return found


def _target(entry: Json) -> SetTarget:
    by, load = entry.get("load", ("rule", None))
    rir = entry.get("rir")
    low, high = entry["reps"]
    return SetTarget(
        low,
        high,
        kind=entry.get("kind", "working"),
        load_by=by,
        load=None if load is None else Decimal(str(load)),
        rir=None if rir is None else Decimal(str(rir)),
        rest_seconds=entry.get("rest"),
    )


def _entry(target: SetTarget) -> dict[str, object]:
    entry: dict[str, object] = {"reps": [target.reps_low, target.reps_high]}
    if target.kind != "working":
        entry["kind"] = target.kind
    if target.load is not None:
        entry["load"] = [target.load_by, _plain(target.load)]
    if target.rir is not None:
        entry["rir"] = _plain(target.rir)
    if target.rest_seconds is not None:
        entry["rest"] = target.rest_seconds
    return entry


def _plain(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


def _is_range(reps: object) -> bool:
    if not isinstance(reps, (list, tuple)) or len(reps) != 2:
        return False
    return all(_is_whole(count, 1, 1000) for count in reps) and reps[0] <= reps[1]


def _is_load(load: object) -> bool:
    if not isinstance(load, (list, tuple)) or len(load) != 2:
        return False
    return load[0] in _MOST and _is_number(load[1], _MOST[load[0]])


def _is_whole(value: Any, low: int, high: int) -> bool:
    return type(value) is int and low <= value <= high


def _is_number(value: Any, high: int) -> bool:
    return type(value) in (int, float) and 0 <= value <= high
