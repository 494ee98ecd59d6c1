"""Which exercises may be one and the same, and why."""

import pytest

from catalogue.duplicates import compare, likely, traits_of_entry, traits_of_state
from catalogue.models import Exercise
from catalogue.shelf import public_shelf
from catalogue.states import NEW, state_of


@pytest.fixture
def shelf(catalogue):
    return public_shelf()


def found(shelf, slug):
    return next(entry for entry in shelf.entries if entry.slug == slug)


def likest(shelf, **state):
    return likely(traits_of_state(NEW | {"slug": "new"} | state, shelf.words), shelf)


def test_one_that_has_the_name_of_another_is_almost_surely_the_same(shelf):
    first = likest(shelf, name="Pull Ups")[0]
    assert (first.entry.slug, first.percent) == ("pull-up", 95)
    assert first.why.startswith("both are called “Pull-up”")


def test_another_name_counts_like_the_first(shelf):
    first = likest(shelf, name="Something else", aliases=["RDL"])[0]
    assert first.entry.name == "Romanian deadlift"


def test_a_like_name_with_the_same_muscles_and_movement_is_worth_a_look(shelf):
    state = state_of(Exercise.objects.public().get(slug="lat-pulldown"))
    alike = likest(shelf, **state | {"slug": "new", "name": "Lat pull down wide", "aliases": []})
    assert alike[0].entry.slug in {"lat-pulldown", "wide-grip-lat-pulldown"}
    assert {"same movement", "same muscles", "same equipment"} <= set(alike[0].reasons)
    assert [one.score for one in alike] == sorted((one.score for one in alike), reverse=True)


def test_nothing_is_like_what_has_neither_name_nor_muscles_in_common(shelf):
    assert likest(shelf, name="Xylophone") == []


def test_an_exercise_is_no_duplicate_of_itself_nor_of_a_step_of_its_ladder(shelf):
    pull_up = found(shelf, "pull-up")
    assert "pull-up" not in [one.entry.slug for one in likely(traits_of_entry(pull_up), shelf)]
    state = state_of(Exercise.objects.public().get(slug="pull-up"))
    chin_up = found(shelf, "chin-up")
    assert compare(traits_of_state(state | {"progressions": []}, shelf.words), chin_up)
    assert not compare(traits_of_state(state | {"regressions": ["chin-up"]}, shelf.words), chin_up)


def test_what_differs_is_said(shelf):
    alike = likely(traits_of_entry(found(shelf, "neutral-grip-pull-up")), shelf, most=9)
    pulldown = next(one for one in alike if one.entry.slug == "close-grip-lat-pulldown")
    assert {"other equipment", "another kind of load"} <= set(pulldown.reasons)


def test_a_state_is_compared_as_its_entry_is(shelf):
    for slug in ("deadlift", "seal-row", "bird-dog"):
        state = state_of(Exercise.objects.public().get(slug=slug))
        one, other = traits_of_state(state, shelf.words), traits_of_entry(found(shelf, slug))
        assert (one.names[0], one.equipment) == (other.names[0], other.equipment)
        assert one.credits[0] == other.credits[0]
