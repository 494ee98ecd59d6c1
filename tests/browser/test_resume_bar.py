"""The bar of an open workout covers nothing that a page has at its end."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.factories import SessionFactory

LIES_FREE = """element => {
  const box = element.getBoundingClientRect();
  const bar = document.querySelector(".resume").getBoundingClientRect();
  return box.bottom <= bar.top || box.right <= bar.left;
}"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_what_ends_a_page_is_above_the_bar(open_page, alex, size):
    SessionFactory(member=alex, finished_at=None)
    page = open_page(alex, size=size)
    for address, last in {
        "/exercises/deadlift/suggest/": "button:has-text('Send to the curators')",
        "/exercises/new/": "main form button >> nth=-1",
        "/exercises/": "main a >> nth=-1",
        "/exercises/deadlift/": "main a >> nth=-1",
    }.items():
        page.goto(address)
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        assert page.locator(last).evaluate(LIES_FREE), address
