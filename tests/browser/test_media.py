"""Pictures of an exercise: they keep their place, move when asked to, and are looked after."""

import re

import pytest
from playwright.sync_api import expect

from catalogue.models import ExerciseMedia
from tests.accounts.imaging import images
from tests.browser.acts import follow, press
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.world import illustrate

DESK = "/curate/exercises/pull-up/media/"
SHIFTS = """() => {
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.shifts += value;
  }).observe({ type: "layout-shift", buffered: true });
}"""
HEIGHTS = "[...document.querySelectorAll('.shot img')].map((one) => one.offsetHeight)"


@pytest.fixture
def desk(open_page, ines):
    return open_page(ines, size=DESKTOP)


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_the_page_stands_still_while_its_pictures_arrive(open_page, size):
    illustrate("pull-up", images.jpeg((1600, 1200)), images.jpeg((600, 900)), images.moving())
    page, waiting = open_page(size=size), []
    page.route(re.compile("/media/"), lambda route: waiting.append(route))
    page.goto("/exercises/pull-up/")
    page.evaluate(SHIFTS)
    page.locator(".shot img").last.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    before = page.evaluate(HEIGHTS)
    assert min(before) > 100, "their place is kept"
    assert waiting
    for route in waiting:
        route.continue_()
    page.unroute(re.compile("/media/"))
    for picture in page.locator(".shot img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("(one) => one.naturalWidth") > 1
    assert page.evaluate(HEIGHTS) == before
    assert page.evaluate("window.shifts") == 0


def test_a_loop_moves_when_asked_and_stops_again(open_page):
    illustrate("pull-up", images.moving())
    page = open_page()
    page.goto("/exercises/pull-up/")
    picture, moving = page.locator("play-loop img"), re.compile("moving-320")
    page.get_by_role("button", name="Play the loop: At the bar").focus()
    expect(picture).not_to_have_attribute("srcset", moving)
    page.keyboard.press("Enter")
    expect(picture).to_have_attribute("srcset", moving)
    expect(picture).to_have_js_property("complete", True)
    assert moving.search(picture.evaluate("(one) => one.currentSrc"))
    expect(page.get_by_role("button", name="Stop the loop: At the bar")).to_be_focused()
    page.keyboard.press("Space")
    expect(picture).not_to_have_attribute("srcset", moving)
    expect(page.get_by_role("button", name="Play the loop: At the bar")).to_be_focused()


def test_without_javascript_a_link_shows_the_loop(open_page):
    picture = illustrate("pull-up", images.moving())[0]
    page = open_page(javascript=False)
    page.goto("/exercises/pull-up/")
    expect(page.get_by_role("button", name="Play")).to_have_count(0)
    with page.expect_navigation():
        follow(page, "Play the loop: At the bar")
    assert page.url.endswith(picture.moving_address)


def choose_file(page, content, name="row.jpg"):
    file = {"name": name, "mimeType": "image/jpeg", "buffer": content}
    page.get_by_label("Picture", exact=True).set_input_files(file)


def test_a_curator_adds_a_picture_with_a_look_at_it_first(open_page, desk, alex):
    desk.goto(DESK)
    expect(desk.get_by_text("There is no picture yet.")).to_be_visible()
    choose_file(desk, images.jpeg((1600, 1200)))
    expect(desk.get_by_role("img", name="The picture you chose")).to_be_visible()
    desk.get_by_label("Description").fill("Hanging from the bar")
    desk.get_by_label("Author").fill("Ada Wu")
    press(desk, "Add picture")
    expect(desk.get_by_text("Choose the licence it was given under.").first).to_be_visible()
    expect(desk.get_by_label("Description")).to_have_value("Hanging from the bar")
    choose_file(desk, images.jpeg((1600, 1200)))
    desk.get_by_label("Licence").select_option("CC BY 4.0")
    press(desk, "Add picture")
    expect(desk.get_by_text("The photograph is on the page now.")).to_be_visible()

    member = open_page(alex)
    member.goto("/exercises/pull-up/")
    expect(member.get_by_role("img", name="Hanging from the bar")).to_be_visible()
    expect(member.get_by_role("link", name="CC BY 4.0")).to_be_visible()


def test_what_is_too_large_is_said_before_it_is_sent(desk, tmp_path):
    (tmp_path / "large.jpg").write_bytes(images.jpeg() + bytes(17 * 2**20))
    desk.goto(DESK)
    desk.get_by_label("Picture", exact=True).set_input_files(tmp_path / "large.jpg")
    expect(desk.get_by_text("This file is too large: at most 16 MB.")).to_be_visible()
    expect(desk.get_by_label("Picture", exact=True)).to_have_value("")
    choose_file(desk, images.SVG, "drawing.svg")
    expect(desk.get_by_text("This file is too large")).to_have_count(0)
    expect(desk.get_by_role("img", name="The picture you chose")).to_be_hidden()


def test_pictures_are_put_in_order_by_keyboard_and_removed(desk):
    first, second, third = illustrate("pull-up", *[images.jpeg((200, 150))] * 3)
    desk.goto(DESK)
    grip = desk.locator(f"#grip-{third.pk}")
    grip.focus()
    for key in ["Space", "ArrowUp", "ArrowUp"]:
        desk.keyboard.press(key)
    with desk.expect_response("**/media/order/"):
        desk.keyboard.press("Space")
    expect(grip).to_be_focused()
    desk.reload()
    shown = desk.locator("#pictures li > input").evaluate_all("all => all.map((one) => one.value)")
    assert shown == [str(one.pk) for one in (third, first, second)]
    follow(desk, "Change picture 1")
    press(desk, "Remove this picture")
    expect(desk.get_by_text("The photograph is removed.")).to_be_visible()
    assert ExerciseMedia.objects.count() == 2


def test_a_curator_without_javascript_orders_and_adds(open_page, ines):
    first, second = illustrate("pull-up", *[images.jpeg((200, 150))] * 2)
    desk = open_page(ines, size=DESKTOP, javascript=False)
    desk.goto(DESK)
    press(desk, "Earlier with picture 2")
    assert list(ExerciseMedia.objects.public().in_order()) == [second, first]
    choose_file(desk, images.SVG, "photo.jpg")
    for label, value in [("Description", "A bar"), ("Author", "Ada")]:
        desk.get_by_label(label).fill(value)
    desk.get_by_label("Licence").select_option("CC0")
    press(desk, "Add picture")
    expect(desk.get_by_text("This is an SVG, a drawing made of code.").first).to_be_visible()
    expect(desk.get_by_label("Author")).to_have_value("Ada")
