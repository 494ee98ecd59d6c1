"""What a member logged under an exercise that was merged since, before and after."""

import pytest
import time_machine
import uuid6
from django.urls import reverse

from progress.models import LoggedSet
from progress.records import records_of
from tests.factories import NOW, ExerciseFactory, MergeFactory, SessionFactory
from tests.progress.exports import STRONG, strong
from tests.progress.past import FIRST, MONDAY, TODAY, train


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def old(db):
    return ExerciseFactory(name="Bent row", slug="bent-row", one_rep_max_allowed=True)


@pytest.fixture
def row(db):
    return ExerciseFactory(name="Barbell row", slug="barbell-row", one_rep_max_allowed=True)


def test_both_are_one_lift_with_one_history(alex, as_user, old, row):
    train(alex, old, FIRST, (100, 5))
    train(alex, row, TODAY, (105, 5))
    MergeFactory(old, row)
    page = as_user(alex).get("/progress/lifts/").text
    assert "Barbell row" in page
    assert "Bent row" not in page
    file = as_user(alex).get("/progress/lifts/barbell-row.csv?period=all").text
    assert [line.split(",")[1] for line in file.splitlines()[1:]] == ["100", "105"]


def test_a_record_counts_against_what_was_logged_under_the_old_name(alex, acting, old, row):
    train(alex, old, FIRST, (120, 5))
    session = train(alex, row, TODAY, (110, 5))
    MergeFactory(old, row)
    with acting(alex):
        rows = list(session.sets.filter(member=alex).select_related("exercise"))
        assert not records_of(session, rows)


def test_sets_of_both_are_recalled_as_last_time(alex, as_user, acting, old, row):
    train(alex, old, MONDAY, (77.5, 6))
    MergeFactory(old, row)
    session = SessionFactory(member=alex)
    as_user(alex).post(
        reverse("progress:create-exercise", args=[session.pk]),
        {"id": str(uuid6.uuid7()), "exercise": row.pk},
    )
    assert "77.5" in as_user(alex).get(session.get_absolute_url()).text


def test_an_old_page_of_a_lift_leads_to_the_survivors(alex, as_user, tara, old, row):
    train(alex, old, TODAY, (100, 5))
    MergeFactory(old, row)
    client = as_user(alex)
    for old_url, new_url in [
        ("/progress/lifts/bent-row/?period=all", "/progress/lifts/barbell-row/?period=all"),
        ("/progress/lifts/bent-row.csv", "/progress/lifts/barbell-row.csv"),
    ]:
        answer = client.get(old_url)
        assert (answer.status_code, answer.url) == (301, new_url)
    there = f"/coach/clients/{alex.pk}/progress/lifts"
    assert as_user(tara).get(f"{there}/bent-row/").url == f"{there}/barbell-row/"


def test_an_exercise_chosen_on_an_old_page_is_logged_as_the_survivor(
    alex, as_user, acting, old, row
):
    MergeFactory(old, row)
    session, pk = SessionFactory(member=alex), uuid6.uuid7()
    url = reverse("progress:create-exercise", args=[session.pk])
    answer = as_user(alex).post(url, {"id": str(pk), "exercise": old.pk})
    assert answer.status_code == 302
    with acting(alex):
        assert LoggedSet.objects.get(pk=pk).exercise == row


def test_a_set_on_a_page_from_before_the_merge_is_logged(alex, as_user, acting, old, row):
    session, pk = SessionFactory(member=alex), uuid6.uuid7()
    client = as_user(alex)
    url = reverse("progress:create-exercise", args=[session.pk])
    client.post(url, {"id": str(pk), "exercise": old.pk})
    MergeFactory(old, row)
    url = reverse("progress:log-set", args=[session.pk, pk])
    client.post(url, {"reps": "8", "load": "60", "load_unit": "kg"})
    with acting(alex):
        logged = LoggedSet.objects.get(pk=pk)
    assert (logged.exercise, logged.reps, logged.load) == (row, 8, 60)


@pytest.mark.parametrize("given", ["9" * 30, "²", "-1", "x", ""])
def test_what_is_no_exercise_is_refused_in_words(given, alex, as_user, old, row):
    MergeFactory(old, row)
    session = SessionFactory(member=alex)
    url = reverse("progress:create-exercise", args=[session.pk])
    answer = as_user(alex).post(url, {"id": str(uuid6.uuid7()), "exercise": given}, follow=True)
    assert "That exercise is not in the catalogue any more." in answer.text


def test_an_import_by_either_name_is_of_the_survivor(alex, bring, journal, old, row):
    MergeFactory(old, row)
    bring(STRONG + strong("Bent row") + strong("Barbell row"), "--unit", "kg")
    assert {done.exercise for done in journal()} == {row}
