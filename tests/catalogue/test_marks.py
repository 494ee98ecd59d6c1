"""Favourites, and what is never to be suggested: marks of one member on single exercises."""

import pytest
from django.db import IntegrityError

from catalogue.fitting import NOTHING_SAID, Circumstances, circumstances_of
from catalogue.library import Library, Wanted
from catalogue.marking import mark
from catalogue.models import Exercise, ExerciseMark
from catalogue.shelf import public_shelf
from catalogue.substituting import substitutes
from tests.factories import NOW, ExerciseFactory, ExerciseMarkFactory, MergeFactory

URL = "/exercises/"


@pytest.fixture
def row(db):
    return ExerciseFactory(name="Seal row", slug="seal-row")


def press(browser, exercise, wanted, **sent):
    return browser.post(f"/me/exercises/{exercise.pk}/mark/", {"mark": wanted} | sent)


def marks_of(member, acting):
    with acting(member):
        return list(ExerciseMark.objects.with_kind().values_list("exercise__slug", "kind"))


def test_a_mark_is_set_changed_and_taken_away(as_user, alex, row, acting):
    browser = as_user(alex)
    for wanted in ["favourite", "never", "never", "favourite"]:
        assert press(browser, row, wanted).url == row.get_absolute_url()
        assert marks_of(alex, acting) == [("seal-row", wanted)]
    press(browser, row, "")
    assert marks_of(alex, acting) == []


def test_an_old_page_marks_the_exercise_that_stayed(as_user, alex, row, acting):
    stays = ExerciseFactory(name="Bench pull", slug="bench-pull")
    press(as_user(alex), stays, "favourite")
    MergeFactory(row, stays)
    assert press(as_user(alex), row, "never").url == stays.get_absolute_url()
    assert marks_of(alex, acting) == [("bench-pull", "never")]


def test_the_page_has_a_button_for_each_that_says_whether_it_is_pressed(as_user, alex, row):
    browser = as_user(alex)
    assert browser.get(URL + "seal-row/").text.count('aria-pressed="false"') == 2
    press(browser, row, "never")
    text = browser.get(URL + "seal-row/").text
    assert text.count('aria-pressed="true"') == 1
    assert "Nothing suggests it to you any more" in text


def test_htmx_gets_the_buttons_alone(as_user, alex, row):
    address = f"/me/exercises/{row.pk}/mark/"
    text = as_user(alex).post(address, {"mark": "favourite"}, headers={"HX-Request": "true"}).text
    assert 'id="marks"' in text
    assert 'id="mark-favourite" aria-pressed="true"' in text
    assert "<h1" not in text


@pytest.mark.parametrize("wanted", ["both", "\0", "favourite,never"])
def test_a_mark_that_cannot_be_is_refused_in_words(as_user, alex, row, wanted, acting):
    response = as_user(alex).post(f"/me/exercises/{row.pk}/mark/", {"mark": wanted}, follow=True)
    assert "Nothing changed" in response.text
    assert marks_of(alex, acting) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "\\\\x",
        "<b>",
        "no-such-view",
        "/\x01x",
    ],
)
def test_a_mark_leads_nowhere_else(as_user, alex, row, address):
    assert press(as_user(alex), row, "never", next=address).url == row.get_absolute_url()


def test_an_exercise_is_never_both(alex, row, acting):
    with pytest.raises(IntegrityError, match="mark_is_favourite_or_never"):
        ExerciseMarkFactory(member=alex, exercise=row, favourite_at=NOW, never_at=NOW)


def test_an_exercise_is_marked_once_by_each(alex, sam, row):
    for member in (alex, sam):
        ExerciseMarkFactory(member=member, exercise=row)
    with pytest.raises(IntegrityError, match="one_mark_per_exercise"):
        ExerciseMarkFactory(member=alex, exercise=row, never_at=NOW)


def test_marks_of_others_never_count(as_user, alex, sam, tara, row):
    ExerciseMarkFactory(member=alex, exercise=row, never_at=NOW)
    for other in (sam, tara):
        text = as_user(other).get(URL).text
        assert "Never suggested" not in text
        assert 'aria-pressed="true"' not in as_user(other).get(URL + "seal-row/").text


