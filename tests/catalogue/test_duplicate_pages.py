"""A curator looks at what may be one exercise: duplicates, the preview of a merge, its undoing."""

from datetime import timedelta

import pytest

from accounts.context import curating
from catalogue.models import Exercise, Merge, Muscle, NotTheSame
from progress.models import LoggedSet
from tests.factories import (
    NOW,
    EquipmentFactory,
    ExerciseFactory,
    LoggedSetFactory,
    MergeFactory,
    PrescriptionFactory,
    UserFactory,
)

LIST, MERGES = "/curate/duplicates/", "/curate/merges/"
PREVIEW = "/curate/merge/lat-pull-down/lat-pulldown/"


@pytest.fixture
def pair(db):
    return [
        ExerciseFactory(name=name, slug=name.lower().replace(" ", "-"))
        for name in ("Lat pull down", "Lat pulldown")
    ]


@pytest.fixture
def desk(as_user, ines):
    return as_user(ines)


def test_pairs_are_suggested_with_reasons_and_counts(desk, pair, alex):
    LoggedSetFactory(member=alex, exercise=pair[0])
    ExerciseFactory(name="Something else")
    page = desk.get(LIST).text
    assert page.count("Preview merge\n") + page.count("Preview merge</a>") == 1
    assert "% alike" in page
    assert "Lat pull down: 1 set of 1 member, 0 routines" in page
    assert "Lat pulldown: not used" in page
    assert alex.name not in page


def test_what_is_not_the_same_is_suggested_no_more(desk, pair, ines):
    for _ in range(2):
        page = desk.post(f"{PREVIEW}apart/", follow=True).text
    assert "not the same, and are not suggested again" in page
    assert "No two exercises are alike enough" in page
    with curating():
        assert NotTheSame.objects.get().by == ines


def test_steps_of_one_ladder_are_no_duplicates(desk, pair):
    with curating():
        Exercise.objects.filter(pk=pair[1].pk).update(name="Lat pull down, kneeling")
        pair[0].equipment.add(EquipmentFactory())
        pair[1].equipment.set(pair[0].equipment.all())
        for one in pair:
            one.credits.create(muscle=Muscle.objects.get_or_create(slug="lats")[0], role="primary")
    assert "Preview merge" in desk.get(LIST).text
    with curating():
        pair[1].regressions.add(pair[0])
    assert "Preview merge" not in desk.get(LIST).text


def test_the_preview_says_what_moves_and_moves_nothing(desk, pair, alex, sam, acting):
    for member in (alex, sam):
        LoggedSetFactory(member=member, exercise=pair[0])
        PrescriptionFactory(member=member, exercise=pair[0])
    page = desk.get(PREVIEW).text
    assert "2 sets from 2 members move" in page
    assert "2 routines" in page
    assert "also found as Lat pull down" in page
    assert "/curate/merge/lat-pulldown/lat-pull-down/" in page, "the other way round"
    assert "Alex" not in page
    with acting(alex):
        assert LoggedSet.objects.get().exercise == pair[0]


def test_a_curator_merges_and_undoes(desk, pair, alex, acting):
    LoggedSetFactory(member=alex, exercise=pair[0])
    page = desk.post(PREVIEW, follow=True)
    made = Merge.objects.get()
    assert page.redirect_chain == [(MERGES, 302)]
    assert "Lat pull down is merged into Lat pulldown." in page.text
    assert f'action="{MERGES}{made.pk}/undo/"' in page.text
    assert "1 set of 1 member, 0 routines moved" in page.text
    with acting(alex):
        assert LoggedSet.objects.get().exercise == pair[1]
    page = desk.post(f"{MERGES}{made.pk}/undo/", follow=True)
    assert "Lat pull down and Lat pulldown are two again." in page.text
    with acting(alex):
        assert LoggedSet.objects.get().exercise == pair[0]
    page = desk.post(f"{MERGES}{made.pk}/undo/", follow=True)
    assert "Nothing was undone. This merge was undone already." in page.text


