"""Ready collections: GET /exercises/collections/<slug>/, open to everybody."""

import gzip

import pytest
from django.contrib.auth.models import AnonymousUser

from accounts.context import curating
from catalogue.collections import COLLECTIONS
from catalogue.fitting import NOTHING_SAID, Circumstances
from catalogue.library import Library
from catalogue.models import Equipment, Exercise, Limitation
from catalogue.shelf import public_shelf
from tests.factories import (
    NOW,
    ExerciseFactory,
    MemberLimitationFactory,
)

SLUGS = ["essential-trio", "first-back-day", "nice-back", "back-cardio", "single-best"]


def parts_of(slug, said=NOTHING_SAID):
    return COLLECTIONS[slug].parts(Library(AnonymousUser(), said))


def slugs_in(part):
    return [pick.row.entry.slug for pick in part.picks]


def limited(*slugs):
    return frozenset(Limitation.objects.filter(slug__in=slugs).values_list("pk", flat=True))


def having(*slugs):
    return frozenset(Equipment.objects.filter(slug__in=slugs).values_list("pk", flat=True))


def retire(*slugs):
    with curating():
        Exercise.objects.filter(slug__in=slugs).update(retired_at=NOW)


@pytest.mark.parametrize("slug", SLUGS)
def test_everybody_reads_it_and_its_exercises_open(catalogue, client, slug):
    response = client.get(f"/exercises/collections/{slug}/")
    assert f"<h1>{COLLECTIONS[slug].name}</h1>" in response.text
    picks = [pick for part in response.context["parts"] for pick in part.picks]
    assert picks
    for pick in picks:
        assert f'href="{pick.row.entry.get_absolute_url()}"' in response.text


def test_there_are_five_and_the_library_leads_to_each(catalogue, client):
    assert list(COLLECTIONS) == SLUGS
    text = client.get("/exercises/").text
    for slug in SLUGS:
        assert f'href="/exercises/collections/{slug}/"' in text


@pytest.mark.parametrize("query", [{"q": "row"}, {"region": "mid"}, {"page": 2}])
def test_a_search_is_not_kept_apart_from_what_it_found(catalogue, client, query):
    assert "/exercises/collections/" not in client.get("/exercises/", query).text


@pytest.mark.parametrize("slug", ["nothing", "ESSENTIAL-TRIO", "a" * 500])
def test_what_is_no_collection_is_not_found(db, client, slug):
    assert client.get(f"/exercises/collections/{slug}/").status_code == 404


def test_an_exercise_may_be_called_collections(client, db):
    ExerciseFactory(slug="collections", name="Collections")
    assert "Collections" in client.get("/exercises/collections/").text


def test_the_trio_is_deadlift_pull_up_and_row(catalogue):
    assert [slugs_in(part) for part in parts_of("essential-trio")] == [
        ["deadlift"], ["pull-up"], ["barbell-row"],
    ]  # fmt: skip


def test_a_part_leads_to_the_search_with_all_of_its_movement(catalogue, client):
    for slug in ["essential-trio", "nice-back", "back-cardio"]:
        for part in parts_of(slug):
            found = client.get(f"/exercises/{part.address}").context["page"].paginator.count
            assert found == part.total >= len(part.picks), part.heading


def test_what_limits_and_equipment_rule_out_gives_way_with_the_reason(catalogue):
    said = Circumstances(
        strong=limited("lbp-acute"), equipment=having("dumbbell", "band", "mat", "cable")
    )
    hinge, pull, row = parts_of("essential-trio", said)
    assert slugs_in(hinge) == ["glute-bridge"]
    assert hinge.picks[0].why == (
        "In place of the deadlift, which your limits leave out: an easier version."
    )
    assert "which needs what you do not have (pull-up bar)" in pull.picks[0].why
    assert slugs_in(row)[0] not in {"barbell-row", "seated-cable-row"}
    library = Library(AnonymousUser(), said)
    for part in (hinge, pull, row):
        assert library.row(part.picks[0].row.entry).verdict != "avoid"
        assert not part.picks[0].row.lacking


