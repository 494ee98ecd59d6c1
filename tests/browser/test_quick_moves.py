"""Moving on by keyboard in the builder before the answer to the last move is there."""

from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.acts import press_keys
from tests.browser.building import (
    CURL,
    PULLDOWN,
    ROW,
    a_change,
    draft_of,
    expect_kept,
    expect_order,
)
from tests.browser.conftest import DESKTOP


@pytest.fixture
def draft(alex, catalogue):
    return draft_of(alex)


@contextmanager
def held_back(page, address):
    """Within it the first answer from this address waits until `let_go()`."""
    held = []

    def hold(route):
        held.append(route) if not held else route.continue_()

    page.route(address, hold)
    yield lambda: held[0].continue_()
    page.unroute(address)


def test_a_second_move_before_the_first_is_answered_is_kept(open_page, alex, draft):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft)
    edits = page.locator("#edit-state [name=edits]")
    with held_back(page, "**/order/") as let_go:
        page.get_by_role("button", name=f"Move {CURL}").focus()
        press_keys(page, "Space ArrowUp ArrowUp Space")
        page.get_by_role("button", name=f"Move {PULLDOWN}").focus()
        press_keys(page, "Space ArrowRight Space")
        let_go()
        expect(edits).to_have_value("2")
    expect_order(page, "Hinge", PULLDOWN)
    expect_kept(page, "Pull", CURL, ROW)


def test_a_row_lifted_before_an_answer_stays_lifted(open_page, alex, draft):
    page = open_page(alex, size=DESKTOP)
    page.goto(draft)
    with held_back(page, "**/order/") as let_go:
        page.get_by_role("button", name=f"Move {CURL}").focus()
        press_keys(page, "Space ArrowUp ArrowUp Space")
        page.get_by_role("button", name=f"Move {ROW}").focus()
        press_keys(page, "Space ArrowDown")
        with a_change(page):
            let_go()
    expect_order(page, "Pull", CURL, PULLDOWN, ROW)
    expect(page.get_by_role("button", name=f"Move {ROW}")).to_be_focused()
    press_keys(page, "Escape")
    expect_order(page, "Pull", CURL, ROW, PULLDOWN)
    with a_change(page):
        press_keys(page, "Space ArrowDown Space")
    expect_kept(page, "Pull", CURL, PULLDOWN, ROW)
