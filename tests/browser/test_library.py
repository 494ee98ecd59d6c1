"""The library: by keyboard, by the muscle map, there and back again."""

import re

from playwright.sync_api import expect

from tests.browser.acts import expect_path, press_keys
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_keyboard_only import expect_focus, tab_to


def heading(page, words):
    expect(page.get_by_role("heading", level=2, name=words)).to_be_visible()


def test_a_search_by_keyboard_answers_as_one_types(open_page, alex):
    page = open_page(alex, size=DESKTOP)
    page.goto("/exercises/")
    press_keys(page, "/")
    page.keyboard.type("face pul")
    expect(page.locator("#rows li").first).to_contain_text("Face pull")
    expect_focus(page, "Search exercises")
    page.keyboard.type("l")
    expect(page).to_have_url(re.compile("q=face(\\+|%20)pull"))
    expect(page.get_by_role("status").first).to_contain_text("exercise")
    tab_to(page, "Face pull")
    press_keys(page, "Enter")
    expect_path(page, "/exercises/face-pull/")
    page.go_back()
    expect(page.get_by_label("Search exercises")).to_have_value("face pull")
    expect(page.locator("#rows li").first).to_contain_text("Face pull")


def test_a_muscle_is_chosen_on_the_map_and_back_takes_it_back(open_page, alex):
    page = open_page(alex, size=DESKTOP)
    page.goto("/exercises/")
    page.evaluate("window.isStillHere = true")
    page.locator("#map-rhomboids path").click(position={"x": 8, "y": 20})
    heading(page, re.compile("for the rhomboids"))
    expect(page.locator("#map-rhomboids")).to_be_focused()
    page.locator("#side-front").click()
    page.get_by_role("link", name=re.compile("^Biceps, ")).press("Enter")
    expect(page.get_by_role("link", name="Remove Biceps")).to_be_visible()
    assert page.evaluate("window.isStillHere"), "a page was loaded for it"

    page.go_back()
    heading(page, re.compile("for the rhomboids"))
    expect(page.locator("#f-muscle-biceps")).not_to_be_checked()
    expect(page.locator("#f-muscle-rhomboids")).to_be_checked()
    page.evaluate("history.go(-2)")
    heading(page, "168 exercises")
    expect(page.locator("#f-muscle-rhomboids")).not_to_be_checked()
    page.go_forward()
    heading(page, re.compile("for the rhomboids"))


def test_a_fold_stays_open_while_choosing_in_it(open_page, alex):
    page = open_page(alex, size=PHONE)
    page.goto("/exercises/")
    page.get_by_text("Muscle map and filters").click()
    page.locator("#facet-level summary").click()
    page.get_by_text("Beginner", exact=False).first.click()
    expect(page.get_by_role("link", name="Remove Beginner")).to_be_visible()
    page.locator("#facet-pattern summary").click()
    page.locator("#f-level-expert").press("Space")
    expect(page.get_by_role("link", name="Remove Expert")).to_be_visible()
    expect(page.locator("#facet-pattern")).to_have_attribute("open", "")
    expect(page.locator("#f-level-expert")).to_be_focused()
    page.get_by_role("link", name=re.compile("^Show ")).click()
    expect(page.locator("#found")).to_be_in_viewport()


def test_the_map_and_the_boxes_work_without_javascript(open_page):
    page = open_page(size=DESKTOP, javascript=False)
    page.goto("/exercises/")
    page.get_by_role("link", name=re.compile("^Lats, ")).focus()
    press_keys(page, "Enter")
    expect_path(page, r"/exercises/\?muscle=latissimus-dorsi")
    page.locator("#facet-level summary").click()
    page.locator("#f-level-beginner").press("Space")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name="Remove Beginner")).to_be_visible()
    expect(page.get_by_role("link", name="Remove Lats")).to_be_visible()
