"""States (states.py) as people read them: every field in words, and what two states differ in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from accounts.languages import LANGUAGES
from accounts.templatetags.quantities import rest, span
from catalogue.checking import CHOICES, LADDER, LINK_KINDS, ROLES
from catalogue.marking_up import Piece, lines_apart, lists_apart, words_apart
from catalogue.models import ExerciseLimitation
from catalogue.models.translations import TRANSLATABLE
from catalogue.models.vocabulary import Region
from catalogue.pictograms import Drawings
from catalogue.states import NEW, differences

LABELS = {
    "slug": "Address", "name": "Name", "aliases": "Other names", "mechanic": "Kind",
    "pattern": "Movement", "equipment": "Equipment", "primary": "Main muscles",
    "secondary": "Helping muscles", "stabilisers": "Steadying muscles", "region": "Back region",
    "laterality": "Sides", "load_type": "Load", "load_entry": "The weight is written for",
    "bodyweight_factor": "Share of body weight", "metric": "Counted in",
    "one_rep_max_allowed": "Estimated 1RM", "difficulty": "Difficulty", "spine_load": "Spine load",
    "reps": "Usual amount", "rest_seconds": "Usual rest", "increment_kg": "Smallest step",
    "limitations": "Whom it may not suit", "regressions": "Easier versions",
    "progressions": "Harder versions", "free_exercise_db": "Ids in free-exercise-db",
    "note": "Note for curators", "setup": "Set-up", "cues": "Cues", "mistakes": "Common mistakes",
    "brace": "Brace before every rep", "links": "Reading and videos", "pictogram": "Drawing",
    "retired": "Retired", "translations": "Translations",
}  # fmt: skip
TEXTS, LINES = {"name", "setup", "note"}, {"cues", "mistakes", "links", "translations"}
YES = {True: "yes", False: "no"}
VERDICTS = dict(ExerciseLimitation.Verdict.choices)


@dataclass(frozen=True)
class Change:
    """A field in which two states differ: lines of pieces, taken away before, added after.

    Muscles come with what the maps show, (main, helping), and a pictogram drawn.
    """

    field: str
    label: str
    before: list[list[Piece]]
    after: list[list[Piece]]
    maps: tuple = ()
    drawings: tuple = ()
    value: object = None


@dataclass(frozen=True)
class Glossary:
    """{slug: name} of all that states name."""

    muscles: Mapping = field(default_factory=dict)
    patterns: Mapping = field(default_factory=dict)
    equipment: Mapping = field(default_factory=dict)
    limitations: Mapping = field(default_factory=dict)
    exercises: Mapping = field(default_factory=dict)

    def with_exercises(self, names):
        """These, and exercises that a file would add."""
        return replace(self, exercises={**self.exercises, **names})


def glossary(shelf):
    """The English names a catalogue has, on its shelf (catalogue/shelf.py)."""
    entries, words = [*shelf.entries, *shelf.retired.values()], shelf.words
    return Glossary(
        muscles=_english(words.muscle),
        patterns=_english(words.pattern),
        equipment=_english(words.equipment),
        limitations=_english(words.limitation),
        exercises={entry.slug: entry.name for entry in entries},
    )


def _english(words):
    return {slug: word.other or word.name for slug, word in words.items()}


def changes(before, after, names):
    """[Change] of all that differs; without a `before`, of all that is said in a new exercise."""
    return [
        change(field, was, now, before or NEW, after, names)
        for field, was, now in differences(before, after)
    ]


def change(field, was, now, before, after, names):
    """How one field differs; the two whole states tell what muscle maps and drawings show."""
    shown = {}
    if field in ROLES:
        shown["maps"] = tuple((state["primary"], state["secondary"]) for state in (before, after))
    if field == "pictogram":
        shown["drawings"] = tuple(map(_drawn, (before, after)))
    marked = _marked(field, was, now, names)
    return Change(field, LABELS[field], *marked, **shown, value=now)


def in_words(field, value, names):
    """The items of a field's value, as texts; none where nothing is said."""
    known = {
        "pattern": names.patterns, "equipment": names.equipment, "region": dict(Region.choices),
        **dict.fromkeys(ROLES, names.muscles), **dict.fromkeys(LADDER, names.exercises),
    }.get(field)  # fmt: skip
    if field in CHOICES:
        return [CHOICES[field](value).label] if value in CHOICES[field].values else [str(value)]
    if known is not None:
        slugs = value if isinstance(value, list) else [value] if value else []
        return [known.get(slug, slug) for slug in slugs]
    return [text for text in _WORDED.get(field, _plain)(value, names) if text]


def _plain(value, names):
    return value if isinstance(value, list) else ["" if value is None else str(value)]


def _limitations(value, names):
    return [
        f"{names.limitations.get(slug, slug)}: {VERDICTS.get(verdict, verdict).lower()}"
        for slug, verdict in value.items()
    ]


def _links(value, names):
    return [f"{LINK_KINDS.get(one['kind'], '')}: {one['title']}, {one['url']}" for one in value]


def _translations(value, names):
    """ "Deutsch, set-up: Setz dich." """
    return [
        f"{LANGUAGES.get(language, language)}, {LABELS[name].lower()}: {line}"
        for language, texts in sorted(value.items())
        for name in TRANSLATABLE
        for line in _plain(texts.get(name), names)
        if line
    ]


_WORDED = {
    "limitations": _limitations,
    "translations": _translations,
    "links": _links,
    "reps": lambda value, names: [span(*value)],
    "rest_seconds": lambda value, names: [rest(value)],
    "increment_kg": lambda value, names: [f"{value:g} kg"],
    "difficulty": lambda value, names: [f"{value} of 5"],
    "free_exercise_db": lambda value, names: [
        f"{kind}: {', '.join(ids) if isinstance(ids, list) else ids}"
        for kind, ids in value.items()
        if ids
    ],
    "pictogram": lambda value, names: [],
    **dict.fromkeys(
        ("one_rep_max_allowed", "brace", "retired"), lambda value, names: [YES[bool(value)]]
    ),
}


def _marked(field, was, now, names):
    """(lines before, lines after), marked where they differ."""
    before, after = in_words(field, was, names), in_words(field, now, names)
    if field in LINES:
        return lines_apart(before, after)
    if field in TEXTS:
        old, new = words_apart(" ".join(before), " ".join(after))
        return [old] if old else [], [new] if new else []
    return lists_apart(before, after)


def _drawn(state):
    if not state["pictogram"]:
        return None
    return Drawings(state["name"] or "It", state["pictogram"], state["primary"], state["secondary"])


def described(state, names):
    """[(label, [text])] of all fields in which a state says something."""
    return [(LABELS[name], words) for name in NEW if (words := in_words(name, state[name], names))]


def refused(error):
    """Why a state may not stand (RefusedState), or what else was in the way, in one sentence."""
    problems = getattr(error, "problems", None)
    if problems is None:
        return str(error)
    return " ".join(f"{LABELS.get(name, 'All of it')}: {why}" for name, why in problems.items())