def test_a_part_of_a_merge_is_not_taken_back_alone(desk, pair):
    desk.post(PREVIEW)
    row = pair[1].states.get(by__isnull=False)
    page = desk.post(f"/curate/changes/{row.pk}/undo/", follow=True).text
    assert "Nothing was taken back. It came of a merge: undo that, under Merges." in page
    assert pair[1].aliases.exists()


def test_two_others_are_named_by_name_or_address(desk, pair):
    assert desk.get("/curate/merge/").status_code == 200
    answer = desk.get("/curate/merge/", {"goes": "LAT pull down", "stays": " lat-pulldown "})
    assert answer.url == PREVIEW
    answer = desk.get("/curate/merge/", {"goes": "<b>Nothing", "stays": ""})
    assert answer.status_code == 422
    assert "There is no exercise “&lt;b&gt;Nothing”." in answer.text
    assert 'value="&lt;b&gt;Nothing"' in answer.text


def test_what_may_not_merge_says_why_and_has_no_button(desk, pair):
    with curating():
        Exercise.objects.filter(pk=pair[0].pk).update(load_type="band")
    page = desk.get(PREVIEW).text
    assert "These two stay two. What members logged would change its meaning" in page.replace(
        "</b>", ""
    )
    assert ">Merge</button>" not in page
    answer = desk.post(PREVIEW)
    assert answer.status_code == 422
    assert "Nothing was merged." in answer.text
    assert not Merge.objects.exists()


def test_after_thirty_days_there_is_no_undo(desk, pair):
    MergeFactory(*pair, at=NOW - timedelta(days=400))
    page = desk.get(MERGES).text
    assert "Lat pull down" in page
    assert "Undo" not in page.replace("Undo the last", "")


def test_an_exercise_and_itself(desk, pair):
    page = desk.get("/curate/merge/lat-pulldown/lat-pulldown/")
    assert page.status_code == 200
    assert "An exercise cannot be merged with itself." in page.text


@pytest.mark.parametrize("url", [LIST, MERGES, PREVIEW, "/curate/merge/"])
def test_only_curators_have_these_pages(url, as_user, alex, tara, pair, client):
    assert client.get(url).url.startswith("/sign-in/")
    for member in (alex, tara):
        for ask in (as_user(member).get, as_user(member).post):
            assert ask(url).status_code in {404, 405}
    assert not Merge.objects.exists()


@pytest.mark.parametrize("url", [f"{PREVIEW}apart/", f"{MERGES}1/undo/"])
def test_only_curators_change_anything(url, as_user, alex, pair):
    assert as_user(alex).post(url).status_code == 404


def test_members_own_exercises_are_never_offered(desk, pair, alex):
    ExerciseFactory(member=alex, name="Own row", slug="own-row")
    ExerciseFactory(member=alex, name="Lat pulldownn", slug="mine")
    assert desk.get("/curate/merge/own-row/lat-pulldown/").status_code == 404
    assert "pulldownn" not in desk.get(LIST).text


def test_pages_cost_the_same_however_much_there_is(desk, pair, django_assert_max_num_queries):
    for number in range(6):
        ExerciseFactory(name=f"Cable row number {number}")
    for member in (UserFactory(), UserFactory()):
        LoggedSetFactory(member=member, exercise=pair[0])
    desk.get(LIST)
    for url in (LIST, MERGES):
        with django_assert_max_num_queries(12):
            desk.get(url)
    desk.get(PREVIEW)
    with django_assert_max_num_queries(14):  # the test's two savepoints among them
        desk.get(PREVIEW)


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "2"])
def test_a_page_that_is_not_there_is_another(page, desk, pair):
    assert desk.get(LIST, {"page": page}).status_code == 200
    assert desk.get(MERGES, {"page": page}).status_code == 200
