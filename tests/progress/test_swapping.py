"""Something else in the place of a planned exercise: for today, with what was done as it was."""

import re
from decimal import Decimal

import pytest

from accounts.context import acting_as, curating
from catalogue.fitting import circumstances_of
from catalogue.models import Exercise
from progress.models import LoggedSet
from tests.factories import (
    ExerciseFactory,
    LimitationFactory,
    MemberLimitationFactory,
    SessionFactory,
)
from tests.progress.journals import did, followed, now_of, post, sessions_of, sets_of, trained
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


def begin(alex, client, day):
    pk = "01890000-0000-7000-8000-00000000aaaa"
    client.post("/log/sessions/", {"id": pk, "day": day.pk})
    return next(session for session in sessions_of(alex) if str(session.pk) == pk)


def tick(client, session, row, **data):
    """Log a set as its page does."""
    data = {"load": "50", "load_unit": "kg", "reps": "8"} | data
    return post(client, session, "log-set", row.pk, **data)


def swap(client, session, old, new, until="today", slot=1):
    data = {"exercise": new.pk, "instead_of": old.pk, "until": until}
    return post(client, session, "swap", slot, htmx=False, **data)


def log_first(client, alex, session):
    first = sets_of(alex)[0]
    tick(client, session, first)
    return first


def page_of(client, session):
    return client.get(f"/log/{session.pk}/").text


def undo_in(page):
    return re.search(r'action="([^"]+/swaps/[^"]+)"', page)[1]


def names(alex, slot=1):
    return [set_.exercise.name for set_ in sets_of(alex) if set_.slot == slot]


def test_open_sets_become_those_of_the_other_exercise(client, alex, session, row, other):
    done = log_first(client, alex, session)
    response = swap(client, session, row, other)
    assert response.status_code == 302
    assert names(alex) == ["Barbell row", "Seal row", "Seal row", "Seal row"]
    assert now_of(done).load_kg == 50
    assert [set_.number for set_ in sets_of(alex) if set_.slot == 1] == [1, 2, 3, 4]
    assert names(alex, slot=2) == ["Curl"] * 3


def test_what_was_planned_stays_recorded(client, alex, session, row, other):
    swap(client, session, row, other)
    with acting_as(alex):
        planned = {set_.prescription.exercise for set_ in LoggedSet.objects.filter(slot=1)}
    assert planned == {row}
    assert "instead of Barbell row" in page_of(client, session)


def test_targets_come_from_the_other_exercises_own_past(client, alex, session, row, other):
    did(trained(alex, 3), other, (40, 12), (40, 12), (40, 12), (40, 12))
    swap(client, session, row, other)
    new = [s for s in sets_of(alex) if s.slot == 1 and s.session_id == session.pk]
    targets = {(s.target_load_kg, s.target_reps) for s in new}
    assert targets == {(Decimal("42.5"), 8)}
    assert "Every set reached 12 at 40\xa0kg" in page_of(client, session)


def test_without_a_past_no_weight_is_invented(client, alex, session, row, other):
    did(trained(alex, 3), row, (100, 12), (100, 12))
    swap(client, session, row, other)
    new = [s for s in sets_of(alex) if s.exercise == other]
    assert [s.target_load_kg for s in new] == [None] * 4
    assert "First time: start light" in page_of(client, session)
    assert "100\xa0kg" not in page_of(client, session)


def test_what_was_typed_and_unticked_is_not_the_other_exercises(client, alex, session, row, other):
    done = log_first(client, alex, session)
    post(client, session, "reopen-set", done.pk)
    swap(client, session, row, other)
    first = sets_of(alex)[0]
    assert (first.exercise, first.load, first.reps, first.done_at) == (other, None, None, None)


def test_a_hold_in_place_of_repetitions_is_counted_in_seconds(client, alex, session, row):
    hold = ExerciseFactory(name="Hang", metric="seconds", load_type="bodyweight")
    swap(client, session, row, hold)
    page = page_of(client, session)
    assert "It is counted in seconds, so it has 4\xa0×\xa020–40\xa0s as usual." in page
    assert {(s.kind, s.target_reps) for s in sets_of(alex) if s.slot == 1} == {("timed", 20)}
    first = sets_of(alex)[0]
    tick(client, session, first, seconds="25", reps="")
    assert now_of(first).seconds == 25


def test_skipped_sets_stay_skipped(client, alex, session, row, other):
    first = sets_of(alex)[0]
    post(client, session, "skip-set", first.pk)
    swap(client, session, row, other)
    assert names(alex) == ["Barbell row", *["Seal row"] * 3]
    assert now_of(first).skipped_at


