"""Is it working? GET /progress/."""

from datetime import timedelta

import pytest
import time_machine

from catalogue.models import Exercise
from tests.factories import (
    NOW,
    ExerciseFactory,
    MeasurementFactory,
    TrainerLinkFactory,
    UserFactory,
)
from tests.progress.past import FIRST, MONDAY, TODAY, train


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def row(catalogue):
    return Exercise.objects.get(slug="barbell-row")


def stronger(alex, exercise, workouts=8, step=1):
    """A workout a week up to last week, each a step heavier, with sets that fill mid back."""
    for n in range(workouts):
        day = MONDAY - timedelta(weeks=workouts - n)
        train(alex, exercise, day, *[(60 + step * n, 8)] * 12)


@pytest.mark.parametrize(
    ("step", "verdict"),
    [(1, "<b>Yes:</b> Barbell bent-over row is getting stronger, about"), (0, "<b>Holding:</b>"),
     (-1, "<b>Not at the moment:</b>")],
)  # fmt: skip
def test_one_sentence_answers_whether_it_works(alex, as_user, row, step, verdict):
    stronger(alex, row, step=step)
    page = as_user(alex).get("/progress/").text
    assert verdict in page
    assert "; the whole back is in range.</p>" in page


def test_regions_are_told_apart(alex, as_user, catalogue):
    deadlift = Exercise.objects.get(slug="deadlift")
    for back in range(1, 5):
        train(alex, deadlift, MONDAY - timedelta(weeks=back), *[(100, 5)] * 8)
    page = as_user(alex).get("/progress/").text
    assert "lower back is in range and upper back, mid back and lats are short.</p>" in page


def test_this_week_speaks_only_for_somebody_who_began_in_it(alex, as_user, row):
    train(alex, row, TODAY, (60, 8))
    assert "the whole back is short so far this week.</p>" in as_user(alex).get("/progress/").text


def test_without_six_workouts_it_says_what_is_missing(alex, as_user, row):
    stronger(alex, row, workouts=3)
    page = as_user(alex).get("/progress/").text
    assert "Too early to say:" in page
    assert "6 workouts over three weeks" in page


def test_a_lift_without_an_estimate_has_no_trend(alex, as_user, catalogue):
    train(alex, Exercise.objects.get(slug="face-pull"), TODAY, (20, 15))
    page = as_user(alex).get("/progress/").text
    assert "<b>Hard to say:</b> Face pull has no estimated best to follow;" in page


def test_a_trend_of_long_ago_says_nothing_of_today(alex, as_user, row):
    for back in range(8, 16):
        train(alex, row, MONDAY - timedelta(weeks=back), (100 - back, 5))
    page = as_user(alex).get("/progress/?period=all").text
    assert "<b>Paused:</b> Barbell bent-over row was last trained on 21 September 2026;" in page
    assert "there are no hard sets in the last four weeks" in page


def test_the_most_trained_lift_with_an_estimate_is_shown_first(alex, as_user, row, catalogue):
    train(alex, row, TODAY, (60, 8), (60, 8))
    train(alex, Exercise.objects.get(slug="deadlift"), TODAY, (100, 5))
    train(alex, Exercise.objects.get(slug="face-pull"), TODAY, *[(20, 15)] * 9)
    page = as_user(alex).get("/progress/").text
    assert '<a href="/progress/lifts/barbell-row/">Barbell bent-over row</a>' in page
    assert f'<option value="{row.pk}" selected>' in page


def test_another_lift_may_be_chosen(alex, as_user, row, catalogue):
    train(alex, row, TODAY, (60, 8), (60, 8))
    deadlift = Exercise.objects.get(slug="deadlift")
    train(alex, deadlift, TODAY, (100, 5))
    page = as_user(alex).get("/progress/", {"exercise": deadlift.pk}).text
    assert '<a href="/progress/lifts/deadlift/">' in page


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("period=2w", "Choose 12 weeks, 1 year or all."),
        ("exercise=999999", "Choose an exercise that was trained in this time."),
        ("exercise=%00", "Choose an exercise that was trained in this time."),
        ("formula=guess", "Choose a formula from the list."),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words_beside_the_usual(
    alex, as_user, row, query, words
):
    train(alex, row, TODAY, (60, 8))
    page = as_user(alex).get(f"/progress/?{query}").text
    assert words in page
    assert "Barbell bent-over row</a>" in page


