"""Accounts on the admin site at /manage/: who trains others; never a password or a journal."""

import pytest

from tests.factories import UserFactory


@pytest.fixture
def admin(db, as_user):
    return as_user(UserFactory(email="admin@example.com", is_staff=True, is_superuser=True))


def test_staff_let_a_member_train_others(admin, alex):
    url = "/manage/accounts/user/"
    admin.post(url, {"action": "make_trainers", "_selected_action": [alex.pk]})
    alex.refresh_from_db()
    assert alex.is_trainer
    admin.post(url, {"action": "end_training_others", "_selected_action": [alex.pk]})
    alex.refresh_from_db()
    assert not alex.is_trainer


def test_staff_find_a_member_by_mail(admin, alex, sam):
    page = admin.get("/manage/accounts/user/", {"q": "alex@"}).text
    assert "alex@example.com" in page
    assert "sam@example.com" not in page


def test_staff_see_no_password_and_remove_nobody(admin, alex):
    page = admin.get(f"/manage/accounts/user/{alex.pk}/change/").text
    assert (
        "password"
        not in page.replace("account_change_password", "")
        .lower()
        .split("user-tools")[-1]
        .split("</header>")[-1]
    )
    assert (
        admin.post(f"/manage/accounts/user/{alex.pk}/delete/", {"post": "yes"}).status_code == 403
    )
    assert admin.get("/manage/accounts/user/add/").status_code == 403


def test_staff_cannot_change_an_address(admin, alex):
    admin.post(f"/manage/accounts/user/{alex.pk}/change/", {"email": "mine@example.com"})
    alex.refresh_from_db()
    assert alex.email == "alex@example.com"


def test_members_and_visitors_are_sent_away(client, as_user, alex):
    assert client.get("/manage/").url.startswith(("/sign-in/", "/manage/login/"))
    assert as_user(alex).get("/manage/").status_code in (302, 403)
