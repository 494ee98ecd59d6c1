"""The small pieces of every page, and the pages shown when something is wrong."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string

from accounts.templatetags.look import current, icon, initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Maya Okafor", "MO"),
        ("Ana Maria de Souza", "AS"),
        ("Björk", "B"),
        ("maya@example.org", "M"),
        ("", ""),
    ],
)
def test_initials_are_the_first_and_last_words(name, letters):
    assert initials(name) == letters


def test_an_icon_beside_words_is_silent():
    assert 'class="icon" aria-hidden="true"' in icon("check-lg")
    assert "#check-lg" in icon("check-lg")


def test_an_icon_alone_has_a_name():
    assert 'class="icon l" role="img" aria-label="Back"' in icon("chevron-left", "l", "Back")


@pytest.mark.parametrize(
    ("view", "names", "here"),
    [
        ("progress:lift", ["progress:progress", "progress:lift"], True),
        ("progress:body", ["progress:progress"], False),
        ("coaching:client", ["coaching:"], True),
        ("front", ["coaching:"], False),
    ],
)
def test_the_current_place_is_marked(view, names, here):
    request = SimpleNamespace(resolver_match=SimpleNamespace(view_name=view))
    assert bool(current(request, *names)) is here


def test_nowhere_is_current_without_a_request():
    assert current(None, "front") == ""


@pytest.mark.parametrize("page", ["400", "403", "403_csrf", "404", "405", "500", "503"])
def test_error_pages_need_nothing(page):
    html = render_to_string(f"{page}.html")
    assert "<h1>" in html
    assert 'href="/"' in html
