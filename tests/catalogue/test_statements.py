"""What members say about themselves: /me/limits/ and /me/equipment/."""

import pytest
from django.test import Client

from catalogue.fitting import circumstances_of
from catalogue.models import Equipment, Limitation
from catalogue.shelf import public_shelf
from tests.factories import MemberLimitationFactory

LIMITS, EQUIPMENT = "/me/limits/", "/me/equipment/"
HTMX = {"HX-Request": "true"}


def said(member, acting):
    with acting(member):
        return circumstances_of(member)


def severities(member, acting):
    names = dict(Limitation.objects.values_list("pk", "slug"))
    given = said(member, acting)
    return {names[pk]: "mild" for pk in given.mild} | {names[pk]: "strong" for pk in given.strong}


def pieces(member, acting):
    ids = said(member, acting).equipment
    return (
        None
        if ids is None
        else set(Equipment.objects.filter(pk__in=ids).values_list("slug", flat=True))
    )


@pytest.mark.parametrize("address", [LIMITS, EQUIPMENT])
def test_only_members_say_something(db, address):
    for method in [Client().get, Client().post]:
        assert method(address).url.startswith("/sign-in/")


def test_all_24_limitations_are_asked_with_what_was_said(vocabulary, as_user, alex):
    knee = Limitation.objects.get(slug="knee-pain")
    MemberLimitationFactory(member=alex, limitation=knee, severity="strong")
    response = as_user(alex).get(LIMITS)
    assert len(response.context["form"].fields) == 24
    assert response.text.count("<fieldset") == 24
    assert response.context["form"]["knee-pain"].initial == "strong"
    for heading in [
        "Back and neck",
        "Shoulders, arms and hands",
        "Hips and legs",
        "General health",
    ]:
        assert heading in response.text


def test_limits_are_saved_changed_and_taken_back(vocabulary, as_user, alex, acting):
    browser = as_user(alex)
    response = browser.post(LIMITS, {"knee-pain": "mild", "lbp-acute": "strong", "hernia": "no"})
    assert response.url == LIMITS
    assert severities(alex, acting) == {"knee-pain": "mild", "lbp-acute": "strong"}
    browser.post(LIMITS, {"knee-pain": "strong", "lbp-acute": "no"})
    assert severities(alex, acting) == {"knee-pain": "strong"}
    browser.post(LIMITS, {"knee-pain": "no"})
    assert severities(alex, acting) == {}


def test_htmx_gets_only_what_changes(catalogue, as_user, alex):
    response = as_user(alex).post(LIMITS, {"lbp-acute": "mild"}, headers=HTMX)
    assert "<html" not in response.text
    assert "Saved." in response.text
    assert "<strong>37 exercises</strong> are left out" in response.text
    assert "<strong>131</strong> of 168 stay." in response.text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_unknown_severity_is_refused_in_words(vocabulary, as_user, alex, acting, headers):
    data = {"knee-pain": "terrible", "hernia": "mild"}
    response = as_user(alex).post(LIMITS, data, headers=headers)
    assert response.status_code == 422
    assert "Choose no, mild or strong" in response.text
    assert severities(alex, acting) == {}


def test_a_get_by_htmx_answers_the_whole_page(vocabulary, as_user, alex):
    assert "<html" in as_user(alex).get(LIMITS, headers=HTMX).text


def test_limits_stay_the_members_own(vocabulary, as_user, alex, sam, acting):
    as_user(alex).post(LIMITS, {"knee-pain": "mild"})
    as_user(sam).post(LIMITS, {"hernia": "mild"})
    assert severities(alex, acting) == {"knee-pain": "mild"}
    assert severities(sam, acting) == {"hernia": "mild"}


def test_presets_state_a_gym_or_a_home(vocabulary, as_user, alex, acting):
    browser = as_user(alex)
    assert pieces(alex, acting) is None
    assert browser.post(EQUIPMENT, {"kind": "home"}).url == EQUIPMENT
    assert pieces(alex, acting) == {"band", "box", "dumbbell", "mat", "pull-up-bar", "towel"}
    browser.post(EQUIPMENT, {"kind": "gym", "pieces": ["stone"]})
    assert {"barbell", "cable", "rack"} < pieces(alex, acting)
    assert "stone" not in pieces(alex, acting)


def test_pieces_are_chosen_one_by_one(vocabulary, as_user, alex, acting):
    browser = as_user(alex)
    browser.post(EQUIPMENT, {"kind": "pieces", "pieces": ["kettlebell", "mat"]})
    assert pieces(alex, acting) == {"kettlebell", "mat"}
    browser.post(EQUIPMENT, {"kind": "pieces"})
    assert pieces(alex, acting) == set()
    browser.post(EQUIPMENT, {"kind": "any"})
    assert pieces(alex, acting) is None


@pytest.mark.parametrize("kind", ["gym", "home", "pieces"])
def test_the_page_remembers_how_equipment_was_stated(vocabulary, as_user, alex, kind):
    browser = as_user(alex)
    browser.post(EQUIPMENT, {"kind": kind, "pieces": ["kettlebell"]})
    assert browser.get(EQUIPMENT).context["form"]["kind"].initial == kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Choose where you train."),
        ({"kind": "moon"}, "Choose one of the four."),
        ({"kind": "pieces", "pieces": ["moon"]}, "Choose equipment from the list."),
        ({"kind": "pieces", "pieces": ["mat\0"]}, "Choose equipment from the list."),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_impossible_equipment_is_refused_in_words(
    vocabulary, as_user, alex, acting, data, words, headers
):
    response = as_user(alex).post(EQUIPMENT, data, headers=headers)
    assert response.status_code == 422
    assert words in response.text
    assert pieces(alex, acting) is None


@pytest.mark.parametrize("address", [LIMITS, EQUIPMENT])
def test_the_pages_take_few_queries(
    vocabulary, as_user, alex, address, django_assert_max_num_queries
):
    for limitation in Limitation.objects.all()[:12]:
        MemberLimitationFactory(member=alex, limitation=limitation)
    browser = as_user(alex)
    public_shelf()
    # savepoint and its release, session, user, settings of the transaction, what was said,
    # the list, the edition, the open workout
    with django_assert_max_num_queries(9):
        assert browser.get(address).status_code == 200
