"""Colouring the muscle map from the catalogue's names."""

import pytest
from django.template import Context, Template

from catalogue.templatetags.muscle_map import DRAWN, JOINED, heat_step, map_names, painted


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
    assert set(JOINED.values()) <= DRAWN
    assert not DRAWN & JOINED.keys()


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
