"""What people do on every page, in words."""

import re

from playwright.sync_api import expect


def press(page, name):
    page.get_by_role("button", name=name).first.click()


def follow(page, name):
    page.get_by_role("link", name=name).first.click()


def press_keys(page, keys):
    """Keys with spaces between: "Tab Tab Enter"."""
    for key in keys.split():
        page.keyboard.press(key)


def choose(page, question, answer):
    """Answer a question with buttons to choose from."""
    group = page.get_by_role("group", name=question)
    group.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(answer)}\s*$")).click()


def expect_heading(page, words):
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def expect_path(page, pattern):
    expect(page).to_have_url(re.compile(f"^https?://[^/]+{pattern}$"))


def expect_done(page, done, planned):
    """How many sets the open workout says are logged."""
    bar = page.get_by_role("progressbar", name="Sets logged")
    expect(bar).to_have_attribute("aria-valuenow", str(done))
    expect(bar).to_have_attribute("aria-valuemax", str(planned))
