"""Signing in and out, and a password that was forgotten or is to change."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client

from tests.factories import UserFactory

PASSWORD = "rowing before breakfast"
OTHER = "deadlifts after lunch"


@pytest.fixture(autouse=True)
def _fresh_limits(db):
    cache.clear()  # how often something was tried is counted there


@pytest.fixture
def maya(db):
    maya = UserFactory(email="maya@example.com", password=PASSWORD)
    EmailAddress.objects.create(user=maya, email=maya.email, verified=True, primary=True)
    return maya


def sign_in(client, email="maya@example.com", password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": email, "password": password} | more)


def code():
    return re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.M)[1]


def test_a_member_signs_in_whatever_the_capitals(client, maya):
    assert sign_in(client, email="Maya@Example.com").url == "/today/"
    assert client.get("/").url == "/today/"


def test_a_wrong_password_and_an_unknown_address_read_the_same(client, maya):
    wrong = sign_in(client, password=OTHER).text
    unknown = sign_in(client, email="who@example.com").text
    assert "E-mail and password do not match" in wrong
    assert "E-mail and password do not match" in unknown
    assert "maya@example.com" in wrong
    assert PASSWORD not in unknown


def test_after_five_wrong_tries_even_the_right_password_waits(client, maya):
    for _ in range(5):
        sign_in(client, password=OTHER)
    assert "Too many tries" in sign_in(client).text


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client, maya):
    asked = client.get("/me/settings/")
    assert asked.url == "/sign-in/?next=/me/settings/"
    assert 'name="next" value="/me/settings/"' in client.get(asked.url).text
    assert sign_in(client, next="/me/settings/").url == "/me/settings/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "\\\\evil"])
def test_signing_in_never_leads_elsewhere(client, maya, elsewhere):
    assert sign_in(client, next=elsewhere).url == "/today/"


@pytest.mark.parametrize(
    ("email", "password", "words"),
    [
        ("", PASSWORD, "This field is required"),
        ("maya", PASSWORD, "Enter a valid email address"),
        ("maya@example.com\0", PASSWORD, "Null characters are not allowed"),
        ("maya@example.com", "nul\0", "Null characters are not allowed"),
        ("m" * 10_000 + "@example.com", PASSWORD, "at most"),
    ],
)
def test_bad_input_is_refused_in_words(client, maya, email, password, words):
    assert words in sign_in(client, email, password).text


def test_signing_out_takes_a_post(client, maya):
    sign_in(client)
    assert "Sign out?" in client.get("/sign-out/").text
    assert client.get("/").url == "/today/"
    assert client.post("/sign-out/").url == "/"
    assert client.get("/").status_code == 200


def test_a_forgotten_password_is_replaced_with_a_mailed_code(client, maya):
    elsewhere = Client()
    sign_in(elsewhere)
    assert client.post("/password/reset/", {"email": maya.email}).url == "/password/reset/code/"
    assert client.post("/password/reset/code/", {"code": code()}).url == "/password/reset/new/"
    assert client.post("/password/reset/new/", {"password1": OTHER}).url == "/password/reset/done/"
    assert "Sign in with the new one" in client.get("/password/reset/done/").text
    assert sign_in(Client(), password=OTHER).url == "/today/"
    assert elsewhere.get("/me/").url.startswith("/sign-in/")  # signed out there
    assert "was reset" in mail.outbox[-1].body


def test_a_new_password_needs_the_code(client, maya):
    client.post("/password/reset/", {"email": maya.email})
    assert client.post("/password/reset/new/", {"password1": OTHER}).url == "/password/reset/code/"
    assert "not the code" in client.post("/password/reset/code/", {"code": "no"}).text


def test_asking_for_a_reset_reveals_nothing(client, maya):
    known = client.post("/password/reset/", {"email": maya.email})
    known_page = client.get(known.url).text
    client.cookies.clear()
    unknown = client.post("/password/reset/", {"email": "who@example.com"})
    assert known.url == unknown.url
    assert "has an account, a code is on its way" in known_page
    assert "has an account, a code is on its way" in client.get(unknown.url).text
    assert "There is no account" in mail.outbox[-1].body


def test_a_changed_password_ends_other_devices_and_is_mailed(client, maya):
    elsewhere = Client()
    sign_in(client)
    sign_in(elsewhere)
    answer = client.post("/me/password/", {"oldpassword": PASSWORD, "password1": OTHER})
    assert answer.url == "/me/"
    assert client.get("/me/").status_code == 200
    assert elsewhere.get("/me/").status_code == 302
    assert "was changed" in mail.outbox[-1].body


def test_a_password_changes_only_with_the_old_one(client, maya):
    sign_in(client)
    page = client.post("/me/password/", {"oldpassword": OTHER, "password1": OTHER}).text
    assert "This is not your password" in page


def test_a_new_e_mail_takes_the_password_and_then_its_code(client, maya):
    sign_in(client)
    asked = client.post("/me/email/", {"action_add": "", "email": "maya2@example.com"})
    assert asked.url.startswith("/sign-in/again/")
    assert "Your password, once more" in client.get(asked.url).text
    assert "not your password" in client.post(asked.url, {"password": OTHER}).text
    assert client.post(asked.url, {"password": PASSWORD}).url == "/confirm/"
    maya.refresh_from_db()
    assert maya.email == "maya@example.com"

    client.post("/confirm/", {"code": code()})
    maya.refresh_from_db()
    assert maya.email == "maya2@example.com"
    assert mail.outbox[-1].to == ["maya@example.com"]  # the old address is told
    assert "You now sign in with maya2@example.com" in mail.outbox[-1].body


def test_somebody_elses_address_cannot_be_taken(client, maya, alex):
    sign_in(client)
    asked = client.post("/me/email/", {"action_add": "", "email": alex.email})
    assert client.post(asked.url, {"password": PASSWORD}).url == "/confirm/"
    assert mail.outbox[-1].to == [alex.email]
    assert "This address cannot be used" in client.post("/confirm/", {"code": code()}).text
    maya.refresh_from_db()
    assert maya.email == "maya@example.com"


def test_a_closed_account_cannot_sign_in(client, maya):
    maya.is_active = False
    maya.save()
    assert sign_in(client).url == "/closed/"
    assert "closed" in client.get("/closed/").text
