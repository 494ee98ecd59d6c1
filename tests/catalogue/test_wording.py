"""States in words: every field has a name, and every value is told without its code."""

import pytest

from catalogue.models import Exercise
from catalogue.shelf import public_shelf
from catalogue.states import FIELDS, NEW, state_of, states_of
from catalogue.wording import LABELS, changes, glossary, in_words


@pytest.fixture
def names(catalogue):
    return glossary(public_shelf())


def told(changes):
    return {
        change.label: (
            ["".join(piece.text for piece in line) for line in change.before],
            ["".join(piece.text for piece in line) for line in change.after],
        )
        for change in changes
    }


def test_every_field_has_a_name():
    assert LABELS.keys() == set(FIELDS)


def test_values_are_names_and_not_slugs(names):
    state = state_of(Exercise.objects.get(slug="deadlift"))
    after = state | {
        "primary": ["latissimus-dorsi"], "equipment": ["trap-bar"], "pattern": "vertical-pull",
        "limitations": {"lbp-acute": "avoid"}, "brace": not state["brace"], "reps": [3, 5],
        "rest_seconds": 150, "regressions": ["romanian-deadlift"], "metric": "seconds",
        "links": [{"kind": "video", "title": "How", "url": "https://example.org/a"}],
    }  # fmt: skip
    found = told(changes(state, after, names))
    assert found["Main muscles"][1] == ["Latissimus dorsi"]
    assert found["Equipment"][1] == ["Trap bar"]
    assert found["Movement"][1] == ["Vertical pull"]
    assert found["Whom it may not suit"][1][0].endswith(": leave out")
    assert {found["Brace before every rep"][0][0], found["Brace before every rep"][1][0]} == {
        "yes", "no",
    }  # fmt: skip
    assert found["Usual amount"][1] == ["3–5"]
    assert found["Usual rest"][1] == ["2:30"]
    assert found["Easier versions"][1] == ["Romanian deadlift"]
    assert found["Counted in"][1] == ["Seconds"]
    assert found["Reading and videos"][1] == ["Video: How, https://example.org/a"]


def test_muscles_come_with_their_maps_and_pictograms_are_drawn(names):
    state = state_of(Exercise.objects.get(slug="deadlift"))
    found = changes(state, state | {"secondary": [], "pictogram": {}}, names)
    muscles, drawing = (next(c for c in found if c.field == f) for f in ("secondary", "pictogram"))
    assert muscles.maps == ((state["primary"], state["secondary"]), (state["primary"], []))
    assert "<svg" in drawing.drawings[0].poses[0][1]
    assert drawing.drawings[1] is None


def test_all_that_is_shipped_can_be_told(names):
    for state in states_of(Exercise.objects.public()):
        for name in FIELDS:
            assert all(isinstance(text, str) for text in in_words(name, state[name], names))
        assert changes(None, state, names)


def test_what_is_gone_from_the_vocabulary_keeps_its_code(names):
    change = changes(NEW, NEW | {"primary": ["third-arm"]}, names)[0]
    assert change.after[0][0].text == "third-arm"
