"""Look-alikes of the shipped exercises, for benchmarks of a large catalogue. Never for the demo."""

from random import Random

from accounts.context import curating
from catalogue.floors import floors_of
from catalogue.models import Exercise, Pattern
from catalogue.parts import put_parts
from catalogue.shipped import shipped
from catalogue.states import NEW, fill

PREFIX = "look-alike"
WAYS = (
    "Paused|Slow|Tempo|Wide-grip|Close-grip|Underhand|Neutral-grip|Heavy|Explosive|Half-range"
    "|Kneeling|Standing|Seated|Incline|Single-arm|Staggered|Banded|Deficit|Elevated|Assisted"
).split("|")
PLACES = "at the wall|on a box|with a hold|from the floor|with a partner|to the chest".split("|")
BATCH = 500


@curating()
def make_look_alikes(number, seed):
    """Add `number` public exercises like the shipped ones; how many were added. Once only."""
    if Exercise.objects.public().filter(slug__startswith=PREFIX).exists():
        return 0
    models = shipped("exercises")["exercises"]
    pieces = [piece["slug"] for piece in shipped("exercises")["equipment"]]
    muscles = [muscle["slug"] for muscle in shipped("exercises")["muscles"]]
    patterns = {row.slug: row for row in Pattern.objects.public()}
    for start in range(0, number, BATCH):
        numbers = range(start + 1, min(start + BATCH, number) + 1)
        states = [look_alike(models, pieces, muscles, n, seed) for n in numbers]
        rows = [Exercise() for _ in states]
        for row, state in zip(rows, states, strict=True):
            fill(row, state, patterns[state["pattern"]], None)
        Exercise.objects.bulk_create(rows)
        put_parts(list(zip(rows, states, strict=True)))
    return number


def look_alike(models, pieces, muscles, number, seed):
    """The `number`-th look-alike of a seed: a shipped exercise done otherwise, with other gear."""
    chance = Random(f"{seed} {number}")  # noqa: S311 - made up, not secret
    like = chance.choice(models)
    way, place = chance.choice(WAYS), chance.choice(PLACES)
    state = NEW | {name: like[name] for name in NEW if like.get(name) is not None}
    state |= {
        "slug": f"{PREFIX}-{number}",
        "name": f"{way} {like['name'].lower()} {place}, no. {number}",
        "aliases": [f"{way} {alias}"[:120] for alias in like["aliases"][:2]],
        "equipment": sorted({*like["equipment"], chance.choice(pieces)}),
        "difficulty": chance.randint(1, 5),
        "regressions": [],
        "progressions": [],
        "free_exercise_db": {},
    }
    spare = [muscle for muscle in muscles if muscle not in state["primary"]]
    state["secondary"] = chance.sample(spare, chance.randint(1, 5))
    state["stabilisers"] = []
    state["limitations"] = floors_of(state) | like["limitations"]
    return state
