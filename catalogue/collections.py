"""Ready collections: a few ways into the catalogue, each a rule over what stands on the shelf.

What they hold is worked out for each reader: what their limits, equipment or level rule out gives
way to an easier version or a substitute, with the reason. What a curator has retired is skipped.
The five ideas are common advice; how they are read here is our rule.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from heapq import nsmallest
from urllib.parse import urlencode

from catalogue.library import Row, Wanted
from catalogue.models.vocabulary import BACK_REGIONS
from catalogue.roads import road_between
from catalogue.standing_in import HARDEST, stands_for, suited
from catalogue.trio import TRIO
from training.one_rep_max import estimate

FITTING = frozenset({"fits_limits", "fits_equipment"})
SHOWN = 6  # of a shelf; a search shows the rest


@dataclass(frozen=True)
class Pick:
    """An exercise of a collection as it suits the reader, and why it is there."""

    row: Row
    why: str = ""


@dataclass(frozen=True)
class Part:
    """Picks under a heading; `address` is the library's search that shows all `total` of them."""

    heading: str
    text: str
    picks: list[Pick]
    address: str = ""
    total: int = 0
    unsuited: tuple[str, ...] = ()  # what nothing was found for


@dataclass(frozen=True)
class Collection:
    slug: str
    name: str
    text: tuple[str, ...]
    fill: Callable[[object], list[Part]]

    def parts(self, library):
        """Its parts for the reader of a library, without those that are empty."""
        return [part for part in self.fill(library) if part.picks or part.unsuited]


FIRST_DAY = {  # how each is spoken of: what may stand for it
    "pull-up": ("pull-up",),
    "row": ("seated-cable-row", "machine-row"),
    "deadlift": ("deadlift",),
    "pulldown": ("lat-pulldown",),
    "barbell row": ("barbell-row",),
}
BACK = [region.value for region in BACK_REGIONS]
SHELVES = (
    (
        "Pulls", "Downwards for width, towards you for thickness.",
        {"pattern": ["vertical-pull", "horizontal-pull"]},
    ),
    (
        "Cables", "Even tension from start to end, and small steps of weight.",
        {"equipment": ["cable"], "region": BACK},
    ),
    (
        "Lower-back equipment", "Back-extension benches, balls and machines. Start light and slow.",
        {
            "pattern": ["spinal-extension"],
            "equipment": [
                "roman-chair", "ghd", "reverse-hyper-bench", "machine-selectorised", "swiss-ball",
            ],
        },
    ),
    (
        "Upper back", "Trapezius, rear shoulders and the muscles that steady the shoulder blades.",
        {"region": ["upper"]},
    ),
    (
        "Biceps", "They help in every pull and tire with it, so they come last.",
        {"pattern": ["elbow-flexion"]},
    ),
)  # fmt: skip
BODY_KG, ADDED_KG, REPS = 80, 20, 5  # of an example
SYSTEM_KG = BODY_KG + ADDED_KG
BEST_KG = estimate(SYSTEM_KG, REPS)


def _trio(library):
    return [_essential(library, one) for one in TRIO]


def _essential(library, one):
    entry, search = stands_for(library, one.slugs), {"pattern": [one.pattern]}
    found = entry and suited(library, entry, one.name)
    part = _part(
        library,
        one.name.capitalize(),
        one.text,
        [Pick(found.row, found.why)] if found else [],
        search,
    )
    return replace(part, unsuited=(one.name,)) if entry and not found else part


def _cardio(library):
    found = library.find(Wanted(flags=frozenset({"engages_back"}))).entries()
    public = sorted(_offered(library, found), key=lambda e: (e.difficulty, e.name))
    picks = [
        Pick(library.row(entry), f"Works the {entry.region_label.lower()}.") for entry in public
    ]
    text = "The easiest first. Each moves a part of the back as a main muscle or as a helper."
    return [Part("Machines and ways", text, picks, "?engages_back=on", len(found))]


def _first_day(library):
    slots = {name: stands_for(library, slugs) for name, slugs in FIRST_DAY.items()}
    hardest = HARDEST[library.said.level or "beginner"]
    taken, picks = {entry.pk for entry in slots.values() if entry}, {}
    for name, entry in slots.items():
        picks[name] = entry and suited(library, entry, name, hardest, taken)
        if picks[name]:
            taken.add(picks[name].row.entry.pk)
    text = "In this order, the hardest while you are fresh."
    unsuited = tuple(name for name, entry in slots.items() if entry and not picks[name])
    found = [Pick(pick.row, pick.why) for pick in picks.values() if pick]
    return [Part("Five exercises", text, found, unsuited=unsuited)]


