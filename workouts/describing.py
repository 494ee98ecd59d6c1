"""A plan in words: 3 × 8–12, RIR 2, rest 1:30."""

from accounts.templatetags.quantities import NBSP, TIMES, span
from training.units import plain
from workouts.models import Day, Prescription

WEEKDAYS, TECHNIQUES = dict(Day.Weekday.choices), dict(Prescription.Technique.choices)
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
    """3 × 8–12."""
    return f"{row.sets}{NBSP}{TIMES}{NBSP}{repetitions(row)}"


def effort(row):
    """RIR 2, or nothing."""
    return "" if row.rir is None else f"RIR{NBSP}{plain(row.rir)}"


def technique(row):
    """Drop set; nothing for straight sets, and for supersets, whose bracket shows them."""
    return "" if row.technique in IN_THE_BRACKET else TECHNIQUES[row.technique].lower()


def details(row):
    """3 × 8–12, RIR 2, drop set."""
    return ", ".join(part for part in (scheme(row), effort(row), technique(row)) if part)


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
