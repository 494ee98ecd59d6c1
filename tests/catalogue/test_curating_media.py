"""The curators' page of an exercise's pictures: change, put in order, remove."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from catalogue.models import ExerciseMedia
from tests.accounts.imaging import images
from tests.factories import ExerciseFactory, ExerciseMediaFactory

WORDS = {"alt": "Bar at the hips", "author": "Ada", "licence": "cc0", "source": ""}
JPEG = images.jpeg((400, 300))


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


@pytest.fixture
def exercise(db):
    return ExerciseFactory(name="Barbell row")


def page(exercise, rest=""):
    return f"/curate/exercises/{exercise.slug}/media/{rest}"


def sent(content=JPEG, name="photo.jpg", kind="image/jpeg", **words):
    return WORDS | {"file": SimpleUploadedFile(name, content, kind)} | words


def stored():
    try:
        return default_storage.listdir("exercises")[0]
    except FileNotFoundError:
        return []


def test_the_words_beside_a_picture_can_change(desk, exercise, ines):
    picture = ExerciseMediaFactory(exercise=exercise)
    address = page(exercise, f"{picture.pk}/")
    assert "Bar at the hips" in desk.get(address).text
    refused = desk.post(address, WORDS | {"alt": "", "author": "Grace"})
    assert refused.status_code == 422
    assert 'value="Grace"' in refused.text
    assert desk.post(address, WORDS | {"author": "Grace"}).status_code == 302
    picture.refresh_from_db()
    assert picture.author == "Grace"
    assert "Changed the words of a photograph" in LogEntry.objects.get().change_message


def test_removing_takes_every_size_along_after_the_commit(
    desk, exercise, django_capture_on_commit_callbacks
):
    desk.post(page(exercise), sent())
    picture = exercise.media.get()
    with django_capture_on_commit_callbacks() as callbacks:
        answer = desk.post(page(exercise, f"{picture.pk}/removal/"))
        assert answer.status_code == 302
        assert stored() == [picture.key]
    for callback in callbacks:
        callback()
    assert not exercise.media.exists()
    assert not stored()
    assert desk.get(picture.address).status_code == 404
    assert LogEntry.objects.latest("pk").change_message == "Removed a photograph: Bar at the hips"


@pytest.mark.parametrize("way", ["page", "action"])
def test_deleting_the_exercise_takes_its_pictures_along(
    desk, exercise, way, django_capture_on_commit_callbacks
):
    desk.post(page(exercise), sent())
    address, data = f"/manage/catalogue/exercise/{exercise.pk}/delete/", {"post": "yes"}
    if way == "action":
        address = "/manage/catalogue/exercise/"
        data |= {"action": "delete_selected", "_selected_action": [exercise.pk]}
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(address, data).status_code == 302
    assert not ExerciseMedia.objects.exists()
    assert not stored()


@pytest.mark.parametrize(
    ("given", "order"),
    [
        ([2, 0, 1], [2, 0, 1]),
        ([2], [2, 0, 1]),
        ([], [0, 1, 2]),
        (["x"], [0, 1, 2]),
        ([99], [0, 1, 2]),
        ([2, 2, 1], [2, 1, 0]),
    ],
)
def test_pictures_are_put_in_order(desk, exercise, given, order):
    pictures = [ExerciseMediaFactory(exercise=exercise, position=n) for n in range(3)]
    ids = [pictures[n].pk if n in range(3) else n for n in given]
    answer = desk.post(page(exercise, "order/"), {"order": ids}, headers={"HX-Request": "true"})
    assert answer.text.lstrip().startswith('<div id="pictures">')
    assert list(exercise.media.in_order()) == [pictures[n] for n in order]


def test_pictures_move_without_javascript_too(desk, exercise):
    first, second = (ExerciseMediaFactory(exercise=exercise, position=n) for n in range(2))
    for _ in range(2):
        assert desk.post(page(exercise, f"{second.pk}/earlier/")).status_code == 302
        assert list(exercise.media.in_order()) == [second, first]


def test_a_picture_is_reached_by_its_own_exercise_only(desk, exercise):
    other = ExerciseMediaFactory()
    for rest in ["", "earlier/", "removal/"]:
        assert desk.post(page(exercise, f"{other.pk}/{rest}")).status_code == 404


def test_own_exercises_have_no_pictures(desk, ines):
    own = ExerciseFactory(member=ines)
    assert desk.get(page(own)).status_code == 404
    assert desk.post(page(own), sent()).status_code == 404


def test_curators_find_their_way(desk, exercise, as_user, alex):
    assert page(exercise) in desk.get(exercise.get_absolute_url()).text
    assert page(exercise) not in as_user(alex).get(exercise.get_absolute_url()).text
    assert page(exercise) in desk.get(f"/manage/catalogue/exercise/{exercise.pk}/change/").text
