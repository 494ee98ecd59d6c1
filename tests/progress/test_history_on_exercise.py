"""The reader's own history on the page of an exercise: GET /exercises/<slug>/."""

from datetime import timedelta

import pytest
import time_machine

from catalogue.models import Exercise
from progress.own_history import own_history
from tests.factories import (
    NOW,
    ExerciseFactory,
    LoggedSetFactory,
    MeasurementFactory,
    TrainingProfileFactory,
)
from tests.progress.past import TODAY, train

DAY = timedelta(days=1)
EMPTY = "You have not logged it yet."


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def lift(db):
    return ExerciseFactory(name="Row", slug="row", one_rep_max_allowed=True)


def past_on(page):
    """The part of the page that is the reader's past, in words."""
    part = page.text.partition('id="own-past"')[2].partition("</section>")[0]
    return part.replace("\N{NO-BREAK SPACE}", " ")


def seen(browser, exercise):
    return past_on(browser.get(exercise.get_absolute_url()))


def test_the_last_three_times_stand_there_as_typed(alex, as_user, lift):
    for back in range(5):
        train(alex, lift, TODAY - back * 7 * DAY, (50 + back, 8), (50 + back, 6), rir=2)
    text = seen(as_user(alex), lift)
    for words in ["20 Nov 2026", "50 kg × 8, 6", "13 Nov 2026", "51 kg × 8, 6", "6 Nov 2026"]:
        assert words in text, words
    rows = text.partition("<tbody>")[2]
    assert "30 Oct 2026" not in text.partition("The last times")[2]
    assert rows.count(">2<") == 3
    assert "/progress/lifts/row/?period=all" in text


def test_pounds_stay_pounds_and_the_chart_is_in_the_readers_unit(alex, as_user, lift):
    session = train(alex, lift, TODAY - DAY)
    LoggedSetFactory(
        session=session, exercise=lift, load=100, load_unit="lb", load_kg="45.359", reps=5
    )
    train(alex, lift, TODAY, (50, 5))
    text = seen(as_user(alex), lift)
    assert "100 lb × 5" in text
    assert "Estimated 1RM: <b>58.5 kg</b>" in text


def test_a_chart_is_drawn_by_the_server_with_its_table(alex, as_user, lift):
    train(alex, lift, TODAY - 7 * DAY, (100, 5))
    train(alex, lift, TODAY, (110, 5), (90, 3))
    text = seen(as_user(alex), lift)
    assert '<polyline class="trend" points="0.00,' in text
    assert text.count('<circle class="pt') == 2
    assert "Show chart as table" in text
    for words in ["128.5 kg", "116.5 kg", "110 kg × 5", "100 kg × 5"]:
        assert words in text, words


def test_one_visit_is_no_line(alex, as_user, lift):
    train(alex, lift, TODAY, (100, 5))
    text = seen(as_user(alex), lift)
    assert "polyline" not in text
    assert "100 kg × 5" in text


def test_the_bests_are_those_of_all_time(alex, as_user, lift):
    train(alex, lift, TODAY - 700 * DAY, (120, 1), (100, 10), (150, 20))
    for back in range(15):
        train(alex, lift, TODAY - back * DAY, (80, 5))
    text = seen(as_user(alex), lift).partition("<dl")[2]
    assert "Heaviest set</dt><dd>150 kg × 20" in text
    assert "Estimated 1RM</dt><dd>133.5 kg" in text
    assert "100 kg × 10, 20 Dec 2024" in text


def test_warm_ups_make_no_best(alex, as_user, lift):
    train(alex, lift, TODAY, (60, 5))
    train(alex, lift, TODAY - DAY, (200, 1), kind="warm_up")
    assert "200 kg" not in seen(as_user(alex), lift).partition("<dl")[2]


def test_body_weight_counts_in_pull_ups(alex, as_user, catalogue):
    pull_up = Exercise.objects.get(slug="pull-up")
    MeasurementFactory(member=alex, measured_on=TODAY - 20 * DAY, value=80)
    train(alex, pull_up, TODAY - DAY, (None, 8))
    train(alex, pull_up, TODAY, (20, 3), (0, 6))
    text = seen(as_user(alex), pull_up)
    assert "Estimated 1RM: <b>110.0 kg</b>" in text
    assert "Heaviest set</dt><dd>+20 kg × 3" in text
    assert "Most repetitions</dt><dd>8 reps" in text


