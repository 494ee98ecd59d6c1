"""What a chart of one lift stands on: the best set of each day, bests, body weight."""

from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from catalogue.models import Exercise
from progress.drawing import lift_chart, set_text
from progress.estimating import lift_history
from progress.models import LoggedSet, Measurement
from progress.weighing import moves_body, weights_since
from tests.factories import (
    NOW,
    ExerciseFactory,
    LoggedSetFactory,
    MeasurementFactory,
)
from tests.progress.past import FIRST, TODAY, train

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def history(alex, acting):
    def look(exercise, first=FIRST, formula="epley"):
        with acting(alex):
            weighed = Measurement.objects.visible_to(alex).of(alex)
            sets = LoggedSet.objects.visible_to(alex).of(alex)
            weights = weights_since(first, weighed) if moves_body(exercise) else None
            return lift_history(sets, exercise, first, formula, weights)

    return look


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Row", slug="row", one_rep_max_allowed=True)


def named(slug):
    return Exercise.objects.get(slug=slug)


def test_the_best_estimate_of_a_day_is_its_dot(alex, history, lift):
    train(alex, lift, TODAY, (100, 5), (110, 3), (60, 15))
    [best] = history(lift).days
    assert best.value == pytest.approx(121)
    assert (best.load_kg, best.count) == (110, 3)


@pytest.mark.parametrize(
    ("formula", "value"),
    [("epley", 116.667), ("brzycki", 112.5), ("lombardi", 117.462), ("oconner", 112.5)],
)
def test_one_formula_draws_all_points(alex, history, lift, formula, value):
    train(alex, lift, TODAY, (100, 5))
    assert history(lift, formula=formula).days[0].value == pytest.approx(value, abs=0.001)


@pytest.mark.parametrize(
    "fields", [{"kind": "warm_up"}, {"kind": "drop"}, {"done_at": None}, {"reps": None}]
)
def test_sets_that_say_nothing_of_strength_are_left_out(alex, history, lift, fields):
    train(alex, lift, TODAY - DAY, (100, 5))
    session = train(alex, lift, TODAY)
    LoggedSetFactory(session=session, exercise=lift, load=200, load_kg=200, **fields)
    assert [best.day for best in history(lift).days] == [TODAY - DAY]


def test_days_of_long_sets_only_are_counted_as_such(alex, history, lift):
    train(alex, lift, TODAY, (40, 13))
    found = history(lift)
    assert (found.days, found.too_long, found.unweighed) == ([], 1, 0)


def test_eleven_reps_are_less_sure(alex, history, lift):
    train(alex, lift, TODAY, (40, 11))
    found = history(lift)
    assert found.days[0].is_unsure
    assert lift_chart(found, "kg").rows[0][1][1].text.endswith("11, less sure")


def test_bests_beat_everything_before_and_a_tie_is_none(alex, history, lift):
    for n, load in enumerate([100, 105, 105, 95, 110]):
        train(alex, lift, TODAY - 7 * DAY + n * DAY, (load, 5))
    assert [best.is_best for best in history(lift).days] == [False, True, False, False, True]


def test_a_personal_best_counts_the_years_before_the_chart(alex, history, lift):
    train(alex, lift, FIRST - DAY, (110, 5))
    train(alex, lift, TODAY - DAY, (105, 5))
    train(alex, lift, TODAY, (110, 5))
    assert [best.is_best for best in history(lift).days] == [False, False]
    train(alex, lift, TODAY, (111, 5))
    assert [best.is_best for best in history(lift).days] == [False, True]
    assert history(lift).knows_past
    assert not history(lift, formula="wathan").knows_past
    assert history(lift, first=None, formula="wathan").knows_past


def test_two_dumbbells_count_together(alex, history, db):
    lift = ExerciseFactory(one_rep_max_allowed=True, load_entry="per_hand")
    train(alex, lift, FIRST - DAY, (30, 1))
    train(alex, lift, TODAY, (24, 1))
    found = history(lift)
    assert found.both_hands
    assert [(best.value, best.is_best) for best in found.days] == [(48, False)]


def test_a_pull_up_moves_body_weight_and_what_is_added(alex, history, catalogue):
    MeasurementFactory(member=alex, measured_on=TODAY - 30 * DAY, value=80)
    MeasurementFactory(member=alex, measured_on=TODAY + DAY, value=99)
    train(alex, named("pull-up"), TODAY, (20, 3), (None, 8))
    found = history(named("pull-up"))
    assert found.days[0].value == pytest.approx(110)
    assert found.on_body_weight


def test_without_a_fresh_body_weight_the_day_is_not_counted(alex, as_user, history, catalogue):
    MeasurementFactory(member=alex, measured_on=TODAY - 31 * DAY, value=80)
    train(alex, named("pull-up"), TODAY, (20, 3))
    assert history(named("pull-up")).unweighed == 1
    page = as_user(alex).get("/progress/lifts/pull-up/").text
    assert "1 day not counted." in page
    assert "No set of this time can be estimated." in page


def test_assistance_is_taken_off_body_weight_and_less_is_better(alex, history, catalogue):
    MeasurementFactory(member=alex, measured_on=TODAY, value=80)
    train(alex, named("machine-assisted-pull-up"), TODAY, (30, 5), (20, 5))
    found = history(named("machine-assisted-pull-up"))
    assert found.days[0].value == pytest.approx(70)
    assert set_text(found, found.days[0], "kg").startswith("−20")


@pytest.mark.parametrize(
    ("slug", "fields", "sets", "measure", "said"),
    [
        ("face-pull", {}, [(20, 15), (22.5, 12)], "load", "22.5 kg × 12"),
        ("bird-dog", {"load": None}, [(None, 8), (None, 10)], "reps", "10 reps"),
        ("front-plank", {"seconds": 70}, [(None, None)], "seconds", "70 s"),
        ("farmers-carry", {"distance_m": 40}, [(24, None)], "metres", "24 kg × 40 m"),
    ],
)
def test_where_an_estimate_says_nothing_top_sets_are_drawn(
    alex, history, catalogue, slug, fields, sets, measure, said
):
    fields.pop("load", None)
    train(alex, named(slug), TODAY, *sets, **fields)
    found = history(named(slug))
    assert found.measure == measure
    assert set_text(found, found.days[0], "kg").replace("\N{NO-BREAK SPACE}", " ") == said


def test_pounds_are_drawn_in_pounds(alex, history, lift):
    train(alex, lift, TODAY, (Decimal("45.36"), 1))
    day, cells = lift_chart(history(lift), "lb").rows[0]
    assert (day, cells[0].value, cells[0].text) == (TODAY, 100, "100\N{NO-BREAK SPACE}lb")
