"""The main job on a phone: sign up, get a routine, train its first day, see what came of it."""

import re
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core import mail
from playwright.sync_api import expect

from accounts.context import acting_as
from progress.models import Measurement
from tests.browser.acts import (
    choose,
    expect_done,
    expect_heading,
    expect_path,
    follow,
    press,
)
from tests.browser.world import PASSWORD, train_next_day_ago

LOAD, REPS = 40, 8  # of every set a week ago
LIMIT = "Knee pain"


def test_from_signing_up_to_the_first_record(open_page):
    page = open_page()
    sign_up(page)
    say_what_one_trains_for(page)
    take_the_routine_that_fits(page)
    member = get_user_model().objects.get(email="maya@example.com")
    rows = train_next_day_ago(member, timedelta(days=7), LOAD, REPS)
    start_the_day(page, rows)
    see_target_and_last_time(page, rows[0])
    log_in_one_tap_and_rest(page, rows)
    beat_last_time(page, rows)
    add_a_set_and_skip_one(page, rows)
    page = close_the_tab_and_come_back(page, rows)
    finish_with_a_record(page, rows)
    look_back(page, rows)
    see_progress(page, rows[0])
    weigh_oneself(page, member)


def sign_up(page):
    page.goto("/")
    follow(page, "Create an account")
    page.get_by_label("E-mail").fill("maya@example.com")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Create account")
    expect_heading(page, "Type the code from the e-mail")
    page.get_by_label("Code").fill(re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.M)[1])
    press(page, "Confirm")


def say_what_one_trains_for(page):
    expect_path(page, "/start/goals/")
    choose(page, "What do you train for?", "A wider back")
    choose(page, "Days a week", "2")
    choose(page, "Which of these is you?", "New, or less than six months")
    page.get_by_label("Minutes a workout").fill("60")
    press(page, "Next: limits")
    choose(page, LIMIT, "Mild")
    expect(page.get_by_role("status").first).to_contain_text("left out because of your limits")
    page.reload()  # kept at once, before any button is pressed
    group = page.get_by_role("group", name=LIMIT)
    expect(group.get_by_label("Mild")).to_be_checked()
    press(page, "Next: equipment")
    expect_path(page, "/start/equipment/")
    follow(page, "Skip this step")


def take_the_routine_that_fits(page):
    expect_heading(page, "This one fits you best")
    best = page.get_by_role("region").filter(has=page.get_by_role("heading", name="Why this one"))
    expect(best).to_contain_text("A wider back")
    press(page, "Start with this")
    expect_path(page, "/plan/[0-9a-f-]+/")
    expect(page.get_by_text("you follow it from today").first).to_be_visible()


def start_the_day(page, rows):
    page.goto("/today/")
    named = page.locator("li").filter(has_text=rows[0].exercise.name)
    expect(named.filter(visible=True).first).to_be_visible()
    press(page, "Start workout")
    expect_path(page, "/log/[0-9a-f-]+/")
    expect_done(page, 0, sum(row.sets for row in rows))


def see_target_and_last_time(page, row):
    card = card_of(page, row)
    expect(card.locator(".goal")).to_contain_text(f"{row.sets} × {row.reps_low}")
    expect(card.get_by_role("link", name=f"Last time {LOAD} kg × {REPS}")).to_be_visible()


def log_in_one_tap_and_rest(page, rows):
    planned = sum(row.sets for row in rows)
    expect(page.get_by_role("timer")).to_be_hidden()
    card_of(page, rows[0]).get_by_role("button", name="Log set 3,").tap()
    expect_done(page, 1, planned)
    timer = page.get_by_role("timer")
    expect(timer).to_have_attribute("aria-label", re.compile(r"^Rest, .* left$"))
    said, left = timer.get_attribute("aria-label"), seconds(timer)
    expect(timer).not_to_have_attribute("aria-label", said)  # it runs
    for _ in range(4):
        press(page, "15 seconds more")
    assert seconds(timer) > left
    press(page, "Log set 1")
    expect_done(page, 2, planned)


def seconds(timer):
    """From "Rest, 1 minute 24 seconds left"."""
    said = timer.get_attribute("aria-label")
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (minute|second)", said)}
    return 60 * counts.get("minute", 0) + counts.get("second", 0)


def beat_last_time(page, rows):
    card = card_of(page, rows[0])
    page.get_by_label("Load in kg", exact=True).fill("47,5")
    page.get_by_role("button", name="More: Load in kg").tap()
    page.get_by_label("Repetitions", exact=True).fill("10")
    choose(page, "Reps in reserve (RIR)", "1")
    press(page, "Log set 2")
    expect_done(page, 3, sum(row.sets for row in rows))
    expect(card.get_by_role("listitem").filter(has_text="50 kg × 10")).to_contain_text("New best")


def add_a_set_and_skip_one(page, rows):
    planned = sum(row.sets for row in rows)
    press(page, f"Add a set of {rows[0].exercise.name}")
    expect_done(page, 3, planned + 1)
    page.locator("#now").get_by_text("Note, kind, skip").tap()
    press(page, "Skip this set")
    expect(page.get_by_role("button", name="Undo skipping")).to_be_visible()
    expect_done(page, 3, planned + 1)


def close_the_tab_and_come_back(page, rows):
    context = page.context
    page.close()
    page = context.new_page()
    page.goto("/progress/")
    follow(page, "Resume")
    expect_done(page, 3, sum(row.sets for row in rows) + 1)
    expect(card_of(page, rows[0])).to_contain_text("50 kg × 10")
    return page


def finish_with_a_record(page, rows):
    follow(page, "Finish workout")
    bests = page.get_by_role("region", name="New bests")
    expect(bests).to_contain_text(rows[0].exercise.name)
    expect(bests).to_contain_text("Heaviest: 50 kg × 10")
    choose(page, "How did it go?", "4, good")
    press(page, "Finish workout")
    expect_path(page, "/history/[0-9a-f-]+/")
    expect(page.get_by_role("region", name="New bests")).to_contain_text("50 kg × 10")
    expect(page.get_by_text("4 of 5")).to_be_visible()


def look_back(page, rows):
    page.goto("/history/")
    workouts = page.get_by_role("main").get_by_role("listitem")
    expect(workouts).to_have_count(2)
    expect(workouts.first).to_contain_text("3 sets")
    expect(workouts.last).to_contain_text(f"{sum(row.sets for row in rows)} sets")


def see_progress(page, row):
    page.goto("/progress/")
    expect(page.get_by_role("img", name=re.compile("1RM|estimate", re.I)).first).to_be_visible()
    follow(page, "Lifts")
    follow(page, row.exercise.name)
    chart = page.get_by_role("img", name=re.compile(r"\d")).last
    expect(chart).to_be_visible()
    page.get_by_text("Show as table").click()
    newest = page.get_by_role("table").get_by_role("row").nth(1)
    expect(newest).to_contain_text("50 kg × 10")


def weigh_oneself(page, member):
    follow(page, "Body")
    page.get_by_label("Weight", exact=True).fill("72,5")
    press(page, "Save")
    expect(page.get_by_role("region", name="Weights")).to_contain_text("72.5 kg")
    with acting_as(member):
        assert str(Measurement.objects.of(member).get().typed) == "72.50"


def card_of(page, row):
    return page.get_by_role("region", name=row.exercise.name, exact=True)
