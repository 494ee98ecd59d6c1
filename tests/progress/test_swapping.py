"""Something else in the place of a planned exercise: for today, with what was done as it was."""

from decimal import Decimal

import pytest

from accounts.context import acting_as
from progress.models import LoggedSet
from tests.factories import ExerciseFactory, SessionFactory
from tests.progress.journals import did, followed, now_of, post, sets_of, trained
from tests.progress.swaps import begin, log_first, names, page_of, swap, tick, undo_in


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


def test_what_was_done_today_is_no_past_of_it(client, alex, session, row, other):
    swap(client, session, row, other)
    log_first(client, alex, session)
    swap(client, session, other, row)
    swap(client, session, row, other)
    assert [s.target_load_kg for s in sets_of(alex) if s.exercise == other] == [None] * 4


def test_the_load_of_the_one_before_is_not_proposed(client, alex, session, row, other):
    tick(client, session, sets_of(alex)[0], load="137")
    assert 'value="137"' in page_of(client, session)
    swap(client, session, row, other)
    assert 'value="137"' not in page_of(client, session)
