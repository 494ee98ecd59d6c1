"""Entries of the public data set: matched, left out, or proposed; the second time nothing is."""

import json

import pytest
from django.core.management import CommandError, call_command

from accounts.context import acting_as
from catalogue.models import Exercise, Proposal

OURS = {"primaryMuscles": ["lats"], "secondaryMuscles": ["biceps"], "images": ["x/0.jpg"]}
ENTRY = OURS | {
    "id": "Towel_Lean", "name": "Towel Lean", "force": "pull", "level": "expert",
    "mechanic": "compound", "equipment": "cable", "instructions": ["Lean."], "category": "strength",
}  # fmt: skip
ENTRIES = [
    ENTRY | {"id": "Pullups", "name": "Pullups"},
    ENTRY | {"id": "Barbell_Ab_Rollout_-_On_Knees", "name": "Rollout"},
    ENTRY | {"id": "Rolled", "name": "Rolled", "equipment": "foam roll"},
    ENTRY,
    ENTRY | {"id": "Bare", "name": "Bare", "force": None, "mechanic": None, "equipment": None,
             "secondaryMuscles": [], "level": "beginner"},
    ENTRY | {"id": "Stretch", "name": "Stretch", "force": "static", "equipment": "body only",
             "category": "stretching", "level": "intermediate"},
    ENTRY | {"id": "Twin", "name": "Seal row", "equipment": "machine"},
]  # fmt: skip


@pytest.fixture
def imported(catalogue, tmp_path, capsys):
    def run(entries=ENTRIES, *options):
        path = tmp_path / "exercises.json"
        path.write_text(json.dumps(entries))
        call_command("import_exercises", path, *options, source="free-exercise-db")
        return capsys.readouterr().out

    return run


@pytest.fixture
def proposals(ines):
    def all_of_them():
        with acting_as(ines):
            return {row.origin.partition(":")[2]: row for row in Proposal.objects.all()}

    return all_of_them


def test_each_entry_has_its_fate(imported, proposals):
    said = imported()
    for line in ["7 entries", "1 are exercises of ours", "1 are of the family", "1 are massage",
                 "4 are proposed now", "0 before, 4 after"]:  # fmt: skip
        assert line in said
    assert set(proposals()) == {"Towel_Lean", "Bare", "Stretch", "Twin"}
    assert not Exercise.objects.public().filter(name="Towel Lean").exists()


def test_a_second_time_changes_nothing(imported, proposals):
    imported()
    before = {row.pk for row in proposals().values()}
    said = imported()
    assert "4 were proposed before" in said
    assert "0 are proposed now" in said
    assert {row.pk for row in proposals().values()} == before


def test_what_was_decided_is_not_proposed_again(imported, proposals, ines):
    imported()
    with acting_as(ines):
        Proposal.objects.update(verdict="rejected", decided_at="2026-11-20T12:00Z")
    assert "0 are proposed now" in imported()


def test_a_dry_run_proposes_nothing(imported, proposals):
    assert "Nothing was changed." in imported(ENTRIES, "--dry-run")
    assert proposals() == {}


def test_its_words_become_ours(imported, proposals):
    imported()
    fields = proposals()["Towel_Lean"].fields
    assert fields == {
        "name": "Towel Lean",
        "primary": ["latissimus-dorsi", "teres-major"],
        "secondary": ["biceps-brachii", "brachialis"],
        "equipment": ["cable"],
        "difficulty": 4,
        "mechanic": "compound",
        "free_exercise_db": {"exact": ["Towel_Lean"], "family": []},
    }
    stretch = proposals()["Stretch"].fields
    assert (stretch["pattern"], stretch["load_type"], stretch["metric"], stretch["difficulty"]) == (
        "mobility", "duration", "seconds", 3,
    )  # fmt: skip


def test_its_sentences_and_pictures_are_not_taken(imported, proposals):
    imported()
    for row in proposals().values():
        assert "Lean." not in json.dumps(row.fields)
        assert "jpg" not in json.dumps(row.fields)
        assert (row.member, row.licence) == (None, "Unlicense")


def test_what_it_leaves_open_is_for_the_curator_to_see(imported, proposals):
    imported()
    found = proposals()
    assert found["Towel_Lean"].note == ""
    for words in [
        "Mechanic is not said",
        "Force is not said",
        "Equipment is not said",
        "No helping",
    ]:
        assert words in found["Bare"].note
    assert "Equipment is “machine”: machine-selectorised" in found["Twin"].note
    assert "We have one of this name" in found["Twin"].note


def test_a_checkout_is_read_whichever_way_it_is_laid_out(catalogue, tmp_path, capsys):
    parts = tmp_path / "exercises"
    (parts / "Towel_Lean").mkdir(parents=True)
    (parts / "Towel_Lean" / "0.jpg").write_bytes(b"\xff\xd8 a picture")
    (parts / "Towel_Lean.json").write_text(json.dumps(ENTRY))
    call_command("import_exercises", tmp_path, source="free-exercise-db")
    assert "1 entries" in capsys.readouterr().out
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist" / "exercises.json").write_text(json.dumps(ENTRIES))
    call_command("import_exercises", tmp_path, source="free-exercise-db")
    assert "7 entries" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ([ENTRY, ENTRY | {"primaryMuscles": ["wings"]}], "Entry 2. There is no muscle “wings”"),
        ([ENTRY | {"level": "demigod"}], "Entry 1. “demigod” is no level"),
        ([ENTRY | {"equipment": 7}], "Entry 1. “7” is no equipment"),
        ([ENTRY | {"name": None}], "Entry 1. An entry has"),
        ([ENTRY, ENTRY], "“Towel_Lean” is there twice."),
        ({"exercises": []}, "holds no list"),
    ],
)
def test_what_is_no_such_data_set_is_refused_and_nothing_proposed(
    imported, proposals, entries, words
):
    with pytest.raises(CommandError, match=words):
        imported(entries)
    assert proposals() == {}


def test_a_folder_without_exercises_is_refused(catalogue, tmp_path):
    with pytest.raises(CommandError, match="is it a checkout"):
        call_command("import_exercises", tmp_path, source="free-exercise-db")
