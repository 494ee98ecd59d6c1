"""What goes wrong is said in words: wrong addresses, wrong methods, forged forms, no database."""

from contextlib import ExitStack
from unittest.mock import patch

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from backgym import views


@pytest.fixture
def careful():
    """A browser that sees the error page where the test client would raise the error."""
    return Client(raise_request_exception=False)


@pytest.fixture
def no_database(db):
    """Call it to pull the plug: from then on nothing reaches the database."""
    away = OperationalError("connection to server failed: Connection refused")
    with ExitStack() as plug:

        def pull_the_plug():
            for name in ("ensure_connection", "_cursor"):
                plug.enter_context(patch.object(connection, name, side_effect=away))
            plug.enter_context(patch.object(connection, "close"))  # the test's own stays usable

        yield pull_the_plug


def assert_helpful(response, status):
    assert response.status_code == status
    assert f"Error {status}" in response.text
    assert "Traceback" not in response.text
    assert "Content-Security-Policy" in response.headers


@pytest.mark.parametrize("path", ["/nothing/", "/exercises/%00/", "/start/nowhere/", "/%ff/"])
def test_what_is_not_there_is_said(careful, db, path):
    assert_helpful(careful.get(path), 404)


def test_a_method_that_is_not_taken_is_said(careful, db):
    response = careful.post("/")
    assert_helpful(response, 405)
    assert response["Allow"] == "GET"


def test_a_host_that_is_not_ours_is_refused(careful, db):
    assert_helpful(careful.get("/", headers={"host": "evil.example"}), 400)


def test_a_form_without_its_token_is_refused_in_words(db):
    forger = Client(enforce_csrf_checks=True)
    response = forger.post("/sign-in/", {"login": "a@example.com", "password": "x"})
    assert response.status_code == 403
    assert "This form was open too long" in response.text


def test_an_error_of_ours_is_a_page_and_no_traceback(careful, db, monkeypatch):
    monkeypatch.setattr("workouts.models.Template.objects.public", lambda: 1 / 0)
    assert_helpful(careful.get("/"), 500)


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/me/", "/nothing/", "/today/"])
def test_without_a_database_every_page_asks_for_patience(careful, as_user, alex, no_database, path):
    careful.cookies = as_user(alex).cookies
    no_database()
    response = careful.get(path)
    assert_helpful(response, 503)
    assert response["Retry-After"] == "30"


def test_a_form_sent_without_a_database_is_not_lost_in_silence(careful, as_user, alex, no_database):
    careful.cookies = as_user(alex).cookies
    no_database()
    assert_helpful(careful.post("/start/goals/", {"goals": "width"}), 503)


@pytest.mark.parametrize("error", [OperationalError("gone"), InterfaceError("closed")])
def test_a_lost_connection_is_found_behind_another_error(error):
    def hidden():
        try:
            raise error
        except type(error) as lost:
            raise RuntimeError("while rendering") from lost

    def answer():
        try:
            hidden()
        except RuntimeError:
            return views.broken(None).status_code

    assert answer() == 503


def test_probes_answer_without_signing_in(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").text == "alive\n"
    with django_assert_num_queries(1):
        assert client.get("/readyz").text == "ready\n"


def test_without_a_database_the_process_is_alive_but_not_ready(careful, no_database, db):
    no_database()
    assert careful.get("/healthz").status_code == 200
    response = careful.get("/readyz")
    assert response.status_code == 503
    assert response["Retry-After"] == "30"


def test_too_many_tries_are_refused_in_words():
    response = views.too_many(None)
    assert response.status_code == 429
    assert response["Retry-After"] == "60"


def test_a_part_asked_for_after_the_session_ended_leads_the_page_to_sign_in(client, db):
    response = client.post(
        "/start/limits/",
        headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/start/limits/?x=1"},
    )
    assert response["HX-Redirect"] == "/sign-in/?next=%2Fstart%2Flimits%2F"
    assert not response.content
