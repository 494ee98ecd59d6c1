"""Beginning a routine, naming it, and its draft: opened, and thrown away."""

import pytest
from django.urls import reverse

from tests.workouts.plans import draft_for, id_in, names, released_for
from workouts.building import open_draft
from workouts.models import Routine, RoutineVersion

PLAN = "/plan/"


def test_a_routine_from_nothing_begins_as_a_draft(as_user, alex, acting):
    response = as_user(alex).post("/plan/new/", {"name": "My back", "template": ""})
    with acting(alex):
        draft = RoutineVersion.objects.drafts().select_related("routine").get()
    assert draft.routine.name == "My back"
    assert response.url == reverse("workouts:edit", args=[draft.routine_id])
    assert names(draft) == [[]]


def test_a_routine_from_a_ready_one_may_have_another_name(as_user, alex, acting, catalogue):
    as_user(alex).post("/plan/new/", {"name": "My back", "template": "wide-thick-2x"})
    with acting(alex):
        assert Routine.objects.get().name == "My back"


@pytest.mark.parametrize("template", ["", "wide-thick-2x"])
def test_a_routine_begun_twice_is_one(as_user, alex, acting, catalogue, template):
    client = as_user(alex)
    typed = {"id": id_in(client.get("/plan/new/").text), "name": "My back", "template": template}
    first, second = (client.post("/plan/new/", typed) for _ in range(2))
    assert first.url == second.url
    with acting(alex):
        assert str(Routine.objects.owned_by(alex).get().pk) == typed["id"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": ""}, "Give your routine a name."),
        ({"name": "x" * 121}, "at most 120 characters"),
        ({"name": "a\0b"}, "Null characters are not allowed."),
        ({"name": "Kept", "template": "none-such"}, "Choose a ready routine from the list"),
    ],
)
def test_a_new_routine_is_refused_in_words(as_user, alex, acting, typed, words):
    response = as_user(alex).post("/plan/new/", typed)
    assert response.status_code == 422
    assert words in response.text
    if typed["name"] == "Kept":
        assert 'value="Kept"' in response.text
    with acting(alex):
        assert not Routine.objects.exists()


def test_a_routine_is_renamed(as_user, alex, acting):
    routine = released_for(alex).routine
    url = reverse("workouts:rename", args=[routine.pk])
    client = as_user(alex)
    assert "Give your routine a name." in client.post(url, {"name": " "}).text
    client.post(url, {"name": "Better"})
    with acting(alex):
        routine.refresh_from_db()
    assert routine.name == "Better"


def test_editing_opens_the_one_draft(as_user, alex, acting):
    version = released_for(alex, days=2)
    client, url = as_user(alex), reverse("workouts:draft", args=[version.routine_id])
    for _ in range(2):
        assert client.post(url).url == reverse("workouts:edit", args=[version.routine_id])
    with acting(alex):
        draft = RoutineVersion.objects.drafts().get()
    assert draft.number == 2
    assert names(draft) == names(version)


def test_looking_at_the_builder_makes_no_draft(as_user, alex, acting):
    version = released_for(alex)
    response = as_user(alex).get(reverse("workouts:edit", args=[version.routine_id]))
    assert response.url == version.routine.get_absolute_url()
    with acting(alex):
        assert not RoutineVersion.objects.drafts().exists()


def test_throwing_a_draft_away_asks_first(as_user, alex):
    version = draft_for(alex)
    page = as_user(alex).get(reverse("workouts:discard-draft", args=[version.routine_id]))
    assert "Throw the draft of Back twice away?" in page.text
    assert names(version) == [["Lift 11", "Lift 12"]]


def test_a_draft_is_thrown_away_alone(as_user, alex, acting):
    version = released_for(alex)
    with acting(alex):
        open_draft(version.routine)
    as_user(alex).post(reverse("workouts:discard-draft", args=[version.routine_id]))
    with acting(alex):
        assert list(RoutineVersion.objects.all()) == [version]


def test_a_routine_that_never_was_in_use_goes_with_its_draft(as_user, alex, acting):
    version = draft_for(alex)
    url = reverse("workouts:discard-draft", args=[version.routine_id])
    assert as_user(alex).post(url).url == PLAN
    with acting(alex):
        assert not Routine.objects.exists()
