"""The small pieces of every page, and the pages shown when something is wrong."""

import re
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


def test_the_links_kept_for_one_page_are_not_another_readers(as_user, alex, tara):
    for _ in range(2):
        of_trainer, of_member = (as_user(person).get("/me/").text for person in (tara, alex))
        assert ">Clients<" in of_trainer
        assert ">Clients<" not in of_member
    assert 'aria-current="page"' in as_user(alex).get("/plan/").text.partition('"/plan/"')[2][:60]
    assert 'aria-current="page"' not in of_member.partition('"/plan/"')[2][:60]


@pytest.mark.parametrize(
    "view",
    "exercise collection new-exercise change-exercise remove-exercise propose suggest".split(),
)
def test_pages_about_exercises_are_in_their_place(view):
    for template in ("_rail_links.html", "_tabbar.html"):
        text = render_to_string(template, {"view": f"catalogue:{view}", "is_trainer": False})
        assert text.count("aria-current") == 1
        assert '"/exercises/" aria-current="page"' in text


def test_trainers_have_their_clients_among_the_tabs_of_a_phone(as_user, alex, tara):
    first_four = ["Today", "Plan", "Log", "Progress"]
    tabs = tabs_of(as_user(tara).get(f"/coach/clients/{alex.pk}/").text)
    assert names_of(tabs) == [*first_four, "Clients"]
    assert '"/coach/clients/" aria-current="page"' in tabs
    assert names_of(tabs_of(as_user(alex).get("/today/").text)) == [*first_four, "Exercises"]


def tabs_of(page):
    return page.partition('class="tabbar"')[2].partition("</nav>")[0]


def names_of(tabs):
    return re.findall(r"</span>(\w+)</a>", tabs)


def test_nowhere_is_current_without_a_request():
    assert current(None, "front") == ""


@pytest.mark.parametrize("page", ["400", "403", "403_csrf", "404", "405", "500", "503"])
def test_error_pages_need_nothing(page):
    html = render_to_string(f"{page}.html")
    assert "<h1>" in html
    assert 'href="/"' in html
