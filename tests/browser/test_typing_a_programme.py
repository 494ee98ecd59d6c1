"""A programme typed from nothing with the keyboard alone, put to use, trained, and what follows."""

import re

import pytest
from playwright.sync_api import expect

from accounts.context import acting_as
from tests.browser.acts import expect_done, expect_heading, expect_path, press_keys
from tests.browser.building import a_change, expect_order
from tests.browser.conftest import DESKTOP
from tests.browser.test_keyboard_only import expect_focus, tab_to
from workouts.models import Prescription

WIDTH = [
    ("Pull-up 4x6-10 @8 rest 150", "Pull-up"),
    ("Wide-grip lat pulldown 3x8-12 @9 rest 90", "Wide-grip lat pulldown"),
    ("Straight-arm pulldown 2x10-15 @9 rest 60 drop set (drops 2)", "Straight-arm pulldown"),
    ("A1) Incline dumbbell curl 3x8-12 @9 rest 75 W3-4 4 sets", "Incline dumbbell curl"),
    ("A2) Triceps pushdown 3x10-15 @9 rest 75", "Triceps pushdown"),
]
THICKNESS = [
    ("Barbell bent-over row 2x6-10 @8 rest 150 +2.5 kg", "Barbell bent-over row"),
    ("Romanian deadlift 3x6-10 @8 rest 150", "Romanian deadlift"),
]
LOAD, TOP = "60", "10"


@pytest.fixture
def typing(open_page, alex):
    page = open_page(alex, size=DESKTOP)
    page.goto("/plan/new/")
    return page


def test_a_programme_typed_by_keyboard_is_trained_and_goes_on(typing, alex):
    page = typing
    begin(page, "Wide & thick")
    name_day(page, "Thickness", "Thursday")
    type_lines(page, "Thickness", THICKNESS)
    add_day(page, "Width", "Monday")
    type_lines(page, "Width", WIDTH)
    undo_and_redo(page, [name for _, name in WIDTH])
    put_to_use(page)
    with acting_as(alex):
        by_week = Prescription.objects.get(exercise__name="Incline dumbbell curl").by_week
    assert {week: entry["sets"] for week, entry in by_week.items()} == {"3": 4, "4": 4}
    train_thickness(page)
    see_what_follows(page)


def begin(page, name):
    tab_to(page, "Name")
    page.keyboard.type(name)
    tab_to(page, "Start")
    press_keys(page, "Enter")
    expect_path(page, "/plan/[0-9a-f-]+/edit/.*")
    expect_heading(page, name)


def add_day(page, name, weekday):
    tab_to(page, "Add a day")
    with a_change(page):
        press_keys(page, "Enter")
    fill_in_day(page, name, weekday)


def name_day(page, name, weekday):
    page.get_by_role("link", name="Name and weekday of Day 1").focus()  # its words are an icon's
    press_keys(page, "Enter")
    fill_in_day(page, name, weekday)


def fill_in_day(page, name, weekday):
    field = page.get_by_label("Name", exact=True)
    expect(field).to_be_visible()
    page.reload()  # from the top of the page
    tab_to(page, "Name")
    press_keys(page, "Control+a")
    page.keyboard.type(name)
    tab_to(page, "Weekday")
    page.keyboard.type(weekday[:3])
    tab_to(page, "Save")
    with a_change(page):
        press_keys(page, "Enter")


def type_lines(page, day, lines):
    page.reload()
    tab_to(page, f"Type an exercise for {day}")
    for line, _ in lines:
        with a_change(page):
            page.keyboard.type(line)
            press_keys(page, "Enter")
        expect_focus(page, f"Type an exercise for {day}")
    expect_order(page, day, *names(lines))


def names(lines):
    """As the page shows them, with the letters of supersets."""
    return [f"{line[:2]} {name}" if line[2:3] == ")" else name for line, name in lines]


def undo_and_redo(page, exercises):
    page.reload()
    with a_change(page):
        press_keys(page, "Control+z")
    expect(page.get_by_text(exercises[-1])).to_have_count(0)
    with a_change(page):
        press_keys(page, "Control+Shift+z")
    expect_order(page, "Width", *names(WIDTH))


def put_to_use(page):
    page.reload()
    tab_to(page, "Use this plan")
    press_keys(page, "Enter")
    expect_heading(page, "Use this plan")
    tab_to(page, "Use this plan")
    press_keys(page, "Enter")
    expect(page.get_by_text("Wide & thick, version 1, is in use.")).to_be_visible()


def train_thickness(page):
    page.goto("/log/")
    tab_to(page, "Start Thickness")
    press_keys(page, "Enter")
    expect_done(page, 0, 5)
    tab_to(page, "Skip to content")
    press_keys(page, "Enter")
    tab_to(page, "Load in kg")
    page.keyboard.type(LOAD)
    tab_to(page, "Repetitions")
    press_keys(page, "Control+a")
    page.keyboard.type(TOP)
    tab_to(page, "Log set 1")
    press_keys(page, "Enter")
    expect_done(page, 1, 5)
    expect_focus(page, "Log set 2")  # with the load of the first, and the fewest reps
    press_keys(page, "Enter")
    expect_done(page, 2, 5)
    tab_to(page, "Finish workout")
    press_keys(page, "Enter")
    expect_path(page, "/log/[0-9a-f-]+/finish/")
    tab_to(page, "Finish workout")
    press_keys(page, "Enter")
    expect_path(page, "/history/[0-9a-f-]+/")


def see_what_follows(page):
    page.goto("/plan/")
    follow = page.get_by_role("link", name=re.compile("Wide & thick")).first.get_attribute("href")
    page.goto(f"{follow}ahead/")
    lift = page.get_by_role("region", name="Barbell bent-over row", exact=True)
    expect(lift.get_by_role("row").nth(1)).to_contain_text("60 kg × 7, 7")
    expect(lift.get_by_role("row").nth(1)).to_contain_text("6 of 10 reps in the lowest set")
    page.goto(f"{follow}print/")
    sheet = page.get_by_role("region", name="Thickness", exact=True)
    expect(sheet).to_contain_text("60 kg")
