"""manage.py import_log: which exercise a name in the file means."""

from accounts.context import curating
from catalogue.models import Exercise, ExerciseAlias
from tests.factories import ExerciseFactory, UserFactory
from tests.progress.exports import STRONG, strong


def test_names_mean_ours_then_the_members_own_then_names_and_aliases(bring, journal, alex, db):
    deadlift = ExerciseFactory(slug="deadlift", name="Pull from the floor")
    ExerciseFactory(member=alex, name="Deadlift (Barbell)")
    own = ExerciseFactory(member=alex, name="CABLE thing")
    ExerciseFactory(name="Cable Thing")
    named = ExerciseFactory(name="Zercher carry")
    called = ExerciseFactory(name="Something else")
    aliases = [(called, "Viking press"), (named, "Mystery"), (called, "Mystery")]
    with curating():
        for exercise, name in aliases:
            with curating():
                ExerciseAlias.objects.create(exercise=exercise, name=name)
    names = ["Deadlift (Barbell)", "cable  thing", "Zercher Carry", "viking press", "Mystery"]
    receipt = bring(STRONG + "".join(map(strong, names)), "--unit", "kg")
    exercises = [row.exercise for row in journal()]
    assert exercises[:4] == [deadlift, own, named, called]
    assert (exercises[4].name, exercises[4].member_id) == ("Mystery", alex.pk)
    assert "Exercises made your own: 1." in receipt


def test_anothers_own_exercise_is_never_meant(bring, journal, alex, db):
    ExerciseFactory(member=UserFactory(), name="Log press")
    bring(STRONG + strong("Log press"), "--unit", "kg")
    assert journal()[0].exercise.member_id == alex.pk


def test_an_own_exercise_is_counted_as_its_sets_are(bring, journal, catalogue):
    rows = [
        strong("With a load"),
        strong("Without", load=0),
        strong("Held", load=0, reps=0, seconds=30),
        strong("Run", load=0, reps=0, seconds=600, distance=2),
        strong("Carried", load=40, reps=0, distance=20),
        strong("Ж", order=1),
        strong("Ж" * 150, order=1),
    ]
    bring(STRONG + "".join(rows), "--unit", "kg", "--distance-unit", "km")
    found = {row.exercise.name: row.exercise for row in journal()}
    kinds = [(exercise.metric, exercise.load_type) for exercise in found.values()]
    assert kinds[:5] == [
        ("reps", "external"),
        ("reps", "bodyweight"),
        ("seconds", "duration"),
        ("time_distance", "cardio"),
        ("metres", "distance_load"),
    ]
    assert [exercise.slug for exercise in found.values()][5:] == ["exercise", "exercise-2"]
    assert len(list(found)[6]) == 120


def test_an_own_exercise_takes_no_address_of_ours(bring, journal, catalogue):
    bring(STRONG + strong("Deadlift!"), "--unit", "kg")
    assert journal()[0].exercise.slug == "deadlift-2"
    assert Exercise.objects.public().filter(slug="deadlift").exists()
