"""One exercise: GET /exercises/<slug>/, open to everybody."""

import pytest
from django.test import Client

from accounts.context import curating
from catalogue.models import ExerciseLimitation, ExerciseMuscle, Limitation, Muscle, Pattern
from catalogue.shelf import public_shelf
from tests.factories import (
    EquipmentFactory,
    ExerciseFactory,
    ExerciseMediaFactory,
    LimitationFactory,
    MemberLimitationFactory,
    MergeFactory,
    TrainingProfileFactory,
)


def url(exercise):
    return exercise.get_absolute_url()


def test_a_visitor_reads_all_of_it(catalogue, client):
    text = client.get("/exercises/romanian-deadlift/").text
    for words in [
        "Romanian deadlift",
        "Hip hinge",
        "Barbell",
        "Take the bar from hip-high hooks",
        "Push your hips straight back",
        "Chasing depth by rounding the lower back",
        "Brace before every rep",
        "3 × 6–10, rest 2:30",
        "High spine load",
        "Intermediate",
        "Hamstrings",
        "1 set",
        "0.5 set",
        "Recent hamstring strain",
        "Leave out",
        "Take care",
        "Also called",
        "RDL",
        "Sign in",
    ]:
        assert words in text, words


def test_the_ladder_leads_up_and_down(catalogue, client):
    ladder = client.get("/exercises/pull-up/").context["ladder"]
    harder, easier = ([row.entry.slug for row in steps] for steps in ladder)
    assert set(harder) == {"weighted-pull-up", "wide-grip-pull-up", "archer-pull-up"}
    assert {"lat-pulldown", "band-assisted-pull-up"} <= set(easier)


def test_every_kind_of_exercise_has_its_page(catalogue, client):
    for slug in ["pull-up", "dead-hang", "rowing-erg", "push-up", "sorensen-hold"]:
        assert "In short" in client.get(f"/exercises/{slug}/").text


@pytest.mark.parametrize("slug", ["nothing", "PULL-UP", "a" * 500])
def test_what_is_not_there_is_not_found(db, client, slug):
    ExerciseFactory(slug="pull-up")
    assert client.get(f"/exercises/{slug}/").status_code == 404


def test_own_exercises_open_for_their_member_and_trainer_only(as_user, alex, tara, sam):
    exercise = ExerciseFactory(member=alex, name="Garden row", slug="garden-row")
    assert "Yours" in as_user(alex).get(url(exercise)).text
    assert "A client’s" in as_user(tara).get(url(exercise)).text
    for stranger in [as_user(sam), Client()]:
        for address in [url(exercise), "/exercises/garden-row/"]:
            assert stranger.get(address).status_code == 404


def test_an_own_exercise_may_have_the_address_of_the_catalogues(as_user, alex):
    shared = ExerciseFactory(slug="row", name="Row for all")
    own = ExerciseFactory(slug="row", name="Row of mine", member=alex)
    browser = as_user(alex)
    assert browser.get(url(shared)).context["exercise"] == shared
    assert browser.get(url(own)).context["exercise"] == own
    assert browser.get(url(shared), {"of": "nonsense"}).context["exercise"] == shared


@pytest.mark.parametrize(
    ("severity", "verdict", "words"),
    [
        ("mild", "avoid", "Leave it out."),
        ("mild", "caution", "Start light, with at least four reps in reserve"),
        ("strong", "caution", "Leave it out."),
        ("mild", None, "Within your limits."),
    ],
)
def test_it_says_whether_it_fits_and_why(as_user, alex, severity, verdict, words):
    sore = LimitationFactory(name="Sore elbow")
    MemberLimitationFactory(member=alex, limitation=sore, severity=severity)
    exercise = ExerciseFactory()
    if verdict:
        with curating():
            ExerciseLimitation.objects.create(exercise=exercise, limitation=sore, verdict=verdict)
    text = as_user(alex).get(url(exercise)).text
    assert words in text
    assert ("Sore elbow" in text) == bool(verdict)


def test_it_names_the_equipment_that_is_missing(as_user, alex):
    TrainingProfileFactory(member=alex, has_stated_equipment=True)
    exercise = ExerciseFactory()
    with curating():
        exercise.equipment.add(EquipmentFactory(name="Dip belt"))
    assert "You would need dip belt" in as_user(alex).get(url(exercise)).text


def test_limits_of_others_are_not_told(as_user, alex, sam):
    sore = LimitationFactory()
    MemberLimitationFactory(member=alex, limitation=sore)
    exercise = ExerciseFactory()
    with curating():
        ExerciseLimitation.objects.create(exercise=exercise, limitation=sore, verdict="avoid")
    assert "Leave it out." not in as_user(sam).get(url(exercise)).text


def test_the_page_takes_few_queries(as_user, tara, django_assert_max_num_queries):
    exercise = ExerciseFactory()
    for number in range(12):
        muscle = Muscle.objects.create(slug=f"m{number}", name=f"Muscle {number}")
        with curating():
            ExerciseMuscle.objects.create(exercise=exercise, muscle=muscle, role="primary")
        with curating():
            exercise.equipment.add(EquipmentFactory())
        with curating():
            exercise.regressions.add(ExerciseFactory())
        with curating():
            exercise.aliases.create(name=f"Alias {number}")
        with curating():
            ExerciseLimitation.objects.create(
                exercise=exercise, limitation=LimitationFactory(), verdict="avoid"
            )
        MemberLimitationFactory(member=tara)
        ExerciseMediaFactory(exercise=exercise, alt=f"Picture {number}")
    browser = as_user(tara)
    public_shelf()
    # savepoint and its release, session, user, a trainer's links, settings of the transaction,
    # what was said, edition with own exercises, exercise, verdicts, muscles, the open workout
    with django_assert_max_num_queries(12):
        text = browser.get(url(exercise)).text
    assert "Alias 11" in text
    assert "Muscle 11" in text
    assert "Picture 11" in text


def test_it_offers_three_other_exercises_and_says_why(catalogue, client):
    text = client.get("/exercises/barbell-row/").text
    assert "If the barbell is taken" in text
    assert "Same movement, same muscles, an easier version, easier on the spine." in text
    assert text.count("Same movement") == 3


def test_what_hurts_is_not_offered_instead(catalogue, as_user, alex):
    before = as_user(alex).get("/exercises/deadlift/").context["substitutes"]
    MemberLimitationFactory(member=alex, limitation=Limitation.objects.get(slug="lbp-acute"))
    after = as_user(alex).get("/exercises/deadlift/").context["substitutes"]
    assert [one.entry.slug for one in after] != [one.entry.slug for one in before]
    assert after[0].entry.slug == "glute-bridge"


def test_an_own_exercise_has_others_too(catalogue, as_user, alex, acting):
    pattern = Pattern.objects.get(slug="horizontal-pull")
    own = ExerciseFactory(member=alex, pattern=pattern, difficulty=5)
    with acting(alex):
        own.credits.create(muscle=Muscle.objects.get(slug="rhomboid-major"), role="primary")
    assert "Something else to do" in as_user(alex).get(url(own)).text


def test_the_address_of_a_merged_exercise_leads_to_the_survivor(client, db):
    old, now = ExerciseFactory(slug="old"), ExerciseFactory(slug="now")
    MergeFactory(old, now)
    answer = client.get("/exercises/old/")
    assert (answer.status_code, answer.url) == (301, "/exercises/now/")
    assert "no-cache" in answer["Cache-Control"]
