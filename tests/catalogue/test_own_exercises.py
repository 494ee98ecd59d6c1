"""Exercises of a member's own: made at /exercises/new/, changed, retired, deleted."""

import pytest

from accounts.context import curating
from accounts.models import TrainerLink
from catalogue.models import Equipment, Exercise, Limitation, Muscle, Pattern
from catalogue.shelf import public_shelf
from tests.factories import (
    ExerciseFactory,
    ExerciseMarkFactory,
    ExerciseNoteFactory,
    LoggedSetFactory,
    PrescriptionFactory,
)

NEW = "/exercises/new/"


@pytest.fixture
def words(vocabulary):
    """A few muscles and movements, besides the shipped limitations and equipment."""
    for slug, name, region in [("lats", "Lats", "lats"), ("biceps", "Biceps", "arms")]:
        Muscle.objects.create(slug=slug, name=name, region=region)
    Pattern.objects.create(slug="row", name="Row")


def typed(response, **changes):
    """What a page's form sends as it stands, with some fields changed."""
    values = {field.html_name: field.value() for field in response.context["form"]}
    return {name: v for name, v in (values | changes).items() if v not in (None, False, "", [])}


def make(browser, start="", **fields):
    page = browser.get(NEW + start)
    return browser.post(NEW, typed(page, **fields))


def own_of(member, acting):
    with acting(member):
        return Exercise.objects.owned_by(member).select_related("pattern").get()


def address(exercise, deed="change"):
    return f"/exercises/{exercise.slug}/{deed}/?of={exercise.member_id}"


def test_a_name_is_enough(as_user, alex, acting, db):
    browser = as_user(alex)
    response = make(browser, name="Garden  row ")
    made = own_of(alex, acting)
    assert response.url == made.get_absolute_url()
    assert (made.name, made.slug, made.member) == ("Garden row", "garden-row", alex)
    assert (made.metric, made.level, made.region) == ("reps", "beginner", "")
    assert "Garden row" in browser.get("/exercises/", {"q": "garden"}).text
    assert "No muscles are named yet" in browser.get(made.get_absolute_url()).text


def test_every_field_is_kept_and_comes_back(as_user, alex, acting, words):
    easy, hard = ExerciseFactory(name="Easy row"), ExerciseFactory(name="Hard row")
    with curating():
        easy.aliases.create(name="Baby row")
    fields = {
        "name": "Garden row", "pattern": Pattern.objects.get(slug="row").pk,
        "load_type": "bodyweight_plus", "load_entry": "per_hand", "laterality": "unilateral",
        "mechanic": "isolation", "metric": "seconds", "bodyweight_factor": "0,65",
        "one_rep_max_allowed": "on", "difficulty": "4", "spine_load": "high",
        "default_reps_low": "5", "default_reps_high": "7", "default_rest_seconds": "150",
        "step": "1.25", "setup": "Sit.", "cues": "Pull\n\nHold", "mistakes": "Jerking",
        "brace": "on", "note": "With the blue band", "aliases": "Gate row\nFence row",
        "equipment": [Equipment.objects.get(slug="band").pk], "easier": "baby row",
        "harder": "HARD ROW", "muscle-lats": "primary", "muscle-biceps": "secondary",
        "limitation-hip-pain": "avoid",
    }  # fmt: skip
    browser = as_user(alex)
    assert make(browser, **fields).status_code == 302
    made = own_of(alex, acting)
    with acting(alex):
        assert [(c.muscle.slug, c.credit) for c in made.credits.all()] == [
            ("lats", 1.0), ("biceps", 0.5),
        ]  # fmt: skip
        assert made.verdicts.get().limitation == Limitation.objects.get(slug="hip-pain")
        assert (made.regressions.get(), made.progressions.get()) == (easy, hard)
    assert (made.region, made.level, made.cues) == ("lats", "advanced", ["Pull", "Hold"])
    assert str(made.bodyweight_factor) == "0.650"
    again = typed(browser.get(address(made)))
    told = fields | {"cues": "Pull\nHold", "easier": "Easy row", "harder": "Hard row"}
    told |= {"bodyweight_factor": made.bodyweight_factor, "region": "lats"}
    assert again.keys() == told.keys()
    for name in told:
        assert str(again[name]).replace("True", "on") == str(told[name]), name
    browser.post(address(made), again | {"name": "Meadow row", "muscle-biceps": ""})
    changed = own_of(alex, acting)
    assert (changed.pk, changed.name, changed.slug) == (made.pk, "Meadow row", "garden-row")
    with acting(alex):
        assert changed.credits.count() == 1
        assert changed.aliases.count() == 2


