"""How an exercise is shown."""

import pytest

from catalogue.models import Exercise
from catalogue.templatetags.exercises import dose, map_view, reaches_legs, usual_rest


@pytest.mark.parametrize(
    ("region", "primary", "view"),
    [
        ("lats", ["latissimus-dorsi"], "back"),
        ("lower", ["hamstrings", "erector-spinae"], "back"),
        ("", ["biceps-brachii"], "front"),
        ("", ["pectoralis-major", "triceps-brachii"], "front"),
        ("", ["quadriceps"], "legs-front"),
        ("", ["hamstrings"], "legs-back"),
        ("", ["triceps-brachii"], "back"),
        ("", ["hip-flexors"], "back"),
        ("", [], "back"),
    ],
)
def test_the_map_shows_the_side_of_the_first_main_muscle(region, primary, view):
    exercise = Exercise(region=region)
    exercise.primary = primary
    assert map_view(exercise) == view


def test_the_whole_body_is_shown_where_legs_work():
    exercise = Exercise()
    exercise.primary, exercise.secondary = ["latissimus-dorsi"], ["hamstrings"]
    assert reaches_legs(exercise)
    exercise.secondary = ["biceps-brachii"]
    assert not reaches_legs(exercise)


@pytest.mark.parametrize(
    ("metric", "low", "high", "shown"),
    [
        ("reps", 8, 12, "3 × 8–12"),
        ("reps", 5, 5, "3 × 5"),
        ("seconds", 10, 15, "3 × 10–15 s"),
        ("metres", 6, 12, "3 × 6–12 m"),
        ("seconds", 1, 1, "3 sets by time"),
        ("metres", 1, 1, "3 sets by distance"),
        ("time_distance", 1, 1, "By time or distance"),
    ],
)
def test_a_usual_amount_in_words(metric, low, high, shown):
    assert dose(Exercise(metric=metric, default_reps_low=low, default_reps_high=high)) == shown


def test_no_rest_is_not_shown():
    assert usual_rest(Exercise(default_rest_seconds=150)) == "2:30"
    assert usual_rest(Exercise(default_rest_seconds=0)) == ""
