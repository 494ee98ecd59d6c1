"""The least care an exercise asks for: rules no edit may forget."""

import pytest

from catalogue.checking import Known, problems_of
from catalogue.floors import FLOORS, below_floors, floors_of, lacking_words
from catalogue.shipped import shipped
from catalogue.states import NEW

HIGH = {
    "lbp-acute": "avoid", "disc-radicular": "avoid",
    **dict.fromkeys(
        "lbp-flexion lbp-compression osteoporosis hypertension hernia pregnancy-2-3"
        " diastasis-pelvic-floor cardiac-cleared-moderate".split(), "caution",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("state", "least"),
    [
        ({"spine_load": "low"}, {}),
        ({"spine_load": "high"}, HIGH),
        ({"spine_load": "moderate"}, {"lbp-acute": "caution"}),
        ({"pattern": "vertical-pull"}, {"shoulder-impingement": "caution"}),
        ({"pattern": "hang"}, {"shoulder-impingement": "caution"}),
        ({"pattern": "vertical-push"}, {"shoulder-impingement": "caution"}),
        ({"pattern": "horizontal-push"}, {"shoulder-impingement": "caution"}),
        ({"pattern": "horizontal-pull"}, {}),
        ({"primary": ["hamstrings"]}, {"hamstring-strain": "caution"}),
        ({"secondary": ["hamstrings"]}, {}),
        ({"pattern": "elbow-flexion"}, {"biceps-tendon": "caution"}),
        ({"pattern": "scapular-elevation"}, {"neck-pain": "caution"}),
        (
            {"pattern": "scapular-elevation", "spine_load": "moderate"},
            {"neck-pain": "caution", "lbp-acute": "caution"},
        ),
    ],
)
def test_each_kind_asks_for_its_least_verdicts(state, least):
    assert floors_of(state) == least


def test_every_shipped_exercise_obeys_every_rule():
    exercises = shipped("exercises")["exercises"]
    assert {e["slug"]: lacking_words(e) for e in exercises if below_floors(e)} == {}
    for floor in FLOORS:
        assert any(floor.holds(exercise) for exercise in exercises), floor.about


@pytest.mark.parametrize("verdict", ["caution", "avoid"])
def test_more_care_than_asked_for_is_free(verdict):
    curl = {"pattern": "elbow-flexion", "limitations": {"biceps-tendon": verdict}}
    assert below_floors(curl) == []


def test_what_lacks_a_verdict_may_not_stand():
    known = Known(patterns={"elbow-flexion"}, limitations={"biceps-tendon"})
    curl = NEW | {"slug": "curl", "name": "Curl", "pattern": "elbow-flexion"}
    assert problems_of(curl, known) == {
        "limitations": "For curls: “biceps-tendon” at least “take care”."
    }
    assert problems_of(curl | {"limitations": {"biceps-tendon": "caution"}}, known) == {}


def test_caution_is_not_enough_where_the_rule_says_leave_out():
    row = {"spine_load": "high", "limitations": HIGH | {"lbp-acute": "caution"}}
    assert below_floors(row) == [("a high spine load", "lbp-acute", "avoid")]