def _nice_back(library):
    return [_shelf(library, *shelf) for shelf in SHELVES]


def _shelf(library, heading, text, search):
    wanted = Wanted(facets=_known(library, search), flags=FITTING)
    found = _offered(library, library.find(wanted).entries())
    lifts = (entry for entry in found if not entry.is_cardio)
    hardest = HARDEST[library.said.level or "beginner"]
    picks = nsmallest(SHOWN, lifts, key=lambda e: (e.difficulty > hardest, -_steps(e), e.name))
    return _part(library, heading, text, [Pick(library.row(entry)) for entry in picks], search)


def _offered(library, entries):
    """Those of everybody's catalogue that the reader wants suggested."""
    never = library.said.never
    return [entry for entry in entries if not entry.member_id and entry.pk not in never]


def _steps(entry):
    """How many ladders lead through an entry: most through what others build on."""
    return len(entry.regressions) + len(entry.progressions)


def _single_best(library):
    target = stands_for(library, ["weighted-pull-up"])
    start = stands_for(library, ["dead-hang"])
    road = road_between(library, start, target) if start and target else []
    near = road[-2:-1]
    helps = [step for step in near for step in library.ladder(step)[1] if step.entry not in road]
    return [
        Part("The exercise", "", [Pick(library.row(target))] if target else []),
        Part("The road to it", "From the first hang up: stay on a step until it is easy.",
             [Pick(library.row(entry), _rung(n)) for n, entry in enumerate(road, 1)]),
        Part("Help on the way", "Easier pulls for the sets that you cannot do yet.",
             [Pick(row) for row in helps]),
    ]  # fmt: skip


def _rung(number):
    return f"Step {number}"


def _part(library, heading, text, picks, search):
    total = len(library.find(Wanted(facets=_known(library, search))))
    return Part(heading, text, picks, f"?{urlencode(search, doseq=True)}", total)


def _known(library, search):
    """A search as the library knows it: equipment by id, what is not there any more left out."""
    pieces = library.words.equipment
    return {
        facet: [pieces[slug].pk for slug in values if slug in pieces]
        if facet == "equipment"
        else values
        for facet, values in search.items()
    }


COLLECTIONS = {
    one.slug: one
    for one in (
        Collection(
            "essential-trio", "Essential trio",
            (
                "A deadlift, a pull-up and a row reach every part of a back between them. A back"
                " routine that has all three each week leaves no large gap.",
                "None of them is a must. Where one does not suit you, another of the same movement"
                " does its work.",
            ),
            _trio,
        ),
        Collection(
            "first-back-day", "First back day",
            (
                "Pull-up, row, deadlift, pulldown and barbell row, each in the version that suits"
                " your level.",
                "Do two or three sets of 8 to 12 with a load you could lift four times more, and"
                " rest 60 to 90 seconds. Fewer repetitions are fine where 8 are too many. Learn the"
                " form first; the load comes by itself.",
            ),
            _first_day,
        ),
        Collection(
            "nice-back", "For a nice back",
            (
                "Five shelves to choose from. One or two of each make a good week: pulls for width"
                " and thickness, cables, the lower back, the upper back, and the biceps with them.",
            ),
            _nice_back,
        ),
        Collection(
            "back-cardio", "Cardio for the back",
            (
                "Rowing, an elliptical with handles, or walking and running uphill: this cardio"
                " takes the back along, where a bike leaves it idle.",
                "It adds endurance, not strength: pull-ups, rows and deadlifts stay what builds a"
                " back. An easy ten to twenty minutes also do for a rest day.",
            ),
            _cardio,
        ),
        Collection(
            "single-best", "Weighted pull-up: our pick",
            (
                "If there were only one. That is a choice of ours, not a fact: in a comparison of"
                " muscle activity pull-ups led for the lats, while bent-over rows came first or"
                " second for all five muscles measured (Edelburg and others, 2018, sponsored by"
                " ACE).",
                f"What you lift is your body and the weight on the belt. At {BODY_KG} kg with"
                f" {ADDED_KG} kg added for {REPS} reps you lift {SYSTEM_KG} kg {REPS} times, which"
                f" makes an estimated 1RM of {BEST_KG:.1f} kg, body included. Compare that number,"
                " not the added weight, when your own weight changes.",
            ),
            _single_best,
        ),
    )
}  # fmt: skip
