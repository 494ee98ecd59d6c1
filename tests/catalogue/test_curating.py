"""The curator's desk under /manage/: shared exercises, changed at once, removed only if unused."""

import pytest

from accounts.context import curating
from catalogue.models import Equipment, Exercise, ExerciseLimitation, Limitation, Pattern
from tests.factories import (
    EquipmentFactory,
    ExerciseFactory,
    LimitationFactory,
    LoggedSetFactory,
    MemberEquipmentFactory,
    MemberLimitationFactory,
    MergeFactory,
    PrescriptionFactory,
)

DESK = "/manage/catalogue/exercise/"
INLINES = ["aliases", "credits", "verdicts"]


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


def typed(exercise=None, **changes):
    """What a curator's form sends for an exercise."""
    fields = """name region difficulty setup metric default_reps_low default_reps_high
    default_rest_seconds default_increment_kg load_type load_entry laterality mechanic
    spine_load note""".split()
    source = exercise or Exercise(name="New row", slug="new-row")
    data = {name: getattr(source, name) for name in fields}
    data |= {"slug": source.slug, "cues": "\n".join(source.cues), "mistakes": ""}
    for prefix in INLINES:
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    return data | changes


def change(exercise):
    return f"{DESK}{exercise.pk}/change/"


def test_a_curator_changes_an_exercise_and_it_shows_at_once(desk, client):
    exercise = ExerciseFactory(name="Old name")
    cues = "Stand tall.\r\n\r\n  Pull hard. \r\n"
    response = desk.post(change(exercise), typed(exercise, name="New name", cues=cues))
    assert response.status_code == 302, response.context["errors"]
    exercise.refresh_from_db()
    assert exercise.cues == ["Stand tall.", "Pull hard."]
    assert "New name" in client.get(exercise.get_absolute_url()).text
    assert "New name" in client.get("/exercises/").text


def test_a_curator_adds_an_exercise_with_its_details(desk, client):
    back, pattern = LimitationFactory(), Pattern.objects.create(slug="pull", name="Pull")
    data = typed(pattern=pattern.pk, difficulty=4) | {
        "aliases-TOTAL_FORMS": 1,
        "aliases-0-name": "Newest row",
        "verdicts-TOTAL_FORMS": 1,
        "verdicts-0-limitation": back.pk,
        "verdicts-0-verdict": "avoid",
    }
    assert desk.post(f"{DESK}add/", data).status_code == 302
    exercise = Exercise.objects.get(slug="new-row")
    assert (exercise.member, exercise.level) == (None, "advanced")
    assert exercise.verdicts.get().limitation == back
    assert "New row" in client.get("/exercises/", {"q": "newest"}).text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "taken"}, "There is an exercise of this name already."),
        ({"slug": "taken"}, "already exists"),
        ({"default_reps_low": 12, "default_reps_high": 8}, "A range runs from at least 1"),
        ({"difficulty": 9}, "less than or equal to 5"),
        ({"default_increment_kg": -5}, "The smallest step is more than 0 and at most 50 kg."),
        ({"default_increment_kg": 0}, "The smallest step is more than 0 and at most 50 kg."),
        ({"default_increment_kg": 51}, "The smallest step is more than 0 and at most 50 kg."),
        ({"cues": "a" * 201}, "A line has at most 200 letters"),
    ],
)
def test_a_curators_slips_are_refused_in_words(desk, changes, words):
    ExerciseFactory(name="Taken", slug="taken")
    response = desk.post(f"{DESK}add/", typed(**changes))
    assert words in response.text
    assert Exercise.objects.count() == 1


