"""What a file would change, checked against the whole catalogue as it will be. Writes nothing."""

import hashlib
import json
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter

from catalogue.checking import LADDER, problems_of
from catalogue.circles import loop_through
from catalogue.exchange.exporting import all_states
from catalogue.exchange.model import Entry, File, Problem
from catalogue.exchange.telling import counts, left_alone
from catalogue.exchange.vocabulary import known_after, plan_words
from catalogue.states import FIELDS, LEVELS, NEW, differences, known_words
from catalogue.texts import said

FOLLOWS = "level"  # in the shipped data it stands beside the difficulty it follows from


@dataclass(frozen=True)
class Change:
    """An exercise that a file adds (`before` is None) or changes."""

    place: str
    before: dict | None
    after: dict

    @property
    def slug(self):
        return self.after["slug"]

    @property
    def name(self):
        return self.after["name"]

    @property
    def is_new(self):
        return self.before is None

    @property
    def differences(self):
        return differences(self.before, self.after)


@dataclass(frozen=True)
class Plan:
    """All that a file would do: either it has problems, or it may be carried out."""

    file: File
    changes: list[Change]
    words: list
    problems: list[Problem]
    same: int
    untouched: int  # exercises that the file does not name, which stay as they are

    @property
    def is_empty(self):
        return not (self.changes or self.words)

    @property
    def may_be_carried_out(self):
        return not self.problems and not self.is_empty

    @property
    def new(self):
        return [change for change in self.changes if change.is_new]

    @property
    def changed(self):
        return [change for change in self.changes if not change.is_new]

    @property
    def counts(self):
        return counts(self)

    @property
    def left_alone(self):
        return left_alone(self)

    @property
    def digest(self):
        """The same for two plans that do the same."""
        deeds = [
            [[change.slug, change.is_new, change.differences] for change in self.changes],
            [[word.section, word.after["slug"], word.differences] for word in self.words],
        ]
        return hashlib.sha256(json.dumps(deeds, sort_keys=True).encode()).hexdigest()

    @property
    def rest(self):
        """The file, with no more of it than this plan needs."""
        places = {change.place for change in self.changes}
        words = {word.section: [] for word in self.words}
        for word in self.words:
            words[word.section].append(Entry(word.place, word.after))
        return File(
            self.file.name, [one for one in self.file.exercises if one.place in places], words
        )


def plan(file):
    """The Plan of a file. Nineteen queries, however long it is."""
    current = {state["slug"]: state for state in all_states()}
    words, problems = [], list(file.problems)
    for section, entries in file.words.items():
        found, wrong = plan_words(section, entries)
        words += found
        problems += wrong
    changes, same, wrong = _changes(file.exercises, current, known_after(known_words(), words))
    named = {entry.fields.get("slug") for entry in file.exercises if _has_slug(entry)}
    untouched = len(current.keys() - named)
    problems = sorted(problems + wrong, key=lambda problem: int(problem.place.split()[-1]))
    return Plan(file, changes, words, problems, same, untouched)


def _changes(entries, current, known):
    """([Change], how many are the same, [Problem])."""
    proposed, problems = _proposed(entries, current)
    known = replace(
        known,
        exercises=known.exercises | {c.slug: c.after["difficulty"] for c in _countable(proposed)},
        ladders={},  # one look at all ladders together is below
    )
    changes, same = [], len(entries) - len(proposed) - len(problems)
    for change in proposed:
        found = problems_of(change.after, known)
        problems += [Problem(change.place, why, change.slug, name) for name, why in found.items()]
        if not found and change.differences:
            changes.append(change)
        elif not found:
            same += 1
    if not problems:
        problems += _names_taken(changes, current) + _circles(changes, current)
    return changes, same, problems


def _proposed(entries, current):
    """([Change] of all entries that are not at once the same, [Problem])."""
    proposed, problems, seen = [], [], set()
    for entry in entries:
        slug = entry.fields.get("slug")
        name, why = _slip(entry, seen)
        if why:
            about = slug[:80] if isinstance(slug, str) else ""
            problems.append(Problem(entry.place, why, about, name))
            continue
        seen.add(slug)
        before = current.get(slug)
        after = (
            NEW
            | (before or {})
            | {name: entry.fields[name] for name in FIELDS if name in entry.fields}
        )
        after = _as_kept(after)
        if after != before:
            proposed.append(Change(entry.place, before, after))
    return proposed, problems


def _slip(entry, seen):
    """(field, why) of what is wrong with an entry before its fields are looked at."""
    fields = entry.fields
    if not _has_slug(entry):
        return "slug", "This is needed: it says which exercise is meant."
    if fields["slug"] in seen:
        return "slug", f"“{fields['slug'][:80]}” is there twice."
    if unknown := [name for name in fields if name not in (*FIELDS, FOLLOWS)]:
        return unknown[0][:60], "An exercise has no such field."
    level, difficulty = fields.get(FOLLOWS), fields.get("difficulty")
    if level is not None and isinstance(difficulty, int) and level != LEVELS.get(difficulty):
        return FOLLOWS, "This follows from the difficulty, and here it does not."
    return "", ""


def _has_slug(entry):
    slug = entry.fields.get("slug")
    return isinstance(slug, str) and bool(slug)


def _as_kept(state):
    """As the catalogue keeps it: to 10 g, and a thousandth of a body weight."""
    state["load_entry"] = state["load_entry"] or NEW["load_entry"]
    state["translations"] = said(state["translations"])
    digits = {"increment_kg": 2, "bodyweight_factor": 3}
    return state | {
        name: round(state[name], places)
        for name, places in digits.items()
        if isinstance(state[name], float)
    }


def _countable(changes):
    """Those whose difficulty is one: of others it is said elsewhere."""
    return [c for c in changes if type(c.after["difficulty"]) in (int, float)]


def _names_taken(changes, current):
    """Two exercises of one name, as all of them will be called."""
    held = {state["name"].lower(): slug for slug, state in current.items()}
    for change in changes:
        if change.before and held.get(change.before["name"].lower()) == change.slug:
            del held[change.before["name"].lower()]
    problems = []
    for change in changes:
        if held.setdefault(change.name.lower(), change.slug) != change.slug:
            words = f"“{held[change.name.lower()]}” has this name already."
            problems.append(Problem(change.place, words, change.slug, "name"))
    return problems


def _circles(changes, current):
    """A ladder that would run in a circle through something the file changes."""
    states = current | {change.slug: change.after for change in changes}
    harder = {slug: set(state["progressions"]) for slug, state in states.items()}
    for slug, state in states.items():
        for step in state["regressions"]:
            harder.setdefault(step, set()).add(slug)
    try:
        TopologicalSorter(harder).prepare()
    except CycleError:
        for change in changes:
            is_about_steps = any(name in LADDER for name, *_ in change.differences)
            if is_about_steps and (loop := loop_through(change.slug, harder)):
                words = f"This ladder would run in a circle: {' → '.join(loop)}."
                return [Problem(change.place, words, change.slug, "progressions")]
    return []
