"""From a member's proposal to everybody's page and back, by keyboard and without JavaScript."""

import pytest
from playwright.sync_api import expect

from accounts.context import curating
from catalogue.curators import make_curator
from catalogue.models import Exercise, Proposal
from tests.browser.acts import expect_heading, expect_path, follow, press, press_keys
from tests.browser.conftest import DESKTOP
from tests.factories import NOW, ProposalFactory, UserFactory


@pytest.fixture
def cai(catalogue):
    cai = UserFactory(name="Cai Wood")
    make_curator(cai)
    return cai


def propose_change(member, cue):
    member.goto("/exercises/seal-row/")
    follow(member, "Suggest a change")
    expect_heading(member, "Suggest a change to Seal row")
    member.get_by_text("How to do it").click()
    member.get_by_label("Cues", exact=True).fill(cue)
    member.get_by_label("Why", exact=True).fill("I teach it.")
    press(member, "Send to the curators")
    expect_path(member, r"/me/proposals/[\w-]+/")
    expect(member.get_by_text("A curator has not decided yet.")).to_be_visible()


def test_a_proposal_is_made_reviewed_by_keyboard_published_and_undone(open_page, alex, cai):
    later = ProposalFactory(
        member=alex,
        exercise=Exercise.objects.get(slug="deadlift"),
        created_at=NOW.replace(year=2099),
    )
    member, desk = open_page(alex), open_page(cai, size=DESKTOP)
    propose_change(member, "Pull the bar to the bench.")

    desk.goto("/exercises/")
    press_keys(desk, "g q")
    expect_path(desk, "/curate/queue/")
    expect(desk.get_by_role("heading", name="Seal row")).to_be_visible()
    desk.wait_for_load_state()
    press_keys(desk, "j")
    expect_heading(desk, "Conventional deadlift")
    desk.wait_for_load_state()  # keys are heard from then on
    press_keys(desk, "k")
    expect_heading(desk, "Seal row")
    desk.wait_for_load_state()
    press_keys(desk, "q")
    expect(desk.get_by_label("Your words").first).to_be_focused()
    press_keys(desk, "Escape")
    expect(desk.locator("summary", has_text="Ask")).to_be_focused()
    box = desk.get_by_role("checkbox", name="Accept cues")
    for words in ["Publish 0 changes", "Publish 1 change"]:
        box.click()
        expect(desk.get_by_role("button", name=words)).to_be_visible()
    press_keys(desk, "a")
    expect(desk.get_by_text("Seal row is published.")).to_be_visible()
    expect_path(desk, f"/curate/queue/{later.pk}/")

    member.reload()
    expect(member.get_by_text("Published")).to_be_visible()
    member.goto("/exercises/seal-row/")
    expect(member.get_by_text("Pull the bar to the bench.")).to_be_visible()

    press(desk, "Undo")
    expect(desk.get_by_text("The change to Seal row is taken back.")).to_be_visible()
    member.reload()
    expect(member.get_by_text("Pull the bar to the bench.")).to_have_count(0)


def test_declining_by_keyboard_tells_the_proposer_why(open_page, alex, cai):
    proposal = ProposalFactory(member=alex, exercise=Exercise.objects.get(slug="deadlift"))
    desk = open_page(cai, size=DESKTOP)
    desk.goto(f"/curate/queue/{proposal.pk}/")
    press_keys(desk, "d")
    expect(desk.get_by_label("Your words").last).to_be_focused()
    desk.keyboard.type("A round back lifts less.")
    press_keys(desk, "Tab Enter")
    expect(desk.get_by_text("Declined.")).to_be_visible()
    member = open_page(alex)
    member.goto(f"/me/proposals/{proposal.pk}/")
    expect(member.get_by_text("A round back lifts less.")).to_be_visible()


def test_a_review_needs_no_javascript(open_page, alex, cai):
    member = open_page(alex, javascript=False)
    propose_change(member, "Pull the bar to the bench.")
    desk = open_page(cai, size=DESKTOP, javascript=False)
    desk.goto("/curate/queue/")
    desk.locator(".qlist").get_by_role("link", name="Seal row").click()
    desk.locator("tr", has_text="Cues").locator("summary").click()
    desk.get_by_label("Cues", exact=True).fill("Pull the bar to the flat bench.")
    press(desk, "Publish")
    expect(desk.get_by_text("Seal row is published.")).to_be_visible()
    assert Exercise.objects.get(slug="seal-row").cues == ["Pull the bar to the flat bench."]
    with curating():
        assert Proposal.objects.get().verdict == "accepted"


def test_two_states_are_compared_and_one_is_put_back(open_page, alex, cai):
    desk = open_page(cai, size=DESKTOP)
    desk.goto("/curate/exercises/seal-row/retire/")
    desk.get_by_label("Reason").fill("A double")
    press(desk, "Retire")
    expect_heading(desk, "History of Seal row")
    expect(desk.get_by_role("row", name="Retired taken away")).to_contain_text("yes")
    press(desk, "Put all back")
    expect(desk.get_by_text("Put back.")).to_be_visible()
    desk.get_by_role("radio", name="From as shipped").check()
    press(desk, "Compare")
    expect(desk.get_by_text("Both are the same.")).to_be_visible()
