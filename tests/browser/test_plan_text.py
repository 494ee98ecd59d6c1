"""Typing a plan: a line in the builder, and the whole of it as text."""

import pytest
from playwright.sync_api import expect

from tests.browser.acts import expect_heading, follow, press
from tests.browser.building import CURL, PULLDOWN, ROW, a_change, day, draft_of, expect_order
from tests.browser.world import a_person


@pytest.fixture
def maya(catalogue):
    return a_person("maya@example.com", "Maya")


def test_lines_are_typed_one_after_the_other_by_keyboard(open_page, maya):
    page = open_page(maya)
    page.goto(draft_of(maya))
    box = page.get_by_label("Type an exercise for Pull")
    box.focus()
    page.keyboard.type("seel row 3x8")
    page.keyboard.press("Enter")
    expect(page.get_by_text("did you mean")).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_value("seel row 3x8")
    box.fill("")
    with a_change(page):
        page.keyboard.type("pull-up 4x6-8 @8 rest 120")
        page.keyboard.press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    with a_change(page):
        page.keyboard.type("face pull")
        page.keyboard.press("Enter")
    expect_order(page, "Pull", ROW, PULLDOWN, CURL, "Pull-up", "Face pull")
    expect(day(page, "Pull")).to_contain_text("4 × 6–8, RIR 2")


def test_the_plan_is_changed_as_text_and_a_problem_leads_to_its_place(open_page, maya):
    page = open_page(maya)
    page.goto(draft_of(maya))
    follow(page, "As text")
    expect_heading(page, "As text")
    field = page.get_by_label("The plan as text")
    text = field.input_value()
    field.fill(text.replace(PULLDOWN, "lat puldown"))
    press(page, "Save")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name="Line 5, column 1").click()
    expect(field).to_be_focused()
    page.keyboard.type("Lat")
    expect(field).to_have_value(text.replace(PULLDOWN, "Lat puldown"))
    field.fill(text.replace(f"{PULLDOWN} 3x8-12", "Pull-up 5x5"))
    press(page, "Save")
    expect(page.get_by_text("Pull-up in its place")).to_be_visible()
    expect_order(page, "Pull", ROW, "Pull-up", CURL)
