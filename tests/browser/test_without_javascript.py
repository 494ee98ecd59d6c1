"""Everything that matters, with JavaScript switched off: plain links and plain forms."""

import re

import pytest
from playwright.sync_api import expect

from accounts.context import acting_as
from accounts.models import WeightSet
from catalogue.models import Exercise
from progress.models import LoggedSet
from tests.browser.acts import (
    choose,
    expect_done,
    expect_heading,
    expect_path,
    follow,
    press,
)
from tests.browser.world import PASSWORD, a_person
from tests.factories import DayFactory, PrescriptionFactory, RoutineFactory, VersionFactory

ROW, PULLDOWN = "Seal row", "Lat pulldown"


@pytest.fixture
def maya(catalogue):
    return a_person("maya@example.com", "Maya")


@pytest.fixture
def page(open_page, maya):
    """Maya's window, signed in through the form."""
    page = open_page(javascript=False)
    page.goto("/log/")
    page.get_by_label("E-mail").fill("maya@example.com")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Sign in")
    expect_path(page, "/log/")
    assert page.evaluate("1 + 1") == 2  # the tools still may; the page's own scripts do not run
    expect(page.locator("number-stepper button")).to_have_count(0)
    return page


def press_instead_of_javascript(page, name):
    """Playwright finds nothing in <noscript> by its role."""
    page.locator("noscript button", has_text=name).click()


def test_the_library_is_searched_and_filtered(page):
    page.goto("/exercises/")
    page.get_by_label("Search exercises").fill("deadlfit")
    press_instead_of_javascript(page, "Show")
    expect(page.locator("#rows").get_by_role("link").first).to_contain_text("deadlift")
    follow(page, "Reset")
    page.get_by_text("Muscle map and filters").click()
    for facet, value in [("Back region", "Lats"), ("Level", "Beginner")]:
        fold = page.locator("details.facet").filter(has_text=facet)
        fold.locator("summary").click()
        fold.locator("label").filter(has_text=value).click()
    press_instead_of_javascript(page, "Show")
    expect_path(page, r"/exercises/\?.*region=lats.*level=beginner.*")
    expect(page.get_by_role("heading", name=re.compile("for the lats$"))).to_be_visible()
    page.locator("#rows").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="How to do it")).to_be_visible()


def test_a_workout_is_logged(page, maya):
    press(page, "Start an empty workout")
    follow(page, "Add exercise")
    page.get_by_label("Search exercises").fill("seal row")
    page.get_by_label("Search exercises").press("Enter")
    press(page, f"Add {ROW}")
    expect_done(page, 0, 3)

    page.get_by_label("Load in kg").fill("60")
    page.get_by_label("Repetitions").fill("0")
    press(page, "Log set 1")
    expect(page.get_by_role("alert")).to_contain_text("between 1 and 1,000")
    expect(page.get_by_label("Load in kg")).to_have_value("60")
    page.get_by_label("Repetitions").fill("8")
    press(page, "Log set 1")
    expect_done(page, 1, 3)
    press(page, "Log set 3")  # in one tap, as the set before
    expect_done(page, 2, 3)
    press(page, "Undo set 3")
    expect_done(page, 1, 3)

    press(page, f"Add a set of {ROW}")
    expect_done(page, 1, 4)
    page.get_by_text("Note, kind, skip").click()
    press(page, "Skip this set")
    expect(page.get_by_text("Skipped")).to_be_visible()
    expect_done(page, 1, 4)

    follow(page, "Finish")
    choose(page, "How did it go?", "5, very good")
    press(page, "Finish workout")
    expect_path(page, "/history/[0-9a-f-]+/")
    expect(page.get_by_text("60 kg × 8").first).to_be_visible()
    with acting_as(maya):
        assert LoggedSet.objects.of(maya).done().count() == 1


def test_body_weight_and_progress_are_tables(page):
    page.goto("/body/")
    page.get_by_label("Weight", exact=True).fill("heavy")
    press(page, "Save")
    expect(page.get_by_label("Weight", exact=True)).to_have_value("heavy")
    expect(page.get_by_label("Weight", exact=True)).to_have_attribute("aria-invalid", "true")
    page.get_by_label("Weight", exact=True).fill("72,5")
    press(page, "Save")
    expect(page.get_by_role("region", name="Weights")).to_contain_text("72.5 kg")
    expect(page.locator("noscript p")).to_have_text("Without JavaScript this chart is a table.")
    page.get_by_text("Show as table").click()
    expect(page.get_by_role("table")).to_contain_text("72.5")


def test_a_plan_is_changed(page, maya):
    version = VersionFactory(routine=RoutineFactory(member=maya, name="Back twice"))
    day = DayFactory(version=version, name="Pull")
    for position, name in enumerate([ROW, PULLDOWN], 1):
        exercise = Exercise.objects.public().get(name=name)
        PrescriptionFactory(day=day, position=position, exercise=exercise)

    page.goto(f"/plan/{version.routine_id}/")
    press(page, "Go on editing")
    rows = page.get_by_role("region", name="Pull").locator("li .brow b")
    page.get_by_role("link", name=PULLDOWN, expanded=False).click()
    sets = page.locator("#open").get_by_label("Sets", exact=True)
    sets.fill("0")
    press(page, "Save")
    expect(sets).to_have_attribute("aria-invalid", "true")
    sets.fill("5")
    press(page, "Save")
    expect(page.get_by_role("link", name=PULLDOWN, expanded=True)).to_contain_text("5 ×")
    press(page, "Up")
    expect(rows).to_have_text([PULLDOWN, ROW])
    press(page, "Superset with the next")
    expect(rows).to_have_text([f"A1 {PULLDOWN}", f"A2 {ROW}"])
    press(page, "Remove")
    expect(rows).to_have_text([ROW])
    press(page, "Undo")
    expect(rows).to_have_count(2)
    page.get_by_label("Find an exercise").fill("dumbbell curl")
    press_instead_of_javascript(page, "Search")
    press(page, "Add Dumbbell curl")
    expect(rows).to_have_count(3)
    press(page, "Add a day")
    expect(page.get_by_role("region", name="Day 2")).to_be_visible()
    page.get_by_role("link", name="Use this plan").click()
    expect_heading(page, "Use this plan")
    expect(page.get_by_role("alert")).to_contain_text("Day 2 has no exercises yet")


def test_weights_are_filled_in_changed_and_kept(page, maya):
    page.goto("/me/")
    follow(page, re.compile("^Weights"))
    expect_heading(page, "My weights")
    follow(page, "A barbell at home")
    page.get_by_role("textbox", name="Dumbbells").fill("4 to 12 by 2, 15,5")
    page.get_by_label("Weight, plate 6").fill("0.5")
    page.get_by_label("Pairs, plate 6").fill("1")
    press(page, "Save weights")
    expect(page.get_by_role("alert")).to_contain_text("“15,5” could be one or two")
    page.get_by_role("textbox", name="Dumbbells").fill("4 to 12 by 2, 15.5")
    press(page, "Save weights")
    expect(page.get_by_text("Weights saved.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Dumbbells")).to_have_value("4 to 12 by 2, 15.5")
    expect(page.get_by_label("Weight, plate 6")).to_have_value("0.5")
    with acting_as(maya):
        assert WeightSet.objects.get(member=maya).kit.bars == (20,)
