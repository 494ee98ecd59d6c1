"""Hard sets of each week: GET /progress/volume/ and volume.csv."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine

from catalogue.models import Exercise
from progress.volume_weeks import group_rows, weeks_of, worth_of
from tests.factories import NOW, ExerciseFactory
from tests.progress.past import FIRST, MONDAY, TODAY, train


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def pull_up(catalogue):
    return Exercise.objects.get(slug="pull-up")


def weeks(alex, acting, first=FIRST):
    with acting(alex):
        return weeks_of(alex, first, TODAY)


def test_a_set_gives_a_region_its_largest_credit_and_never_the_sum(alex, acting, pull_up):
    train(alex, pull_up, TODAY, (0, 8), (0, 8))
    now = weeks(alex, acting).now
    assert now.regions == {"lats": 2, "arms": 1, "mid": 1, "upper": 1}
    assert now.groups["lats"] == 2
    assert now.muscles["latissimus-dorsi"] == 2


@pytest.mark.parametrize(
    ("fields", "counts"),
    [
        ({}, True),
        ({"rir": 4}, True),
        ({"rir": "4.5"}, False),
        ({"kind": "warm_up"}, False),
        ({"kind": "failure"}, True),
        ({"done_at": None}, False),
        ({"kind": "timed", "seconds": 5}, True),
        ({"kind": "timed", "seconds": 4}, False),
    ],
)
def test_only_hard_sets_count(alex, acting, pull_up, fields, counts):
    train(alex, pull_up, TODAY, (0, 8), **fields)
    assert weeks(alex, acting).now.regions.get("lats", 0) == counts


@pytest.mark.parametrize("slug", ["dead-hang", "rowing-erg"])
def test_hanging_and_cardio_count_nothing(alex, acting, catalogue, slug):
    train(alex, Exercise.objects.get(slug=slug), TODAY, (0, 1), seconds=60)
    assert weeks(alex, acting).now.regions == {}


@pytest.mark.parametrize(
    ("straight", "drops", "worth"),
    [
        (3, 0, 3),
        (1, 1, "1.5"),
        (1, 5, 2),
        (2, 4, 4),
        (3, 1, "3.5"),
        (0, 1, 1),
        (0, 3, 2),
        (0, 0, 0),
    ],
)
def test_a_drop_is_worth_half_and_at_most_one_for_each_set(straight, drops, worth):
    assert worth_of(straight, drops) == Decimal(worth)


def test_weeks_begin_on_mondays_and_empty_ones_are_there(alex, acting, pull_up):
    train(alex, pull_up, MONDAY, (0, 8))
    train(alex, pull_up, MONDAY - timedelta(days=1), (0, 8), (0, 8))
    found = weeks(alex, acting)
    assert [week.monday for week in found.weeks][::11] == [FIRST, MONDAY]
    assert [week.regions.get("lats", 0) for week in found.weeks][-3:] == [0, 2, 1]


def test_all_time_begins_with_the_first_set(alex, acting, pull_up):
    train(alex, pull_up, date(2025, 2, 5), (0, 8))
    found = weeks(alex, acting, first=None)
    assert found.weeks[0].monday == date(2025, 2, 3)
    assert weeks(alex, acting).now.regions == {}
    months = found.months()
    assert months[0].monday == date(2025, 2, 1)
    assert months[0].regions["lats"] == Decimal("0.25")


def test_a_group_stands_by_the_mean_of_the_last_four_whole_weeks(alex, acting, pull_up):
    for back in range(1, 5):
        train(alex, pull_up, MONDAY - timedelta(weeks=back), *[(0, 8)] * 10)
    train(alex, pull_up, TODAY, (0, 8))
    lats = group_rows(weeks(alex, acting))[0]
    assert (lats.name, lats.now, lats.last, lats.mean) == ("Lats", 1, 10, 10)
    assert lats.standing == "on target"


def test_somebody_who_began_last_week_is_not_held_to_four(alex, acting, pull_up):
    train(alex, pull_up, MONDAY - timedelta(days=3), *[(0, 8)] * 10)
    assert group_rows(weeks(alex, acting))[0].mean == 10


def test_the_page_says_groups_bands_and_status_in_words(alex, as_user, pull_up):
    train(alex, pull_up, MONDAY - timedelta(days=3), *[(0, 8)] * 17)
    page = as_user(alex).get("/progress/volume/").text
    assert "Lats" in page
    assert "10–16" in page
    assert "High" in page
    assert "Show as table" in page
    assert 'role="img" aria-label="Hard sets a week by region, for 12 weeks' in page


def test_the_file_has_a_row_for_each_week(alex, as_user, pull_up):
    train(alex, pull_up, TODAY, (0, 8))
    answer = as_user(alex).get("/progress/volume.csv")
    head, *rows = answer.text.splitlines()
    assert answer["Content-Type"].startswith("text/csv")
    assert head.startswith("week from,upper region,mid region,lats region,lower region")
    assert len(rows) == 12
    assert rows[-1].startswith("2026-11-16,0.5,0.5,1.0,0.0,0.5,1.0,0.5")


def test_a_file_of_another_period_than_asked_for_is_refused(alex, as_user):
    assert as_user(alex).get("/progress/volume.csv?period=2w").status_code == 400


def test_without_a_workout_there_is_a_way_to_the_first(alex, as_user, catalogue):
    assert "Log your first set" in as_user(alex).get("/progress/volume/").text


def test_easy_sets_alone_are_told_from_none(alex, as_user, pull_up):
    train(alex, pull_up, TODAY, (0, 8), rir=6)
    assert "No hard sets in this time" in as_user(alex).get("/progress/volume/").text


def test_the_trainer_reads_the_clients_and_a_stranger_finds_nothing(
    alex, tara, sam, as_user, pull_up
):
    train(alex, pull_up, TODAY, (0, 8))
    for path in ("volume/", "volume.csv"):
        address = f"/coach/clients/{alex.pk}/progress/{path}"
        assert as_user(tara).get(address).status_code == 200
        assert as_user(sam).get(address).status_code == 404
    assert "Log your first set" in as_user(tara).get("/progress/volume/").text


def test_twelve_exercises_cost_no_more_queries(alex, as_user, django_assert_max_num_queries):
    for _ in range(12):
        train(alex, ExerciseFactory(), TODAY, (50, 8))
    client = as_user(alex)
    # savepoint, session, user, who acts, hard sets, open workout, savepoint
    with django_assert_max_num_queries(7):
        client.get("/progress/volume/")
