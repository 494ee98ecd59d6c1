"""The form of an exercise: what goes in comes out, and what may not stand is said beside it."""

import pytest
from django.http import QueryDict

from catalogue.forms.state import ASKED, GROUPS, StateForm
from catalogue.models import Exercise
from catalogue.shelf import public_shelf
from catalogue.states import FIELDS, differences, state_of, states_of
from catalogue.wording import glossary
from tests.catalogue.proposals import typed


@pytest.fixture
def names(catalogue):
    return glossary(public_shelf())


def sent(form, **changes):
    data = QueryDict(mutable=True)
    for name, value in typed(form, **changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def filled(names, slug="seal-row", **changes):
    state = state_of(Exercise.objects.get(slug=slug))
    form = StateForm(sent(StateForm(state=state, names=names), **changes), state=state, names=names)
    form.full_clean()
    return state, form


def test_every_field_is_asked_for_but_those_that_only_curators_know():
    left_out = set(FIELDS) - set(ASKED)
    assert left_out == {
        "slug", "free_exercise_db", "pictogram", "retired", "note", "translations",
    }  # fmt: skip
    assert len(ASKED) == len(set(ASKED)) == sum(len(names.split()) for names in GROUPS.values())


def test_every_shipped_exercise_comes_out_as_it_went_in(names):
    for state in states_of(Exercise.objects.public())[::12]:
        form = StateForm(sent(StateForm(state=state, names=names)), state=state, names=names)
        assert form.is_valid(), (state["slug"], form.errors)
        assert differences(state, form.state) == []


def test_what_is_typed_is_in_the_state(names):
    state, form = filled(
        names, cues="Pull.\n\n Rest. ",
        avoid=["lbp-acute"], caution=[], reps_low="5", reps_high="6",
        progressions="Barbell bent-over row",
        links="Video | How | https://example.org/v", increment_kg="1,25",
    )  # fmt: skip
    assert form.is_valid(), form.errors
    changed = {name: now for name, _, now in differences(state, form.state)}
    assert changed["cues"] == ["Pull.", "Rest."]
    assert changed["limitations"] == {"lbp-acute": "avoid"}
    assert changed["reps"] == [5, 6]
    assert "barbell-row" in changed["progressions"]
    assert changed["links"] == [{"kind": "video", "title": "How", "url": "https://example.org/v"}]
    assert changed["increment_kg"] == 1.25


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": ""}, "name", "required"),
        ({"name": "x" * 121}, "name", "at most 120"),
        ({"primary": ["wings"]}, "primary", "Choose from the list"),
        ({"primary": ["trapezius-lower"]}, "secondary", "two roles"),
        ({"reps_low": "12", "reps_high": "8"}, "reps_low", "A range runs"),
        ({"difficulty": "7"}, "difficulty", "less than or equal to 5"),
        ({"progressions": "Flying"}, "progressions", "No exercise is called “Flying”"),
        ({"regressions": "Deadlift"}, "regressions", "harder than this"),
        ({"links": "Video | x | javascript:alert(1)"}, "links", "address"),
        ({"links": "nonsense"}, "links", "kind | title | address"),
        ({"cues": "\n".join(f"Cue {n}." for n in range(13))}, "cues", "At most 12"),
        ({"cues": "Nul\x00"}, "cues", "Null characters"),
        ({"increment_kg": "heavy"}, "increment_kg", "Use digits"),
        ({"metric": "furlongs"}, "metric", "Choose one from the list"),
    ],
)
def test_what_may_not_stand_is_said_beside_its_field(names, changes, field, words):
    _, form = filled(names, **changes)
    assert words in " ".join(form.errors[field])


def test_html_and_scripts_are_but_letters(names, client):
    _, form = filled(names, cues="<script>alert(1)</script>")
    assert form.is_valid()
    assert form.state["cues"] == ["<script>alert(1)</script>"]
