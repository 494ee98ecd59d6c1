"""Pages choose ids for what they add: an id that is taken is as good as one that is not."""

import pytest
import uuid6

from tests.factories import ExerciseFactory, LoggedSetFactory, SessionFactory
from tests.progress.journals import now_of, planned, post, sets_of

CARDIO = {"load_type": "cardio", "metric": "time_distance"}


@pytest.fixture
def session(alex):
    return SessionFactory(member=alex)


@pytest.fixture(params=["own", "somebody else's"])
def taken(request, alex, sam):
    """A set of another workout."""
    return LoggedSetFactory(member=alex if request.param == "own" else sam)


def of(session):
    return [row for row in sets_of(session.member) if row.session_id == session.pk]


@pytest.mark.parametrize(("kind", "sets"), [(CARDIO, 1), ({}, 3)])
def test_an_exercise_is_added_whole_under_an_id_that_is_taken(
    as_user, alex, session, taken, kind, sets
):
    new = {"id": taken.pk, "exercise": ExerciseFactory(**kind).pk}
    response = post(as_user(alex), session, "create-exercise", htmx=False, **new)
    added = of(session)
    assert [row.number for row in added] == list(range(1, sets + 1))
    assert response.status_code == 302
    assert response.url == f"/log/{session.pk}/?set={added[0].pk}#now"
    assert now_of(taken).session_id == taken.session_id


def test_a_set_is_added_under_an_id_that_is_taken(as_user, alex, session, taken):
    planned(session)
    response = post(as_user(alex), session, "create-set", id=taken.pk, slot=1)
    assert response.status_code == 200
    assert [row.number for row in of(session)] == [1, 2, 3]
    assert now_of(taken).session_id == taken.session_id


def test_a_set_of_this_workout_is_added_once(as_user, alex, session):
    planned(session)
    client, pk = as_user(alex), uuid6.uuid7()
    for _ in range(2):
        assert post(client, session, "create-set", id=pk, slot=1).status_code == 200
    assert [row.number for row in of(session)] == [1, 2, 3]
