"""An exercise as one dict: read, checked, written, and kept as history."""

import json
from copy import deepcopy

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from accounts.context import curating
from catalogue.checking import Known, is_web_address, problems_of
from catalogue.fitting import NOTHING_SAID
from catalogue.library import Library
from catalogue.models import Exercise, ExerciseState
from catalogue.shelf import public_shelf
from catalogue.shipped import shipped
from catalogue.states import NEW, RefusedState, differences, known_words, state_of, states_of, write
from catalogue.texts import said
from tests.factories import NOW

KNOWN = Known({"biceps-brachii"}, {"hip-hinge"}, {"barbell"}, {"lbp-acute"}, {"easy": 1, "hard": 5})
PLAIN = NEW | {"slug": "one-two", "name": "One two", "difficulty": 3}


@pytest.fixture
def curated(catalogue, ines):
    with curating():
        yield


def lat_pulldown():
    return Exercise.objects.public().get(slug="lat-pulldown")


def test_every_shipped_exercise_reads_back_as_it_is_in_the_file(curated, django_assert_num_queries):
    with django_assert_num_queries(1):
        states = {state["slug"]: state for state in states_of(Exercise.objects.public())}
    for entry in shipped("exercises")["exercises"]:
        state = states[entry["slug"]]
        wanted = NEW | {name: entry[name] for name in NEW if name in entry}
        wanted["load_entry"] = entry["load_entry"] or "total"
        wanted["pictogram"] = shipped("poses").get(entry["slug"], {})
        wanted["translations"] = said({"de": shipped("de")["exercises"][entry["slug"]]})
        assert differences(wanted, state) == []


def test_every_shipped_state_may_stand(curated):
    known = known_words()
    states = states_of(Exercise.objects.public())
    assert {s["slug"]: problems_of(s, known) for s in states if problems_of(s, known)} == {}


def test_a_state_written_elsewhere_is_the_same_exercise(curated, ines):
    state = state_of(lat_pulldown()) | {"slug": "twin", "name": "Twin"}
    twin = write(json.loads(json.dumps(state)), by=ines, at=NOW)
    assert state_of(twin) == state
    assert twin.level == lat_pulldown().level


@pytest.mark.parametrize(
    ("translations", "words"),
    [
        (["de"], "texts by language"),
        ({"tlh": {"name": "x"}}, "There is no translation into “tlh”."),
        ({"de": "Rudern"}, "de: This has texts by field."),
        ({"de": {"reps": [1, 2]}}, "de: There is no “reps” to translate."),
        ({"de": {"name": 0}}, "de: name: This is text."),
        ({"de": {"cues": "Zieh."}}, "de: cues: This is a list of texts."),
        ({"de": {"cues": [7]}}, "de: cues: This is a list of texts."),
        ({"de": {"name": "x" * 121}}, "de: name: At most 120 letters: this has 121."),
    ],
)
def test_what_is_no_translation_is_refused_in_words(translations, words):
    found = problems_of(PLAIN | {"translations": translations}, Known())
    assert words in found["translations"]


def test_new_english_leaves_translations_as_they_are_and_stale(curated, ines):
    exercise = lat_pulldown()
    before = exercise.translations.get()
    write({"cues": ["Pull."]}, exercise, by=ines, at=NOW)
    row = exercise.translations.get()
    assert (row.cues, row.source) == (before.cues, before.source)
    assert row.source["cues"] != lat_pulldown().cues


def test_a_state_of_before_translations_differs_in_none(curated):
    state = state_of(lat_pulldown())
    older = {name: value for name, value in state.items() if name != "translations"}
    assert differences(older, state) == differences(state, older) == []


def test_a_change_keeps_what_was_before_and_who_made_it(curated, ines):
    before = state_of(lat_pulldown())
    write({"cues": ["Pull."]}, lat_pulldown(), by=ines, at=NOW, reason="Shorter")
    first, second = ExerciseState.objects.all()
    assert (first.state, first.by, first.at) == (before, None, None)
    assert differences(first.state, second.state) == [("cues", before["cues"], ["Pull."])]
    assert (second.by, second.at, second.reason) == (ines, NOW, "Shorter")


def test_writing_the_same_again_is_no_change(curated, ines):
    write(state_of(lat_pulldown()), lat_pulldown(), by=ines, at=NOW)
    assert not ExerciseState.objects.exists()


def test_what_is_refused_changes_nothing(curated, ines):
    before = state_of(lat_pulldown())
    with pytest.raises(RefusedState) as refused:
        write({"name": "Pull-up", "spine_load": "none"}, lat_pulldown(), by=ines, at=NOW)
    assert refused.value.problems == {
        "spine_load": "One of: low, moderate, high.",
        "name": "There is an exercise of this name already.",
    }
    assert state_of(lat_pulldown()) == before
    assert not ExerciseState.objects.exists()


