"""One line's tree as the values of a prescription, or of what weeks change."""

import json
import math
import re

from lark import Token

from training.set_targets import MOST_SETS
from training.set_targets import problems_of as problems_of_targets
from training.weeks import problems_of as problems_of_week
from workouts.text import amounts
from workouts.text.amounts import wrong
from workouts.text.problems import Wrong
from workouts.text.words import (
    NATURAL,
    RULE_STEP,
    kind_of,
    rule_of,
    sides_of,
    technique_of,
    unit_of,
)

WORDS = {"yes": True, "true": True, "no": False, "false": False, "null": None}
KEPT = re.compile(r"[^\0\ud800-\udfff]*")  # what the database can keep
DEEPEST = 20
TWICE, SETTINGS = "This is said twice.", "rule_settings"


def text_of(token):
    """What stands in quotes: as JSON writes it, or else as it is."""
    try:
        words = json.loads(token)
    except ValueError:
        words = token[1:-1]
    if not KEPT.fullmatch(words):
        raise wrong(token, "There is a character in these quotation marks that cannot be kept.")
    return words


def row_of(items):
    """The values that items of a row give, but for the exercise: see shape.row_of()."""
    row, weeks = {}, {}
    for item in items:
        if getattr(item, "data", None) == "week":
            _add_week(weeks, item)
        else:
            _merge(row, item, _ROW)
    if weeks:
        row["by_week"] = weeks
    _see_to_step(row)
    return _with_natural(row)


def _merge(values, item, readers):
    """Add what an item says to `values`; nothing is said twice."""
    name = item.type if isinstance(item, Token) else item.data
    found = readers[name](item)
    if SETTINGS in found and SETTINGS in values:  # of a rule, and +2.5 kg beside it
        _merge_settings(values.pop(SETTINGS), found[SETTINGS], item)
    if found.keys() & values.keys():
        raise Wrong(_column(item), TWICE)
    values.update(found)


def _merge_settings(known, settings, item):
    if known.keys() & settings.keys():
        raise Wrong(_column(item), TWICE)
    settings.update(known)


def _column(item):
    return item.column if isinstance(item, Token) else next(item.scan_values(_is_token)).column


def _is_token(value):
    return isinstance(value, Token)


def _see_to_step(row):
    """Targets alone say how many sets there are, and of how many repetitions."""
    targets = row.get("set_targets")
    if not targets:
        return
    counted = [t for t in targets if t.get("kind") not in ("warm_up", "drop")] or targets
    row.setdefault("sets", min(len(counted), 20))
    if "reps_low" not in row:
        row["reps_low"] = min(target["reps"][0] for target in counted)
        row["reps_high"] = max(target["reps"][1] for target in counted)


def _with_natural(row):
    if "reps_low" in row:
        row.setdefault("unit", "reps")
        technique, rule = NATURAL[row["unit"]]
        row = {"technique": technique.value, "progression": rule.value} | row
    return row


def _counts(tree):
    found = {}
    for token in tree.children:
        if token.type == "COUNT":
            found["sets"] = amounts.sets(token)
        elif token.type == "RANGE":
            found["reps_low"], found["reps_high"] = amounts.reps(token)
        else:
            found["unit"] = unit_of(token)
    return found


def _load(token):
    return {"load_by": "weight", "load_kg": amounts.load_kg(token)}


def _percent(token):
    by = amounts.percent_of(token) or "one_rm"
    if by == "share":
        raise wrong(token, "A share of the best set stands in a set’s target: [3 @9, 8 80%].")
    return {"load_by": by, "load_percent": amounts.percent(token)}


def _was(token):
    if token.rstrip().endswith("%"):
        return {"load_percent": amounts.percent(token)}
    return {"load_kg": amounts.load_kg(token)}


def _step(token):
    return {"rule_settings": {RULE_STEP: amounts.json_number(amounts.step_kg(token))}}


def _note(token):
    words = text_of(token)
    if len(words) > 500:
        raise wrong(token, "A note has at most 500 letters.")
    return {"note": words}


def _named(key, said, of):
    """A technique or a rule, with its details in brackets."""

    def read(tree):
        token, *rest = tree.children
        return {key: of(token)} | ({said: details_of(rest[0])} if rest else {})

    return read


def _targets(tree):
    targets = [_target(target) for target in tree.children]
    first = next(tree.scan_values(_is_token), None)
    if not targets:
        return {}
    if problems := problems_of_targets(targets):
        raise wrong(first, problems[0])
    if len(targets) > MOST_SETS:
        raise wrong(first, f"At most {MOST_SETS} sets have a target of their own.")
    units = {unit_of(token) for token in tree.scan_values(_is_token) if token.type == "UNIT"}
    return {"set_targets": targets} | ({"unit": units.pop()} if len(units) == 1 else {})


