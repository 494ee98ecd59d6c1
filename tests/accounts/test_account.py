"""A member's account: /me/, /me/settings/, /me/goals/."""

import pytest

from accounts.models import TrainingProfile
from tests.factories import TrainingProfileFactory, UserFactory

SETTINGS = {"name": "Alex New", "unit": "lb", "time_zone": "Europe/Paris"}


def test_the_account_shows_whose_it_is_and_leads_on(as_user, alex, django_assert_max_num_queries):
    TrainingProfileFactory(member=alex, goals=["width", "strength"])
    client = as_user(alex)
    with django_assert_max_num_queries(8):  # session, user, row settings, profile, open workout
        page = client.get("/me/").text
    assert "A wider back, A stronger deadlift" in page
    for address in ["/me/settings/", "/me/limits/", "/me/sharing/", "/me/password/", "/sign-out/"]:
        assert address in page


def test_each_role_has_its_own_links(as_user, alex, tara):
    curator = UserFactory(is_staff=True)
    links = {"Coaching": "/coach/clients/", "Curation": "/manage/"}
    for person, shown in [(alex, None), (tara, "Coaching"), (curator, "Curation")]:
        main = as_user(person).get("/me/").text.partition("<main")[2].partition("</main>")[0]
        for group, address in links.items():
            assert (f">{group}</h2>" in main) is (group == shown)
            assert (f'href="{address}"' in main) is (group == shown)


def test_nobody_sees_it_without_signing_in(client, db):
    for address in ["/me/", "/me/settings/", "/me/goals/", "/me/password/", "/me/email/"]:
        assert client.get(address).url == f"/sign-in/?next={address}"


def test_settings_are_kept(as_user, alex):
    assert as_user(alex).post("/me/settings/", SETTINGS).url == "/me/"
    alex.refresh_from_db()
    assert (alex.name, alex.unit, alex.time_zone) == ("Alex New", "lb", "Europe/Paris")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": "A" * 10_000}, "at most 80 characters"),
        ({"name": "Mara \u202etset"}, "signs that change the direction of writing"),
        ({"name": "A\0"}, "Null characters are not allowed"),
        ({"unit": "stone"}, "Select a valid choice"),
        ({"time_zone": "Mars/Olympus"}, "Select a valid choice"),
        ({"time_zone": ""}, "This field is required"),
    ],
)
def test_bad_settings_are_refused_and_what_was_typed_stays(as_user, alex, changes, words):
    response = as_user(alex).post("/me/settings/", SETTINGS | changes)
    page = response.text
    assert response.status_code == 422
    assert words in page
    assert "Alex Test" in page  # the name above the page is still the old one
    assert changes.get("name", "Alex New").replace("\0", "") in page.replace("\0", "")
    alex.refresh_from_db()
    assert alex.name == "Alex Test"


def test_a_form_cannot_make_itself_a_trainer(as_user, alex):
    as_user(alex).post("/me/settings/", SETTINGS | {"trainer_since": "2026-01-01", "is_staff": "1"})
    alex.refresh_from_db()
    assert not alex.is_trainer
    assert not alex.is_staff


def test_goals_change_on_their_own_page(as_user, alex, acting):
    answers = {
        "goals": ["back_care"],
        "level": "beginner",
        "days_per_week": "3",
        "session_minutes": "30",
        "unit": "kg",
    }
    assert as_user(alex).post("/me/goals/", answers).url == "/me/"
    with acting(alex):
        assert TrainingProfile.objects.get().goals == ["back_care"]


@pytest.mark.parametrize("address", ["/me/goals/", "/start/goals/"])
def test_refused_goals_are_no_success(as_user, alex, address):
    response = as_user(alex).post(address, {"goals": ["width", "strength", "back_care"]})
    assert response.status_code == 422
    assert "Pick two goals at most" in response.text
