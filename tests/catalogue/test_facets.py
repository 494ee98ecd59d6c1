"""Facets of the library: their counts, how they combine, and addresses that say it all."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from catalogue.entries import Entry
from catalogue.fitting import Circumstances
from catalogue.forms import LibraryForm
from catalogue.library import FACETS, FLAGS, Found, Wanted
from catalogue.shelf import Shelf
from catalogue.words import Words

VALUES = {
    "region": ["lats", "mid", "other"],
    "muscle": ["rhomboids", "biceps", "abs"],
    "pattern": ["hinge", "pull"],
    "equipment": [1, 2, 3],
    "level": ["beginner", "expert"],
    "load_type": ["external", "band"],
    "laterality": ["bilateral", "alternating"],
    "spine_load": ["low", "high"],
}
WORKS = {"rhomboids": "rhomboid-major", "biceps": "biceps-brachii", "abs": "rectus-abdominis"}


def made(number):
    """An exercise like no other, with a bit of everything."""
    pick = {
        facet: values[number // (at + 1) % len(values)]
        for at, (facet, values) in enumerate(VALUES.items())
    }
    region = "" if pick["region"] == "other" else pick["region"]
    return Entry(
        pk=number, slug=f"e{number}", name=f"{'Row' if number % 3 else 'Hold'} {number}",
        member_id=None, pattern="cardio" if number % 7 == 0 else pick["pattern"], region=region,
        level=pick["level"], difficulty=1 + number % 5, load_type=pick["load_type"],
        laterality=pick["laterality"], spine_load=pick["spine_load"], retired_at=None,
        aliases=(),
        primary=(WORKS[pick["muscle"]],), secondary=("triceps-brachii",) * (number % 2),
        equipment={pick["equipment"]: "Thing"} if number % 4 else {},
        verdicts={1: "avoid"} if number % 5 == 0 else {}, regressions=frozenset(),
        progressions=frozenset(),
    )  # fmt: skip


class Small:
    """A library of forty exercises, ten of them somebody's own."""

    said = Circumstances(mild=frozenset([1]), equipment=frozenset([1, 2]))
    shelves = [Shelf(map(made, range(30))), Shelf(map(made, range(30, 40)))]

    def row(self, entry):
        return entry


SEARCHES = st.builds(
    Wanted,
    text=st.sampled_from(["", "row", "hold", "hlod", "nothing like it"]),
    facets=st.fixed_dictionaries(
        {}, optional={name: st.lists(st.sampled_from(v), min_size=1) for name, v in VALUES.items()}
    ),
    flags=st.frozensets(st.sampled_from(FLAGS)),
)


def found(wanted):
    return {entry.pk for entry in Found(Small(), wanted).entries()}


def with_only(wanted, facet, values):
    return Wanted(wanted.text, wanted.facets | {facet: values}, wanted.flags)


@given(SEARCHES, st.sampled_from(FACETS), st.data())
def test_a_count_is_what_choosing_the_value_shows(wanted, facet, data):
    value = data.draw(st.sampled_from(VALUES[facet]))
    (counted,) = Found(Small(), wanted).counts(facet, [value])
    assert counted == len(found(with_only(wanted, facet, [value])))


@given(SEARCHES, st.sampled_from(FLAGS))
def test_the_count_of_a_flag_is_what_setting_it_shows(wanted, flag):
    flagged = Wanted(wanted.text, wanted.facets, wanted.flags | {flag})
    assert Found(Small(), wanted).count_flagged(flag) == len(found(flagged))


@given(SEARCHES, st.sampled_from(FACETS), st.data())
def test_values_of_one_facet_widen_each_other(wanted, facet, data):
    one, other = (data.draw(st.sampled_from(VALUES[facet])) for _ in range(2))
    both = found(with_only(wanted, facet, [one, other]))
    assert both == found(with_only(wanted, facet, [one])) | found(with_only(wanted, facet, [other]))


@given(SEARCHES)
def test_facets_narrow_each_other_in_any_order(wanted):
    alone = [Wanted(facets={name: values}) for name, values in wanted.facets.items()]
    alone += [Wanted(flags=frozenset([flag])) for flag in wanted.flags]
    each = [found(Wanted(text=wanted.text)), *map(found, reversed(alone))]
    assert found(wanted) == set.intersection(*each)


@given(SEARCHES, st.integers(0, 40), st.integers(1, 40))
def test_pages_are_parts_of_the_whole_in_its_order(wanted, start, length):
    outcome = Found(Small(), wanted)
    whole = outcome.entries()
    assert len(whole) == len(outcome)
    assert outcome[start : start + length] == whole[start : start + length]


@given(SEARCHES)
def test_an_address_says_all_of_a_search(wanted):
    facets = {k: v for k, v in wanted.facets.items() if k in ("region", "muscle", "level")}
    query = QueryDict(mutable=True)
    query["q"] = wanted.text
    for name, values in (facets | dict.fromkeys(wanted.flags, ["on"])).items():
        query.setlist(name, values)
    form = LibraryForm(query, Words())
    again = LibraryForm(QueryDict(form.address[1:]), Words())
    assert again.wanted == form.wanted
    assert {name: set(v) for name, v in form.wanted.facets.items()} == {
        name: set(v) for name, v in facets.items()
    }
