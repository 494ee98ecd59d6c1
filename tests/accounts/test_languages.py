"""Which language somebody reads exercises in: what they chose, or what their browser asks for."""

import pytest
from django.urls import reverse

from accounts.languages import (
    LANGUAGES,
    current_reader,
    language_asked_for,
    language_read,
    reading_in,
)
from accounts.models import User

SETTINGS = {"name": "Alex", "unit": "kg", "time_zone": "UTC"}


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("en-GB,en;q=0.9,de;q=0.8", "en"),
        ("fr;q=0.9,de;q=0.4,en;q=0.2", "de"),
        ("fr,it", "en"),
        ("de;q=0,en", "en"),
        ("*", "en"),
        ("; ,q=,\x00" + "a" * 600, "en"),
    ],
)
def test_a_browser_asks_for_a_language(header, language):
    assert language_asked_for(header) == language


def test_outside_a_request_everything_is_english():
    assert (language_read(), current_reader()) == ("en", None)


def test_the_language_ends_with_what_was_read():
    with pytest.raises(RuntimeError), reading_in("de"):
        assert language_read() == "de"
        raise RuntimeError
    assert language_read() == "en"


def test_a_language_that_there_is_no_more_is_english():
    with reading_in("tlh"):
        assert current_reader() is None


@pytest.mark.parametrize(
    ("chosen", "asked_for", "name"),
    [
        ("", "de", "Klimmzug"),
        ("", "en", "Pull-up"),
        ("en", "de", "Pull-up"),
        ("de", "en", "Klimmzug"),
    ],
)
def test_what_a_member_chose_goes_before_the_browser(
    chosen, asked_for, name, catalogue, alex, as_user
):
    User.objects.filter(pk=alex.pk).update(language=chosen)
    page = as_user(alex).get("/exercises/pull-up/", headers={"accept-language": asked_for})
    assert f"<title>{name} · BackGym</title>" in page.text


def test_a_visitor_reads_what_the_browser_asks_for(catalogue, client):
    page = client.get("/exercises/pull-up/", headers={"accept-language": "de-DE"})
    assert "Klimmzug" in page.text
    assert "Accept-Language" in page.headers["Vary"]
    assert "Klimmzug" not in client.get("/exercises/pull-up/").text


def test_a_member_chooses_a_language(alex, as_user):
    url = reverse("account:settings")
    page = as_user(alex).get(url).text
    assert all(name in page for name in LANGUAGES.values())
    as_user(alex).post(url, SETTINGS | {"language": "de"})
    alex.refresh_from_db()
    assert alex.language == "de"
    as_user(alex).post(url, SETTINGS | {"language": ""})
    alex.refresh_from_db()
    assert alex.language == ""


def test_a_language_that_is_not_there_is_refused(alex, as_user):
    response = as_user(alex).post(reverse("account:settings"), SETTINGS | {"language": "tlh"})
    assert response.status_code == 422
    alex.refresh_from_db()
    assert alex.language == ""
