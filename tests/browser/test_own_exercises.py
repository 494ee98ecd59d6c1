"""A member's own exercise: made where a search found nothing, marked, noted, used."""

import re

from playwright.sync_api import expect

from accounts.context import acting_as
from catalogue.models import Exercise
from tests.browser.acts import expect_heading, expect_path, follow, press
from tests.browser.conftest import DESKTOP, PHONE
from tests.factories import LoggedSetFactory, SessionFactory


def test_an_exercise_is_made_found_noted_and_marked(open_page, alex):
    page = open_page(alex, size=PHONE)
    page.goto("/exercises/?q=hedgehog")
    follow(page, re.compile("^Create “hedgehog”"))
    page.get_by_label("Movement", exact=True).select_option("Vertical pull")
    page.locator("summary").filter(has_text=re.compile(r"^\s*Lats")).click()
    page.get_by_label("Latissimus dorsi").select_option("Main")
    press(page, "Save")
    expect_heading(page, "hedgehog")
    expect(page.get_by_role("cell", name="Latissimus dorsi")).to_be_visible()

    favourite = page.get_by_role("button", name="Favourite", exact=True)
    favourite.press("Enter")
    expect(favourite).to_have_attribute("aria-pressed", "true")
    expect(favourite).to_be_focused()
    page.get_by_text("My set-up").click()
    page.get_by_label(re.compile("only you see this")).fill("Seat 4, pin 7")
    press(page, "Save my set-up")
    expect(page.get_by_text("Seat 4, pin 7")).to_be_visible()

    page.goto("/exercises/")
    page.locator(".chip").filter(has_text="Favourites").click()
    expect(page.locator("#rows li")).to_have_count(1)
    follow(page, re.compile("hedgehog"))
    expect(favourite).to_have_attribute("aria-pressed", "true")


def test_the_note_is_read_and_changed_while_training(open_page, alex):
    exercise = Exercise.objects.public().get(slug="lat-pulldown")
    session = SessionFactory(member=alex)
    LoggedSetFactory(session=session, exercise=exercise, done_at=None)
    page = open_page(alex, size=PHONE)
    page.goto(f"/log/{session.pk}/")
    page.locator("#id_reps").fill("7")
    page.get_by_text("My set-up").click()
    page.get_by_label(re.compile("only you see this")).fill("Pin 9")
    page.get_by_label(re.compile("only you see this")).press("Enter")
    expect(page.get_by_text("Pin 9")).to_be_visible()
    expect(page.locator("#id_reps")).to_have_value("7")
    page.reload()
    expect(page.get_by_text("Pin 9")).to_be_visible()


def test_all_of_it_works_without_javascript(open_page, alex):
    page = open_page(alex, size=DESKTOP, javascript=False)
    page.goto("/exercises/new/")
    press(page, "Save")
    expect(page.get_by_role("alert")).to_contain_text("Name: This field is required.")
    page.get_by_label("Start from an existing exercise").fill("pull-up")
    press(page, "Copy")
    press(page, "Save")
    expect_heading(page, "Pull-up (mine)")
    press(page, "Never suggest this to me")
    expect(page.get_by_role("button", name="Never suggest this to me")).to_have_attribute(
        "aria-pressed", "true"
    )
    page.get_by_text("My set-up").click()
    page.get_by_label(re.compile("only you see this")).fill("Thin bar")
    press(page, "Save my set-up")
    expect(page.get_by_text("Thin bar")).to_be_visible()
    page.goto("/me/exercises/")
    press(page, "Suggest again")
    expect_path(page, "/me/exercises/")
    expect(page.get_by_role("button", name="Suggest again")).to_have_count(0)
    follow(page, re.compile("Pull-up"))
    follow(page, "Delete")
    press(page, "Delete")
    expect_path(page, "/me/exercises/")
    with acting_as(alex):
        assert not Exercise.objects.owned_by(alex).exists()
