"""Retired, not deleted: no longer found or added, and kept wherever it is used."""

import pytest

from catalogue.models import ExerciseState
from catalogue.shelf import public_shelf
from tests.factories import ExerciseFactory, LoggedSetFactory, PrescriptionFactory

ADDRESS = "/curate/exercises/row/retire/"


@pytest.fixture
def row(db):
    return ExerciseFactory(slug="row", name="Row")


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


def retire(desk, row, reason="A double"):
    newest = row.states.order_by("-pk").first()
    return desk.post(ADDRESS, {"reason": reason, "seen": newest.pk if newest else 0}, follow=True)


def test_an_exercise_is_retired_with_a_reason_and_brought_back(desk, row, ines):
    assert "no longer found" in retire(desk, row).text
    row.refresh_from_db()
    assert row.retired_at
    assert row.pk not in public_shelf().ranked("row")
    last = ExerciseState.objects.order_by("pk").last()
    assert (last.by, last.reason, last.state["retired"]) == (ines, "A double", True)
    assert "Bring back Row" in desk.get(ADDRESS).text
    retire(desk, row, "It was none")
    row.refresh_from_db()
    assert row.retired_at is None
    assert row.pk in public_shelf().ranked("row")


def test_without_a_reason_nothing_happens(desk, row):
    page = retire(desk, row, " ")
    assert (page.status_code, "Say why" in page.text) == (422, True)
    row.refresh_from_db()
    assert row.retired_at is None


def test_two_curators_at_once_do_not_retire_and_bring_back(desk, row):
    retire(desk, row)
    page = desk.post(ADDRESS, {"reason": "Me too", "seen": 0})
    assert "has changed this exercise meanwhile" in page.text
    row.refresh_from_db()
    assert row.retired_at


@pytest.mark.parametrize("used_by", [LoggedSetFactory, PrescriptionFactory])
def test_it_is_said_before_that_members_use_it(desk, row, alex, used_by):
    assert "No routine and no log uses it." in desk.get(ADDRESS).text
    used_by(member=alex, exercise=row)
    assert "No routine and no log uses it." not in desk.get(ADDRESS).text


def test_its_page_says_so_and_what_there_is_instead(client, desk, catalogue):
    desk.post("/curate/exercises/pull-up/retire/", {"reason": "Test", "seen": 0})
    page = client.get("/exercises/pull-up/")
    assert "Retired." in page.text
    assert page.context["substitutes"]
    instead = page.context["substitutes"][0].entry
    assert f'href="{instead.get_absolute_url()}"' in page.text.partition("Instead:")[2][:400]


def test_it_cannot_be_added_to_a_routine_and_says_so_where_it_is(desk, row, alex, as_user):
    prescription = PrescriptionFactory(member=alex, exercise=row)
    retire(desk, row)
    plan = prescription.day.version.routine_id
    member = as_user(alex)
    assert "Retired from the catalogue" in member.get(f"/plan/{plan}/edit/").text
    sent = {"day": prescription.day_id, "exercise": row.pk}
    member.post(f"/plan/{plan}/edit/rows/", sent)
    assert member.get(f"/plan/{plan}/edit/").text.count("Retired from the catalogue") == 1


def test_the_admin_offers_it_where_an_exercise_would_be_deleted(desk, row, alex):
    LoggedSetFactory(member=alex, exercise=row)
    page = desk.get(f"/manage/catalogue/exercise/{row.pk}/delete/")
    assert "it can be retired instead" in page.text
    assert f'href="{ADDRESS}"' in page.text
    assert f'href="{ADDRESS}"' in desk.get(f"/manage/catalogue/exercise/{row.pk}/change/").text
