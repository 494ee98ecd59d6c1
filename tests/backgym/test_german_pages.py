"""Every page where a German reader meets exercises names them in German, and only in German."""

import re
from html import unescape

import pytest
from django.test import Client

from accounts.context import acting_as
from accounts.models import User
from catalogue.models import Exercise
from catalogue.translating import translations_of
from progress.models import LoggedSet
from tests.browser.pages import PAGES
from tests.browser.world import make_world, rows_of
from workouts.models import Template


@pytest.fixture
def world(catalogue):
    world = make_world()
    User.objects.update(language="de")
    return world


def names():
    """{English: German} of exercises, of those whose English says what it is and is not German."""
    rows = Exercise.objects.public().prefetch_related("translations")
    pairs = {row.name: translations_of(row)["de"]["name"] for row in rows}
    routines = Template.objects.public().values_list("name", flat=True)  # their words are English
    german = " ".join([*pairs.values(), *routines]).lower()
    return {
        name: title for name, title in pairs.items() if " " in name and name.lower() not in german
    }


def shared_set(member):
    """A set of the past, of an exercise that everybody has."""
    with acting_as(member):
        done = LoggedSet.objects.of(member).done().filter(exercise__member=None)
        past = done.filter(session__finished_at__isnull=False).select_related("exercise")
        return past.order_by("pk").first()


def said(page):
    """All that a page says, its attributes too."""
    return unescape(re.sub(r"(href|action|value|hx-[a-z-]+|name|id)=\"[^\"]*\"", "", page))


def test_no_page_names_an_exercise_in_english(world):
    pairs, rows, looked_at, found = names(), rows_of(world.member), 0, {}
    assert len(pairs) > 100
    for person in (None, "newcomer", "member", "trainer"):  # others work on the English
        pages = PAGES[person]
        browser = Client(headers={"accept-language": "de"})
        if person:
            browser.force_login(getattr(world, person))
        for address in filter(lambda page: isinstance(page, str), pages(world, rows)):
            text = said(browser.get(address, follow=True).text)
            text = re.sub(r"<dt>Also called</dt>.*?</dl>", "", text, flags=re.DOTALL)
            english = [name for name in pairs if re.search(rf"\b{re.escape(name)}\b", text)]
            if english:
                found[person, address] = english
            looked_at += any(title in text for title in pairs.values())
    assert not found
    assert looked_at > 30


def test_what_names_exercises_in_german(world):
    """Where the last test would find nothing, too, if no exercise were named at all."""
    rows, done = rows_of(world.member), shared_set(world.member)
    title = translations_of(done.exercise)["de"]["name"]
    browser, trainer = Client(), Client()
    browser.force_login(world.member)
    trainer.force_login(world.trainer)
    past, plan, slug = f"/history/{done.session_id}/", rows.routine.pk, done.exercise.slug
    client = f"/coach/clients/{world.member.pk}/"
    for address in [past, f"{past}sets/{done.pk}/", f"/progress/lifts/{slug}/"]:
        assert title in browser.get(address).text, address
    assert title in trainer.get(past).text
    for address in ["/progress/?period=all", "/progress/lifts/", f"/plan/{plan}/"]:
        assert 'lang="de"' in browser.get(address).text, address
    for address in [f"/plan/{plan}/edit/", f"/log/{rows.open.pk}/", f"/log/{rows.open.pk}/finish/"]:
        assert 'lang="de"' in browser.get(address).text, address
    for address in [client + "progress/", client + "progress/lifts/"]:
        assert 'lang="de"' in trainer.get(address).text, address


def test_what_was_swapped_is_said_in_german(world):
    rows, browser = rows_of(world.member), Client()
    browser.force_login(world.member)
    with acting_as(world.member):
        sets = LoggedSet.objects.of(world.member).filter(session=rows.open.pk, done_at=None)
        planned = sets.filter(skipped_at=None, exercise__member=None).select_related("exercise")
        old = planned.order_by("slot").last()
    new = Exercise.objects.public().get(slug="meadows-row")
    sent = {"exercise": new.pk, "instead_of": old.exercise_id, "until": "today"}
    swap = f"/log/{rows.open.pk}/exercises/{old.slot}/swap/new/"
    titles = [translations_of(one)["de"]["name"] for one in (new, old.exercise)]
    page = browser.post(swap, sent, follow=True).text
    assert f"{titles[0]} instead of {titles[1]}." in unescape(page)
    undo = re.search(r'action="([^"]+/swaps/[^"]+)"', page)[1]
    assert f"{titles[1]} is back." in unescape(browser.post(undo, follow=True).text)


def test_files_keep_english_names_and_headings(world):
    done, browser = shared_set(world.member), Client()
    browser.force_login(world.member)
    slug = done.exercise.slug
    text = browser.get(f"/progress/lifts/{slug}.csv?period=all").text
    assert text.startswith(("date", "\ufeffdate"))
    assert translations_of(done.exercise)["de"]["name"] not in text
