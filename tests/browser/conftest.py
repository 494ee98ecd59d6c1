"""A real Chromium against a real server on a real PostgreSQL.

Every page it opens is watched: an error in the console, a breach of the Content-Security-Policy
or a request to another origin fails the test.
"""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop of its own

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, live_server, transactional_db, catalogue):
    """Open a window: `open_page(alex, size=PHONE, scheme="dark", javascript=False)`."""
    contexts, faults = [], []

    def open_one(user=None, size=PHONE, scheme="light", javascript=True):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport=size,
            color_scheme=scheme,
            java_script_enabled=javascript,
            has_touch=size is PHONE,
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(8000)
        if user:
            context.add_cookies([session_cookie(user, live_server.url)])
        context.on("page", lambda page: watch(page, live_server.url, faults))
        page = context.new_page()
        page.faults = faults
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not faults


def watch(page, origin, faults):
    def note_console(message):
        # The browser reports an answer of 4xx as an error; tests look at such pages on purpose.
        if message.type == "error" and "Failed to load resource" not in message.text:
            faults.append(f"{page.url}: {message.text}")

    def note_request(request):
        if urlsplit(request.url).scheme in {"http", "https"} and not request.url.startswith(origin):
            faults.append(f"{page.url} asked for {request.url}")

    page.on("console", note_console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", note_request)


def session_cookie(user, url):
    client = Client()
    client.force_login(user)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": url}
