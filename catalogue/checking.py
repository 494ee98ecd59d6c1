"""Whether a state of an exercise may stand: every field, in words, before anything is written.

A state is a dict as states.py has it. Nothing here touches the database: what may be named comes as
`Known`, so that a whole catalogue is checked as it will be, and not as it is.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError

from accounts.languages import TRANSLATED
from catalogue.circles import LADDER, loop_of
from catalogue.floors import lacking_words
from catalogue.models import Exercise, ExerciseLimitation
from catalogue.models.translations import TRANSLATABLE
from catalogue.models.vocabulary import Region
from catalogue.pictograms import check_pictogram

ROLES = {"primary": "primary", "secondary": "secondary", "stabilisers": "stabiliser"}
WORDS = {  # field: (vocabulary, what one of it is called)
    "pattern": ("patterns", "movement"),
    "equipment": ("equipment", "piece of equipment"),
    **dict.fromkeys(ROLES, ("muscles", "muscle")),
    "limitations": ("limitations", "limitation"),
}
TEXTS = {"slug": 80, "name": 120, "setup": 300, "note": 500}
LINES = {"aliases": (120, 30), "cues": (200, 12), "mistakes": (200, 12)}
CHOICES = {
    "mechanic": Exercise.Mechanic,
    "laterality": Exercise.Laterality,
    "load_type": Exercise.LoadType,
    "load_entry": Exercise.LoadEntry,
    "metric": Exercise.Metric,
    "spine_load": Exercise.SpineLoad,
}
NUMBERS = {  # field: (least, most, whether it must be whole)
    "difficulty": (1, 5, True),
    "rest_seconds": (0, 3600, True),
    "increment_kg": (0.01, 50, False),
    "bodyweight_factor": (0, 2, False),
}
YES_OR_NO = ("one_rep_max_allowed", "brace", "retired")
MOST = 1e15  # of any number: compared only, as a longer integer cannot become a float
LINK_KINDS = {"reading": "Reading", "video": "Video"}
MOST_LINKS, LONGEST_TITLE = 10, 120
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")
NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x20<>\"\\^`{|}]")
RESERVED = {"collections", "new", "propose"}  # pages beside those of exercises
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass
class Known:
    """What a state may name: slugs of each vocabulary, and exercises.

    Those are {slug: difficulty}, and {slug: (easier slugs, harder slugs)} as each one lists them.
    """

    muscles: set[str] = field(default_factory=set)
    patterns: set[str] = field(default_factory=set)
    equipment: set[str] = field(default_factory=set)
    limitations: set[str] = field(default_factory=set)
    exercises: dict[str, int] = field(default_factory=dict)
    ladders: dict[str, tuple] = field(default_factory=dict)


def problems_of(state, known):
    """{field: why it may not stand}; empty where the whole state may."""
    if not isinstance(state, dict):
        return {"": "An exercise is an object with named fields."}
    checks = [_texts, _lines, _choices, _numbers, _words, _roles, _reps, _ladder, _rest]
    found = {}
    for check in checks:
        for name, why in check(state, known):
            found.setdefault(name, why)
    if not found and (lacking := lacking_words(state)):
        found["limitations"] = lacking
    if not found and (loop := loop_of(state, known.ladders)):
        found["progressions"] = f"This ladder runs in a circle: {' → '.join(loop)}."
    return found


def problems_of_texts(texts):
    """The same of texts alone, as a translation has them: none of them is needed."""
    state = {"slug": "none", "name": "none"} | {name: text for name, text in texts.items() if text}
    return {name: why for check in (_texts, _lines) for name, why in check(state, None)}


def is_web_address(url):
    """Whether it is a plain http(s) address with a host: nothing that runs, nobody's password."""
    try:
        parts = urlsplit(url)
        if NOT_IN_ADDRESSES.search(url):
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        return False


def _texts(state, known):
    for name, most in TEXTS.items():
        value = state.get(name, "")
        if not isinstance(value, str):
            yield name, "This is text."
        elif name in ("slug", "name") and not value.strip():
            yield name, "This is needed."
        elif why := _why_not_text(value, most, is_name=name == "name"):
            yield name, why
    slug = state.get("slug")
    if isinstance(slug, str) and slug and not SLUG.fullmatch(slug):
        yield "slug", "An address has small letters, digits and single hyphens."
    if isinstance(slug, str) and slug in RESERVED:
        yield "slug", "Another page has this address: choose another."


def _why_not_text(value, most, *, is_name=False):
    if len(value) > most:
        return f"At most {most} letters: this has {len(value)}."
    if any(unicodedata.category(letter) == "Cc" and letter not in "\n\r\t" for letter in value):
        return "There is a letter in it that cannot be shown."
    if is_name and BIDI.search(value):
        return "A name has no marks that turn the direction of writing."
    return ""


def _lines(state, known):
    for name, (longest, most) in LINES.items():
        lines = state.get(name, [])
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            yield name, "This is a list of texts."
        elif len(lines) > most:
            yield name, f"At most {most}: these are {len(lines)}."
        elif not all(line.strip() for line in lines):
            yield name, "One of them is empty."
        elif wrong := [w for line in lines if (w := _why_not_text(line, longest))]:
            yield name, wrong[0]
        elif len({line.casefold() for line in lines}) < len(lines):
            yield name, "One of them is there twice."


def _choices(state, known):
    for name, choices in CHOICES.items():
        if state.get(name) not in choices.values:
            yield name, f"One of: {', '.join(choices.values)}."
    if state.get("region", "") not in ("", *Region.values):
        yield "region", f"Empty, or one of: {', '.join(Region.values)}."


