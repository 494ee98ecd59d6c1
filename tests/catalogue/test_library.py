"""The catalogue: GET /exercises/, open to everybody."""

import gzip

import pytest
from django.test import Client

from accounts.context import curating
from catalogue.models import Equipment, Exercise, ExerciseLimitation, Pattern
from catalogue.shelf import public_shelf
from tests.factories import (
    EquipmentFactory,
    ExerciseFactory,
    LimitationFactory,
    MemberEquipmentFactory,
    MemberLimitationFactory,
    TrainingProfileFactory,
)

URL = "/exercises/"
FITTING = {"fits_limits": "on", "fits_equipment": "on"}


def names(response):
    return [row.entry.name for row in response.context["page"]]


@pytest.fixture
def rows(db):
    """12 exercises with equipment, as a page of them."""
    made = [ExerciseFactory(pattern=_pattern()) for _ in range(12)]
    for exercise in made:
        with curating():
            exercise.equipment.add(EquipmentFactory())
    return made


def _pattern():
    return Pattern.objects.get_or_create(slug="pull", defaults={"name": "Pull"})[0]


def test_everybody_sees_all_exercises_in_pages(catalogue, client):
    response = client.get(URL)
    assert response.context["page"].paginator.count == 168
    assert len(names(response)) == 24
    assert "168 exercises" in response.text
    assert "page=2" in response.text
    seen = [name for page in range(1, 8) for name in names(client.get(URL, {"page": page}))]
    assert len(set(seen)) == 168


def test_the_page_is_light(catalogue, as_user, alex):
    assert len(gzip.compress(as_user(alex).get(URL).content)) < 20_000


def test_a_row_shows_map_equipment_region_and_level(catalogue, client):
    text = client.get(URL, {"q": "lat pulldown"}).text
    assert 'data-primary="latissimus-dorsi teres-major"' in text
    assert "Weight-stack machine" in text
    assert "Lats, beginner" in text


FILTERS = [
    ({"region": "mid"}, {"region": "mid"}),
    ({"region": "other"}, {"region": ""}),
    ({"pattern": "vertical-pull"}, {"pattern__slug": "vertical-pull"}),
    ({"equipment": "cable"}, {"equipment__slug": "cable"}),
    ({"level": "advanced"}, {"level": "advanced"}),
    ({"region": "lats", "level": "expert"}, {"region": "lats", "level": "expert"}),
]


def test_filters_narrow_the_list(catalogue, client):
    for filters, where in FILTERS:
        count = Exercise.objects.filter(**where).count()
        assert count
        assert client.get(URL, filters).context["page"].paginator.count == count, filters


def test_a_filter_and_a_search_go_together(catalogue, client):
    assert names(client.get(URL, {"q": "curl", "equipment": "kettlebell"})) == ["Jefferson curl"]


def test_more_keeps_the_search(catalogue, client):
    assert "?q=row&amp;region=mid&amp;page=2" in client.get(URL, {"q": "row", "region": "mid"}).text


def test_nothing_found_offers_a_reset(rows, client):
    text = client.get(URL, {"q": "zzzz"}).text
    assert "Nothing found for “zzzz”" in text
    assert "Show all exercises" in text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"q": "a" * 10_000}, "at most 100 letters"),
        ({"q": "row\0"}, "Null characters are not allowed"),
        ({"region": "moon"}, "Choose a region from the list"),
        ({"pattern": "'; --"}, "Choose a movement from the list"),
        ({"equipment": "%"}, "Choose a piece of equipment from the list"),
        ({"level": "\0"}, "Choose a level from the list"),
    ],
)
def test_queries_that_cannot_be_are_refused_in_words(rows, client, query, words):
    response = client.get(URL, query)
    assert words in response.text


@pytest.mark.parametrize("page", ["0", "-1", "99", "99999999999999999999", "x", "\0"])
def test_a_page_that_is_not_there_shows_one_that_is(rows, client, page):
    assert names(client.get(URL, {"page": page}))


def test_what_is_typed_is_shown_as_text(rows, client):
    text = client.get(URL, {"q": "<script>alert(1)</script>"}).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_own_exercises_are_marked_and_nobody_elses_are_there(as_user, alex, sam, tara):
    ExerciseFactory(name="Garden row", member=alex)
    mine = as_user(alex).get(URL, {"q": "garden"})
    assert names(mine) == ["Garden row"]
    assert ">Yours<" in mine.text
    assert ">A client’s<" in as_user(tara).get(URL, {"q": "garden"}).text
    for stranger in [as_user(sam), Client()]:
        assert names(stranger.get(URL)) == []
        assert names(stranger.get(URL, {"q": "Garden row"})) == []


@pytest.fixture
def limited(alex, rows):
    """Alex has a mild limitation; the first exercise is to avoid for it, the second to mind."""
    said = MemberLimitationFactory(member=alex, limitation=LimitationFactory())
    for exercise, verdict in zip(rows, ["avoid", "caution"], strict=False):
        with curating():
            ExerciseLimitation.objects.create(
                exercise=exercise, limitation=said.limitation, verdict=verdict
            )
    return said


def test_fits_me_leaves_out_what_to_avoid_and_says_so(as_user, alex, rows, limited):
    response = as_user(alex).get(URL, FITTING)
    assert rows[0].name not in names(response)
    assert rows[1].name in names(response)
    assert "Take care" in response.text
    assert "1 left out because of" in response.text


def test_a_strong_limitation_leaves_out_what_to_mind(as_user, alex, rows, limited, acting):
    limited.severity = "strong"
    with acting(alex):
        limited.save()
    response = as_user(alex).get(URL, FITTING)
    assert len(names(response)) == 10
    assert "2 left out because of" in response.text


def test_without_the_filter_what_to_avoid_is_there_with_a_notice(as_user, alex, rows, limited):
    response = as_user(alex).get(URL)
    assert len(names(response)) == 12
    assert "Leave out" in response.text


def test_fits_me_goes_by_equipment_once_it_is_stated(as_user, alex, rows, acting):
    piece = Equipment.objects.get(exercise=rows[0])
    MemberEquipmentFactory(member=alex, equipment=piece)
    profile = TrainingProfileFactory(member=alex)
    assert len(names(as_user(alex).get(URL, FITTING))) == 12
    profile.has_stated_equipment = True
    with acting(alex):
        profile.save()
    response = as_user(alex).get(URL, FITTING)
    assert names(response) == [rows[0].name]
    assert "11 left out because of" in response.text


def test_the_limits_of_others_never_count(as_user, sam, rows, limited):
    assert len(names(as_user(sam).get(URL, FITTING))) == 12


@pytest.mark.parametrize(("person", "most"), [("alex", 9), ("tara", 10)])
def test_the_list_takes_few_queries(
    as_user, person, most, rows, limited, request, django_assert_max_num_queries
):
    for _ in range(12):
        own = ExerciseFactory(member=request.getfixturevalue(person))
    browser = as_user(own.member)
    public_shelf()  # it is there already, unless a curator has just changed something
    # savepoint and its release (of tests), session, user, a trainer's links, settings of the
    # transaction, what was said, edition, own exercises as there are some, the open workout
    with django_assert_max_num_queries(most):
        response = browser.get(URL, {"q": "exercise", **FITTING})
    assert len(names(response)) >= 23