def _target(tree):
    first, *others = tree.children
    target = {"reps": list(amounts.reps(first))}
    for token in others:
        if token.type != "UNIT":
            _merge(target, token, _TARGET)
    return target


def _share(token):
    by = amounts.percent_of(token) or "share"
    return {"load": [by, amounts.json_number(amounts.percent(token))]}


def details_of(tree):
    """{"drops": 2, "last_set_only": True} of (drops 2, last set only)."""
    found = {}
    for pair in tree.children:
        key, *rest = pair.children
        name = text_of(key) if key.type == "STRING" else key.lower().replace(" ", "_")
        found[name] = _value(rest[0]) if rest else True
    return found


def _value(given, depth=0):
    if not isinstance(given, Token):
        return _nested(given, depth + 1)
    if given.type == "STRING":
        return text_of(given)
    if given.type == "NUMBER":
        value = json.loads(given.lower())
        if not math.isfinite(value):
            raise wrong(given, "This number is too long.")
        return value
    return WORDS.get(given.lower(), str(given))


def _nested(tree, depth):
    if depth > DEEPEST:
        raise Wrong(tree.meta.column, f"Brackets stand in brackets at most {DEEPEST} deep.")
    if tree.data == "list":
        return [_value(value, depth) for value in tree.children]
    return {text_of(entry.children[0]): _value(entry.children[1], depth) for entry in tree.children}


def _add_week(weeks, tree):
    mark, *changes = tree.children
    found = changes_of(changes)
    if problems := problems_of_week(found):
        raise wrong(mark, problems[0])
    for week in amounts.weeks(mark):
        if str(week) in weeks:
            raise wrong(mark, f"Week {week} is said twice.")
        weeks[str(week)] = dict(found)


def changes_of(items):
    """What a week changes, by the keys of training/weeks.py."""
    found = {}
    for item in items:
        _merge(found, item, _CHANGES)
    return found


def _counts_of_week(tree):
    counts = _counts(tree)
    found = {"sets": counts["sets"]} if "sets" in counts else {}
    if "reps_low" in counts:
        found["reps"] = [counts["reps_low"], counts["reps_high"]]
    return found


_ROW = {
    "counts": _counts,
    "targets": _targets,
    "technique": _named("technique", "technique_details", technique_of),
    "rule": _named("progression", "rule_settings", rule_of),
    "STRING": _note,
    "EFFORT": lambda token: {"rir": amounts.reserve_of_row(token)},
    "LOAD": _load,
    "PERCENT": _percent,
    "WAS": _was,
    "STEP": _step,
    "REST": lambda token: {"rest_seconds": amounts.rest(token)},
    "BETWEEN": lambda token: {"rest_between_seconds": amounts.rest(token)},
    "TEMPO": lambda token: {"tempo": amounts.tempo(token)},
    "RAMP": lambda token: {"warm_up_ramp": True},
    "SIDES": lambda token: {"sides": sides_of(token)},
}
_TARGET = {
    "KIND": lambda token: {"kind": kind_of(token)},
    "EFFORT": lambda token: {"rir": amounts.json_number(amounts.reserve(token))},
    "LOAD": lambda token: {"load": ["weight", amounts.json_number(amounts.load_kg(token))]},
    "PERCENT": _share,
    "REST": lambda token: {"rest": amounts.rest(token)},
}
_CHANGES = {
    "counts": _counts_of_week,
    "reps": lambda tree: {"reps": list(amounts.reps(tree.children[1]))},
    "details": details_of,
    "EFFORT": lambda token: {"rir": amounts.json_number(amounts.reserve(token))},
    "RIR_STEP": lambda token: {"rir_add": amounts.json_number(amounts.signed(token))},
    "SHARE": lambda token: {"load_factor": amounts.factor(token)},
    "STEP": lambda token: {"load_add_kg": amounts.json_number(amounts.step_kg(token))},
    "REST": lambda token: {"rest_seconds": amounts.rest(token)},
    "SETS_SHARE": lambda token: {"sets_factor": amounts.factor(token)},
    "DELOAD": lambda token: {"deload": not token.lower().startswith("no")},
    "WAVE": lambda token: {"wave_week": int(amounts.number(token))},
    "STRING": lambda token: {"note": text_of(token)},
}
