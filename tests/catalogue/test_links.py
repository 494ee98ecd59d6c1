"""Reading and videos elsewhere: shown on an exercise's page, entered at the curator's desk."""

import pytest

from accounts.context import curating
from catalogue.models import Exercise
from tests.catalogue.test_curating import change, typed
from tests.factories import ExerciseFactory


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


LINKS = [
    {"kind": "reading", "title": "All of the row", "url": "https://www.example.org/row"},
    {"kind": "video", "title": "<b>Seen</b>", "url": "http://video.example.com/1"},
]


def linked(links):
    exercise = ExerciseFactory()
    with curating():
        Exercise.objects.filter(pk=exercise.pk).update(links=links)
    return exercise.get_absolute_url()


def test_links_lead_elsewhere_and_name_the_host(client, db):
    text = client.get(linked(LINKS)).text
    assert text.count('rel="noopener noreferrer external"') == 2
    assert "Reading on example.org" in text
    assert "Video on video.example.com" in text
    assert "&lt;b&gt;Seen" in text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "ftp://example.org/",
        "/exercises/",
        "https://",
        "https://me:secret@example.org/",
        "https://exa mple.org\n",
        7,
        None,
    ],
)
def test_what_is_no_address_of_the_web_is_never_shown(client, db, url):
    text = client.get(linked([LINKS[0] | {"url": url}, LINKS[1]])).text
    assert "All of the row" not in text
    assert "video.example.com" in text


@pytest.mark.parametrize("links", [[], {}, "x", [7], [{"kind": "x"}], [LINKS[0] | {"kind": "app"}]])
def test_odd_links_show_nothing(client, db, links):
    assert "Read and watch elsewhere" not in client.get(linked(links)).text


def test_what_is_shipped_links_nowhere_yet(catalogue):
    assert not Exercise.objects.exclude(links=[]).exists()


def test_links_to_elsewhere_are_entered_a_line_each(desk, client):
    exercise = ExerciseFactory()
    lines = (
        "video | Seen from behind | https://example.org/a\r\n\r\nreading|A | B|http://example.com"
    )
    assert desk.post(change(exercise), typed(exercise, links=lines)).status_code == 302
    exercise.refresh_from_db()
    assert exercise.links == [
        {"kind": "video", "title": "Seen from behind", "url": "https://example.org/a"},
        {"kind": "reading", "title": "A | B", "url": "http://example.com"},
    ]
    assert "Video on example.org" in client.get(exercise.get_absolute_url()).text
    assert "video | Seen from behind | https://example.org/a" in desk.get(change(exercise)).text
    desk.post(change(exercise), typed(exercise, links=""))
    exercise.refresh_from_db()
    assert exercise.links == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("https://example.org", "Line 1: write"),
        ("video | A | https://example.org\nvideo | B | javascript:alert(1)", "Line 2: “javascript"),
        ("song | A | https://example.org", "Line 1: A link is for reading or a video"),
        ("video |  | https://example.org", "Line 1: A link is for reading or a video"),
        (f"video | {'A' * 121} | https://example.org", "at most 120 letters"),
        ("video | A | https://example.org\n" * 11, "At most 10 links: these are 11."),
    ],
)
def test_links_that_cannot_be_are_refused_by_line_and_kept(desk, lines, words):
    exercise = ExerciseFactory()
    response = desk.post(change(exercise), typed(exercise, links=lines))
    assert response.status_code == 200
    assert words in response.text
    assert lines.splitlines()[0][:40] in response.text
    exercise.refresh_from_db()
    assert exercise.links == []
