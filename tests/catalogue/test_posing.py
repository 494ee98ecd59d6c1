"""Posing the figure: a limb meets its place, and what cannot be drawn is refused in words."""

import re
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from catalogue.drawing.errors import PoseError
from catalogue.drawing.gear import HELD, STANDING
from catalogue.drawing.geometry import NEAR, Point, TooFar, TooNear, polar, reach
from catalogue.drawing.pictogram import Pictogram

coordinate, bones = st.floats(-60, 60), st.floats(10, 60)
points = st.builds(Point, coordinate, coordinate, coordinate)


@given(points, points, points, bones, bones)
def test_a_limb_of_two_bones_reaches_its_place_or_says_by_how_much_not(root, target, bend, a, b):
    distance = (target - root).length
    if distance > a + b + NEAR:
        with pytest.raises(TooFar) as error:
            reach(root, target, a, b, bend)
        assert error.value.by == pytest.approx(distance - a - b)
    elif distance < abs(a - b) + NEAR:
        with pytest.raises(TooNear):
            reach(root, target, a, b, bend)
    else:
        joint = reach(root, target, a, b, bend)
        assert (joint - root).length == pytest.approx(a, abs=1e-4)
        assert (target - joint).length <= b + NEAR + 1e-4


@given(points, st.floats(-180, 180), st.floats(0.01, 1), bones, bones)
def test_a_joint_bends_the_way_it_is_told(root, angle, share, a, b):
    nearest = abs(a - b) + NEAR
    target = root + polar(angle) * (nearest + (a + b - nearest) * share)
    bend = polar(angle + 90)
    joint = reach(root, target, a, b, bend)
    assert (joint - root).dot(bend) >= -1e-6


ROW = {
    "start": "Bent forward with a flat back, the bar hanging.",
    "end": "Bar at the lower ribs.",
    "poses": [
        {
            "pelvis": [-26, 86],
            "torso": 33,
            "head": 28,
            "arm": {"upper": 268, "fore": 272},
            "leg": {"to": [0, 0]},
            "hold": "barbell",
        },
        {"arm": {"to": [-2, 80]}},
    ],
}


def changed(pose=None, **whole):
    description = deepcopy(ROW) | whole
    description["poses"][0] |= pose or {}
    return description


@pytest.mark.parametrize(
    ("description", "words"),
    [
        (changed(gear=[["bnch", {}]]), "Gear: “bnch” is no gear. Did you mean “bench”?"),
        (changed(gear=[["bench", {"from": [0, 43]}]]), "Gear, bench, to is missing"),
        (changed(gear=[["seat", {"at": "elbw"}]]), "Did you mean “elbow”?"),
        (changed(gear=["cable", {}]), "cable, from is missing"),
        (changed({"arm": {"to": [0, 10]}}), "Pose 1, arm cannot reach [0, 10] by "),
        (changed({"arm": {"to": "high-bar"}}), "no gear called “high-bar” has a place"),
        (changed({"arm": {"upper": 270}}), "say where it goes (“to”), or both"),
        (changed({"arm": {"to": [0, 60], "upper": 3, "fore": 3}}), "keep one"),
        (changed({"torso": 900}), "Pose 1, torso: 900 is out of range, -360 to 360."),
        (changed({"torso": "upright"}), "“upright” is not a number"),
        (changed({"head": 250}), "the neck bends by 143°, 80° at most"),
        (changed({"leg": {"thigh": 270, "shin": 330}}), "the knee bends forwards"),
        (changed({"pelvis": [0, 40], "leg": {"thigh": 270, "shin": 270}}), "under the floor"),
        (changed({"pelvs": [0, 1]}), "Pose 1: “pelvs” is no part of it. Did you mean “pelvis”?"),
        (changed({"hold": "barbel"}), "Did you mean “barbell”?"),
        (changed(poses=ROW["poses"] * 2), "Poses: 4 are too many"),
        (changed(view="top"), "“top” is no view"),
        (changed(start=" "), "Caption “start”: write a short sentence."),
        (changed(gear=[["post", {"from": [-390, 0], "to": [390, 0]}]]), "picture is too large"),
        ([], "Description: write it in braces"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(description, words):
    with pytest.raises(PoseError, match=re.escape(words)):
        Pictogram(description)


def test_the_second_pose_says_only_what_differs():
    start, end = Pictogram(ROW).skeletons
    assert start.pelvis == end.pelvis
    assert start.leg == end.leg
    assert start.arm.hand != end.arm.hand


def test_from_the_front_the_other_arm_mirrors_the_written_one():
    front = changed({"torso": 90, "head": 90, "arm": {"to": [10, 160]}, "pelvis": [0, 92]})
    body = Pictogram(front | {"view": "front", "poses": front["poses"][:1]}).skeletons[0]
    assert body.other_arm.hand.x == pytest.approx(-body.arm.hand.x)
    assert body.other_arm.elbow.y == pytest.approx(body.arm.elbow.y)


def test_a_hand_can_be_pinned_to_gear_by_name():
    hanging = {"pelvis": [0, 91], "arm": {"to": "high-bar"}, "leg": {"thigh": 265, "shin": 215}}
    bar = ["high-bar", {"at": [0, 200]}]
    body = Pictogram({"start": "Hanging.", "gear": [bar], "poses": [hanging]}).skeletons[0]
    assert (body.arm.hand - Point(0, 200)).length < NEAR


@pytest.mark.parametrize("name", sorted(STANDING | HELD))
def test_all_gear_is_explained_to_curators(name):
    guide = (Path(settings.BASE_DIR) / "docs" / "pictograms.md").read_text(encoding="utf-8")
    assert f"`{name}`" in guide
