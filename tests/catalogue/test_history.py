"""The history of everybody's exercises: who changed what, how two states differ, and back again."""

import pytest

from accounts.context import curating
from catalogue.history import Overtaken, undo
from catalogue.models import Exercise, ExerciseState
from catalogue.states import NEW, state_of, write
from tests.factories import NOW, ExerciseFactory

DESK = "/curate/exercises/row/"


@pytest.fixture
def row(db):
    return ExerciseFactory(slug="row", name="Row", cues=["Pull the bar up.", "Breathe."])


@pytest.fixture
def changed(row, ines):
    """Two changes, of the cues and of the set-up."""
    with curating():
        cues = ["Pull the bar to the hip.", "Breathe."]
        write({"cues": cues}, row, by=ines, at=NOW, reason="Clearer")
        write({"setup": "Stand tall."}, row, by=ines, at=NOW, reason="Was missing")
    return row


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


def newest(exercise):
    return exercise.states.order_by("-pk").first()


def said(response):
    return [str(message) for message in response.context["messages"]]


def test_the_history_says_who_changed_what_and_why(desk, changed):
    page = desk.get(f"{DESK}history/")
    for words in ["Ines Test", "Clearer", "Was missing", "Cues", "Set-up", "The first state"]:
        assert words in page.text


def test_any_two_states_are_laid_side_by_side(desk, changed):
    first, second, third = changed.states.order_by("pk")
    page = desk.get(f"{DESK}history/", {"from": first.pk, "to": third.pk})
    assert [change.field for change in page.context["difference"]] == ["setup", "cues"]
    assert '<del><span class="visually-hidden">taken away: </span>up</del>' in page.text
    assert '<ins><span class="visually-hidden">added: </span>to the hip</ins>' in page.text
    page = desk.get(f"{DESK}history/", {"from": third.pk, "to": second.pk})
    assert [change.field for change in page.context["difference"]] == ["setup"]


@pytest.mark.parametrize("query", ["from=999999", "to=x", "from=9" + "9" * 30, "field=member"])
def test_states_that_are_not_its_own_are_refused_in_words(desk, changed, query):
    page = desk.get(f"{DESK}history/?{query}")
    assert page.status_code == 422
    assert "no such state" in page.text or "Choose a field" in page.text


def test_a_field_is_followed_through_all_changes(desk, changed):
    page = desk.get(f"{DESK}history/", {"field": "cues"})
    assert [step.row.reason for step, _ in page.context["of_field"]] == ["Clearer"]
    lines = {line.field: line.step for line in page.context["lines"]}
    assert (lines["setup"].row.reason, lines["name"]) == ("Was missing", None)


def test_a_whole_state_is_put_back_and_that_is_a_change_too(desk, changed, ines):
    first = changed.states.order_by("pk").first()
    sent = {"state": first.pk, "seen": newest(changed).pk}
    page = desk.post(f"{DESK}revert/", sent, follow=True)
    assert said(page) == ["Put back."]
    assert state_of(changed) == first.state
    assert (newest(changed).by, newest(changed).state) == (ines, first.state)
    assert changed.states.count() == 4


def test_one_field_is_put_back_alone(desk, changed):
    first = changed.states.order_by("pk").first()
    desk.post(f"{DESK}revert/", {"state": first.pk, "field": "cues", "seen": newest(changed).pk})
    changed.refresh_from_db()
    assert (changed.cues[0], changed.setup) == ("Pull the bar up.", "Stand tall.")


def test_what_may_not_stand_any_more_is_not_put_back(desk, changed, ines):
    easier = ExerciseFactory(slug="easier")
    with curating():
        write({"regressions": ["easier"]}, changed, by=ines, at=NOW)
        with_step = newest(changed).pk
        write({"regressions": []}, changed, by=ines, at=NOW)
        write({"difficulty": 5}, easier, by=ines, at=NOW)
    before = state_of(changed)
    sent = {"state": with_step, "seen": newest(changed).pk}
    page = desk.post(f"{DESK}revert/", sent, follow=True)
    assert "Easier versions: “easier” is harder than this, not easier." in said(page)[0]
    assert state_of(changed) == before


def test_what_somebody_changed_meanwhile_is_not_overwritten(desk, changed):
    first = changed.states.order_by("pk").first()
    page = desk.post(f"{DESK}revert/", {"state": first.pk, "seen": first.pk}, follow=True)
    assert "Ines Test has changed this exercise meanwhile" in said(page)[0]
    assert changed.states.count() == 3


def test_a_state_of_another_exercise_is_no_way_back(desk, changed, ines):
    other = ExerciseFactory()
    with curating():
        write({"setup": "Sit."}, other, by=ines, at=NOW)
    sent = {"state": newest(other).pk, "seen": newest(changed).pk}
    assert "Choose a state" in said(desk.post(f"{DESK}revert/", sent, follow=True))[0]


def test_one_change_is_undone_whatever_came_after_it(desk, changed):
    second = changed.states.order_by("pk")[1]
    desk.post(f"/curate/changes/{second.pk}/undo/")
    changed.refresh_from_db()
    assert (changed.cues[0], changed.setup) == ("Pull the bar up.", "Stand tall.")


def test_a_change_is_not_undone_over_a_later_one_of_the_same_field(changed, ines):
    with curating():
        write({"cues": ["Row."]}, changed, by=ines, at=NOW)
        with pytest.raises(Overtaken, match="Changed again since then: cues"):
            undo(changed.states.order_by("pk")[1], by=ines, at=NOW)
    changed.refresh_from_db()
    assert changed.cues == ["Row."]


def test_undoing_a_new_exercise_retires_it(desk, ines, db):
    with curating():
        write(NEW | {"slug": "fresh", "name": "Fresh"}, by=ines, at=NOW)
    desk.post(f"/curate/changes/{ExerciseState.objects.get().pk}/undo/")
    assert Exercise.objects.get(slug="fresh").retired_at


def test_all_changes_are_listed_with_a_way_back(desk, changed, django_assert_max_num_queries):
    desk.get("/curate/changes/")
    with django_assert_max_num_queries(8):
        page = desk.get("/curate/changes/")
    assert [step.row.reason for step in page.context["steps"]] == ["Was missing", "Clearer"]
    assert page.text.count("/undo/") == 2
    assert "/undo/" in desk.get("/curate/changes/", {"before": newest(changed).pk}).text


def test_a_long_history_costs_no_more_queries(desk, changed, ines, django_assert_max_num_queries):
    with curating():
        for number in range(12):
            write({"note": f"Note {number}"}, changed, by=ines, at=NOW)
    desk.get(f"{DESK}history/")
    with django_assert_max_num_queries(10):
        desk.get(f"{DESK}history/")


def test_before_any_change_there_is_nothing_to_compare(desk, row):
    assert "Nothing has changed" in desk.get(f"{DESK}history/").text