def test_a_trainer_plans_by_the_clients_marks(alex, tara, sam, row, acting):
    ExerciseMarkFactory(member=alex, exercise=row, never_at=NOW)
    with acting(tara):
        assert circumstances_of(alex, tara).never == {row.pk}
        assert circumstances_of(tara).never == frozenset()
    with acting(sam):
        assert circumstances_of(alex, sam).never == frozenset()


def test_favourites_are_a_filter_with_a_count(as_user, alex, row):
    ExerciseFactory(name="Pull-up")
    browser = as_user(alex)
    assert 'name="favourites"' not in browser.get(URL).text
    press(browser, row, "favourite")
    text = browser.get(URL).text
    assert 'Favourites <span class="n">1</span>' in text
    assert "star-fill" in text
    found = browser.get(URL, {"favourites": "on"})
    assert [row.entry.name for row in found.context["page"]] == ["Seal row"]
    assert "favourites=on" in browser.get(URL, {"favourites": "on", "side": "front"}).text
    assert browser.get(URL, {"never": "on"}).context["page"].paginator.count == 0


def test_what_is_never_suggested_is_found_with_a_notice(as_user, alex, row):
    press(as_user(alex), row, "never")
    text = as_user(alex).get(URL, {"q": "seal"}).text
    assert "Seal row" in text
    assert "Never suggested</span>" in text


def test_what_is_never_wanted_is_no_substitute(catalogue, as_user, alex):
    browser = as_user(alex)
    first, *_ = browser.get(URL + "pull-up/").context["substitutes"]
    press(browser, first.entry, "never")
    after = browser.get(URL + "pull-up/").context["substitutes"]
    assert first.entry.slug not in [one.entry.slug for one in after]
    assert len(after) == 3
    press(browser, first.entry, "")
    assert browser.get(URL + "pull-up/").context["substitutes"][0].entry.slug == first.entry.slug


def test_what_is_never_wanted_is_not_suggested_as_the_easiest(alex, acting, row):
    other = ExerciseFactory(name="Zigzag")
    with acting(alex):
        mark(alex, row, "never", NOW)
        library = Library(alex, circumstances_of(alex), alex)
        assert [row.entry.pk for row in library.find(Wanted()).easiest(5)] == [other.pk]


def test_collections_put_something_else_in_its_place(catalogue, as_user, alex):
    browser, address = as_user(alex), URL + "collections/essential-trio/"
    deadlift = Exercise.objects.public().get(slug="deadlift")
    assert "you never want" not in browser.get(address).text
    press(browser, deadlift, "never")
    assert "which you never want suggested" in browser.get(address).text
    picks = [
        pick.row.entry.pk for part in browser.get(address).context["parts"] for pick in part.picks
    ]
    assert deadlift.pk not in picks


def test_substitutes_know_the_marks_from_what_was_said(catalogue):
    shelf = public_shelf()
    deadlift = shelf.entry(Exercise.objects.public().get(slug="deadlift").pk)
    usual = substitutes(deadlift, shelf, NOTHING_SAID)
    said = Circumstances(never=frozenset(one.entry.pk for one in usual))
    assert not {one.entry for one in substitutes(deadlift, shelf, said)} & {o.entry for o in usual}


def test_all_marks_are_listed_and_undone_in_one_place(as_user, alex, row, acting):
    own = ExerciseFactory(member=alex, name="Garden row")
    ExerciseMarkFactory(member=alex, exercise=row, never_at=NOW)
    ExerciseMarkFactory(member=alex, exercise=own)
    browser = as_user(alex)
    text = browser.get("/me/exercises/").text
    assert "Suggest again: Seal row" in text
    assert "Remove: Garden row" in text
    assert press(browser, row, "", next="/me/exercises/").url == "/me/exercises/"
    assert not browser.get("/me/exercises/").context["never"]
    assert marks_of(alex, acting) == [(own.slug, "favourite")]


def test_marks_add_no_query(as_user, alex, django_assert_max_num_queries):
    for number in range(12):
        never_at = NOW if number % 2 else None
        ExerciseMarkFactory(member=alex, never_at=never_at)
    browser = as_user(alex)
    public_shelf()
    # savepoint and its release (of tests), session, user, settings of the transaction, what was
    # said with the marks, edition, the open workout
    with django_assert_max_num_queries(8):
        browser.get(URL, {"favourites": "on"})
    with django_assert_max_num_queries(8):
        browser.get("/me/exercises/")
