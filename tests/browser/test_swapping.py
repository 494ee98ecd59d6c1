"""The rack is taken: something else in a workout on a phone, for today and then always."""

import re

import pytest
from playwright.sync_api import expect

from accounts.context import acting_as
from tests.browser.acts import expect_done, expect_heading, expect_path, follow, press, press_keys
from tests.browser.building import CURL, PULLDOWN, ROW, day, draft_of, expect_kept, expect_order
from tests.browser.conftest import DESKTOP
from tests.browser.world import follow_routine
from workouts.models import RoutineVersion


@pytest.fixture
def page(open_page, alex):
    """The open workout of a routine of two exercises, on a phone."""
    follow_routine(alex, (ROW, 3), (PULLDOWN, 3))
    page = open_page(alex)
    page.goto("/today/")
    press(page, "Start workout")
    expect_path(page, "/log/[0-9a-f-]+/")
    return page


def ask_for_another(page, exercise):
    page.get_by_text(f"{exercise}: swap, technique").locator("..").click()
    follow(page, "Swap")
    expect_heading(page, f"Instead of {exercise}")


def card(page, exercise):
    return page.get_by_role("region", name=exercise, exact=True)


def undo(page):
    page.get_by_role("button", name="Undo", exact=True).click()


def versions_of(member):
    with acting_as(member):
        return RoutineVersion.objects.of(member).count()


def test_a_swap_for_today_is_undone_on_the_spot_and_one_for_always_changes_the_plan(page, alex):
    page.get_by_role("textbox", name="Load in kg").fill("50")
    press(page, "Log set 1")
    expect_done(page, 1, 6)
    ask_for_another(page, ROW)
    offers = page.get_by_role("region", name="Much the same").get_by_role("listitem")
    expect(offers).to_have_count(3)
    expect(offers.first).to_contain_text("Same movement")
    name = offers.first.get_by_role("link").inner_text()
    press(page, f"{name} today")

    swapped = card(page, name)
    expect(swapped).to_contain_text(f"instead of {ROW}")
    expect(swapped).to_contain_text(f"50 kg × 8, {ROW}")
    expect(swapped.get_by_text("Set 2 of 3")).to_be_visible()
    expect_done(page, 1, 6)
    undo(page)
    expect(page.get_by_role("status").get_by_text(f"{ROW} is back.")).to_be_visible()
    expect(card(page, ROW)).to_contain_text("Set 2 of 3")

    ask_for_another(page, ROW)
    press(page, f"{name} always")
    expect(page.get_by_role("status").get_by_text("in version 2")).to_be_visible()
    assert versions_of(alex) == 2
    page.get_by_role("textbox", name="Load in kg").fill("30")
    press(page, "Log set 2")
    expect_done(page, 2, 6)
    follow(page, "Finish")
    expect(page.get_by_text(f"Instead of {ROW}")).to_be_visible()
    press(page, "Finish workout")
    page.goto("/plan/")
    follow(page, "Back once")
    expect(page.get_by_role("main")).to_contain_text(name)


def test_something_else_is_found_by_name(page):
    ask_for_another(page, ROW)
    page.get_by_role("searchbox", name="Search for something else").fill("t-bar")
    found = page.get_by_role("region", name="Exercises found").get_by_role("listitem")
    expect(found.first).to_contain_text("T-bar")
    name = found.first.get_by_role("link").inner_text()
    found.first.get_by_role("button", name="today").click()
    expect(card(page, name)).to_contain_text(f"instead of {ROW}")


def test_in_the_builder_by_keyboard(open_page, alex, catalogue):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft_of(alex))
    page.evaluate("window.isTheSamePage = true")
    page.get_by_role("link", name=ROW, expanded=False).focus()
    press_keys(page, "Enter")
    page.get_by_role("link", name="Something else").focus()
    press_keys(page, "Enter")
    region = page.get_by_role("region", name=f"Instead of {ROW}")
    offers = region.get_by_role("button", name=re.compile("^Use "))
    expect(offers).to_have_count(3)
    expect(page.get_by_role("link", name="Something else")).to_be_focused()
    name = offers.first.get_attribute("aria-label").removeprefix("Use ")
    press_keys(page, "Tab Tab Tab Tab Enter")  # past Duplicate, Remove and the first one's own page
    expect_order(page, "Pull", name, PULLDOWN, CURL)
    expect(page.get_by_role("link", name="Something else")).to_be_focused()
    assert page.evaluate("window.isTheSamePage")
    undo(page)
    expect_kept(page, "Pull", ROW, PULLDOWN, CURL)


def test_in_the_builder_without_a_script(open_page, alex, catalogue):
    page = open_page(alex, javascript=False)
    page.goto(draft_of(alex))
    page.get_by_role("link", name=ROW, expanded=False).click()
    follow(page, "Something else")
    expect_heading(page, "Something else")
    name = page.get_by_role("button", name="Use ").first.get_attribute("aria-label")
    press(page, name)
    expect(day(page, "Pull").locator("li .brow b").first).to_have_text(name.removeprefix("Use "))


def test_in_a_workout_without_a_script(open_page, alex, catalogue):
    follow_routine(alex, (ROW, 3), (PULLDOWN, 3))
    page = open_page(alex, javascript=False)
    page.goto("/today/")
    press(page, "Start workout")
    ask_for_another(page, ROW)
    name = page.get_by_role("region", name="Much the same").get_by_role("link").first.inner_text()
    press(page, f"{name} today")
    expect(card(page, name)).to_contain_text(f"instead of {ROW}")
    undo(page)
    expect(card(page, ROW)).to_be_visible()