def test_without_a_body_weight_the_sets_stand_there_all_the_same(alex, as_user, catalogue):
    pull_up = Exercise.objects.get(slug="pull-up")
    train(alex, pull_up, TODAY, (20, 3))
    text = seen(as_user(alex), pull_up)
    assert "+20 kg × 3" in text
    assert "1 day left out of the chart" in text


@pytest.mark.parametrize(
    ("slug", "done", "words"),
    [
        ("dead-hang", {"seconds": 45}, "45 s"),
        ("farmers-carry", {"distance_m": 40}, "40 m"),
        ("machine-assisted-pull-up", {"load": 20, "load_kg": 20, "reps": 6}, "−20 kg × 6"),
        ("band-pull-apart", {"reps": 20}, "20 reps"),
        ("barbell-curl", {"load": 30, "load_kg": 30, "reps": 10}, "30 kg × 10"),
        ("rowing-erg", {"seconds": 600, "distance_m": 2000}, "10 min, 2000 m"),
    ],
)
def test_every_kind_of_exercise_has_its_history(alex, as_user, catalogue, slug, done, words):
    exercise = Exercise.objects.get(slug=slug)
    MeasurementFactory(member=alex, measured_on=TODAY - 2 * DAY, value=80)
    for back in (1, 0):
        session = train(alex, exercise, TODAY - back * DAY)
        LoggedSetFactory(
            session=session, exercise=exercise,
            **{"load": None, "load_kg": None, "reps": None} | done,
        )  # fmt: skip
    text = seen(as_user(alex), exercise)
    assert words in text
    assert "polyline" in text


def test_before_the_first_set_it_says_what_comes(alex, as_user, lift):
    assert EMPTY in seen(as_user(alex), lift)


def test_visitors_have_no_history(client, alex, lift):
    train(alex, lift, TODAY, (100, 5))
    text = client.get(lift.get_absolute_url()).text
    assert "Your history" not in text
    assert "100" not in past_on(client.get(lift.get_absolute_url()))


def test_nobody_sees_anothers_and_a_trainer_sees_their_own(alex, tara, sam, as_user, lift):
    train(alex, lift, TODAY, (123, 5))
    for person in [tara, sam]:
        assert EMPTY in seen(as_user(person), lift)
    train(tara, lift, TODAY, (40, 5))
    text = seen(as_user(tara), lift)
    assert "40 kg × 5" in text
    assert "123" not in text


def test_own_exercises_have_their_history(alex, tara, as_user):
    own = ExerciseFactory(member=alex, name="My row", slug="my-row")
    train(alex, own, TODAY, (40, 5))
    assert "40 kg × 5" in seen(as_user(alex), own)
    assert EMPTY in seen(as_user(tara), own)


@pytest.mark.parametrize("person", ["alex", "tara"])
def test_the_page_costs_the_same_after_years(
    alex, tara, as_user, catalogue, person, request, django_assert_max_num_queries
):
    member = request.getfixturevalue(person)
    pull_up = Exercise.objects.get(slug="pull-up")
    TrainingProfileFactory(member=member, goals=["width", "strength"])
    MeasurementFactory(member=member, measured_on=TODAY, value=80)
    for back in range(40):
        train(member, pull_up, TODAY - back * 3 * DAY, (10, 5), (10, 4))
    browser = as_user(member)
    browser.get(pull_up.get_absolute_url())
    # session, user, a trainer's links, who acts, what was said, edition with own exercises, the
    # exercise; visits, bests, body weights; the open workout; and the test's savepoint, twice
    with django_assert_max_num_queries(13 if person == "tara" else 12):
        text = seen(browser, pull_up)
    assert "+10 kg × 5" in text


def test_only_the_newest_visits_are_read(alex, lift, acting, django_assert_num_queries):
    for back in range(30):
        train(alex, lift, TODAY - back * DAY, (100, 5))
    with acting(alex), django_assert_num_queries(2):
        history = own_history(alex, lift)
    assert len(history.visits) == len(history.lift.days) == 12
