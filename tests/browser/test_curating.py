"""A curator in the admin site, and what members see of it."""

import pytest
from playwright.sync_api import expect

from catalogue.curators import make_curator
from catalogue.models import Exercise
from tests.browser.acts import expect_heading, follow, press
from tests.browser.conftest import DESKTOP
from tests.browser.world import PASSWORD, a_person
from tests.factories import LoggedSetFactory


@pytest.fixture
def desk(open_page):
    """A curator's window, who has just signed in on the way to the admin site."""
    make_curator(a_person("cai@example.com", "Cai Wood"))
    desk = open_page(size=DESKTOP)
    desk.goto("/manage/")
    desk.get_by_label("E-mail").fill("cai@example.com")
    desk.get_by_label("Password", exact=True).fill(PASSWORD)
    press(desk, "Sign in")
    expect_heading(desk, "Site administration")
    return desk


def open_exercise(desk, slug):
    """The way in from the page that members read."""
    desk.goto(f"/exercises/{slug}/")
    follow(desk, "Edit")
    expect(desk.get_by_label("Name:")).to_be_visible()


def test_a_changed_exercise_shows_at_once(open_page, desk, alex):
    member = open_page(alex)
    member.goto("/exercises/seal-row/")
    expect(member.get_by_text("Squeeze at the top")).to_have_count(0)

    open_exercise(desk, "seal-row")
    desk.get_by_label("Cues:").fill("Squeeze at the top.\nLower it slowly.")
    press(desk, "Save")
    expect(desk.get_by_text("was changed successfully")).to_be_visible()

    member.reload()
    expect(member.get_by_text("Squeeze at the top.")).to_be_visible()
    expect(member.get_by_text("Lower it slowly.")).to_be_visible()


def test_an_exercise_that_logs_use_stays_and_the_reason_is_said(open_page, desk, alex):
    seal_row = Exercise.objects.public().get(slug="seal-row")
    LoggedSetFactory(member=alex, exercise=seal_row)
    open_exercise(desk, "seal-row")
    press(desk, "Delete")
    expect(desk.get_by_text("members’ logs or routines use it, so it stays")).to_be_visible()
    expect(desk.get_by_role("button", name="Yes, I’m sure")).to_have_count(0)
    assert Exercise.objects.public().filter(slug="seal-row").exists()


def test_an_exercise_nobody_uses_can_go(desk):
    open_exercise(desk, "concentration-curl")
    press(desk, "Delete")
    press(desk, "Yes, I’m sure")
    expect(desk.get_by_text("was deleted successfully")).to_be_visible()
    assert desk.goto("/exercises/concentration-curl/").status == 404
