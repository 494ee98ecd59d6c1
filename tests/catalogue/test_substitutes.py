"""Something else to do: the three best, by the rule of our own, and the reason for each."""

import pytest

from catalogue.fitting import NOTHING_SAID, Circumstances
from catalogue.models import Equipment, ExerciseLimitation, Limitation, Pattern
from catalogue.shelf import public_shelf
from catalogue.substituting import STANDS_IN, substitutes

# Exercise, limitation, and the three that are expected with their scores; * asks for care.
EXPECTED = """
deadlift lbp-acute: glute-bridge 0.77, kettlebell-deadlift* 0.753, cable-pull-through* 0.62
barbell-row lbp-flexion: chest-supported-db-row 1.072, chest-supported-t-bar-row 0.972, feet-elevated-inverted-row 0.972
barbell-row lbp-acute: chest-supported-db-row 1.072, chest-supported-t-bar-row 0.972, feet-elevated-inverted-row 0.972
pull-up shoulder-instability: close-grip-lat-pulldown 0.901, machine-pulldown 0.901, lat-pulldown* 0.868
wide-grip-lat-pulldown shoulder-impingement: lat-pulldown* 0.866, band-assisted-pull-up* 0.689, close-grip-lat-pulldown* 0.689
superman-hold lbp-extension: bird-dog 0.898, lumbar-extension-machine* 0.726, swiss-ball-back-extension* 0.726
romanian-deadlift hamstring-strain: dumbbell-rdl* 0.9, glute-bridge 0.862, cable-pull-through* 0.853
deadlift hypertension: kettlebell-deadlift 0.953, dumbbell-rdl 0.853, cable-pull-through 0.82
weighted-chin-up biceps-tendon: neutral-grip-pull-up 0.972, band-assisted-pull-up 0.942, close-grip-lat-pulldown 0.942
back-extension-45 pregnancy-2-3: lumbar-extension-machine 0.904, bird-dog 0.863, cable-pull-through 0.65
rowing-erg lbp-acute: elliptical 0.806, stationary-bike 0.606, incline-walk 0.483
upright-row shoulder-impingement: dumbbell-shrug 0.67, cable-shrug 0.615, machine-shrug 0.615
"""  # noqa: E501 - a table
WITHOUT_ANY = {("hanging-knee-raise", "pregnancy-2-3"), ("hanging-leg-raise", "pregnancy-2-3")}


@pytest.fixture
def shelf(catalogue):
    return public_shelf()


def entry_of(shelf, slug):
    return next(entry for entry in shelf.entries if entry.slug == slug)


def limited(slug):
    return Circumstances(mild=frozenset([Limitation.objects.get(slug=slug).pk]))


@pytest.mark.parametrize("line", EXPECTED.strip().splitlines())
def test_the_expected_substitutes_are_found(shelf, line):
    case, _, expected = line.partition(": ")
    slug, limitation = case.split()
    found = substitutes(entry_of(shelf, slug), shelf, limited(limitation))
    told = [f"{one.entry.slug}{'*' * one.is_cautioned} {one.score:g}" for one in found]
    assert ", ".join(told) == expected


def test_whatever_is_left_out_has_a_substitute(shelf):
    avoided = ExerciseLimitation.objects.filter(verdict="avoid", exercise__member=None)
    pairs = avoided.values_list("exercise__slug", "limitation__slug")
    without = {
        (slug, limitation)
        for slug, limitation in pairs
        if not substitutes(entry_of(shelf, slug), shelf, limited(limitation))
    }
    assert pairs.count() > 150
    assert without == WITHOUT_ANY


def test_equipment_that_is_missing_is_not_needed(shelf):
    bar = Equipment.objects.get(slug="pull-up-bar").pk
    said = Circumstances(equipment=frozenset([bar]))
    found = substitutes(entry_of(shelf, "pull-up"), shelf, said)
    assert found
    assert all(one.entry.equipment.keys() <= {bar} for one in found)


def test_what_is_never_wanted_is_not_offered(shelf):
    pull_up = entry_of(shelf, "pull-up")
    first = substitutes(pull_up, shelf, NOTHING_SAID)[0].entry
    never = 1 << shelf.places[first.pk]
    assert first not in [one.entry for one in substitutes(pull_up, shelf, NOTHING_SAID, never)]


def test_each_says_why(shelf):
    row = substitutes(entry_of(shelf, "barbell-row"), shelf, limited("lbp-flexion"))[0]
    assert row.why == "Same movement, same muscles, an easier version, easier on the spine."
    hinge = substitutes(entry_of(shelf, "deadlift"), shelf, limited("lbp-acute"))[1]
    assert hinge.why.endswith("easier on the spine, take care with your limits.")


def test_every_pattern_that_stands_in_is_a_pattern(catalogue):
    known = set(Pattern.objects.values_list("slug", flat=True))
    assert {*STANDS_IN, *[slug for slugs in STANDS_IN.values() for slug in slugs]} <= known
