"""The words of a plan as text: one that is written for each value, and others that are read."""

import re

from workouts.models import Day, Prescription

Technique, Rule, Sides = Prescription.Technique, Prescription.Progression, Prescription.Sides
Unit = Prescription.Unit

TECHNIQUES = {
    Technique.STRAIGHT: "straight sets",
    Technique.SUPERSET: "superset",
    Technique.DROP_SET: "drop set",
    Technique.PYRAMID: "pyramid",
    Technique.REVERSE_PYRAMID: "reverse pyramid",
    Technique.TOP_SET: "top set",
    Technique.BACKOFF: "back-off sets",
    Technique.WAVE: "wave sets",
    Technique.AMRAP: "amrap",
    Technique.ECCENTRIC: "slow lowering",
    Technique.CLUSTER: "cluster",
    Technique.REST_PAUSE: "rest-pause",
    Technique.MYO_REPS: "myo-reps",
    Technique.EMOM: "emom",
    Technique.LADDER: "ladder",
    Technique.SUBMAX: "share of my best",
    Technique.CARRY: "carry",
    Technique.WARM_UP: "warm-up",
    Technique.CARDIO: "cardio",
}
RULES = {
    Rule.DOUBLE: "double",
    Rule.LINEAR: "linear",
    Rule.WAVE: "waves",
    Rule.RPE_TOP_SET: "top set",
    Rule.REPS_TOTAL: "total reps",
    Rule.REST_SHORTEN: "shorter rest",
    Rule.TIME: "longer holds",
    Rule.ASSIST_DOWN: "less assistance",
    Rule.DURATION_CARDIO: "longer cardio",
    Rule.NONE: "no rule",
}
SIDES = {
    Sides.EACH: "each side",
    Sides.ALTERNATING: "alternating sides",
    Sides.WEAKER_FIRST: "weaker side first",
}
UNITS = {Unit.REPS: "", Unit.SECONDS: " s", Unit.METRES: " m", Unit.MINUTES: " min"}
WEEKDAYS = dict(Day.Weekday.choices)
KINDS = {"amrap": "amrap", "warm_up": "warm-up", "drop": "drop"}
NATURAL = {  # what a unit is trained and goes on by, unless said otherwise
    Unit.REPS: (Technique.STRAIGHT, Rule.DOUBLE),
    Unit.SECONDS: (Technique.STRAIGHT, Rule.TIME),
    Unit.METRES: (Technique.STRAIGHT, Rule.DOUBLE),
    Unit.MINUTES: (Technique.CARDIO, Rule.DURATION_CARDIO),
}
RULE_STEP = "increment_kg"  # written as +2.5 kg
GERMAN = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()


def _bare(words):
    """Letters only, without the end of a plural: what different spellings have in common."""
    return re.sub(r"[^a-z]", "", words.lower()).removesuffix("s")


_TECHNIQUES = {_bare(words): code.value for code, words in TECHNIQUES.items()} | {
    "straight": Technique.STRAIGHT.value,
    "backoff": Technique.BACKOFF.value,
    "asmanyaspossible": Technique.AMRAP.value,
}
_RULES = {_bare(words): code.value for code, words in RULES.items()}
_SIDES = {"e": Sides.EACH.value, "p": Sides.EACH.value, "a": Sides.ALTERNATING.value}
_DAYS = {_bare(name): number for number, name in WEEKDAYS.items()}
_DAYS |= {name: number for number, name in enumerate(GERMAN, 1)}


def technique_of(words):
    return _TECHNIQUES[_bare(words)]


def rule_of(words):
    return _RULES[_bare(words.split(maxsplit=1)[1])]


def sides_of(words):
    return _SIDES.get(words[0].lower(), Sides.WEAKER_FIRST.value)


def weekday_of(words):
    """1 for Monday, or None where that is no weekday."""
    return _DAYS.get(_bare(words))


def unit_of(words):
    word = words.lower()
    if word.startswith("mi"):
        return Unit.MINUTES.value
    return {"s": Unit.SECONDS.value, "m": Unit.METRES.value}.get(word[0], Unit.REPS.value)


def kind_of(words):
    return {"w": "warm_up", "d": "drop"}.get(words[0].lower(), "amrap")


WEEKDAY_AT_THE_END = re.compile(r"(?:(.+?)(?:\s*[,(–-]\s*|\s+on\s+))?([a-z]+)\)?", re.IGNORECASE)
WEEKDAY_FIRST = re.compile(r"([a-z]+)\s*[:,–-]\s*(.+)", re.IGNORECASE)


def day_called(words):
    """The name of a day and its weekday in what was typed: Width on Monday, Monday: Width."""
    words = words.strip()
    if (found := WEEKDAY_AT_THE_END.fullmatch(words)) and weekday_of(found[2]):
        return found[1] or found[2], weekday_of(found[2])
    if (found := WEEKDAY_FIRST.fullmatch(words)) and weekday_of(found[1]):
        return found[2], weekday_of(found[1])
    return words, None
