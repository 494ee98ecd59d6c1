"""Ladders that run in a circle: an exercise that is, step by step, harder than itself."""

from collections import defaultdict

LADDER = ("regressions", "progressions")


def loop_of(state, ladders):
    """The way from the exercise of a state back to itself, as all of `ladders` and it would be."""
    slug, harder = state["slug"], defaultdict(list)
    ladders = ladders | {slug: [state.get(name, []) for name in LADDER]}
    for one, (regressions, progressions) in ladders.items():
        harder[one] += progressions
        for step in regressions:
            harder[step].append(one)
    return loop_through(slug, harder)


def loop_through(start, harder):
    """The way from an exercise up {slug: harder slugs} back to itself; [] where there is none."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop()
        for step in harder.get(way[-1], ()):
            if step == start:
                return [*way, step]
            if step not in seen:
                seen.add(step)
                ways.append([*way, step])
    return []
