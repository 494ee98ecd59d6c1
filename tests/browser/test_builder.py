"""Building a routine from nothing, at a desk, without the page being loaded anew."""

import pytest
from playwright.sync_api import expect

from tests.browser.acts import expect_path, follow, press, press_keys
from tests.browser.building import (
    CURL,
    PULLDOWN,
    ROW,
    a_change,
    day,
    draft_of,
    expect_kept,
    expect_order,
)
from tests.browser.conftest import DESKTOP


def add(page, words, exercise):
    page.get_by_role("searchbox", name="Find an exercise").fill(words)
    press(page, f"Add {exercise}")


def open_row(page, exercise):
    page.get_by_role("link", name=exercise, expanded=False).click()
    expect(page.get_by_role("group", name=exercise)).to_be_visible()


def change(page, field, value):
    box = page.locator("#open").get_by_label(field, exact=True)
    box.fill(value)
    box.press("Tab")


@pytest.fixture
def draft(alex, catalogue):
    return draft_of(alex)


def test_a_routine_from_nothing_to_use(open_page, alex):
    page = open_page(alex, size=DESKTOP)
    page.goto("/plan/")
    follow(page, "New routine")
    page.get_by_label("Name").fill("Back twice")
    press(page, "Start")
    expect_path(page, r"/plan/[0-9a-f-]+/edit/.*")
    page.evaluate("window.isTheSamePage = true")

    follow(page, "Name and weekday of Day 1")
    page.get_by_label("Name", exact=True).fill("Pull")
    page.get_by_label("Weekday", exact=True).select_option("Monday")
    press(page, "Save")
    add(page, "lat pull down", PULLDOWN)
    add(page, "seal", ROW)
    expect_order(page, "Pull", PULLDOWN, ROW)

    balance = page.get_by_role("complementary", name="Weekly balance")
    before = balance.inner_text()
    open_row(page, ROW)
    change(page, "Sets", "5")
    change(page, "From", "6")
    change(page, "To", "8")
    change(page, "RIR", "1,5")
    change(page, "Rest, seconds", "150")
    expect(day(page, "Pull").get_by_text("5 × 6–8, RIR 1.5")).to_be_visible()
    expect(balance).not_to_have_text(before)

    press(page, "Add a day")
    expect(page.get_by_text("Adding to Day 2")).to_be_visible()
    add(page, "dumbbell curl", CURL)
    expect_order(page, "Day 2", CURL)
    assert page.evaluate("window.isTheSamePage")

    follow(page, "Use this plan")
    expect(page.get_by_role("region", name="What it is")).to_contain_text("Pull: Monday, 8 sets")
    press(page, "Use this plan")
    expect(page.get_by_text("Version 1 since")).to_be_visible()


def test_supersets_and_undo(open_page, alex, draft):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft)
    open_row(page, PULLDOWN)
    press(page, "Superset with the next")
    expect_order(page, "Pull", ROW, f"A1 {PULLDOWN}", f"A2 {CURL}")
    open_row(page, ROW)
    press(page, "Remove")
    expect_order(page, "Pull", f"A1 {PULLDOWN}", f"A2 {CURL}")
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect_kept(page, "Pull", ROW, f"A1 {PULLDOWN}", f"A2 {CURL}")


def test_order_by_buttons(open_page, alex, draft):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft)
    open_row(page, CURL)
    press(page, "Up")
    expect_order(page, "Pull", ROW, CURL, PULLDOWN)
    expect(page.get_by_role("button", name="Up", exact=True)).to_be_focused()
    press(page, "Hinge")
    expect_order(page, "Hinge", CURL)
    expect_kept(page, "Pull", ROW, PULLDOWN)


def test_order_by_keyboard(open_page, alex, draft):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft)
    grip = page.get_by_role("button", name=f"Move {CURL}")
    grip.focus()
    press_keys(page, "Space ArrowUp ArrowUp Escape")
    expect_order(page, "Pull", ROW, PULLDOWN, CURL)
    with a_change(page):
        press_keys(page, "Space ArrowUp ArrowUp Space")
    expect_order(page, "Pull", CURL, ROW, PULLDOWN)
    expect(grip).to_be_focused()
    with a_change(page):
        press_keys(page, "Space ArrowRight Space")
    expect_order(page, "Hinge", CURL)
    expect_kept(page, "Pull", ROW, PULLDOWN)


def test_order_by_dragging(open_page, alex, draft):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft)
    with a_change(page):
        page.get_by_role("button", name=f"Move {CURL}").drag_to(
            page.get_by_role("button", name=f"Move {ROW}"), target_position={"x": 5, "y": 2}
        )
    expect_kept(page, "Pull", CURL, ROW, PULLDOWN)


def test_an_older_tab_is_refused_with_what_was_typed(open_page, alex, draft):
    older = open_page(alex, size=DESKTOP)
    older.goto(draft)
    open_row(older, ROW)
    newer = older.context.new_page()
    newer.goto(draft)
    open_row(newer, PULLDOWN)
    press(newer, "Remove")
    expect_order(newer, "Pull", ROW, CURL)

    change(older, "Sets", "7")
    expect(older.get_by_role("alert")).to_contain_text("This plan changed in another tab")
    expect(older.get_by_role("alert")).to_contain_text("sets 7")
    expect_order(older, "Pull", ROW, CURL)
    change(older, "Sets", "6")
    expect(day(older, "Pull").get_by_text("6 ×")).to_be_visible()


def test_a_new_version_says_what_changes(open_page, alex, draft):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft)
    follow(page, "Use this plan")
    expect(page.get_by_role("alert")).to_contain_text("Hinge")  # it has no exercise yet
    follow(page, "Go on editing")
    follow(page, "Name and weekday of Hinge")
    press(page, "Remove this day")
    follow(page, "Use this plan")
    press(page, "Use this plan")
    press(page, "Edit")
    open_row(page, ROW)
    change(page, "Sets", "6")
    expect(day(page, "Pull").get_by_text("6 ×")).to_be_visible()
    follow(page, "Use this plan")
    changes = page.get_by_role("region", name="What changes")
    expect(changes.get_by_role("listitem")).to_have_count(1)
    expect(changes).to_contain_text(ROW)
    press(page, "Use this plan")
    expect(page.get_by_text("Version 2 since")).to_be_visible()
