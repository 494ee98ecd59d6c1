"""What is exported and imported again is the same, for whatever the catalogue may hold."""

import json

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from accounts.context import acting_as, curating
from catalogue.exchange.csv_file import write_csv
from catalogue.exchange.exporting import export_csv, export_json
from catalogue.exchange.planning import plan
from catalogue.exchange.reading import read
from catalogue.exchange.storing import carry_out
from catalogue.loading import load_exercises
from catalogue.models import Exercise, ExerciseState, Muscle
from catalogue.states import NEW, states_of
from catalogue.translating import translations_of
from tests.factories import NOW

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\r"), min_size=1,
    max_size=20,
).filter(str.strip)  # fmt: skip
LINES = st.lists(WORDS, max_size=3, unique_by=str.casefold)


def some(*slugs):
    return st.lists(st.sampled_from(slugs), unique=True, max_size=3)


STATES = st.fixed_dictionaries(
    {
        "name": WORDS,
        "aliases": st.lists(WORDS, max_size=3, unique_by=lambda text: text.casefold()),
        "setup": WORDS | st.just(""),
        "note": st.sampled_from(["", "=1+1", "'=1", "@a", "-2", "| a \\", 'a;b,"c"\n']),
        "cues": LINES,
        "mistakes": LINES,
        "primary": some("latissimus-dorsi", "teres-major"),
        "secondary": some("biceps-brachii", "brachialis"),
        "equipment": some("barbell", "cable", "mat"),
        "limitations": st.dictionaries(
            st.sampled_from(["lbp-acute", "hernia"]), st.sampled_from(["avoid", "caution"])
        ),
        "pattern": st.sampled_from([None, "horizontal-pull"]),
        "difficulty": st.integers(1, 3),
        "regressions": st.sampled_from([[], ["bird-dog"]]),
        "bodyweight_factor": st.none() | st.decimals(0, 2, places=3).map(float),
        "increment_kg": st.decimals("0.01", 50, places=2).map(float),
        "reps": st.tuples(st.integers(1, 20), st.integers(20, 900)).map(list),
        "links": st.sampled_from([[], [{"kind": "video", "title": "|", "url": "https://a.org/"}]]),
        "free_exercise_db": st.sampled_from([{}, {"exact": ["A", "B,|"]}]),
        "brace": st.booleans(),
        "retired": st.booleans(),
        "translations": st.sampled_from(
            [{}, {"de": {"name": "Rudern", "cues": ["=a | b", "ü"], "setup": "Sitz, und\nzieh."}}]
        ),
    }
)


def shown(data, name="catalogue"):
    return plan(read(data.encode(), name))


@pytest.mark.parametrize("export", [export_json, export_csv])
def test_an_export_changes_nothing_when_it_comes_back(curated, export):
    found = shown(export())
    assert (found.same, found.changes, found.words, found.problems) == (168, [], [], [])
    assert found.untouched == 0


def test_a_file_with_the_mark_of_utf_8_and_semicolons_is_read(curated):
    cells = "slug;name\npull-up;Pulling up\n"
    found = plan(read(b"\xef\xbb\xbf" + cells.encode(), "x.csv"))
    assert found.changes[0].differences == [("name", "Pull-up", "Pulling up")]
    assert found.untouched == 167


@given(st.lists(STATES, min_size=1, max_size=3))
def test_every_state_comes_back_from_both_kinds_of_file(states):
    states = [NEW | state | {"slug": f"new-{n}"} for n, state in enumerate(states)]
    for text in [json.dumps({"exercises": states}), write_csv(states)]:
        file = read(text.encode(), "catalogue")
        assert file.problems == []
        assert [entry.fields for entry in file.exercises] == states


def test_what_was_taken_in_is_what_was_in_the_file(curated, ines):
    awkward = "'=1+1 | \\ “ü”\u05d0<script>"
    states = [
        NEW | {"slug": "a", "name": "=A", "aliases": [awkward], "cues": [awkward, "- b"],
               "progressions": ["b"], "note": awkward},
        NEW | {"slug": "b", "name": "-B", "regressions": ["a"], "difficulty": 2},
    ]  # fmt: skip
    carry_out(shown(write_csv(states)), by=ines, at=NOW)
    kept = states_of(Exercise.objects.filter(slug__in=["a", "b"]).order_by("slug"))
    assert kept == states
    assert shown(export_csv()).is_empty
    assert shown(export_json()).is_empty


def test_translations_come_along_and_are_made_from_the_english_of_now(curated, ines, as_json):
    exercise = Exercise.objects.get(slug="pull-up")
    before = translations_of(exercise)["de"]
    data = as_json(
        {"slug": "pull-up", "translations": {"de": before | {"cues": ["Zieh."], "note": ""}}},
        {
            "slug": "new-one",
            "name": "New",
            "cues": ["Go."],
            "translations": {"de": {"name": "Neu"}},
        },
    )
    found = plan(read(data, "x.json"))
    assert [name for name, *_ in found.changes[0].differences] == ["translations"]
    carry_out(found, by=ines, at=NOW)
    new = Exercise.objects.get(slug="new-one")
    assert translations_of(new) == {"de": {"name": "Neu"}}
    assert new.translations.get().source == {"name": "New"}
    row = exercise.translations.get()
    assert (row.cues, row.name, row.note) == (["Zieh."], before["name"], "")
    assert row.source["cues"] == exercise.cues
    assert plan(read(data, "x.json")).is_empty


def test_an_empty_catalogue_is_filled_by_an_export(db, ines):
    load_exercises()
    with curating():
        text = export_json()
    with acting_as(ines):
        Exercise.objects.public().delete()
        Muscle.objects.public().delete()
        found = shown(text)
        assert (len(found.new), len(found.words), found.problems) == (168, 42, [])
        carry_out(found, by=ines, at=NOW)
        assert export_json() == text
    assert ExerciseState.objects.filter(reason="Import of catalogue", by=ines).count() == 168


@pytest.mark.parametrize("options", [[], ["--csv"]])
def test_commands_write_a_file_and_read_it(catalogue, tmp_path, capsys, options):
    path = tmp_path / "all.txt"
    call_command("export_exercises", path, *options)
    call_command("import_exercises", path)
    said = capsys.readouterr().out
    assert "0 new exercises, 0 changed, 168 as in the catalogue" in said
    assert said.endswith("Nothing was changed.\n")