def test_limits_are_told_to_the_member_alone(catalogue, as_user, alex, tara):
    MemberLimitationFactory(member=alex, limitation=Limitation.objects.get(slug="lbp-acute"))
    url = "/exercises/collections/essential-trio/"
    assert "which your limits leave out" in as_user(alex).get(url).text
    assert "which your limits leave out" not in as_user(tara).get(url).text


def test_cardio_is_what_engages_the_back(catalogue):
    (part,) = parts_of("back-cardio")
    assert {"rowing-erg", "elliptical", "incline-walk", "incline-run"} <= set(slugs_in(part))
    assert "stationary-bike" not in slugs_in(part)
    assert {pick.row.entry.pattern for pick in part.picks} == {"cardio"}
    assert all(pick.why.startswith("Works the ") for pick in part.picks)


def test_a_nice_back_has_five_shelves_of_what_fits(catalogue):
    parts = parts_of("nice-back", Circumstances(mild=limited("lbp-acute")))
    headings = ["Pulls", "Cables", "Lower-back equipment", "Upper back", "Biceps"]
    assert [part.heading for part in parts] == headings
    for part in parts:
        assert 1 <= len(part.picks) <= 6
        assert all(pick.row.verdict != "avoid" for pick in part.picks)
    assert {"pull-up", "barbell-row"}.isdisjoint(slugs_in(parts[0])), "hard for a beginner"


def test_the_road_leads_from_the_first_hang_to_the_weighted_pull_up(catalogue):
    exercise, road, helps = parts_of("single-best")
    assert slugs_in(exercise) == ["weighted-pull-up"]
    assert slugs_in(road) == [
        "dead-hang", "scapular-pull-up", "flexed-arm-hang", "negative-pull-up", "pull-up",
        "weighted-pull-up",
    ]  # fmt: skip
    assert {"band-assisted-pull-up", "machine-assisted-pull-up"} <= set(slugs_in(helps))
    assert set(slugs_in(helps)).isdisjoint(slugs_in(road))


def test_a_ring_of_ladders_does_no_harm(catalogue):
    with curating():
        Exercise.objects.get(slug="pull-up").progressions.add(
            Exercise.objects.get(slug="dead-hang")
        )
    assert slugs_in(parts_of("single-best")[1])[-1] == "weighted-pull-up"


def test_the_example_of_system_mass_is_reckoned(client, catalogue):
    text = client.get("/exercises/collections/single-best/").text
    assert "100 kg 5 times, which makes an estimated 1RM of 116.7 kg, body included" in text
    assert "not a fact" in text


@pytest.mark.parametrize("slug", SLUGS)
def test_what_was_retired_is_skipped(catalogue, client, slug):
    named = {pick for part in parts_of(slug) for pick in slugs_in(part)}
    retire(*named)
    after = {pick for part in parts_of(slug) for pick in slugs_in(part)}
    assert named.isdisjoint(after)
    assert client.get(f"/exercises/collections/{slug}/").status_code == 200


@pytest.mark.parametrize("slug", SLUGS)
def test_without_any_exercise_it_says_so(client, db, slug):
    assert "Nothing to show" in client.get(f"/exercises/collections/{slug}/").text


def test_own_exercises_are_in_nobodys_collection(as_user, alex, tara):
    own = ExerciseFactory(member=alex, name="A row of mine", region="upper")
    for person in [alex, tara]:
        text = as_user(person).get("/exercises/collections/nice-back/").text
        assert own.name not in text


@pytest.mark.parametrize("slug", SLUGS)
def test_it_costs_little(catalogue, as_user, tara, slug, django_assert_max_num_queries):
    ExerciseFactory(member=tara)
    MemberLimitationFactory(member=tara, limitation=Limitation.objects.first())
    browser = as_user(tara)
    public_shelf()
    # session, user, a trainer's links, who acts, what was said, edition, own exercises, the open
    # workout; and the test's savepoint, twice
    with django_assert_max_num_queries(10):
        response = browser.get(f"/exercises/collections/{slug}/")
    assert len(gzip.compress(response.content)) < 20_000