def test_a_retired_exercise_is_not_found_but_still_looked_up(curated, ines, rf):
    pulldown = write({"retired": True}, lat_pulldown(), by=ines, at=NOW)
    assert pulldown.retired_at == NOW
    shelf = public_shelf()
    assert pulldown.pk not in shelf.ranked("lat pulldown")
    assert shelf.entry(pulldown.pk).slug == "lat-pulldown"
    library = Library(ines, NOTHING_SAID)
    steps = library.ladder(library.entry(Exercise.objects.get(slug="pull-up").pk))
    assert "lat-pulldown" not in [row.entry.slug for rows in steps for row in rows]
    assert write({"retired": False}, pulldown, by=ines, at=NOW).retired_at is None
    assert pulldown.pk in public_shelf().ranked("lat pulldown")


def test_a_retired_exercise_has_its_page(client, curated, ines):
    write({"retired": True}, lat_pulldown(), by=ines, at=NOW)
    assert client.get("/exercises/lat-pulldown/").status_code == 200


def test_history_is_only_ever_added_to(catalogue, ines, alex, acting):
    with curating():
        write({"brace": True}, lat_pulldown(), by=ines, at=NOW)
        assert not ExerciseState.objects.update(reason="Rewritten")
    with acting(alex):
        assert not ExerciseState.objects.filter(pk__gt=0).delete()[0]
        with pytest.raises(DatabaseError), transaction.atomic():
            ExerciseState.objects.create(exercise=lat_pulldown(), state={})


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"name": ""}, "name", "needed"),
        ({"name": "x" * 121}, "name", "At most 120"),
        ({"name": "evil\u202egnp"}, "name", "direction of writing"),
        ({"setup": "nul\x00"}, "setup", "cannot be shown"),
        ({"slug": "Not a slug"}, "slug", "small letters"),
        ({"primary": ["wings"]}, "primary", "no muscle “wings”"),
        ({"primary": {"biceps-brachii": 7}}, "primary", "list"),
        ({"primary": 7}, "primary", "list"),
        (
            {"primary": ["biceps-brachii"], "secondary": ["biceps-brachii"]},
            "secondary",
            "two roles",
        ),
        ({"limitations": {"lbp-acute": "maybe"}}, "limitations", "caution or avoid"),
        ({"limitations": ["lbp-acute"]}, "limitations", "verdict"),
        ({"reps": [12, 8]}, "reps", "range"),
        ({"reps": "8-12"}, "reps", "whole numbers"),
        ({"difficulty": 7}, "difficulty", "From 1 to 5"),
        ({"difficulty": True}, "difficulty", "whole number"),
        ({"increment_kg": float("nan")}, "increment_kg", "number"),
        ({"regressions": ["one-two"]}, "regressions", "own ladder"),
        ({"regressions": ["hard"]}, "regressions", "harder"),
        ({"progressions": ["easy"]}, "progressions", "easier"),
        ({"progressions": ["gone"]}, "progressions", "no exercise"),
        ({"cues": ["Pull.", "pull."]}, "cues", "twice"),
        ({"cues": "Pull."}, "cues", "list"),
        ({"brace": "yes"}, "brace", "true or false"),
        ({"pattern": "flying"}, "pattern", "no movement"),
        (
            {"links": [{"kind": "video", "title": "x", "url": "javascript:alert(1)"}]},
            "links",
            "web",
        ),
        ({"links": [{"kind": "song", "title": "x", "url": "https://a.example"}]}, "links", "video"),
        ({"pictogram": {"view": "upside"}}, "pictogram", "view"),
    ],
)
def test_what_may_not_stand_is_said_of_its_field(change, field, words):
    assert words in problems_of(PLAIN | change, KNOWN)[field]


def test_a_plain_state_may_stand():
    assert problems_of(PLAIN, KNOWN) == {}


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from(sorted(NEW)), json_values)
def test_whatever_a_field_holds_is_answered_in_words(name, value):
    problems = problems_of(deepcopy(PLAIN) | {name: value}, KNOWN)
    assert all(isinstance(why, str) and why for why in problems.values())


def test_a_ladder_that_would_run_in_a_circle_is_refused(curated, ines):
    steps = {"regressions": ["pull-up"], "difficulty": 3}
    hard = write(NEW | {"slug": "hard", "name": "Hard"} | steps, by=ines, at=NOW)
    with pytest.raises(RefusedState, match="circle: hard → pull-up → hard"):
        write({"progressions": ["pull-up"]}, hard, by=ines, at=NOW)
    pull_up = Exercise.objects.get(slug="pull-up")
    with pytest.raises(RefusedState, match="circle: pull-up → hard → pull-up"):
        write({"regressions": ["hard"]}, pull_up, by=ines, at=NOW)


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://example.org/a?b=c", True),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("//example.org", False),
        ("https://me:secret@example.org", False),
        ("https://[broken", False),
    ],
)
def test_only_plain_web_addresses_are_links(url, is_one):
    assert is_web_address(url) is is_one
