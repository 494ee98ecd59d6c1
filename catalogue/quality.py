"""What the catalogue lacks: one function for each check, each with the place that mends it.

A check is a function of a Row that answers in words, "" where all is well. To add one, write it
and put it in CHECKS; what it needs of the database belongs into `rows()`, in one query for all.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from catalogue.checking import loop_through
from catalogue.floors import lacking_words
from catalogue.models import Exercise, ExerciseMedia
from catalogue.states import states_of
from catalogue.usage import Usage, usage_of


@dataclass(frozen=True)
class Row:
    """An exercise of everybody's that is offered, with all that checks look at."""

    pk: int
    state: dict
    usage: Usage
    has_media: bool
    ladders: "Ladders"

    @property
    def name(self):
        return self.state["name"]

    @property
    def slug(self):
        return self.state["slug"]


@dataclass(frozen=True)
class Ladders:
    """All steps as everybody's exercises name them."""

    difficulty: dict = field(default_factory=dict)
    retired: set = field(default_factory=set)
    easier: dict = field(default_factory=dict)  # {slug: slugs it names as easier}
    harder: dict = field(default_factory=dict)
    upwards: dict = field(default_factory=dict)  # both ways of naming, as one graph


class Check(NamedTuple):
    key: str
    title: str
    why: str
    anchor: str  # of the field on the exercise's page in the admin site
    find: object


class Finding(NamedTuple):
    row: Row
    words: str
    anchor: str


def rows():
    """[Row] by name. Two queries, and those of usage_of (catalogue/usage.py)."""
    everybodys = Exercise.objects.public()
    states = states_of(everybodys.order_by("name"))
    pictured = Exists(ExerciseMedia.objects.public().filter(exercise=OuterRef("pk")))
    known = {slug: rest for slug, *rest in everybodys.values_list("slug", "pk", pictured)}
    usage, ladders = usage_of(pk for pk, _ in known.values()), _ladders(states)
    return [
        Row(pk, state, usage.get(pk, Usage()), has_media, ladders)
        for state in states
        if not state["retired"]
        for pk, has_media in [known[state["slug"]]]
    ]


def findings():
    """[(Check, [Finding])] of the whole catalogue."""
    everything = rows()
    return [
        (
            check,
            [Finding(row, words, check.anchor) for row in everything if (words := check.find(row))],
        )
        for check in CHECKS
    ]


def _ladders(states):
    upwards = {state["slug"]: set(state["progressions"]) for state in states}
    for state in states:
        for step in state["regressions"]:
            upwards.setdefault(step, set()).add(state["slug"])
    return Ladders(
        {state["slug"]: state["difficulty"] for state in states},
        {state["slug"] for state in states if state["retired"]},
        {state["slug"]: set(state["regressions"]) for state in states},
        {state["slug"]: set(state["progressions"]) for state in states},
        upwards,
    )


def no_picture(row):
    return "" if row.state["pictogram"] or row.has_media else "Neither drawn nor photographed."


def no_setup(row):
    return "" if row.state["setup"].strip() else "No set-up."


def no_cues(row):
    return "" if row.state["cues"] else "No cues."


def no_mistakes(row):
    return "" if row.state["mistakes"] else "No common mistakes."


def no_main_muscle(row):
    return "" if row.state["primary"] else "No main muscle."


def no_helping_muscle(row):
    return "" if row.state["secondary"] else "No helping muscle."


def no_movement(row):
    return "" if row.state["pattern"] else "No movement."


def too_little_care(row):
    return lacking_words(row.state)


def odd_ladder(row):
    ladders, slug = row.ladders, row.slug
    level, steps = ladders.difficulty, ladders.easier[slug] | ladders.harder[slug]
    odd = [f"“{s}” is easier and harder." for s in ladders.easier[slug] & ladders.harder[slug]]
    odd += [f"“{s}” is retired." for s in steps & ladders.retired]
    odd += [f"“{s}” is harder than this." for s in ladders.easier[slug] if level[s] > level[slug]]
    odd += [f"“{s}” is easier than this." for s in ladders.harder[slug] if level[s] < level[slug]]
    if loop := loop_through(slug, ladders.upwards):
        odd.append(f"It runs in a circle: {' → '.join(loop)}.")
    return " ".join(sorted(odd))


def one_sided_ladder(row):
    """Each end of a step names the other, or a reader finds the way up and never the way down."""
    ladders, slug = row.ladders, row.slug
    up = [s for s in ladders.harder[slug] if slug not in ladders.easier[s]]
    down = [s for s in ladders.easier[slug] if slug not in ladders.harder[s]]
    return f"Not named back by: {', '.join(sorted([*up, *down]))}." if up or down else ""


def unused(row):
    return "" if row.usage else "In no routine and no log."


CHECKS = [
    Check(
        "limits",
        "Too little care",
        "What follows from spine load, movement and muscles.",
        "verdicts-group",
        too_little_care,
    ),
    Check(
        "ladder",
        "Odd ladder",
        "Steps that go the wrong way, or to what is retired.",
        "id_regressions",
        odd_ladder,
    ),
    Check("muscle", "No main muscle", "No weekly sets.", "credits-group", no_main_muscle),
    Check("helping", "No helping muscle", "Few have none.", "credits-group", no_helping_muscle),
    Check("movement", "No movement", "So nothing stands in for it.", "id_pattern", no_movement),
    Check("picture", "No picture", "Not even a drawing.", "id_pictogram", no_picture),
    Check("setup", "No set-up", "How to begin.", "id_setup", no_setup),
    Check("cues", "No cues", "What to think of.", "id_cues", no_cues),
    Check("mistakes", "No mistakes", "What to do instead.", "id_mistakes", no_mistakes),
    Check(
        "one-sided",
        "Steps named one way",
        "The other end does not name it back.",
        "id_progressions",
        one_sided_ladder,
    ),
    Check("unused", "Unused", "Nobody finds it, or nobody needs it.", "id_name", unused),
]
