"""Browsing the library: the muscle map, the boxes to tick, and what they say they lead to."""

from html.parser import HTMLParser
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest

from catalogue.models import Exercise

URL = "/exercises/"


class Links(HTMLParser):
    """(accessible name, address) of each link, and attributes of each box to tick."""

    def __init__(self, text):
        super().__init__()
        self.links, self.boxes = {}, {}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "a" and "aria-label" in attrs:
            self.links[attrs["aria-label"]] = attrs["href"]
        if tag == "input" and attrs.get("type") == "checkbox":
            self.boxes[attrs["name"], attrs.get("value", "on")] = attrs


def test_each_muscle_of_the_map_leads_to_what_it_promises(catalogue, client):
    seen = {}
    for side in ("back", "front"):
        links = Links(client.get(URL, {"side": side}).text).links
        seen |= {name: href for name, href in links.items() if "muscle=" in href}
    assert len(seen) == 25  # none is for the neck or the shins
    for name, href in list(seen.items())[::4]:
        count = client.get(href).context["page"].paginator.count
        assert name.endswith(f", {count} exercise{'' if count == 1 else 's'}")


def test_a_chosen_muscle_is_painted_and_can_be_taken_back(catalogue, client):
    text = client.get(URL, {"muscle": ["rhomboids", "teres-major"]}).text
    assert 'data-primary="rhomboids teres-major"' in text
    rhomboids = next(h for n, h in Links(text).links.items() if n.startswith("Rhomboids,"))
    assert parse_qs(urlsplit(rhomboids).query) == {"muscle": ["teres-major"]}
    assert "Remove Rhomboids" in text


def test_the_front_is_shown_where_the_chosen_muscle_is(catalogue, client):
    assert "Muscles of the front" in client.get(URL, {"muscle": "pectorals"}).text
    assert "Muscles of the back" in client.get(URL, {"muscle": "rhomboids"}).text


def test_values_that_show_nothing_are_off_unless_chosen(catalogue, client):
    text = client.get(URL, {"pattern": "vertical-pull", "level": "beginner", "q": "zzzz"}).text
    boxes = Links(text).boxes
    assert "disabled" in boxes["equipment", "sled"]
    assert "checked" in boxes["level", "beginner"]
    assert "disabled" not in boxes["level", "beginner"]


def test_a_choice_shows_how_many_it_leads_to(catalogue, client):
    count = Exercise.objects.public().filter(region="mid").count()
    assert f'Mid back <span class="n">{count}</span>' in client.get(URL).text


def test_cardio_that_engages_the_back(catalogue, client):
    rows = client.get(URL, {"engages_back": "on"}).context["page"]
    assert {"rowing-erg", "elliptical"} <= {row.entry.slug for row in rows}


@pytest.mark.parametrize("side", ["back", "front"])
def test_the_side_stays_while_filtering(catalogue, client, side):
    text = client.get(URL, {"side": side, "level": "beginner"}).text
    assert f'name="side" value="{side}"' in text


def test_hostile_values_are_left_out_and_the_rest_stands(catalogue, client):
    query = {"level": ["beginner", "<script>"], "muscle": ["\0", "rhomboids"] * 50}
    response = client.get(URL, query)
    assert "Choose a level from the list." in response.text
    assert "Choose a muscle from the list." in response.text
    assert "<script>" not in response.text.partition("<main")[2]
    clean = client.get(URL, {"level": "beginner", "muscle": "rhomboids"})
    assert response.context["page"].paginator.count == clean.context["page"].paginator.count


def test_every_pair_of_facets_combines(catalogue, client):
    labels = client.get(URL).context["form"].labels
    firsts = {facet: next(iter(values)) for facet, values in labels.items()}
    for one, other in list(product(firsts, firsts))[::7]:
        assert client.get(URL, {one: firsts[one], other: firsts[other]}).status_code == 200
