"""A plan as text, in the one form that `reading` takes for what it was."""

import json
import re
from decimal import Decimal
from functools import lru_cache
from itertools import groupby

from training.units import plain
from workouts.text.parsing import parsed
from workouts.text.problems import Wrong
from workouts.text.words import (
    KINDS,
    NATURAL,
    RULE_STEP,
    RULES,
    SIDES,
    TECHNIQUES,
    UNITS,
    WEEKDAYS,
    day_called,
)

SIMPLE_DAY = re.compile(r"[^\W_][^|\"“„\x00-\x1f\x7f-\x9f]*(?<!\s)")
SIMPLE_TEXT = re.compile(r"[^\s\"“„,;\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*(?<!\s)")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
KEY = re.compile(r"[a-z]+(?:_[a-z]+)*")
WORD = re.compile(r"[a-z]+")
RESERVED = ("yes", "no", "true", "false", "null")
LOADS = {"weight": "{} kg", "one_rm": "{}% 1RM", "training_max": "{}% TM", "share": "{}%"}


def written(plan, names):
    """The text of a plan as shape.plan_of() gives it; `names` says what exercises are called."""
    lines = [f"{plan.get('weeks', 8)} weeks"]
    if plan.get("rolling"):
        lines.append("rolling days")
    if plan.get("exit_criteria"):
        lines.append(f"done when: {_text(plan['exit_criteria'])}")
    lines += [whole_week(entry) for entry in plan.get("week_plan", ())]
    for day in plan["days"]:
        lines += ["", _day(day), *_rows(day.get("prescriptions", ()), names)]
    return "\n".join(lines) + "\n"


def written_row(row, names, label=""):
    """The line of one prescription."""
    unit = row.get("unit", "reps")
    parts = [
        f"{label}) " * bool(label) + called(names[row["exercise"]]),
        *(f"or {called(names[pk])}" for pk in row.get("alternatives", ())),
        f"{row.get('sets', 3)}x{_span(row.get('reps_low', 8), row.get('reps_high', 12))}"
        + UNITS[unit],
        *targets(row.get("set_targets")),
        *load(row),
        *([effort(row["rir"])] if row.get("rir") is not None else []),
        f"rest {row.get('rest_seconds', 90)}",
        *extras(row),
        *_technique(row, NATURAL[unit][0]),
        *_rule(row, NATURAL[unit][1]),
        *weeks(row.get("by_week")),
        *([quoted(row["note"])] if row.get("note") else []),
    ]
    return " ".join(parts)


@lru_cache(maxsize=2048)
def called(name):
    """A name as it stands in a line: in quotes where it would be read as something else."""
    try:
        tree = parsed(f"{name} 1x1")
    except Wrong:
        return quoted(name)
    first = tree.children[0]
    is_plain = tree.data == "row" and first.type == "NAME" and first == name
    return name if is_plain and not UNSEEN.search(name) else quoted(name)


def quoted(text):
    """Text in quotes, as JSON writes it; what cannot be seen is spelled out."""
    words = json.dumps(text, ensure_ascii=False)
    return UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def effort(rir):
    """@8 for two in reserve; more than five have no place on the RPE scale."""
    rir = Decimal(str(rir))
    return f"@{number(10 - rir)}" if 0 <= rir <= 5 else f"@RIR{number(rir)}"


def number(value):
    return plain(Decimal(str(value))).replace("−", "-")


def _text(words):
    return words if SIMPLE_TEXT.fullmatch(words) and not UNSEEN.search(words) else quoted(words)


def _day(day):
    name = day["name"]
    is_simple = SIMPLE_DAY.fullmatch(name) and day_called(name) == (name, None)
    parts = [name if is_simple and not UNSEEN.search(name) else quoted(name)]
    if day.get("weekday"):
        parts.append(WEEKDAYS[day["weekday"]])
    if day.get("is_rest"):
        parts.append("rest day")
    first, last = day.get("first_week", 1), day.get("last_week")
    if last is not None:
        parts.append(f"week {first}" if first == last else f"weeks {first}-{last}")
    elif first != 1:
        parts.append(f"from week {first}")
    return "# " + " | ".join(parts)


def _rows(rows, names):
    """Lines of a day's prescriptions; those of a superset are A1, A2."""
    lines = []
    for letter, block in groupby(rows, key=lambda row: row.get("superset", "")):
        for place, row in enumerate(block, 1):
            lines.append(written_row(row, names, f"{letter}{place}" if letter else ""))
    return lines


def whole_week(entry):
    words = [f"weeks {_list(entry['weeks'])}:".replace("weeks", "week", len(entry["weeks"]) == 1)]
    if "sets_factor" in entry:
        words.append(f"sets {_percent(entry['sets_factor'])}")
    words += _changes({k: v for k, v in entry.items() if k not in ("weeks", *_WHOLE)})
    if "deload" in entry:
        words.append("deload" if entry["deload"] else "no deload")
    if "wave_week" in entry:
        words.append(f"wave week {entry['wave_week']}")
    if "note" in entry:
        words.append(quoted(entry["note"]))
    return f"{words[0]} {', '.join(words[1:])}".rstrip()


