"""The draft as text: its page, and one line at a time in the builder."""

import pytest
from django.urls import reverse

from accounts.context import acting_as
from tests.factories import NOW, ExerciseFactory
from tests.workouts.plans import days_of, draft_for, lift, names, now_of, post
from workouts.contents import days_of as contents_of
from workouts.models import Routine, RoutineVersion
from workouts.shape import plan_of


@pytest.fixture
def draft(alex):
    return draft_for(alex, days=2, rows=2)


@pytest.fixture
def client(as_user, alex):
    return as_user(alex)


def address(draft):
    return reverse("workouts:text", args=[draft.routine_id])


def text_of(client, draft):
    return client.get(address(draft)).context["form"]["text"].value()


def save(client, draft, text, edits=None):
    return post(client, draft, "text", text=text, edits=edits)


def plan_now(draft):
    with acting_as(draft.member):
        version = RoutineVersion.objects.get(pk=draft.pk)
        return plan_of(version, contents_of(version))


def test_the_page_shows_the_whole_draft(client, draft):
    page = client.get(address(draft)).text
    assert "8 weeks" in page
    assert "# Day 2" in page
    assert "Lift 22 3x8-12" in page
    assert page.count("<h1") == 1


def test_saving_the_text_as_it_is_changes_nothing(client, draft):
    before = plan_now(draft)
    response = save(client, draft, text_of(client, draft))
    assert response.url == reverse("workouts:edit", args=[draft.routine_id])
    assert "Nothing was changed" in client.get(response.url).text
    assert plan_now(draft) == before
    assert now_of(draft).edits == 0


def test_what_changed_is_told_in_words_and_the_rest_stays(client, draft):
    before = plan_now(draft)
    kept = {day.pk: [row.pk for row in rows] for day, rows in days_of(draft)}
    text = text_of(client, draft).replace("Lift 12 3x8-12", "Lift 12 4x6-8 60 kg @8")
    response = save(client, draft, text)
    page = client.get(response.url).text
    assert "Saved. Lift 12: 3\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}8–12 → 4" in page
    assert "load by the rule → 60" in page
    assert {day.pk: [row.pk for row in rows] for day, rows in days_of(draft)} == kept
    after = plan_now(draft)
    assert after["days"][1] == before["days"][1]
    row = after["days"][0]["prescriptions"][1]
    assert row["lineage"] == before["days"][0]["prescriptions"][1]["lineage"]
    assert (row["sets"], row["load_kg"], row["rir"]) == (4, "60", "2")


def test_a_row_on_another_day_is_still_the_same_row(client, draft):
    lineage = {row.exercise.name: row.lineage for _, rows in days_of(draft) for row in rows}
    text = "# Day 1\nLift 11 3x8\n# Day 2\nLift 21 3x8\nLift 22 3x8\nLift 12 3x8\n"
    save(client, draft, text)
    assert names(draft) == [["Lift 11"], ["Lift 21", "Lift 22", "Lift 12"]]
    now = {row.exercise.name: row.lineage for _, rows in days_of(draft) for row in rows}
    assert now == lineage


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("8 weeks", "8 weeks\nrolling", "Days follow one another."),
        ("8 weeks", "8 weeks\nweek 5: deload", "The plan of the weeks changed."),
        ("Lift 11 3x8-12", "Lift 11 3x8-12 W2 +2.5 kg", "other in week 2"),
        ("Lift 11 3x8-12", "Lift 11 3x8-12 [12, 8 80%]", "set by set"),
        ("Lift 11 3x8-12", "Lift 11 3x8-12 tempo 31X0", "tempo 31X0"),
    ],
)
def test_every_kind_of_change_is_told(client, draft, old, new, words):
    response = save(client, draft, text_of(client, draft).replace(old, new))
    assert words in client.get(response.url).text


def test_what_was_saved_as_text_can_be_undone(client, draft):
    before = plan_now(draft)
    save(client, draft, "3 weeks\n# Other\nLift 22 5x5")
    assert names(draft) == [["Lift 22"]]
    post(client, draft, "undo")
    assert plan_now(draft) == before