def test_one_can_start_from_what_there_is(catalogue, as_user, alex, acting):
    browser = as_user(alex)
    page = browser.get(NEW + "?like=pull+up")
    assert page.context["form"]["name"].value() == "Pull-up (mine)"
    browser.post(NEW, typed(page))
    made, pull_up = own_of(alex, acting), Exercise.objects.public().get(slug="pull-up")
    with acting(alex):
        assert made.credits.count() == pull_up.credits.count()
        assert set(made.regressions.all()) == set(pull_up.regressions.all())
        assert set(made.equipment.all()) == set(pull_up.equipment.all())
    assert (made.cues, made.load_type, made.region) == (pull_up.cues, pull_up.load_type, "lats")
    assert "Made" not in browser.get(NEW + "?like=zzzz").text
    assert "No exercise is called that" in browser.get(NEW + "?like=zzzz").text


def test_the_name_of_a_search_that_found_nothing_is_taken_over(as_user, alex, db, client):
    text = as_user(alex).get("/exercises/", {"q": "garden & row"}).text
    assert "/exercises/new/?name=garden%20%26%20row" in text
    page = as_user(alex).get(NEW + "?name=garden%20%26%20row")
    assert page.context["form"]["name"].value() == "garden & row"
    assert NEW not in client.get("/exercises/", {"q": "garden"}).text


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "This field is required"),
        ("name", "known ROW", "In the catalogue there is “Known row”"),
        ("name", "mine", "Among the own ones there is “Mine”"),
        ("name", "x" * 121, "at most 120"),
        ("name", "a\0b", "Null characters"),
        ("name", "row \u202e", "no marks that turn its direction"),
        ("difficulty", "9", "less than or equal to 5"),
        ("default_reps_high", "3", "from the smaller number up to the greater"),
        ("default_reps_low", "0", "greater than or equal to 1"),
        ("default_rest_seconds", "99999", "less than or equal to 3600"),
        ("bodyweight_factor", "7", "less than or equal to 2"),
        ("step", "0", "more than 0 and at most 50 kg"),
        ("step", "many", "Use digits"),
        ("pattern", "999999", "Choose a movement from the list."),
        ("equipment", "x", "Choose equipment from the list."),
        ("muscle-lats", "7", "Choose one from the list."),
        ("load_type", "feathers", "Select a valid choice"),
        ("cues", "x" * 201, "at most 200 letters"),
        ("aliases", "a\n" * 21, "At most 20 lines"),
        ("easier", "Knwon row", "No exercise is called “Knwon row”. Did you mean “Known row”?"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_kept(
    as_user, alex, words, field, value, request, acting, vocabulary
):
    Muscle.objects.create(slug="lats", name="Lats", region="lats")
    ExerciseFactory(name="Known row")
    ExerciseFactory(name="Mine", member=alex)
    fields = {"name": "Garden row", "setup": "Sit down.", field: value}
    response = make(as_user(alex), **fields)
    assert response.status_code == 422
    assert words in response.text
    assert "Sit down." in response.text
    assert own_of(alex, acting).name == "Mine"


def test_no_ladder_runs_in_a_circle(as_user, alex, acting):
    low, mid, high = [ExerciseFactory(name=name) for name in ("Low", "Mid", "High")]
    with curating():
        low.progressions.add(mid)
        high.regressions.add(mid)
    browser = as_user(alex)
    refused = make(browser, name="Loop", easier="High", harder="Low")
    assert "This would run in a circle: Low → Mid → High leads back to this one." in refused.text
    assert make(browser, name="Step", easier="Low", harder="High").status_code == 302
    own = own_of(alex, acting)
    itself = browser.post(address(own), typed(browser.get(address(own)), harder="Step"))
    assert "No exercise is easier or harder than itself." in itself.text


def test_html_is_shown_as_text_and_any_script_has_its_name(as_user, alex, acting):
    browser = as_user(alex)
    make(browser, name="חתירה", setup="<script>alert(1)</script>", note="<b>x</b>")
    made = own_of(alex, acting)
    assert made.slug == "exercise"
    text = browser.get(made.get_absolute_url()).text
    assert "<h1><bdi>חתירה</bdi></h1>" in text
    assert "<script>alert" not in text
    assert "&lt;b&gt;x&lt;/b&gt;" in text


@pytest.mark.parametrize("name", ["New", "Collections", "!!!"])
def test_no_exercise_hides_behind_another_page(as_user, alex, acting, name):
    browser = as_user(alex)
    make(browser, name=name)
    response = browser.get(own_of(alex, acting).get_absolute_url())
    assert response.context["exercise"].name == name


def test_pounds_are_typed_and_kilograms_kept(as_user, alex, acting):
    alex.unit = "lb"
    alex.save()
    browser = as_user(alex)
    make(browser, name="Garden row", step="5")
    made = own_of(alex, acting)
    assert str(made.default_increment_kg) == "2.27"
    assert browser.get(address(made)).context["form"]["step"].value() == "5"


def test_a_client_s_own_exercise_is_changed_by_who_may_plan(as_user, alex, tara, acting):
    own = ExerciseFactory(member=alex, name="Garden row", slug="garden-row")
    ExerciseFactory(member=tara, name="Garden row")
    browser = as_user(tara)
    assert "Change" in browser.get(own.get_absolute_url()).text
    sent = typed(browser.get(address(own)), name="Meadow row")
    assert browser.post(address(own), sent).status_code == 302
    with acting(alex):
        own.refresh_from_db()
    assert (own.name, own.member) == ("Meadow row", alex)
    TrainerLink.objects.update(may_plan=False)
    assert address(own) not in browser.get(own.get_absolute_url()).text
    assert browser.get(address(own)).status_code == 404
    assert browser.post(address(own), sent).status_code == 404


@pytest.mark.parametrize("deed", ["removal", "retirement"])
def test_a_trainer_neither_deletes_nor_retires_it(as_user, alex, tara, deed):
    own = ExerciseFactory(member=alex)
    assert as_user(tara).post(address(own, deed)).status_code == 404


def test_what_nothing_uses_is_deleted_with_its_mark_and_note(as_user, alex, acting):
    own = ExerciseFactory(member=alex)
    ExerciseMarkFactory(member=alex, exercise=own)
    ExerciseNoteFactory(member=alex, exercise=own)
    browser = as_user(alex)
    assert "Nothing uses it" in browser.get(address(own, "removal")).text
    assert browser.post(address(own, "removal")).url == "/me/exercises/"
    with acting(alex):
        assert not Exercise.objects.owned_by(alex).exists()


def test_what_is_used_stays_and_says_by_what(as_user, alex, acting):
    own = ExerciseFactory(member=alex)
    for number in (1, 2):
        LoggedSetFactory(member=alex, exercise=own, number=number)
    PrescriptionFactory(member=alex, exercise=own)
    response = as_user(alex).post(address(own, "removal"))
    assert response.status_code == 409
    assert "It is used in 2 logged sets and 1 place in a routine" in response.text
    assert "You can retire it instead" in response.text
    assert own_of(alex, acting) == own


def test_what_is_retired_is_found_no_more_and_can_come_back(as_user, alex):
    own = ExerciseFactory(member=alex, name="Garden row")
    LoggedSetFactory(member=alex, exercise=own)
    browser = as_user(alex)
    assert browser.post(address(own, "retirement"), {"retire": "on"}).status_code == 302
    page = browser.get(own.get_absolute_url()).text
    assert "neither found nor suggested" in page
    browser.get("/today/")  # shows what was said
    assert "Garden row" not in browser.get("/exercises/").text
    mine = browser.get("/me/exercises/").context
    assert ([len(mine[name]) for name in ("own", "retired")]) == [0, 1]
    browser.post(address(own, "retirement"))
    assert "Garden row" in browser.get("/exercises/").text


def test_a_retired_name_is_still_taken(as_user, alex, acting):
    own = ExerciseFactory(member=alex, name="Garden row")
    browser = as_user(alex)
    browser.post(address(own, "retirement"), {"retire": "on"})
    assert "Among the own ones" in make(browser, name="garden row").text


def test_others_may_have_the_same_name(as_user, alex, sam, acting):
    for person in (alex, sam):
        assert make(as_user(person), name="Garden row").status_code == 302
    assert own_of(sam, acting).slug == own_of(alex, acting).slug


def test_the_form_takes_few_queries(as_user, alex, words, django_assert_max_num_queries):
    own = ExerciseFactory(member=alex)
    browser = as_user(alex)
    public_shelf()
    # savepoint and its release (of tests), session, user, settings of the transaction, exercise,
    # edition, own exercises, roles, muscles, limitations, movements, equipment, the open workout
    with django_assert_max_num_queries(14):
        browser.get(address(own))
