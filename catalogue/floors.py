"""The least care that an exercise asks for, by what it is: rules no edit may forget.

Our own rules, made for safety and not medical advice: a heavy load on the spine, arms overhead,
hamstrings, curls and shrugs each call for a verdict on some limitations. More care is always free.
"""

from typing import NamedTuple

CAUTION, AVOID = "caution", "avoid"
RANK = {None: 0, CAUTION: 1, AVOID: 2}
WORDS = {CAUTION: "take care", AVOID: "leave out"}
OVERHEAD = ("vertical-pull", "hang", "vertical-push", "horizontal-push")


class Floor(NamedTuple):
    """For exercises like this, the least verdict on each of some limitations."""

    about: str
    holds: object
    least: dict[str, str]


FLOORS = [
    Floor(
        "a high spine load",
        lambda state: state.get("spine_load") == "high",
        dict.fromkeys(["lbp-acute", "disc-radicular"], AVOID)
        | dict.fromkeys(
            "lbp-flexion lbp-compression osteoporosis hypertension hernia pregnancy-2-3"
            " diastasis-pelvic-floor cardiac-cleared-moderate".split(),
            CAUTION,
        ),
    ),
    Floor(
        "a moderate spine load",
        lambda state: state.get("spine_load") == "moderate",
        {"lbp-acute": CAUTION},
    ),
    Floor(
        "vertical pulls, hangs and presses",
        lambda state: state.get("pattern") in OVERHEAD,
        {"shoulder-impingement": CAUTION},
    ),
    Floor(
        "the hamstrings as a main muscle",
        lambda state: "hamstrings" in state.get("primary", ()),
        {"hamstring-strain": CAUTION},
    ),
    Floor(
        "curls", lambda state: state.get("pattern") == "elbow-flexion", {"biceps-tendon": CAUTION}
    ),
    Floor(
        "shrugs", lambda state: state.get("pattern") == "scapular-elevation", {"neck-pain": CAUTION}
    ),
]


def floors_of(state):
    """{limitation: least verdict} that the rules ask of a state."""
    least = {}
    for floor in FLOORS:
        if floor.holds(state):
            for limitation, verdict in floor.least.items():
                least[limitation] = max(verdict, least.get(limitation), key=RANK.get)
    return least


def below_floors(state):
    """[(why, limitation, least verdict)] of what a state lacks; its verdicts are well formed."""
    given = state.get("limitations", {})
    return [
        (floor.about, limitation, verdict)
        for floor in FLOORS
        if floor.holds(state)
        for limitation, verdict in floor.least.items()
        if RANK[given.get(limitation)] < RANK[verdict]
    ]


def lacking_words(state):
    """What a state lacks by the rules, in words; empty where it lacks nothing."""
    parts = {}
    for about, limitation, verdict in below_floors(state):
        parts.setdefault(about, []).append(f"“{limitation}” at least “{WORDS[verdict]}”")
    return " ".join(f"For {about}: {', '.join(what)}." for about, what in parts.items())
