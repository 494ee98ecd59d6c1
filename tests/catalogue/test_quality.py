"""The page that lists what the catalogue lacks, and where it is mended."""

from types import SimpleNamespace

import pytest

from accounts.context import acting_as, curating
from catalogue.floors import lacking_words
from catalogue.models import Exercise
from catalogue.quality import CHECKS, findings
from catalogue.states import NEW, state_of, write
from tests.factories import (
    NOW,
    ExerciseFactory,
    ExerciseMediaFactory,
    LoggedSetFactory,
    TranslationFactory,
)

PAGE = "/curate/quality/"
WHOLE = {
    "setup": "Stand.", "cues": ["Pull."], "mistakes": ["Jerking: be smooth."],
    "primary": ["biceps-brachii"], "secondary": ["brachialis"], "pattern": "horizontal-pull",
    "pictogram": {},
}  # fmt: skip


NEW_ONES = {"picture", "unused", "untranslated"}  # are found of what was just written


@pytest.fixture
def found(catalogue, ines):
    """What the checks find about an exercise: `found(cues=[])` gives {key: words}."""

    def look(**fields):
        with acting_as(ines):
            write(NEW | WHOLE | {"slug": "tried", "name": "Tried"} | fields, by=ines, at=NOW)
            return {
                check.key: finding.words
                for check, rows in findings()
                for finding in rows
                if finding.row.slug == "tried"
            }

    return look


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"setup": " "}, "setup"),
        ({"cues": []}, "cues"),
        ({"mistakes": []}, "mistakes"),
        ({"primary": []}, "muscle"),
        ({"secondary": []}, "helping"),
        ({"pattern": None}, "movement"),
        ({"progressions": ["pull-up"]}, "one-sided"),
    ],
)
def test_each_check_finds_what_is_missing_and_nothing_else(found, fields, key):
    assert set(found(**fields)) == {key, *NEW_ONES}


def test_a_whole_exercise_lacks_only_what_it_was_made_without(found):
    assert set(found()) == NEW_ONES


def test_a_drawing_is_picture_enough(found, ines):
    drawing = Exercise.objects.public().get(slug="pull-up").pictogram
    assert set(found(pictogram=drawing)) == NEW_ONES - {"picture"}


def test_a_photograph_is_picture_enough_as_soon_as_it_is_there(found, ines):
    assert "picture" in found()
    media = ExerciseMediaFactory(exercise=Exercise.objects.public().get(slug="tried"))
    assert "tried" not in without_picture(ines)
    with curating():
        media.delete()
    assert "tried" in without_picture(ines)


def without_picture(ines):
    with acting_as(ines):
        (rows,) = [rows for check, rows in findings() if check.key == "picture"]
        return [finding.row.slug for finding in rows]


def test_retired_exercises_are_nobodys_work(found):
    assert found(retired=True, cues=[]) == {}


def test_what_members_log_is_used(catalogue, ines, alex):
    LoggedSetFactory(member=alex, exercise=Exercise.objects.get(slug="pull-up"))
    with acting_as(ines):
        unused = {f.row.slug for check, rows in findings() if check.key == "unused" for f in rows}
    assert "pull-up" not in unused
    assert len(unused) == 167


def test_rows_from_before_the_floor_rules_are_listed(catalogue, ines):
    with curating():
        Exercise.objects.filter(slug="lat-pulldown").update(spine_load="high")
    with acting_as(ines):
        (finding,) = {check.key: rows for check, rows in findings()}["limits"]
    assert finding.row.slug == "lat-pulldown"
    assert finding.words == lacking_words(state_of(Exercise.objects.get(slug="lat-pulldown")))
    assert "“lbp-acute” at least “leave out”" in finding.words


def test_ladders_that_go_the_wrong_way_are_odd(catalogue, ines):
    with curating():
        Exercise.objects.filter(slug="archer-pull-up").update(difficulty=1)
    with acting_as(ines):
        odd = {
            f.row.slug: f.words for check, rows in findings() if check.key == "ladder" for f in rows
        }
    assert "“archer-pull-up” is easier than this." in odd.values()


def test_the_shipped_catalogue_is_whole(catalogue, ines):
    with acting_as(ines):
        counts = {check.key: len(rows) for check, rows in findings()}
    whole = "limits ladder muscle movement picture setup cues mistakes untranslated stale".split()
    assert {key: counts[key] for key in whole} == dict.fromkeys(whole, 0)


def test_each_finding_leads_to_the_field_that_mends_it(as_user, ines, catalogue):
    desk, exercise = as_user(ines), ExerciseFactory(name="Bare", slug="bare")
    edit = f"/manage/catalogue/exercise/{exercise.pk}/change/"
    fields = desk.get(edit).text
    for check in CHECKS:
        assert check.title in desk.get(PAGE, {"check": check.key}).text
        if "translat" not in check.key and check.key != "stale":
            row = SimpleNamespace(entry=exercise, slug="bare")
            page, _, anchor = check.place(row).partition("#")
            if check.key == "unused":  # nothing is wrong with it, but it may not be needed
                assert "Retire Bare" in desk.get(page).text
                continue
            assert page == edit
            assert f'id="{anchor}"' in fields, anchor
    assert f"{edit}#id_cues" in desk.get(PAGE, {"check": "cues"}).text


def test_what_is_not_translated_leads_to_its_translation(as_user, ines, catalogue):
    row = ExerciseFactory(name="Bare", slug="bare", cues=["Pull."])
    desk, page = as_user(ines), "/curate/translations/de/exercise/bare/"
    text = desk.get(PAGE, {"check": "untranslated"}).text
    assert "Deutsch: name, cues." in text
    assert f"{page}#id_name" in text
    assert page not in desk.get(PAGE, {"check": "stale"}).text
    TranslationFactory(exercise=row, name="Blank", cues=["Zieh."])
    with curating():
        Exercise.objects.filter(pk=row.pk).update(cues=["Pull hard."])
    assert page not in desk.get(PAGE, {"check": "untranslated"}).text
    assert f"{page}#id_cues" in desk.get(PAGE, {"check": "stale"}).text
    assert 'id="id_cues"' in desk.get(page).text


def test_the_page_costs_the_same_however_much_is_amiss(
    as_user, ines, catalogue, django_assert_max_num_queries
):
    desk = as_user(ines)
    for _ in range(3):
        ExerciseFactory()
    desk.get(PAGE)
    with django_assert_max_num_queries(12):
        desk.get(PAGE, {"check": "unused"})


@pytest.mark.parametrize("query", [{"check": "nonsense"}, {"page": "-1"}, {"page": "9" * 30}])
def test_odd_addresses_show_the_first_list(as_user, ines, catalogue, query):
    assert as_user(ines).get(PAGE, query).status_code == 200


def test_a_long_list_goes_on_over_the_page(as_user, ines, catalogue):
    first = as_user(ines).get(PAGE, {"check": "unused"})
    assert "page=2" in first.text
    second = as_user(ines).get(PAGE, {"check": "unused", "page": "2"})
    assert second.text.count("Mend") < first.text.count("Mend")
