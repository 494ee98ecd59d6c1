"""Pictograms: what is true of every shipped description, and of what is drawn from it."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.management import call_command

from catalogue.drawing.figure import FOREARM, LUMBAR, NECK, SHIN, THIGH, THORAX, UPPER_ARM
from catalogue.drawing.geometry import NEAR
from catalogue.drawing.pictogram import Pictogram
from catalogue.drawing.tints import ZONES, tints

DATA = Path(settings.BASE_DIR) / "catalogue" / "data"
EXERCISES = {
    one["slug"]: one
    for one in json.loads((DATA / "exercises.json").read_text(encoding="utf-8"))["exercises"]
}
POSES = json.loads((DATA / "poses.json").read_text(encoding="utf-8"))
CSS = (Path(settings.BASE_DIR) / "static" / "css" / "pictogram.css").read_text(encoding="utf-8")
LIMBS = ("arm", "other_arm", "leg", "other_leg")
EXACT = 1e-6
VISIBLE = 5.0  # centimetres something moves from start to end, at least

each_description = pytest.mark.parametrize("slug", sorted(POSES))


def limbs_of(body):
    return [getattr(body, name) for name in LIMBS]


def between(a, b):
    return (b - a).length


def test_every_exercise_has_a_description_and_none_is_left_over():
    assert len(POSES) > 100
    assert list(POSES) == list(EXERCISES)  # and in the same order


@each_description
def test_bones_keep_their_length(slug):
    for body in Pictogram(POSES[slug]).skeletons:
        spine = [(body.pelvis, body.waist, LUMBAR), (body.waist, body.neck, THORAX)]
        bones = [*spine, (body.neck, body.head, NECK)]
        for arm in (body.arm, body.other_arm):
            bones += [(arm.shoulder, arm.elbow, UPPER_ARM), (arm.elbow, arm.hand, FOREARM)]
        for leg in (body.leg, body.other_leg):
            bones += [(leg.hip, leg.knee, THIGH), (leg.knee, leg.ankle, SHIN)]
        assert all(abs(between(a, b) - length) < EXACT for a, b, length in bones)


@each_description
def test_pinned_hands_and_feet_meet_their_places(slug):
    pictogram = Pictogram(POSES[slug])
    for pose, body in zip(pictogram.description.poses, pictogram.skeletons, strict=True):
        for name, joints in zip(LIMBS, limbs_of(body), strict=True):
            limb = getattr(pose, name)
            if limb is None or limb.to is None:
                continue
            end = joints.hand if name.endswith("arm") else joints.sole
            end = joints.toe if limb.on_toe else end
            assert between(end, limb.to) <= NEAR + EXACT, name


@each_description
def test_a_hold_has_one_pose_and_a_movement_two_that_differ(slug):
    poses = Pictogram(POSES[slug]).skeletons
    assert len(poses) == (1 if EXERCISES[slug]["metric"] == "seconds" else 2)
    if len(poses) == 1 or slug == "wrist-curl":  # there only the dumbbell moves
        return
    start, end = (body.places for body in poses)
    assert max(between(start[part], end[part]) for part in start) >= VISIBLE


@each_description
def test_the_drawing_is_shapes_with_known_classes_and_nothing_else(slug):
    exercise, pictogram = EXERCISES[slug], Pictogram(POSES[slug])
    for pose in range(len(pictogram.skeletons)):
        svg = pictogram.svg(pose, exercise["primary"], exercise["secondary"])
        picture = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
        assert picture.attrib.keys() == {"class", "viewBox", "aria-hidden", "focusable"}
        assert picture.text is None
        for path in picture:
            assert path.tag == "path"
            assert path.attrib.keys() == {"class", "d"}
            assert re.fullmatch(r"[MLACZ0-9 .-]+", path.attrib["d"])
            assert re.search(rf"\.{path.attrib['class']}\b", CSS)
        assert len(svg) < 16_000


@each_description
def test_the_main_muscles_are_tinted(slug):
    exercise, pictogram = EXERCISES[slug], Pictogram(POSES[slug])
    zones = tints(exercise["primary"], exercise["secondary"])
    drawn = pictogram.svg(0, exercise["primary"], exercise["secondary"])
    strong = {css for css in zones.values() if not css.endswith("-soft")}
    assert any(f'"{css}"' in drawn for css in strong)


@each_description
def test_the_words_say_what_is_drawn(slug):
    words = Pictogram(POSES[slug]).alternative(EXERCISES[slug]["name"])
    assert words.startswith(EXERCISES[slug]["name"] + ". ")
    assert ("Start: " in words and "End: " in words) != ("Held: " in words)
    assert words.endswith(".")
    assert ".." not in words


def test_every_muscle_that_earns_credit_has_one_zone():
    credited = {m for one in EXERCISES.values() for m in one["primary"] + one["secondary"]}
    places = [muscle for _, muscles in ZONES.values() for muscle in muscles.split()]
    assert len(places) == len(set(places))
    assert not credited - set(places)


def test_a_main_muscle_outshines_a_helper_in_its_zone():
    assert tints(["biceps-brachii"], ["brachialis"]) == {"biceps": "pk-arms"}
    assert tints([], ["brachialis"]) == {"biceps": "pk-arms-soft"}


def test_a_bent_bar_and_a_thick_one_do_not_look_like_a_barbell():
    def drawn(*held):
        pose = {"pelvis": [0, 92], "arm": {"to": [19, 75, 6]}, "leg": {"to": [12, 0]}}
        poses = [pose | {"hold": list(held)}]
        return Pictogram({"view": "front", "start": "Held.", "poses": poses}).svg(0)

    same = {"radius": 13, "beyond": 26}
    bars = drawn("barbell", same), drawn("ez-bar", same), drawn("barbell", same | {"thick": 8})
    assert len(set(bars)) == 3
    assert bars[0] == drawn("barbell", same | {"thick": 3.4})


def test_the_contact_sheet_shows_what_is_asked_for(tmp_path, capsys):
    page = tmp_path / "sheet.html"
    call_command("draw_contact_sheet", str(page), only="pull-up,dead-hang", sizes="96")
    text = page.read_text(encoding="utf-8")
    assert text.count("<article>") == 2 * 2  # two exercises, light and dark
    assert "NOT DRAWN" not in text
