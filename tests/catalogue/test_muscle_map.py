"""Colouring the muscle map from the catalogue's names."""

import pytest
from django.template import Context, Template

from catalogue.muscles import DRAWN, JOINED, SIDES, map_names, shapes, side_of
from catalogue.templatetags.muscle_map import heat_step, painted


@pytest.mark.parametrize(
    ("slugs", "names"),
    [
        (["latissimus_dorsi"], ["latissimus-dorsi"]),
        ("latissimus_dorsi teres_major", ["latissimus-dorsi", "teres-major"]),
        (["rhomboid_major", "rhomboid_minor"], ["rhomboids"]),
        (["deltoid_posterior", "trapezius_lower"], ["rear-deltoid", "trapezius-lower"]),
        (["iliocostalis", "longissimus", "multifidus"], ["erector-spinae"]),
        (["teres_minor", "supraspinatus"], ["infraspinatus"]),
        (["forearm_flexors", "brachioradialis"], ["forearms"]),
        (["gluteus_medius", "quadriceps", "rectus_abdominis"], ["gluteus", "quads", "abs"]),
        (["subscapularis", "hip_flexors"], []),
        (None, []),
    ],
)
def test_catalogue_names_become_the_drawings(slugs, names):
    assert map_names(slugs) == names


def test_every_join_ends_in_a_drawn_muscle():
    assert set(JOINED.values()) <= DRAWN.keys()
    assert not DRAWN.keys() & JOINED.keys()


def test_every_drawn_muscle_can_be_clicked_on_one_side_or_both():
    clicked = [{shape.muscle for shape in shapes(side)} for side in SIDES]
    assert set.union(*clicked) == DRAWN.keys()
    assert clicked[0] & clicked[1] >= {"trapezius-upper", "forearms"}
    for side in SIDES:
        assert all(shape.d.count("M") >= 2 for shape in shapes(side)), "left and right"


@pytest.mark.parametrize(
    ("muscles", "side"),
    [([], "back"), (["pectorals"], "front"), (["pectorals", "rhomboids"], "back")],
)
def test_the_side_shown_is_the_one_with_the_muscles(muscles, side):
    assert side_of(muscles) == side


@pytest.mark.parametrize(
    ("hard_sets", "step"),
    [(0, 0), (0.5, 1), (4.5, 1), (5, 2), (9, 2), (10, 3), (15.5, 3), (16, 4), (20, 4), (21, 5)],
)
def test_heat_has_five_steps_above_idle(hard_sets, step):
    assert heat_step(hard_sets) == step


def test_a_main_muscle_is_not_also_a_helper():
    roles = painted(primary=["rhomboid_major"], secondary=["rhomboid_minor", "teres_major"])
    assert roles == {"primary": "rhomboids", "secondary": "teres-major"}


def test_pain_covers_what_is_trained():
    roles = painted(primary=["erector_spinae", "latissimus_dorsi"], danger=["multifidus"])
    assert roles == {"danger": "erector-spinae", "primary": "latissimus-dorsi"}


def test_joined_muscles_show_the_busiest():
    assert painted(heat={"rhomboid_major": 12, "rhomboid_minor": 3, "biceps_brachii": 0}) == {
        "heat-3": "rhomboids"
    }


def test_the_tag_draws_one_view_with_its_name():
    page = Template(
        '{% load muscle_map %}{% muscle_map view="front" primary=main css="s96" label=label %}'
    ).render(Context({"main": ["biceps_brachii"], "label": "Arms & chest"}))
    assert 'class="mm s96" data-primary="biceps" role="img" aria-label="Arms &amp; chest"' in page
    assert "muscle-map" in page
    assert "#mm-front" in page


def test_a_map_without_a_label_is_decoration():
    page = Template("{% load muscle_map %}{% muscle_map %}").render(Context())
    assert 'aria-hidden="true"' in page
    assert "data-" not in page