def test_undo_brings_everything_back(client, alex, session, row, other):
    before = [(s.exercise, s.kind, s.target_reps, s.number) for s in sets_of(alex)]
    swap(client, session, row, other)
    client.post(undo_in(page_of(client, session)))
    assert [(s.exercise, s.kind, s.target_reps, s.number) for s in sets_of(alex)] == before
    assert "Barbell row is back." in page_of(client, session)


def test_undo_keeps_what_was_logged_since(client, alex, session, row, other):
    swap(client, session, row, other)
    undo = undo_in(page_of(client, session))
    log_first(client, alex, session)
    client.post(undo)
    assert names(alex) == ["Seal row", *["Barbell row"] * 3]


def test_a_swapped_exercise_is_swapped_again_and_back_to_the_plan(
    client, alex, session, row, other
):
    third = ExerciseFactory(name="Machine row")
    swap(client, session, row, other)
    swap(client, session, other, third)
    assert names(alex) == ["Machine row"] * 4
    page = client.get(f"/log/{session.pk}/exercises/1/swap/").text
    assert "As it was planned." in page
    swap(client, session, third, row)
    assert names(alex) == ["Barbell row"] * 4
    assert "instead of" not in page_of(client, session).partition("toasts")[0]


def test_a_form_sent_twice_swaps_once(client, alex, session, row, other):
    swap(client, session, row, other)
    page_of(client, session)
    before = [s.pk for s in sets_of(alex)]
    swap(client, session, row, other)
    assert [s.pk for s in sets_of(alex)] == before
    assert "undo-toast" not in page_of(client, session)


def test_another_device_that_swapped_first_is_not_overruled(client, alex, session, row, other):
    third = ExerciseFactory(name="Machine row")
    swap(client, session, row, other)
    swap(client, session, row, third)
    assert names(alex) == ["Seal row"] * 4
    assert "It is Seal row by now, so nothing was swapped." in page_of(client, session)


def test_a_page_from_before_logs_nothing_under_the_other_exercise(
    client, alex, session, row, other
):
    first = sets_of(alex)[0]
    swap(client, session, row, other)
    response = tick(client, session, first, load="100")
    assert response.status_code == 409
    assert "removed or swapped" in response.text
    assert not any(s.is_done for s in sets_of(alex))


def test_an_exercise_of_the_workout_is_no_answer(client, alex, session, row, curl):
    swap(client, session, row, curl)
    assert names(alex) == ["Barbell row"] * 4
    assert "Curl is in this workout already." in page_of(client, session)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"exercise": "0"},
        {"exercise": "x", "instead_of": "y", "until": "z"},
        {"exercise": "9" * 30, "instead_of": "1", "until": "today"},
    ],
)
def test_nonsense_swaps_nothing(client, alex, session, data):
    assert post(client, session, "swap", 1, htmx=False, **data).status_code == 302
    assert names(alex) == ["Barbell row"] * 4


def test_somebody_elses_exercise_is_no_answer(client, alex, sam, session, row):
    swap(client, session, row, ExerciseFactory(member=sam))
    assert names(alex) == ["Barbell row"] * 4


def test_a_finished_workout_is_not_swapped(client, alex, session, row, other):
    log_first(client, alex, session)
    swap(client, session, row, other)
    undo = undo_in(page_of(client, session))
    post(client, session, "finish", htmx=False)
    before = names(alex)
    assert swap(client, session, other, row).status_code == 409
    assert client.post(undo).status_code == 409
    assert names(alex) == before


def test_an_undo_that_is_not_ours_does_not_exist(client, session):
    assert client.post(f"/log/{session.pk}/swaps/made-up/removal/").status_code == 404


def test_an_undo_is_for_its_own_workout_and_member(client, as_user, alex, sam, session, row, other):
    swap(client, session, row, other)
    undo = undo_in(page_of(client, session))
    another = SessionFactory(member=alex, finished_at=None)
    assert client.post(undo.replace(str(session.pk), str(another.pk))).status_code == 404
    assert as_user(sam).post(undo).status_code == 404


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


def test_an_added_exercise_is_swapped_for_today(client, alex, row, other):
    session = SessionFactory(member=alex, finished_at=None)
    new = "01890000-0000-7000-8000-00000000bbbb"
    post(client, session, "create-exercise", htmx=False, id=new, exercise=row.pk)
    assert "always" not in client.get(f"/log/{session.pk}/exercises/1/swap/?q=seal").text
    swap(client, session, row, other, until="always")
    assert names(alex) == ["Seal row"] * 3
    page = page_of(client, session)
    assert "It is not from your plan" in page
    assert "Added today" in page
    assert "instead of" not in page.partition("toasts")[0]


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
        assert table.count("45\xa0kg") == 0 or exercise == other
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
    with django_assert_max_num_queries(11):  # ten without: see test_session_screen.py
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
