"""A plan in words: 3 × 8–12, RIR 2, rest 1:30."""

from decimal import Decimal

from accounts.templatetags.quantities import NBSP, TIMES, span
from training.units import plain
from workouts.models import Day, Prescription

WEEKDAYS, TECHNIQUES = dict(Day.Weekday.choices), dict(Prescription.Technique.choices)
RULES = dict(Prescription.Progression.choices)
SIDES = {value: words for value, words in Prescription.Sides.choices if value}
LOADS = {"weight": "kg", "one_rm": "% of 1RM", "training_max": "% of TM", "share": "%"}
BEFORE = {"warm_up": "warm-up ", "drop": "drop "}
UNITS = {"reps": "", "seconds": "s", "metres": "m", "minutes": "min"}
UNITS_IN_WORDS = dict(Prescription.Unit.choices)
RULES_TOLD = {
    "double": "More reps each time; once every set is at the top, a step more load.",
    "linear": "A step more load whenever every set is done; after misses in a row, a reset.",
    "wave": "Three weeks of rising shares of your training max, then a light one.",
    "rpe_top_set": "The load follows from your last top sets and how hard they were.",
    "reps_total": "A total over all sets, and a few reps more once it is done.",
    "rest_shorten": "The same work with less rest; at the shortest rest, a step more load.",
    "time": "A few seconds more once every hold is done.",
    "assist_down": "Less assistance once every set is at the top.",
    "duration_cardio": "A minute or so more once the time is done.",
    "none": "The same as last time; you decide.",
}
IN_THE_BRACKET = {Prescription.Technique.STRAIGHT, Prescription.Technique.SUPERSET}


def repetitions(row):
    """8–12, 30 s, 20–40 m."""
    unit = UNITS[row.unit]
    numbers = span(row.reps_low, row.reps_high)
    return f"{numbers}{NBSP}{unit}" if unit else numbers


def scheme(row):
    """3 × 8–12; with a target for each set 12, 10, 8, drop 8."""
    if own := getattr(row, "set_targets", None):
        unit = UNITS[row.unit]
        return ", ".join(_set(entry) for entry in own) + (f"{NBSP}{unit}" if unit else "")
    return f"{row.sets}{NBSP}{TIMES}{NBSP}{repetitions(row)}"


def _set(entry):
    kind = entry.get("kind", "working")
    count = span(*entry["reps"])
    load = loaded(*entry["load"]) if "load" in entry else ""
    words = BEFORE.get(kind, "") + count + ("+" if kind == "amrap" else "")
    return f"{words} at {load}" if load else words


def loaded(by, load):
    """80 kg, 75 % of TM: how heavy a plan says, for the units of the plan."""
    number = plain(Decimal(str(load)))
    return f"{number}{NBSP}{LOADS[by]}"


def load(row):
    """At 80 kg; nothing where the rule says it."""
    by = getattr(row, "load_by", "rule")
    if by == "rule":
        return ""
    return f"at {loaded(by, row.load_kg if by == 'weight' else row.load_percent)}"


def sides(row):
    """One side, then the other; nothing as the exercise is usually done."""
    return SIDES.get(getattr(row, "sides", ""), "").lower()


def particulars(row):
    """What there is to say of how it is done, beside sets and load."""
    tempo = f"tempo {row.tempo}" if getattr(row, "tempo", "") else ""
    return [words for words in (effort(row), tempo, sides(row)) if words]


def effort(row):
    """RIR 2, or nothing."""
    return "" if row.rir is None else f"RIR{NBSP}{plain(row.rir)}"


def technique(row):
    """Drop set; nothing for straight sets, and for supersets, whose bracket shows them."""
    return "" if row.technique in IN_THE_BRACKET else TECHNIQUES[row.technique].lower()


def details(row):
    """3 × 8–12, RIR 2, drop set."""
    first = " ".join(filter(None, (scheme(row), load(row))))
    return ", ".join([first, *particulars(row), *filter(None, [technique(row)])])


def others(row):
    """Or Seal row or Pull-up: what may be done instead."""
    return " ".join(f"or {one.title}" for one in getattr(row, "others", ()))


def rule_told(row):
    """What the rule of a prescription does, in a sentence."""
    return RULES_TOLD[row.progression]


def day_title(day):
    """Width on Monday."""
    return f"{day.name} on {WEEKDAYS[day.weekday]}" if day.weekday else day.name


def listed(words):
    """a, b and c."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def counted(number, noun):
    """1 set, 3 sets."""
    return f"{number}{NBSP}{noun}" if number == 1 else f"{number}{NBSP}{noun}s"