def _numbers(state, known):
    for name, (least, most, is_whole) in NUMBERS.items():
        value = state.get(name)
        if value is None and name == "bodyweight_factor":
            continue
        if not _is_number(value) or (is_whole and value != int(value)):
            yield name, "This is a whole number." if is_whole else "This is a number."
        elif not least <= value <= most:
            yield name, f"From {least:g} to {most:g}."


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < MOST


def _words(state, known):
    for name, (vocabulary, one) in WORDS.items():
        given = state.get(name)
        values = ([given] if given else []) if name == "pattern" else given
        shape = dict if name == "limitations" else list
        if not isinstance(values, shape) or not all(isinstance(v, str) for v in values):
            yield name, "Each limitation has a verdict." if shape is dict else "This is a list."
            continue
        if unknown := [value for value in values if value not in getattr(known, vocabulary)]:
            yield name, f"There is no {one} “{unknown[0][:60]}”."
        elif len(set(values)) < len(values):
            yield name, "One of them is there twice."


def _roles(state, known):
    seen = {}
    for name in ROLES:
        muscles = state.get(name)
        for muscle in muscles if isinstance(muscles, list) else []:
            if isinstance(muscle, str) and seen.setdefault(muscle, name) != name:
                yield name, f"“{muscle}” has two roles: {seen[muscle]} and {name}."
    verdicts = state.get("limitations")
    if not isinstance(verdicts, dict):
        return
    if wrong := set(map(str, verdicts.values())) - set(ExerciseLimitation.Verdict.values):
        yield "limitations", f"A verdict is caution or avoid, not “{min(wrong)[:60]}”."


def _reps(state, known):
    reps = state.get("reps")
    is_pair = isinstance(reps, list) and len(reps) == 2 and all(map(_is_number, reps))
    if not is_pair or any(number != int(number) for number in reps):
        yield "reps", "Two whole numbers, the least and the most."
    elif not 1 <= reps[0] <= reps[1] <= 1000:
        yield "reps", "A range runs from at least 1 up to at most 1,000."


def _ladder(state, known):
    difficulty = state.get("difficulty")
    for name in LADDER:
        steps = state.get(name, [])
        if not isinstance(steps, list) or not all(isinstance(step, str) for step in steps):
            yield name, "This is a list of addresses of exercises."
        elif state.get("slug") in steps:
            yield name, "An exercise is not a step of its own ladder."
        elif unknown := [step for step in steps if step not in known.exercises]:
            yield name, f"There is no exercise “{unknown[0][:80]}”."
        elif _is_number(difficulty):
            yield from _wrong_way(name, steps, difficulty, known)


def _wrong_way(name, steps, difficulty, known):
    """Facts 2.3: difficulty never rises along a regression nor falls along a progression."""
    for step in steps:
        other = known.exercises[step]
        if other > difficulty if name == "regressions" else other < difficulty:
            order = "harder than this, not easier" if name == "regressions" else "easier than this"
            yield name, f"“{step}” is {order}."


def _rest(state, known):
    for name in YES_OR_NO:
        if not isinstance(state.get(name, False), bool):
            yield name, "This is true or false."
    if not _are_ids(state.get("free_exercise_db", {})):
        yield "free_exercise_db", "This names lists of ids by how well they match."
    yield from _links(state.get("links", []))
    yield from _translations(state.get("translations", {}))
    if pictogram := state.get("pictogram"):
        try:
            check_pictogram(pictogram)
        except ValidationError as error:
            yield "pictogram", error.messages[0]


def _translations(languages):
    if not isinstance(languages, dict):
        yield "translations", "This has texts by language."
        return
    for language, texts in languages.items():
        if language not in TRANSLATED:
            yield "translations", f"There is no translation into “{language[:20]}”."
        elif why := _why_not_translation(texts):
            yield "translations", f"{language}: {why}"


def _why_not_translation(texts):
    if not isinstance(texts, dict):
        return "This has texts by field."
    for name, text in texts.items():
        if name not in TRANSLATABLE:
            return f"There is no “{name[:60]}” to translate."
        if not isinstance(text, list if name in LINES else str):
            return f"{name}: This is {'a list of texts' if name in LINES else 'text'}."
    found = problems_of_texts(texts)
    return next((f"{name}: {why}" for name, why in found.items()), "")


def _are_ids(value):
    return isinstance(value, dict) and all(
        isinstance(ids, list) and all(isinstance(one, str) for one in ids) for ids in value.values()
    )


def _links(links):
    if not isinstance(links, list) or len(links) > MOST_LINKS:
        yield "links", f"This is a list of at most {MOST_LINKS} links."
        return
    for link in links:
        if why := why_no_link(link):
            yield "links", why


def why_no_link(link):
    """What is wrong with one link to elsewhere, in words; empty where it may be shown."""
    if not isinstance(link, dict) or link.keys() != {"kind", "title", "url"}:
        return "A link has a kind, a title and an address."
    if not all(isinstance(value, str) for value in link.values()):
        return "The parts of a link are texts."
    if link["kind"] not in LINK_KINDS or not link["title"].strip():
        return "A link is for reading or a video, and has a title."
    if len(link["title"]) > LONGEST_TITLE:
        return f"The title of a link has at most {LONGEST_TITLE} letters."
    if not is_web_address(link["url"]) or len(link["url"]) > 500:
        return f"“{link['url'][:60]}” is not an address of the web."
    return ""