def test_an_exercise_in_anothers_place_keeps_the_lineage(client, draft):
    lift("Lift 99")
    before = days_of(draft)[0][1][1].lineage
    response = save(client, draft, text_of(client, draft).replace("Lift 12", "lift 99"))
    assert days_of(draft)[0][1][1].lineage == before
    assert "Lift 99 in its place" in client.get(response.url).text


def test_all_problems_are_told_and_the_text_is_kept(client, draft):
    ExerciseFactory(name="Deadlift")
    text = "# Day 1\r\ndeadlfit 3x8\r\nLift 11 0x8\r\n  Lift 12 3x12-8 what"
    response = save(client, draft, text)
    assert response.status_code == 422
    page = response.text
    assert "“deadlfit”: did you mean Deadlift?" in page
    for words in ["Line 2, column 1", "Line 3, column 9", "1 and 20 sets", "Line 4, column"]:
        assert words in page
    assert response.context["form"]["text"].value() == text
    assert now_of(draft).edits == 0
    assert names(draft) == [["Lift 11", "Lift 12"], ["Lift 21", "Lift 22"]]


@pytest.mark.parametrize("edits", ["0", "99", "", "x\0"])
def test_another_tab_is_never_overwritten_unasked(client, draft, edits):
    post(client, draft, "add-day", edits=0)
    response = save(client, draft, "# Mine\nLift 11 9x9", edits=edits)
    assert response.status_code == 409
    assert "This plan changed in another tab." in response.text
    assert "# Mine" in response.text
    assert "# Day 3" in response.text
    assert names(draft)[0] == ["Lift 11", "Lift 12"]


def test_a_text_for_a_draft_that_is_gone_is_shown(client, draft, alex):
    with acting_as(alex):
        RoutineVersion.objects.filter(pk=draft.pk).update(released_at=NOW)
    response = client.post(address(draft), {"text": "Typed in vain"})
    assert response.status_code == 409
    assert "Typed in vain" in response.text
    assert client.get(address(draft)).status_code == 302


def test_somebody_elses_draft_is_not_there(as_user, sam, draft):
    assert as_user(sam).get(address(draft)).status_code == 404
    assert save(as_user(sam), draft, "8 weeks").status_code == 404
    day = days_of(draft)[0][0]
    assert post(as_user(sam), draft, "add-typed", day.pk, line="Lift 11").status_code == 404


def test_a_client_s_own_exercise_is_known_to_the_trainer_and_a_stranger_s_is_not(
    as_user, tara, sam, alex, draft
):
    ExerciseFactory(name="Garden row", member=alex)
    ExerciseFactory(name="Cellar row", member=sam)
    assert save(as_user(tara), draft, "# A\nGarden row 3x8").status_code == 302
    assert names(draft) == [["Garden row"]]
    response = save(as_user(tara), draft, "# A\nCellar row 3x8")
    assert response.status_code == 422
    assert "“Cellar row”" in response.text


def test_the_rules_of_a_trainer_stay_as_they_are(client, as_user, alex, tara, draft):
    with acting_as(alex):
        Routine.objects.filter(pk=draft.routine_id).update(assigned_by=tara)
    text = text_of(client, draft).replace("Lift 11 3x8-12", "Lift 11 3x8-12 by linear +5 kg")
    response = save(client, draft, text)
    assert response.status_code == 422
    assert "sets the rules of this routine" in response.text
    assert save(client, draft, text_of(client, draft).replace("3x8-12", "4x6")).status_code == 302
    assert save(as_user(tara), draft, text).status_code == 302


def test_cost_of_the_page(client, draft, django_assert_max_num_queries):
    text_of(client, draft)  # the catalogue is read when it has changed
    # session, user, who acts, open workout; draft, days, rows; the catalogue's edition; and the
    # test's savepoint, twice
    with django_assert_max_num_queries(11):
        text_of(client, draft)


def test_cost_of_saving_does_not_grow_with_rows(alex, client, django_assert_max_num_queries):
    draft = draft_for(alex, days=4, rows=5)
    text = text_of(client, draft).replace("3x8-12", "4x5")
    # as above without the open workout; the edit; of rows and days: gone, written, read anew
    with django_assert_max_num_queries(22):
        client.post(address(draft), {"version": draft.pk, "edits": 0, "text": text})
    assert {row.sets for _, rows in days_of(draft) for row in rows} == {4}
