"""The names of other apps that mean exercises of our catalogue."""

import json
from pathlib import Path

import pytest

from progress.importing import slug_for
from progress.importing.names import _NAMES, SLUGS

CATALOGUE = Path(__file__).parents[3] / "catalogue" / "data" / "exercises.json"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bent Over Row (Barbell)", "barbell-row"),
        ("Seated Row (Cable)", "seated-cable-row"),
        ("Seated Cable Row - V Grip (Cable)", "seated-cable-row"),
        ("Pull Up (Assisted) ", "machine-assisted-pull-up"),
        ("  lat  pulldown (cable)", "lat-pulldown"),
        ("Deadlift (Trap bar)", "trap-bar-deadlift"),
        ("Strict Military Press (Barbell)", "overhead-press"),
    ],
)
def test_a_name_finds_our_exercise(name, slug):
    assert slug_for(name) == slug


@pytest.mark.parametrize(
    "name",
    ["Front Squat (Barbell)", "Lat Pulldown (Machine)", "Hammer Curl (Cable)", "Superman", ""],
)
def test_what_is_not_truly_the_same_stays_the_members_own(name):
    assert slug_for(name) is None


def test_no_name_means_two_exercises():
    assert len(SLUGS) == sum(len(names) for names in _NAMES.values())


def test_every_slug_is_in_the_catalogue():
    exercises = json.loads(CATALOGUE.read_text("utf-8"))["exercises"]
    assert set(SLUGS.values()) <= {found["slug"] for found in exercises}
