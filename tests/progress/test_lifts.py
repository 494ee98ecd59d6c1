"""The lifts somebody trains: GET /progress/lifts/."""

from datetime import timedelta

import pytest

from catalogue.models import Exercise
from tests.factories import ExerciseFactory
from tests.progress.past import TODAY, train

DAY = timedelta(days=1)


def page(client, address="/progress/lifts/"):
    return client.get(address).text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_last_trained_stands_first_with_its_top_set_and_best(alex, as_user, catalogue):
    deadlift, row = (Exercise.objects.get(slug=slug) for slug in ("deadlift", "barbell-row"))
    train(alex, deadlift, TODAY - 400 * DAY, (150, 3))
    train(alex, deadlift, TODAY, (100, 5), (120, 5))
    train(alex, row, TODAY - DAY, (60, 8))
    text = page(as_user(alex))
    assert text.index("Conventional deadlift") < text.index("Barbell bent-over row")
    assert "20 Nov 2026: 120 kg × 5" in text
    assert "150 kg × 3</b>" in text


@pytest.mark.parametrize(
    ("slug", "sets", "best"),
    [
        ("pull-up", [(None, 12), (10, 5), (12.5, 3)], "+12.5 kg × 3"),
        ("push-up", [(None, 12), (None, 20)], "20 reps"),
        ("machine-assisted-pull-up", [(30, 12), (20, 5)], "−20 kg × 5"),
        ("face-pull", [(20, 15), (20, 18)], "20 kg × 18"),
        ("dumbbell-curl", [(12, 10)], "12 kg × 10"),
    ],
)
def test_the_best_is_what_counts_for_the_exercise(alex, as_user, catalogue, slug, sets, best):
    train(alex, Exercise.objects.get(slug=slug), TODAY, *sets)
    assert f"{best}</b>" in page(as_user(alex))


def test_the_load_of_each_hand_is_called_so(alex, as_user, catalogue):
    train(alex, Exercise.objects.get(slug="dumbbell-curl"), TODAY, (12, 10))
    assert "12 kg × 10 each hand" in page(as_user(alex))


def test_warm_ups_and_planned_sets_are_no_bests(alex, as_user, catalogue):
    deadlift = Exercise.objects.get(slug="deadlift")
    train(alex, deadlift, TODAY - DAY, (100, 5))
    train(alex, deadlift, TODAY - 2 * DAY, (200, 5), kind="warm_up")
    train(alex, deadlift, TODAY, (300, 5), done_at=None)
    text = page(as_user(alex))
    assert "100 kg × 5</b>" in text
    assert "300 kg" not in text


def test_a_long_list_has_pages(alex, as_user, db):
    for n in range(27):
        train(alex, ExerciseFactory(name=f"Lift {n:02}"), TODAY - n * DAY, (50, 8))
    client = as_user(alex)
    first, second = page(client), page(client, "/progress/lifts/?page=2")
    assert "Lift 24" in first
    assert "Lift 25" not in first
    assert "?page=2" in first
    assert "Lift 26" in second
    assert "No more lifts" in page(client, "/progress/lifts/?page=3")


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999", "%00"])
def test_a_page_that_is_none_is_the_first(alex, as_user, db, number):
    train(alex, ExerciseFactory(name="Only lift"), TODAY, (50, 8))
    assert "Only lift" in page(as_user(alex), f"/progress/lifts/?page={number}")


def test_without_a_lift_there_is_a_way_to_the_first(alex, as_user):
    assert "No lifts yet" in page(as_user(alex))


def test_only_the_members_own_are_listed(alex, tara, sam, as_user):
    train(alex, ExerciseFactory(name="Row of Alex"), TODAY, (50, 8))
    assert "Row of Alex" not in page(as_user(tara))
    assert "Row of Alex" in page(as_user(tara), f"/coach/clients/{alex.pk}/progress/lifts/")
    assert as_user(sam).get(f"/coach/clients/{alex.pk}/progress/lifts/").status_code == 404


def test_twelve_lifts_cost_no_more_queries(alex, as_user, django_assert_max_num_queries):
    for _ in range(12):
        train(alex, ExerciseFactory(), TODAY, (50, 8))
    client = as_user(alex)
    # savepoint, session, user, who acts, lifts, their sets, open workout, savepoint
    with django_assert_max_num_queries(8):
        client.get("/progress/lifts/")
