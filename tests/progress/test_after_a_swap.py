"""What the screen, the end, the history and the records say of a swapped exercise."""

import pytest

from accounts.context import acting_as, curating
from catalogue.fitting import circumstances_of
from catalogue.models import Exercise
from progress.models import LoggedSet
from tests.factories import ExerciseFactory, LimitationFactory, MemberLimitationFactory
from tests.progress.journals import did, followed, post, sets_of, trained
from tests.progress.swaps import begin, log_first, names, page_of, swap, tick
from workouts.models import Prescription


@pytest.fixture
def row(alex):
    return ExerciseFactory(name="Barbell row", default_increment_kg="2.5")


@pytest.fixture
def other(alex):
    return ExerciseFactory(name="Seal row", default_increment_kg="2.5")


@pytest.fixture
def curl(alex):
    return ExerciseFactory(name="Curl")


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


@pytest.fixture
def session(alex, client, row, curl):
    """A workout as its page starts it: four sets of rows, then three of curls."""
    [day] = followed(alex, {"rows": [{"exercise": row, "sets": 4}, {"exercise": curl}]})
    return begin(alex, client, day)


def test_a_superset_keeps_its_places_and_rounds(client, alex, row, other, curl):
    rows = [{"exercise": row, "superset": "A"}, {"exercise": curl, "superset": "A"}]
    [day] = followed(alex, {"rows": rows})
    session = begin(alex, client, day)
    log_first(client, alex, session)
    swap(client, session, row, other)
    page = page_of(client, session)
    assert "A1 Seal row" in page
    assert "A2 Curl" in page
    assert "Superset A, 3 rounds" in page
    assert "Log A1 set 2" in page
    assert {s.superset for s in sets_of(alex)} == {"A"}


def test_done_sets_say_which_exercise_they_were(client, alex, session, row, other):
    log_first(client, alex, session)
    swap(client, session, row, other)
    page = page_of(client, session)
    assert "50\xa0kg ×\xa08, Barbell row" in page
    assert "Set 2 of 4" in page


def test_history_and_the_end_say_what_stood_in_for_what(client, alex, session, row, other):
    log_first(client, alex, session)
    swap(client, session, row, other)
    tick(client, session, sets_of(alex)[1], load="60")
    for address in [f"/log/{session.pk}/finish/", f"/history/{session.pk}/"]:
        page = client.get(address).text
        assert "1 of 1 set" in page
        assert "1 of 3 sets" in page
        assert "nstead of Barbell row" in page
        assert page.count("nstead of") == 1


def test_records_are_those_of_what_was_done(client, alex, session, row, other):
    did(trained(alex, 9), row, (100, 8))
    did(trained(alex, 9), other, (40, 8))
    swap(client, session, row, other)
    first = next(s for s in sets_of(alex) if s.session_id == session.pk)
    tick(client, session, first, load="45")
    assert "New best" in page_of(client, session)
    post(client, session, "finish", htmx=False)
    for exercise, sets in [(row, 1), (other, 2)]:
        table = client.get(f"/progress/lifts/{exercise.slug}/?period=all").text
        assert ("45\xa0kg" in table) == (exercise == other)
        with acting_as(alex):
            assert LoggedSet.objects.of(alex).done().filter(exercise=exercise).count() == sets


def test_next_time_the_plan_asks_for_what_it_always_did(client, alex, session, row, other):
    swap(client, session, row, other)
    tick(client, session, sets_of(alex)[0])
    post(client, session, "finish", htmx=False)
    with acting_as(alex):
        assert {row.exercise.name for row in Prescription.objects.of(alex)} == {
            "Barbell row", "Curl",
        }  # fmt: skip
    assert "Barbell row" in client.get("/today/").text


def test_the_page_of_a_swap_shows_the_rule_and_the_aim(as_user, alex, catalogue):
    public = Exercise.objects.public()
    lift = public.get(slug="barbell-row")
    seal = public.get(slug="chest-supported-db-row")
    did(trained(alex, 3), seal, (20, 10))
    [day] = followed(alex, {"rows": [{"exercise": lift}]})
    client = as_user(alex)
    session = begin(alex, client, day)
    page = client.get(f"/log/{session.pk}/exercises/1/swap/").text
    assert page.count("Same movement") == 3
    assert "Last time 20\xa0kg ×\xa010." in page
    assert "Spine load low." in page


def test_the_page_of_a_swap_costs_the_same_with_many_exercises(
    client, alex, catalogue, django_assert_max_num_queries
):
    lifts = list(Exercise.objects.public().filter(pattern__slug="horizontal-pull")[:9])
    [day] = followed(alex, {"rows": [{"exercise": lift} for lift in lifts]})
    session = begin(alex, client, day)
    address = f"/log/{session.pk}/exercises/1/swap/"
    client.get(address)
    with django_assert_max_num_queries(13):  # the test's two savepoints among them
        client.get(f"{address}?q=row")


def test_the_session_screen_costs_one_query_more_after_a_swap(
    client, alex, session, row, other, django_assert_max_num_queries
):
    swap(client, session, row, other)
    page_of(client, session)
    # eleven without: see test_session_screen.py, and the routine of the workout's day
    with django_assert_max_num_queries(12):
        page_of(client, session)


@pytest.mark.parametrize(
    ("severity", "verdict", "is_said"),
    [
        ("mild", "avoid", True),
        ("mild", "caution", False),
        ("strong", "caution", True),
        ("", "avoid", False),
    ],
)
def test_what_should_be_left_out_offers_the_swap_and_is_not_swapped(
    client, alex, sam, session, row, severity, verdict, is_said
):
    limitation = LimitationFactory()
    MemberLimitationFactory(member=sam, limitation=limitation, severity="strong")
    if severity:
        MemberLimitationFactory(member=alex, limitation=limitation, severity=severity)
    with curating():
        row.verdicts.create(limitation=limitation, verdict=verdict)
    page = page_of(client, session)
    assert page.count("Your limits say to leave this out.") == is_said
    assert names(alex) == ["Barbell row"] * 4
    with acting_as(alex):
        asks = circumstances_of(alex).verdict_on(limitation.pk, verdict) == "avoid"
    assert asks == is_said
