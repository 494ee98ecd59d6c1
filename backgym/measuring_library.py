"""The library with thousands of exercises: its pages, and substitutes by themselves."""

import time
from itertools import cycle
from random import Random

from django.urls import reverse

from backgym.measuring import Operation
from catalogue.fitting import circumstances_of
from catalogue.shelf import public_shelf
from catalogue.substituting import substitutes

LIBRARY = {"most_times": 2.0, "most_queries": 6}
MOST_MS = 20
SAMPLE = 300
FACETS = {
    "2 facets": "muscle=latissimus-dorsi&level=intermediate",
    "4 facets": "region=mid&equipment=cable&equipment=barbell&spine_load=low&laterality=bilateral",
    "words and facets": "q=row&muscle=rhomboids&equipment=dumbbell&fits_limits=on&page=2",
}
WORDS = "deadlfit|wide puldown|kettelbell|single arm row|pasued|good mornign|trap bar|curl".split(
    "|"
)


def library_operations(browser, person):
    """The library's pages; the searches that are new are each asked for but once in a while."""
    page = reverse("catalogue:exercises")
    numbers = cycle(range(1000))

    def ask_anew():
        number = next(numbers)
        return browser.get(page, {"q": f"{WORDS[number % len(WORDS)]} {number}"})

    yield Operation("library", person, lambda: browser.get(page), **LIBRARY)
    yield Operation("new search", person, ask_anew, **LIBRARY)
    again = f"{page}?q=deadlfit"
    yield Operation("search again", person, lambda: browser.get(again), **LIBRARY)
    for name, query in FACETS.items():
        path = f"{page}?{query}"
        yield Operation(name, person, lambda path=path: browser.get(path), **LIBRARY)


def curator_operations(browser, person):
    for name in ("quality", "queue", "import"):
        path = reverse(f"catalogue:{name}")
        yield Operation(f"curator’s {name}", person, lambda path=path: browser.get(path))


def substitutes_ms(member):
    """(the mean, the worst) milliseconds of finding what stands in for one exercise."""
    shelf, said = public_shelf(), circumstances_of(member)
    entries = Random(1).sample(shelf.entries, min(SAMPLE, len(shelf.entries)))  # noqa: S311
    spent = []
    for entry in entries:
        began = time.perf_counter()
        substitutes(entry, shelf, said)
        spent.append((time.perf_counter() - began) * 1000)
    return sum(spent) / len(spent), max(spent)
