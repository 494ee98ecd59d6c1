"""How a bar is loaded, in words, and the way up to the working load."""

from decimal import Decimal

import pytest

from training.loadable import Kit, step_with
from training.on_the_bar import on_the_bar, ramp
from training.steps import Step

D = Decimal
PLATES = (D(20), D(20), D(10), D(5), D("2.5"), D(1))
KIT = Kit(bars=(D(15), D(20)), ez_bar=D(8), plates=PLATES, dumbbells=(D(10), D(20)))
POUNDS = Kit("lb", bars=(D(45),), plates=(D(45), D(25), D(5)))


@pytest.mark.parametrize(
    ("load", "kit", "implement", "words"),
    [
        ("65", KIT, "barbell", "20 + 2.5 per side on a 20 kg bar"),
        ("20", KIT, "barbell", "the 20 kg bar alone"),
        ("15", KIT, "barbell", "the 15 kg bar alone"),
        ("17", KIT, "barbell", "1 per side on a 15 kg bar"),
        ("60", KIT, "barbell", "20 per side on a 20 kg bar"),
        ("62.5", KIT, "barbell", "Nearest: 62 kg, 20 + 1 per side on a 20 kg bar"),
        ("10", KIT, "barbell", "Lighter than your lightest bar, 15 kg"),
        ("18", KIT, "ez_bar", "5 per side on an 8 kg EZ bar"),
        ("100", KIT, "trap_bar", ""),
        ("20", KIT, "dumbbell", ""),
        ("60", Kit(bars=(D(20),)), "barbell", ""),
        ("83.91", POUNDS, "barbell", "45 + 25 per side on a 45 lb bar"),
    ],
)
def test_a_bar_is_loaded_in_words(load, kit, implement, words):
    assert on_the_bar(D(load), kit, implement).replace("\u00a0", " ") == words


def sets(work, kit, implement, size="2.5"):
    step = step_with(kit, implement, Step(D(size))) if implement else Step(D(size))
    return [(load, reps) for load, reps in ramp(work and D(work), kit, implement, step)]


def test_a_bar_has_a_ramp_of_what_can_be_loaded():
    assert sets("100", KIT, "barbell") == [(20, 8), (40, 5), (60, 3), (80, 1)]
    assert sets("65", KIT, "barbell") == [(20, 8), (37, 3)]  # 39 cannot be loaded
    assert sets("15", KIT, "barbell") == []


@pytest.mark.parametrize(
    ("work", "implement", "found"),
    [
        ("20", "dumbbell", [(10, 8)]),
        ("10", "dumbbell", []),  # nothing lighter
        ("50", None, [("27.5", 8)]),
        ("20", "belt", []),
        ("0", None, []),
        ("-15", "assistance", []),
        (None, "barbell", []),
    ],
)
def test_other_weights_have_one_easy_set(work, implement, found):
    assert sets(work, KIT, implement) == [(D(load), reps) for load, reps in found]
