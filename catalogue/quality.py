"""What the catalogue lacks: one function for each check, each with the place that mends it.

A check is a function of a Row (inspecting.py) that answers in words, "" where all is well. To add
one, write it and put it in CHECKS; what it needs of the database belongs into Facts.

What they find is kept with the shelf until the catalogue changes. What may change without it, use
and photographs, is asked for each time (`settled`) and taken from what was found.
"""

from typing import NamedTuple

from django.urls import reverse

from accounts.languages import LANGUAGES, SOURCE, reading_in
from catalogue.circles import loop_through
from catalogue.floors import lacking_words
from catalogue.inspecting import MISSING, STALE, Row, rows
from catalogue.models import ExerciseMedia
from catalogue.shelf import public_shelf
from catalogue.usage import used_among

CALLED = {
    "name": "name", "aliases": "other names", "setup": "set-up", "cues": "cues",
    "mistakes": "common mistakes", "note": "note",
}  # fmt: skip


NONE = frozenset()


class Check(NamedTuple):
    key: str
    title: str
    why: str
    place: object  # a function of a Row: the address where it is mended
    find: object
    settled: object = None  # a function of ids: those of which nothing is amiss after all


class Finding(NamedTuple):
    check: Check
    row: Row
    words: str

    @property
    def place(self):
        return self.check.place(self.row)


def findings():
    """[(Check, [Finding])] of the whole catalogue, by name."""
    with reading_in(SOURCE):
        shelf = public_shelf()
    if shelf.gaps is None:
        shelf.gaps = _gaps(shelf)
    return [(check, _open(check, gaps)) for check, gaps in zip(CHECKS, shelf.gaps, strict=True)]


def _gaps(shelf):
    """{id: Finding} of each check, by what the catalogue's edition decides."""
    everything = rows(shelf)
    return [
        {
            row.entry.pk: Finding(check, row, words)
            for row in everything
            if (words := check.find(row))
        }
        for check in CHECKS
    ]


def _open(check, gaps):
    settled = check.settled(gaps) if check.settled else ()
    return [finding for pk, finding in gaps.items() if pk not in settled]


def _field(anchor):
    """The field of this id on the exercise's page in the admin site."""

    def address_of(row):
        return f"{reverse('admin:catalogue_exercise_change', args=[row.entry.pk])}#{anchor}"

    return address_of


def _translation(what):
    """The page of the first language in which something is `what`."""

    def address_of(row):
        language, names = row.facts.untold(what)[0]
        page = reverse("catalogue:translate", args=[language, "exercise", row.slug])
        return f"{page}#id_{names[0]}"

    return address_of


def _retirement(row):
    """Where its usage stands, and where it is retired."""
    return reverse("catalogue:retire", args=[row.slug])


def no_picture(row):
    return "" if row.facts.is_drawn else "Neither drawn nor photographed."


def no_setup(row):
    return "" if row.facts.has_setup else "No set-up."


def no_cues(row):
    return "" if row.facts.has_cues else "No cues."


def no_mistakes(row):
    return "" if row.facts.has_mistakes else "No common mistakes."


def no_main_muscle(row):
    return "" if row.entry.primary else "No main muscle."


def no_helping_muscle(row):
    return "" if row.entry.secondary else "No helping muscle."


def no_movement(row):
    return "" if row.entry.pattern else "No movement."


def too_little_care(row):
    return lacking_words(row.care)


def odd_ladder(row):
    ladders, slug = row.ladders, row.slug
    level, easier, harder = ladders.difficulty, *_steps(row)
    odd = [f"“{s}” is easier and harder." for s in easier & harder]
    odd += [f"“{s}” is retired." for s in (easier | harder) & ladders.retired]
    odd += [f"“{s}” is harder than this." for s in easier if level[s] > level[slug]]
    odd += [f"“{s}” is easier than this." for s in harder if level[s] < level[slug]]
    if loop := loop_through(slug, ladders.upwards):
        odd.append(f"It runs in a circle: {' → '.join(loop)}.")
    return " ".join(sorted(odd))


def one_sided_ladder(row):
    """Each end of a step names the other, or a reader finds the way up and never the way down."""
    ladders, (easier, harder) = row.ladders, _steps(row)
    up = [s for s in harder if row.slug not in ladders.easier.get(s, NONE)]
    down = [s for s in easier if row.slug not in ladders.harder.get(s, NONE)]
    return f"Not named back by: {', '.join(sorted([*up, *down]))}." if up or down else ""


def _steps(row):
    return row.ladders.easier.get(row.slug, NONE), row.ladders.harder.get(row.slug, NONE)


def unused(row):
    return "In no routine and no log."


def untranslated(row):
    return _untold(row, MISSING)


def stale(row):
    return _untold(row, STALE)


def _untold(row, what):
    return " ".join(
        f"{LANGUAGES[language]}: {', '.join(CALLED[name] for name in names)}."
        for language, names in row.facts.untold(what)
    )


def photographed(ids):
    """The ids of exercises with media. One query."""
    return set(ExerciseMedia.objects.public().order_by().values_list("exercise", flat=True))


CHECKS = [
    Check(
        "limits",
        "Too little care",
        "What follows from spine load, movement and muscles.",
        _field("verdicts-group"),
        too_little_care,
    ),
    Check(
        "ladder",
        "Odd ladder",
        "Steps that go the wrong way, or to what is retired.",
        _field("id_regressions"),
        odd_ladder,
    ),
    Check("muscle", "No main muscle", "No weekly sets.", _field("credits-group"), no_main_muscle),
    Check(
        "helping", "No helping muscle", "Few have none.", _field("credits-group"), no_helping_muscle
    ),
    Check(
        "movement", "No movement", "So nothing stands in for it.", _field("id_pattern"), no_movement
    ),
    Check(
        "picture",
        "No picture",
        "Not even a drawing.",
        _field("id_pictogram"),
        no_picture,
        photographed,
    ),
    Check("setup", "No set-up", "How to begin.", _field("id_setup"), no_setup),
    Check("cues", "No cues", "What to think of.", _field("id_cues"), no_cues),
    Check("mistakes", "No mistakes", "What to do instead.", _field("id_mistakes"), no_mistakes),
    Check(
        "one-sided",
        "Steps named one way",
        "The other end does not name it back.",
        _field("id_progressions"),
        one_sided_ladder,
    ),
    Check(
        "unused",
        "Unused",
        "Nobody finds it, or nobody needs it.",
        _retirement,
        unused,
        used_among,
    ),
    Check(
        "untranslated",
        "Not translated",
        "Shown in English to readers of another language.",
        _translation(MISSING),
        untranslated,
    ),
    Check(
        "stale",
        "Translation out of date",
        "The English was changed since.",
        _translation(STALE),
        stale,
    ),
]
