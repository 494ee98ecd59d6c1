"""The way from one exercise up to another, by the ladders of the catalogue."""


def road_between(library, start, target):
    """Everything on a way up from one entry to another, the easiest first; both ends included."""
    shelf = library.shelves[0]
    up = {entry.pk: set(entry.progressions) for entry in shelf.entries}
    for entry in shelf.entries:
        for easier in entry.regressions & up.keys():
            up[easier].add(entry.pk)
    down = {pk: set() for pk in up}
    for pk, harder in up.items():
        for step in harder & up.keys():
            down[step].add(pk)
    both = _reached(up, start.pk) & _reached(down, target.pk)
    between = [shelf.entries[shelf.places[pk]] for pk in both - {start.pk, target.pk}]
    between.sort(key=lambda entry: (entry.difficulty, len(_reached(down, entry.pk)), entry.name))
    return [start, *between, target] if target.pk in both else []


def _reached(steps, pk):
    """All that steps lead to from an id, itself included; rings do no harm."""
    seen, ahead = set(), [pk]
    while ahead:
        here = ahead.pop()
        if here in steps and here not in seen:
            seen.add(here)
            ahead += steps[here]
    return seen
