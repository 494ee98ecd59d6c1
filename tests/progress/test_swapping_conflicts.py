"""Swaps that come twice, late, from another device or from somebody else."""

import pytest

from tests.factories import ExerciseFactory, MergeFactory, SessionFactory
from tests.progress.journals import followed, post, sets_of
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


def test_an_undo_from_before_another_swap_changes_nothing(client, alex, session, row, other):
    swap(client, session, row, other)
    undo = undo_in(page_of(client, session))
    swap(client, session, other, ExerciseFactory(name="Machine row"))
    client.post(undo)
    assert names(alex) == ["Machine row"] * 4
    assert "so the workout stays as it is" in page_of(client, session)


def test_pages_of_before_a_merge_mean_the_survivor(client, alex, session, row, other):
    survivor, third = ExerciseFactory(name="Kept row"), ExerciseFactory(name="Machine row")
    MergeFactory(other, survivor)
    swap(client, session, row, other)
    assert names(alex) == ["Kept row"] * 4
    swap(client, session, other, third)
    assert names(alex) == ["Machine row"] * 4


def test_a_swap_is_undone_after_a_merge_of_either(client, alex, session, row, other):
    swap(client, session, row, other)
    undo = undo_in(page_of(client, session))
    MergeFactory(other, ExerciseFactory(name="Kept row"))
    MergeFactory(row, ExerciseFactory(name="Kept bar row"))
    assert names(alex) == ["Kept row"] * 4
    client.post(undo)
    assert names(alex) == ["Kept bar row"] * 4
    assert "Kept bar row is back." in page_of(client, session)