_WHOLE = ("sets_factor", "deload", "wave_week", "note")


def weeks(by_week):
    """W2 +2.5 kg | W3,5-6 4 sets: weeks that change the same stand together."""
    groups = {}
    for week in sorted(by_week or {}, key=int):
        words = " ".join(_changes(by_week[week]))
        groups.setdefault(words, []).append(int(week))
    strips = [f"W{_list(weeks, ',')} {words}".rstrip() for words, weeks in groups.items()]
    return [" | ".join(strips)] if strips else []


def _changes(changes):
    """What a week changes: 4x6-8 @8 load 90% +2.5 kg rest 60."""
    left, words = dict(changes), []
    sets, reps = left.pop("sets", None), left.pop("reps", None)
    if sets is not None and reps is not None:
        words.append(f"{sets}x{_span(*reps)}")
    elif sets is not None:
        words.append(f"{sets} sets")
    elif reps is not None:
        words.append(f"reps {_span(*reps)}")
    for key, said in _CHANGES.items():
        if key in left:
            words.append(said(left.pop(key)))
    return words + ([_details(left)] if left else [])


def _signed(value):
    return f"{'' if Decimal(str(value)) < 0 else '+'}{number(value)}"


def _percent(factor):
    return f"{number(Decimal(str(factor)) * 100)}%"


_CHANGES = {
    "rir": effort,
    "rir_add": lambda value: f"RIR {_signed(value)}",
    "load_factor": lambda value: f"load {_percent(value)}",
    "load_add_kg": lambda value: f"{_signed(value)} kg",
    "rest_seconds": lambda value: f"rest {value}",
}


def _list(weeks, mark=", "):
    """1-3, 5: neighbours stand as a range."""
    runs = []
    for week in weeks:
        if runs and week == runs[-1][1] + 1:
            runs[-1][1] = week
        else:
            runs.append([week, week])
    return mark.join(_span(*run) for run in runs)


def _span(low, high):
    return f"{low}" if low == high else f"{low}-{high}"


def targets(targets):
    return [f"[{', '.join(map(_target, targets))}]"] if targets else []


def _target(target):
    words = [_span(*target["reps"])]
    if "kind" in target and target["kind"] != "working":
        words.append(KINDS[target["kind"]])
    if "load" in target:
        by, load = target["load"]
        words.append(LOADS[by].format(number(load)))
    if "rir" in target:
        words.append(effort(target["rir"]))
    if "rest" in target:
        words.append(f"rest {target['rest']}")
    return " ".join(words)


def load(row):
    """60 kg, 80% 1RM; what is kept beside and not used: was 60 kg."""
    by = row.get("load_by", "rule")
    for field, is_used, was in (
        ("load_kg", by == "weight", "was {} kg"),
        ("load_percent", by in ("one_rm", "training_max"), "was {}%"),
    ):
        if row.get(field) is not None:
            yield (LOADS[by] if is_used else was).format(number(row[field]))


def extras(row):
    if row.get("rest_between_seconds") is not None:
        yield f"between {row['rest_between_seconds']}"
    if row.get("tempo"):
        yield f"tempo {row['tempo']}"
    if row.get("warm_up_ramp"):
        yield "warm-up ramp"
    if row.get("sides"):
        yield SIDES[row["sides"]]


def _technique(row, natural):
    technique, details = row.get("technique", "straight"), row.get("technique_details")
    if technique != natural or details:
        yield TECHNIQUES[technique]
    if details:
        yield _details(details)


def _rule(row, natural):
    """by linear (reset percent 10) +2.5 kg."""
    rule, settings = row.get("progression", "double"), dict(row.get("rule_settings") or {})
    step = settings.get(RULE_STEP)
    is_step = type(step) in (int, float) and step >= 0
    if is_step:
        del settings[RULE_STEP]
    if rule != natural or settings:
        yield f"by {RULES[rule]}"
    if settings:
        yield _details(settings)
    if is_step:
        yield f"+{number(step)} kg"


def _details(details):
    return f"({', '.join(_pair(*pair) for pair in details.items())})"


def _pair(key, value):
    said = key.replace("_", " ") if KEY.fullmatch(key) else quoted(key)
    if value is True:
        return said
    if type(value) in (int, float):
        return f"{said} {json.dumps(value)}"
    if isinstance(value, str) and WORD.fullmatch(value) and value not in RESERVED:
        return f"{said}: {value}"
    return f"{said}: {_json(value)}"


def _json(value):
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_json, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{quoted(k)}: {_json(v)}' for k, v in value.items())}}}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return json.dumps(value)  # null, or a number
