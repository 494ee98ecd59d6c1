"""Finding exercises by what a plan as text calls them."""

import re
from functools import cached_property

from catalogue.models import Exercise
from catalogue.names import EXACT, EXACT_ALIAS, FUZZY
from workouts.building import usual_scheme
from workouts.describing import listed

MOST_SUGGESTED, MOST_SEARCHED = 3, 25
SHOWN = 40  # letters of a name that is not known
BY_ID = re.compile(r".*#(\d{1,9})", re.DOTALL)


class Unknown(Exception):
    """Why no exercise is meant, in words, with what may be."""


class Finder:
    """Exercises of shelves by name, alias or id; those of a plan by what its text calls them."""

    def __init__(self, shelves, rows=()):
        self.shelves = shelves
        self.names = _names(rows)
        self._found = {name.lower(): pk for pk, name in self.names.items()}
        self._searches = 0

    def find(self, name):
        """The id of the exercise that is meant, or Unknown."""
        key = name.strip().lower()
        if key not in self._found:
            self._found[key] = self._by_id(key) or self._by_name(key) or self._searched(name)
        if isinstance(self._found[key], str):
            raise Unknown(self._found[key])
        return self._found[key]

    def usual(self, exercises):
        """{id: what an exercise is prescribed as by itself}. One query."""
        fields = "metric load_type default_reps_low default_reps_high default_rest_seconds".split()
        found = Exercise.objects.filter(pk__in=exercises).only(*fields) if exercises else ()
        return {
            exercise.pk: {key: str(v) if isinstance(v, str) else v for key, v in scheme.items()}
            for exercise in found
            for scheme in [usual_scheme(exercise)]
        }

    def _by_id(self, key):
        found = BY_ID.fullmatch(key)
        entries = [shelf.entry(int(found[1])) for shelf in self.shelves] if found else []
        return next((entry.pk for entry in entries if entry), None)

    def _by_name(self, key):
        return self._called.get(key)

    @cached_property
    def _called(self):
        """{name in lower case: id}; own exercises go before others."""
        entries = [entry for shelf in reversed(self.shelves) for entry in shelf.entries]
        named = {entry.title.lower(): entry.pk for entry in reversed(entries)}
        return {entry.name.lower(): entry.pk for entry in reversed(entries)} | named

    def _searched(self, name):
        """The one exercise of that name, letter by letter; or why there is none, in words."""
        shown = f"“{name[:SHOWN]}…”" if len(name) > SHOWN else f"“{name}”"
        self._searches += 1
        if self._searches > MOST_SEARCHED:
            return f"{shown} is not known."
        meant = sorted(
            (how, shelf.entries[place].title, shelf.entries[place].pk)
            for shelf in self.shelves
            for place, how in shelf.search(name).items()
        )
        for rank in (EXACT, EXACT_ALIAS):
            same = {pk for how, _, pk in meant if how[0] == rank}
            if len(same) == 1:
                return same.pop()
        return _advice(shown, meant)


def _advice(shown, meant):
    titles = list(dict.fromkeys(title for _, title, _ in meant))[:MOST_SUGGESTED]
    if not titles:
        return f"{shown} is not known. Look for it in the library, or make it an exercise of yours."
    if len(titles) > 1 and meant[1][0][0] < FUZZY:
        return f"{shown} may be several exercises: {listed(titles)}. Write the whole name."
    *most, last = titles
    return f"{shown}: did you mean {f'{", ".join(most)} or {last}' if most else last}?"


def _names(rows):
    """{id: a name that no other exercise of these rows has}."""
    names, taken = {}, set()
    for one in (one for row in rows for one in (row.exercise, *row.others)):
        if one.pk in names:
            continue
        title = " ".join(one.title.split())
        is_taken = title.lower() in taken or BY_ID.fullmatch(title)
        names[one.pk] = f"{title} #{one.pk}" if is_taken else title
        taken.add(names[one.pk].lower())
    return names