def test_what_breaks_a_floor_rule_is_refused_and_nothing_typed_is_lost(desk):
    exercise, acute = ExerciseFactory(name="Old"), LimitationFactory(slug="lbp-acute")
    with curating():
        exercise.verdicts.create(limitation=acute, verdict="caution")
    verdict = exercise.verdicts.get()
    data = typed(exercise, name="New", spine_load="moderate") | {
        "verdicts-TOTAL_FORMS": 1,
        "verdicts-INITIAL_FORMS": 1,
        "verdicts-0-id": verdict.pk,
        "verdicts-0-exercise": exercise.pk,
        "verdicts-0-limitation": acute.pk,
        "verdicts-0-verdict": "caution",
    }
    page = desk.post(change(exercise), data | {"verdicts-0-DELETE": "on", "note": "Typed."})
    assert "For a moderate spine load: “lbp-acute” at least “take care”." in page.text
    assert ("Typed." in page.text, 'value="New"' in page.text) == (True, True)
    exercise.refresh_from_db()
    assert (exercise.name, exercise.verdicts.count(), exercise.states.count()) == ("Old", 1, 0)
    assert desk.post(change(exercise), data).status_code == 302
    exercise.refresh_from_db()
    assert (exercise.name, exercise.spine_load) == ("New", "moderate")


def test_a_new_exercise_below_its_floor_is_not_made(desk):
    page = desk.post(f"{DESK}add/", typed(spine_load="moderate"))
    assert "“lbp-acute” at least “take care”" in page.text
    assert not Exercise.objects.exists()


def test_what_was_below_its_floor_before_is_mended_first(desk):
    exercise = ExerciseFactory(name="Old", spine_load="moderate")
    page = desk.post(change(exercise), typed(exercise, name="New"))
    assert "“lbp-acute” at least “take care”" in page.text
    exercise.refresh_from_db()
    assert exercise.name == "Old"


def test_a_ladder_that_runs_in_a_circle_is_refused_on_the_desk(desk):
    one = ExerciseFactory(name="One", slug="one")
    two = ExerciseFactory(name="Two", slug="two")
    assert desk.post(change(one), typed(one, progressions=[two.pk])).status_code == 302
    page = desk.post(change(two), typed(two, progressions=[one.pk]))
    assert "runs in a circle" in page.text
    assert not two.progressions.exists()


def test_what_was_merged_is_changed_no_more(desk):
    exercise = ExerciseFactory(slug="old-row")
    MergeFactory(exercise, ExerciseFactory(name="Kept row"))
    exercise.refresh_from_db()
    page = desk.post(change(exercise), typed(exercise, setup="Sit down."))
    assert "It is one with Kept row now: undo the merge first." in page.text
    assert Exercise.objects.get(pk=exercise.pk).setup != "Sit down."
    assert desk.get("/curate/exercises/old-row/media/").status_code == 404


def test_the_address_of_an_exercise_never_changes(desk):
    exercise = ExerciseFactory(slug="stays")
    desk.post(change(exercise), typed(exercise, slug="moved"))
    exercise.refresh_from_db()
    assert exercise.slug == "stays"


def test_members_own_exercises_are_not_on_the_desk(desk, alex, as_user, ines):
    own = ExerciseFactory(name="Garden row", member=alex)
    mine = ExerciseFactory(name="Desk row", member=ines)
    assert "Garden row" not in desk.get(DESK).text
    assert "Desk row" not in desk.get(DESK).text
    for exercise in [own, mine]:
        assert desk.get(change(exercise)).status_code == 302
        assert desk.post(f"{DESK}{exercise.pk}/delete/", {"post": "yes"}).status_code == 302
    assert "Desk row" in as_user(ines).get("/exercises/").text


def test_the_desk_finds_as_members_do(desk, catalogue):
    assert "Romanian deadlift" in desk.get(DESK, {"q": "RDL"}).text
    for query in ["%%%%", "\0", "a" * 10_000]:
        assert desk.get(DESK, {"q": query}).status_code == 200


def test_members_and_trainers_have_no_desk(as_user, alex, tara):
    exercise = ExerciseFactory(name="Row")
    for person in [alex, tara]:
        browser = as_user(person)
        assert browser.get(change(exercise)).status_code in {302, 403}
        assert browser.post(change(exercise), typed(exercise, name="Mine")).status_code in {
            302,
            403,
        }
    exercise.refresh_from_db()
    assert exercise.name == "Row"


def test_a_curator_is_let_near_nothing_else(desk):
    text = desk.get("/manage/").text
    assert "Exercises" in text
    assert "Users" not in text
    assert desk.get("/manage/accounts/user/").status_code == 403


