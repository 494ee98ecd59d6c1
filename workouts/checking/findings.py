"""What the check says: its rules by name, and a finding of one."""

from dataclasses import dataclass, replace
from typing import NamedTuple
from zlib import crc32

WARNING, HINT = "warning", "hint"
OURS = "Our rule"
LINKS = {"find", "other"}  # remedies that lead somewhere


class Rule(NamedTuple):
    """A rule: how heavy it weighs, what it is called, why it is there, and from where."""

    weight: str
    title: str
    why: str
    source: str = OURS


RULES = {
    "limitation-avoid": Rule(
        WARNING, "Left out by a limitation",
        "Exercises have a verdict on each limitation; where the limitation is strong, care turns "
        "into leaving out.",
    ),
    "equipment-lacking": Rule(
        WARNING, "Equipment that is not there",
        "It needs a piece that was not named among the equipment.",
    ),
    "coverage": Rule(
        WARNING, "Movements of a week",
        "Pulling down, pulling to the body and bending at the hip load different parts of the "
        "back. A week has at least one of each; extending the spine counts for the last.",
    ),
    "weekly-sets-very-high": Rule(
        WARNING, "Very many sets a week",
        "More sets give ever less, and above some 20 a week no clear extra was found.",
        "Baz-Valle et al. 2022; Pelland et al. 2025; the limit of each group is our rule",
    ),
    "hours-between-hinges": Rule(
        WARNING, "Rest between heavy hinges",
        "Heavy hinges (80 % and more, or up to 8 repetitions) tire the lower back for longest: "
        "72 hours between them.",
    ),
    "beginner-effort": Rule(
        WARNING, "Effort of a beginner",
        "For the first four weeks form comes first: 3 repetitions or more stay in reserve.",
    ),
    "beginner-drop-sets": Rule(
        WARNING, "Drop sets of a beginner",
        "For the first four weeks form comes first, and a drop set ends where form does.",
    ),
    "no-warm-up": Rule(
        WARNING, "No warm-up before heavy sets",
        "Up to 6 repetitions, or 80 % of a maximum, are heavy. A ramp of lighter sets comes before "
        "the first of them of each movement.",
    ),
    "limitation-care": Rule(
        HINT, "Care with a limitation",
        "It may be done with care: stay 4 repetitions away from failure the first time, and stop "
        "where it hurts.",
    ),
    "hours-between-sessions": Rule(
        HINT, "Rest between hard sessions",
        "4 direct hard sets of a group make a hard session of it. 48 hours lie before the next, 24 "
        "where 4 repetitions or more stayed in reserve.",
    ),
    "essential-trio": Rule(
        HINT, "The essential three",
        "A back routine usually has a deadlift, a pull-up and a row each week, or what may stand "
        "for them.",
    ),
    "region-balance": Rule(
        HINT, "Balance of the back",
        "Upper, middle and lower back and the lats each get at least 15 % of the sets of the "
        "busiest of them.",
    ),
    "weekly-sets-low": Rule(
        HINT, "Few sets a week",
        "So few sets may not keep what is there. Groups that are trained only along with others "
        "do not count, nor do lighter weeks.",
        "Pelland et al. 2025; the limit of each group is our rule",
    ),
    "sets-in-a-day": Rule(
        HINT, "Many sets in a day",
        "More than 8 direct hard sets of a group of the back or the arms suit two days better, if "
        "no other day has a hard session of it.",
    ),
    "push-pull": Rule(
        HINT, "Pushes and pulls",
        "At most 1.5 hard sets of pushes to one of pulls. Outside routines for the back, not below "
        "0.33 either.",
    ),
    "back-pulls-as-superset": Rule(
        HINT, "Back pulls as a superset",
        "Two exercises for the same muscles take from each other: paired in supersets, people "
        "gained 5 kg less on the pulldown in ten weeks. Pair a pull with something else.",
        "Iversen et al. 2024",
    ),
    "same-row": Rule(
        HINT, "One row for long",
        "The same row and no other for over 8 weeks; another angle or grip brings other parts in.",
    ),
    "session-length": Rule(
        HINT, "Length of a workout",
        "The estimate has every set at the top of its range and its rest, so up to 15 % above your "
        "time is no remark.",
    ),
    "rest-outside-band": Rule(
        HINT, "Rest between sets",
        "Heavy sets need longer rests, size little above 90 seconds, endurance short ones.",
        "ACSM 2009; Singer et al. 2024; the bands are our rule",
    ),
}  # fmt: skip
ORDER = {name: place for place, name in enumerate(RULES)}


@dataclass(frozen=True)
class Remedy:
    """What mends a finding: a button with `label`, or a link if `action` is one of LINKS.

    mending.py does the action, which takes `values`.
    """

    label: str
    action: str
    values: tuple = ()


@dataclass(frozen=True)
class Finding:
    """One remark: `about` tells it from others of its rule, `badness` weeks of the same one.

    `rows` are the ids of the prescriptions that it is about, `week` its worst week where not all
    are alike. `offer` says what a remedy would be, see remedies.py.
    """

    rule: str
    about: str
    sentence: str
    numbers: str = ""
    badness: float = 0
    rows: tuple = ()
    week: int | None = None
    offer: tuple = ()
    remedy: Remedy | None = None

    @property
    def weight(self):
        return RULES[self.rule].weight

    @property
    def title(self):
        return RULES[self.rule].title

    @property
    def why(self):
        return RULES[self.rule].why

    @property
    def source(self):
        return RULES[self.rule].source

    @property
    def is_mendable(self):
        """Whether a button mends it; where to look is behind a link."""
        return self.remedy is not None and self.remedy.action not in LINKS

    @property
    def key(self):
        """How the page names it."""
        return f"{self.rule}.{self.about}"

    @property
    def dom(self):
        """The end of the ids of its elements."""
        return f"{self.rule}-{crc32(self.about.encode()):x}"


def worst_of(found):
    """Of the same finding in several weeks the worst, the first of equals, with all their rows."""
    kept, rows = {}, {}
    for finding in found:
        there = kept.get(finding.key)
        rows.setdefault(finding.key, {}).update(dict.fromkeys(finding.rows))
        if there is None or finding.badness > there.badness:
            kept[finding.key] = finding
    return [replace(finding, rows=tuple(rows[key])) for key, finding in kept.items()]


def in_order(found):
    """Warnings first, then by rule."""
    return sorted(found, key=lambda f: (f.weight != WARNING, ORDER[f.rule], f.about))