def test_a_lift_trained_by_somebody_else_is_no_choice(alex, as_user, row):
    own = ExerciseFactory(member=UserFactory(), name="Secret lift")
    train(alex, row, TODAY, (60, 8))
    page = as_user(alex).get("/progress/", {"exercise": own.pk}).text
    assert "Choose an exercise" in page
    assert "Secret lift" not in page


def test_the_period_is_a_link_that_keeps_the_rest(alex, as_user, row):
    train(alex, row, TODAY, (60, 8))
    page = as_user(alex).get("/progress/", {"exercise": row.pk, "formula": "wathan"}).text
    assert f"?exercise={row.pk}&amp;formula=wathan&amp;period=1y" in page


def test_a_year_shows_what_twelve_weeks_do_not(alex, as_user, row):
    train(alex, row, FIRST - timedelta(days=1), (60, 8))
    assert "30 Aug 2026" not in as_user(alex).get("/progress/").text
    assert "30 Aug 2026" in as_user(alex).get("/progress/?period=1y").text
    assert "30 Aug 2026" in as_user(alex).get("/progress/?period=all").text


def test_the_weeks_stand_in_a_table_too(alex, as_user, row):
    train(alex, row, TODAY, (60, 8), (60, 8))
    page = as_user(alex).get("/progress/").text
    assert '<time datetime="2026-11-16">16 Nov 2026</time></th><td class="r">1</td>' in page


def test_sections_are_one_link_away(alex, as_user, row):
    page = as_user(alex).get("/progress/").text
    for address in ("/progress/lifts/", "/progress/volume/", "/body/", "/history/"):
        assert f'href="{address}"' in page


def test_without_a_workout_there_is_a_way_to_the_first(alex, as_user, catalogue):
    page = as_user(alex).get("/progress/").text
    assert "Log your first set and this map starts to fill." in page
    assert 'href="/log/"' in page


def test_the_trainer_reads_the_clients_page_and_links_stay_with_the_client(
    alex, tara, as_user, row
):
    train(alex, row, TODAY, (60, 8))
    page = as_user(tara).get(f"/coach/clients/{alex.pk}/progress/").text
    assert "Alex Test" in page
    assert f"/coach/clients/{alex.pk}/progress/lifts/barbell-row/" in page
    assert f"/coach/clients/{alex.pk}/progress/volume.csv" in page


def test_unshared_body_weight_leaves_a_lift_that_can_be_drawn(alex, sam, tara, as_user, row):
    train(alex, Exercise.objects.get(slug="pull-up"), TODAY, *[(0, 8)] * 3)
    train(alex, row, TODAY, (60, 8))
    MeasurementFactory(member=alex)
    TrainerLinkFactory(trainer=sam, client=alex, sees_measurements=False)
    for person, name in [(sam, "Barbell bent-over row"), (tara, "Pull-up")]:
        assert f">{name}</a>," in as_user(person).get(f"/coach/clients/{alex.pk}/progress/").text


@pytest.mark.parametrize("shown", [{"sees_training": False, "may_plan": False}, {"ended_at": NOW}])
def test_without_the_clients_leave_there_is_no_page(alex, sam, as_user, shown, row):
    TrainerLinkFactory(trainer=sam, client=alex, **shown)
    assert as_user(sam).get(f"/coach/clients/{alex.pk}/progress/").status_code == 404


def test_visitors_sign_in_first(client, db):
    assert client.get("/progress/").url.startswith("/sign-in/")


def test_twelve_lifts_and_a_body_weight_cost_no_more_queries(
    alex, tara, as_user, catalogue, django_assert_max_num_queries
):
    lifts = Exercise.objects.public().filter(one_rep_max_allowed=True)[:12]
    for lift in lifts:
        train(alex, lift, TODAY, (50, 8))
    pull_up = Exercise.objects.get(slug="pull-up")
    train(alex, pull_up, TODAY, *[(10, 8)] * 3)
    MeasurementFactory(member=alex)
    # savepoint, session, user, links, who acts, client, hard sets, weigh-ins, sets of the lift,
    # level and lighter weeks, open workout, savepoint
    client = as_user(tara)
    with django_assert_max_num_queries(12):
        page = client.get(f"/coach/clients/{alex.pk}/progress/").text
    assert "body weight included" in page