@pytest.mark.parametrize("used_by", [LoggedSetFactory, PrescriptionFactory])
@pytest.mark.parametrize("way", ["page", "action"])
def test_an_exercise_in_use_is_not_deleted(desk, alex, used_by, way):
    exercise = ExerciseFactory(name="Used row")
    used_by(member=alex, exercise=exercise)
    data = {"post": "yes"}
    address = f"{DESK}{exercise.pk}/delete/"
    if way == "action":
        address = DESK
        data |= {"action": "delete_selected", "_selected_action": [exercise.pk]}
    for answer in [desk.post(address, data | {"post": ""}), desk.post(address, data)]:
        assert "Used row: members’ logs or routines use it, so it stays" in answer.text
    assert Exercise.objects.filter(pk=exercise.pk).exists()


def test_an_exercise_of_nobodys_is_deleted_with_its_details(desk):
    exercise = ExerciseFactory()
    with curating():
        exercise.aliases.create(name="Alias")
    with curating():
        ExerciseLimitation.objects.create(
            exercise=exercise, limitation=LimitationFactory(), verdict="avoid"
        )
    with curating():
        ExerciseFactory().regressions.add(exercise)
    assert desk.post(f"{DESK}{exercise.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Exercise.objects.filter(pk=exercise.pk).exists()


@pytest.mark.parametrize("used_by", ["member", "exercise"])
def test_equipment_in_use_is_not_deleted(desk, alex, used_by):
    bar = EquipmentFactory(name="Bar")
    if used_by == "member":
        MemberEquipmentFactory(member=alex, equipment=bar)
    else:
        with curating():
            ExerciseFactory().equipment.add(bar)
    answer = desk.post(f"/manage/catalogue/equipment/{bar.pk}/delete/", {"post": "yes"})
    assert "so it stays" in answer.text
    assert Equipment.objects.filter(pk=bar.pk).exists()


def test_a_limitation_that_a_member_named_is_not_deleted(desk, alex):
    sore = LimitationFactory()
    MemberLimitationFactory(member=alex, limitation=sore)
    address = f"/manage/catalogue/limitation/{sore.pk}/delete/"
    assert "so it stays" in desk.post(address, {"post": "yes"}).text
    assert Limitation.objects.filter(pk=sore.pk).exists()


def test_curators_find_their_way_from_the_exercise(desk, as_user, alex):
    exercise = ExerciseFactory()
    assert change(exercise) in desk.get(exercise.get_absolute_url()).text
    assert change(exercise) not in as_user(alex).get(exercise.get_absolute_url()).text


def test_the_desk_keeps_history_as_every_other_way_does(desk, ines):
    exercise = ExerciseFactory(name="Old name")
    sent = typed(exercise, name="New name", reason="As people say") | {
        "aliases-TOTAL_FORMS": 1,
        "aliases-0-name": "Old name",
    }
    desk.post(change(exercise), sent)
    first, second = exercise.states.order_by("pk")
    assert (first.state["name"], first.at) == ("Old name", None)
    assert (second.state["name"], second.state["aliases"]) == ("New name", ["Old name"])
    assert (second.by, second.reason) == (ines, "As people say")


def test_a_new_exercise_begins_its_history_on_the_desk(desk, ines):
    desk.post(f"{DESK}add/", typed())
    assert Exercise.objects.get(slug="new-row").states.get().by == ines


def test_saving_without_a_change_is_no_change(desk):
    exercise = ExerciseFactory()
    desk.post(change(exercise), typed(exercise))
    assert not exercise.states.exists()


def test_a_form_opened_before_anothers_change_does_not_undo_it(desk):
    exercise = ExerciseFactory(setup="Old.")
    desk.post(change(exercise), typed(exercise, setup="Hers.", seen=0))
    answer = desk.post(change(exercise), typed(exercise, note="His", seen=0))
    assert "has changed this exercise meanwhile" in answer.text
    exercise.refresh_from_db()
    assert (exercise.setup, exercise.note) == ("Hers.", "")
