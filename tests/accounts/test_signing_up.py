"""Signing up at /sign-up/, with a code by mail at /confirm/."""

import re

import pytest
from allauth.account.internal.flows import manage_email
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import User

PASSWORD = "rowing before breakfast"
NEW = {"email": "new@example.com", "password1": PASSWORD, "time_zone": "Europe/Berlin"}


@pytest.fixture(autouse=True)
def _fresh_limits(db):
    cache.clear()  # how often something was tried is counted there


def sign_up(client, **changes):
    return client.post("/sign-up/", NEW | changes)


def code_in(message):
    return re.search(r"^ {4}(\S+)$", message.body, re.M)[1]


def test_a_visitor_becomes_a_member_with_the_mailed_code(client):
    response = sign_up(client)
    assert response.url == "/confirm/"
    assert not client.get("/start/goals/").context  # not signed in before the code

    response = client.post("/confirm/", {"code": code_in(mail.outbox[0])})
    assert response.url == "/start/goals/"
    assert client.get("/start/goals/").status_code == 200
    member = User.objects.get(email="new@example.com")
    assert member.time_zone == "Europe/Berlin"
    assert EmailAddress.objects.get(user=member).verified


def test_the_code_may_be_typed_as_people_type(client):
    sign_up(client)
    code = code_in(mail.outbox[0]).lower().replace("-", " ")
    assert client.post("/confirm/", {"code": code}).url == "/start/goals/"


def test_a_wrong_code_is_refused_in_words_and_three_end_it(client):
    sign_up(client)
    page = client.post("/confirm/", {"code": "WRONG"}).text
    assert "This is not the code we sent" in page
    assert "WRONG" in page
    client.post("/confirm/", {"code": "WRONG"})
    assert client.post("/confirm/", {"code": "WRONG"}).url == "/sign-in/"
    assert client.post("/confirm/", {"code": code_in(mail.outbox[0])}).url == "/sign-in/"


def test_after_three_wrong_codes_signing_in_sends_another_as_it_says(client, time_machine):
    time_machine.move_to("2026-11-20T12:00:00Z")
    sign_up(client)
    for _ in range(3):
        client.post("/confirm/", {"code": "WRONG"})
    page = client.get("/sign-in/").text
    assert "That code no longer works. Sign in again in a few seconds" in page
    assert "Too many tries" not in page
    time_machine.move_to("2026-11-20T12:00:20Z")
    client.post("/sign-in/", {"login": NEW["email"], "password": PASSWORD})
    assert client.post("/confirm/", {"code": code_in(mail.outbox[1])}).url == "/today/"


def test_after_three_wrong_codes_a_password_is_reset_anew(client, alex):
    client.post("/password/reset/", {"email": alex.email})
    for _ in range(3):
        client.post(reverse("account_confirm_password_reset_code"), {"code": "WRONG"})
    assert "That code no longer works. Reset the password again" in client.get("/sign-in/").text


def test_after_three_wrong_codes_a_new_address_is_asked_for_again(as_user, alex):
    EmailAddress.objects.create(user=alex, email=alex.email, primary=True, verified=True)
    client = as_user(alex)
    alex.set_password(PASSWORD)
    alex.save()
    client.force_login(alex)
    client.post("/sign-in/again/?next=/me/email/", {"password": PASSWORD})
    client.post("/me/email/", {"action_add": "", "email": "other@example.com"})
    for _ in range(3):
        client.post("/confirm/", {"code": "WRONG"})
    assert "That code no longer works. Change the e-mail again" in client.get("/me/").text


def test_a_code_works_once_and_for_ten_minutes(client, time_machine):
    time_machine.move_to("2026-11-20T12:00:00Z")
    sign_up(client)
    time_machine.move_to("2026-11-20T12:10:01Z")
    assert client.post("/confirm/", {"code": code_in(mail.outbox[0])}).url == "/sign-in/"


def test_a_taken_address_reveals_nothing(client, alex):
    taken, free = sign_up(client, email=alex.email.upper()), client.get("/confirm/")
    client.cookies.clear()
    fresh = sign_up(client)
    assert (taken.status_code, taken.url) == (fresh.status_code, fresh.url)
    unknown = client.get("/confirm/")
    assert _without(free.text, alex.email) == _without(unknown.text, "new@example.com")
    assert [message.to[0] for message in mail.outbox] == [alex.email, "new@example.com"]
    assert "There is one already" in mail.outbox[0].body
    assert User.objects.filter(email__iexact=alex.email).count() == 1


def test_signing_up_twice_at_once_makes_one_account(client, monkeypatch):
    sign_up(client)
    cache.clear()  # or it is a second mail within ten seconds, which is refused first
    assess = "allauth.account.internal.flows.manage_email.assess_unique_email"
    answers = iter([True])  # free when the form looked: the other was not stored yet
    with monkeypatch.context() as a_moment_ago:
        real = manage_email.assess_unique_email
        a_moment_ago.setattr(assess, lambda *args, **of: next(answers, None) or real(*args, **of))
        loser = sign_up(Client())
    assert (loser.status_code, loser.url) == (302, "/confirm/")
    assert User.objects.count() == 1
    assert "There is one already" in mail.outbox[1].body


def _without(page, email):
    """The page without what differs anyway: the address, tokens, and the offer to change it."""
    page = re.sub(r"<details.*?</details>", "", page, flags=re.S)
    return " ".join(
        re.sub(r'(value|hx-headers)=("[^"]*"|\'[^\']*\')', "", page).replace(email, "").split()
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": "nobody"}, "Enter a valid email address"),
        (
            {"email": f"{'a' * 60}@{'b' * 63}.{'c' * 63}.{'d' * 63}.example"},
            "at most 254 characters",
        ),
        ({"email": ""}, "This field is required"),
        ({"password1": "short"}, "at least 12 characters"),
        ({"password1": "123456789012"}, "entirely numeric"),
        ({"password1": "BackGym-12345"}, "The name of this site is guessed first"),
        ({"password1": "newer@example.com"}, "too similar to the e-mail"),
        ({"password1": "x" * 10_000}, "at most 128 characters"),
        ({"password1": "nul\0nul\0nul\0nul"}, "Null characters are not allowed"),
    ],
)
def test_bad_input_is_refused_beside_the_field(client, changes, words):
    response = sign_up(client, **changes)
    page = response.text
    assert response.status_code == 422
    assert page.count(words) == 2  # in the summary, and beside the field
    assert 'aria-invalid="true"' in page
    assert not User.objects.exists()
    assert "password1" in changes or "new@example.com" not in page


def test_what_is_no_time_zone_becomes_utc(client):
    sign_up(client, time_zone="Mars/Olympus")
    assert User.objects.get().time_zone == "UTC"


def test_a_new_code_replaces_the_old_one(client, time_machine):
    time_machine.move_to("2026-11-20T12:00:00Z")
    sign_up(client)
    time_machine.move_to("2026-11-20T12:01:00Z")
    assert client.post("/confirm/", {"action": "resend"}).url == "/confirm/"
    first, second = (code_in(message) for message in mail.outbox)
    assert "not the code we sent" in client.post("/confirm/", {"code": first}).text
    assert client.post("/confirm/", {"code": second}).url == "/start/goals/"
