"""Logging with nothing but the keyboard: every stop is seen, and focus is never lost."""

from playwright.sync_api import expect

from tests.browser.acts import expect_done, expect_heading, expect_path, press_keys
from tests.browser.conftest import DESKTOP
from tests.browser.world import follow_routine

MOST_STOPS = 60
NAME = """() => {
  const one = document.activeElement;
  const labels = [...(one.labels ?? [])].map((label) => label.textContent);
  return [one.ariaLabel, ...labels, one.textContent].find((text) => text?.trim()) ?? "";
}"""
IS_SHOWN = """() => {
  const one = document.activeElement;
  const ringed = (part) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const frame = [one, one.closest("label"), one.closest(".val")].filter(Boolean).find(ringed);
  const box = frame?.getBoundingClientRect();
  return Boolean(box && box.width && box.bottom > 0 && box.top < innerHeight);
}"""


def tab_to(page, name):
    """Press Tab until something is focused that is called so; each stop on the way is seen."""
    page.wait_for_load_state()  # with its style sheet: before, no focus shows
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = " ".join(page.evaluate(NAME).split())
        assert page.evaluate(IS_SHOWN), f"“{found}” has the focus, and does not show it"
        if found.startswith(name):
            return
    raise AssertionError(f"{MOST_STOPS} stops, none called “{name}”")


def expect_focus(page, name):
    expect(page.locator(":focus")).to_have_accessible_name(name)


def test_a_workout_by_keyboard_alone(open_page, alex):
    follow_routine(alex, ("Seal row", 2), ("Lat pulldown", 1))
    page = open_page(alex, size=DESKTOP)
    page.goto("/today/")
    tab_to(page, "Skip to content")
    press_keys(page, "Enter")
    tab_to(page, "Start workout")
    press_keys(page, "Enter")
    expect_done(page, 0, 3)

    tab_to(page, "Skip to content")
    press_keys(page, "Enter")
    tab_to(page, "Load in kg")
    page.keyboard.type("50")
    press_keys(page, "ArrowUp")
    expect(page.locator(":focus")).to_have_value("52.5")
    tab_to(page, "Repetitions")
    press_keys(page, "Control+a 9")
    tab_to(page, "Log set 1")
    press_keys(page, "Enter")

    expect_done(page, 1, 3)
    expect_focus(page, "Log set 2")
    press_keys(page, "Shift+Tab")  # back into the row of radio buttons
    press_keys(page, "ArrowRight ArrowRight")
    tab_to(page, "Log set 2")
    press_keys(page, "Space")

    expect_done(page, 2, 3)
    expect_focus(page, "Log set 1")  # of the next exercise
    expect(page.locator("#now")).to_contain_text("Set 1 of 1")
    tab_to(page, "Note, kind, skip")
    press_keys(page, "Enter")
    tab_to(page, "Skip this set")
    press_keys(page, "Enter")

    expect(page.get_by_text("Every set is logged")).to_be_visible()
    expect_focus(page, "Finish workout")
    press_keys(page, "Enter")
    expect_heading(page, "Finish Pull")
    tab_to(page, "Skip to content")
    press_keys(page, "Enter")
    tab_to(page, "1, poor")
    press_keys(page, "ArrowRight ArrowRight ArrowRight")
    tab_to(page, "Finish workout")
    press_keys(page, "Enter")
    expect_path(page, "/history/[0-9a-f-]+/")
    expect(page.get_by_text("4 of 5")).to_be_visible()
    expect(page.get_by_text("52.5 kg × 9").first).to_be_visible()


def test_unticking_and_adding_keep_the_focus(open_page, alex):
    follow_routine(alex, ("Pull-up", 2), ("Lat pulldown", 1))
    page = open_page(alex, size=DESKTOP)
    page.goto("/today/")
    page.get_by_role("button", name="Start workout").press("Enter")
    page.get_by_role("button", name="Log set 2,").press("Enter")
    expect_done(page, 1, 3)
    undo = page.get_by_role("button", name="Undo set 2")
    expect(undo).to_be_focused()
    undo.press("Space")
    expect_done(page, 0, 3)
    expect(page.get_by_role("button", name="Log set 2,")).to_be_focused()
    page.get_by_role("button", name="Add a set of Pull-up").press("Enter")
    expect_done(page, 0, 4)
    expect(page.get_by_role("button", name="Add a set of Pull-up")).to_be_focused()


def test_a_refused_set_puts_the_focus_where_it_is_wrong(open_page, alex):
    follow_routine(alex, ("Pull-up", 2))
    page = open_page(alex, size=DESKTOP)
    page.goto("/today/")
    page.get_by_role("button", name="Start workout").press("Enter")
    page.get_by_role("textbox", name="Repetitions").fill("0")
    page.locator("#log-now").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("between 1 and 1,000")
    expect_focus(page, "Repetitions")
    page.keyboard.press("Control+a")
    page.keyboard.type("8")
    page.keyboard.press("Enter")
    expect_done(page, 1, 2)


def test_a_button_that_has_just_come_in_is_already_htmx_s(open_page, alex):
    follow_routine(alex, ("Pull-up", 2))
    page = open_page(alex)
    page.goto("/today/")
    page.get_by_role("button", name="Start workout").click()
    expect_done(page, 0, 2)
    page.evaluate(
        """() => {
          window.isStillHere = true;
          const logNext = () => setTimeout(() => document.querySelector("#log-now").click());
          document.addEventListener("htmx:afterSwap", logNext, { once: true });
        }"""
    )
    page.get_by_role("button", name="Log set 1").last.click()
    expect_done(page, 2, 2)
    assert page.evaluate("window.isStillHere"), "the second set was sent as a page of its own"


def test_a_slash_goes_to_the_search(open_page, alex):
    page = open_page(alex, size=DESKTOP)
    page.goto("/exercises/")
    page.keyboard.press("/")
    expect_focus(page, "Search exercises")
    page.keyboard.type("face pull/")  # a slash that is typed is a letter
    expect(page.get_by_role("heading", name="face pull/")).to_be_visible()


def test_a_question_mark_lists_the_keys(open_page, alex, tara):
    for person, has_clients in [(alex, 0), (tara, 1), (None, 0)]:
        page = open_page(person, size=DESKTOP)
        page.goto("/exercises/")
        link = page.get_by_role("main").get_by_role("link").first
        link.focus()
        page.keyboard.press("?")
        keys = page.get_by_role("dialog", name="Keys")
        expect(keys).to_contain_text("Search, where a page has one")
        expect(keys.get_by_text("Clients")).to_have_count(has_clients)
        page.keyboard.press("Escape")
        expect(keys).to_be_hidden()
        expect(link).to_be_focused()


def test_two_letters_go_to_a_page(open_page, alex):
    page = open_page(alex, size=DESKTOP)
    page.goto("/exercises/")
    press_keys(page, "g p")
    expect_path(page, "/plan/")


def test_the_first_stop_of_a_page_leads_past_its_navigation(open_page, alex):
    page = open_page(alex, size=DESKTOP)
    for path in ["/today/", "/exercises/", "/progress/", "/plan/", "/body/", "/me/"]:
        page.goto(path)
        tab_to(page, "Skip to content")
        press_keys(page, "Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null"), path
