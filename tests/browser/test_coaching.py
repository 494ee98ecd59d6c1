"""A trainer and a client in two windows: invited, shared, planned for, ended."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from tests.browser.acts import expect_heading, expect_path, follow, press
from tests.browser.conftest import DESKTOP
from tests.browser.world import a_person, make_past
from tests.factories import UserFactory


@pytest.fixture
def client(catalogue):
    """A member with a past, whom nobody looks after yet."""
    client = a_person("kim@example.com", "Kim Reed")
    make_past(client)
    return client


@pytest.fixture
def windows(open_page, client):
    """(the trainer's, the client's)"""
    trainer = UserFactory(email="robin@example.com", name="Robin Hale", trainer=True)
    return open_page(trainer, size=DESKTOP), open_page(client)


def test_a_client_shares_what_they_choose_and_ends_it(windows):
    trainer, client = windows
    invite(trainer)
    accept(client, without="Body weight and measurements")
    see_exactly_what_is_shared(trainer)
    share_body_weight_too(client, trainer)
    give_a_routine(trainer, client)
    end_it(client)
    find_nothing(trainer)


def look_into(trainer, part):
    """Open a part of the client's journal from the client's page."""
    journal = trainer.get_by_role("navigation", name="Kim Reed’s journal")
    journal.get_by_role("link", name=part).click()


def invite(trainer):
    trainer.goto("/coach/clients/")
    follow(trainer, "Invite client")
    trainer.get_by_label("Client’s e-mail address").fill("kim@example.com")
    press(trainer, "Send invitation")
    expect(trainer.get_by_role("region", name="Waiting for an answer")).to_contain_text("kim@")


def accept(client, without):
    (message,) = mail.outbox
    assert message.to == ["kim@example.com"]
    client.goto(re.search(r"https?://\S+", message.body)[0])
    expect_heading(client, "Robin Hale would like to be your trainer")
    expect(client.get_by_label("Workouts, routines and progress")).to_be_checked()
    client.get_by_label(without).uncheck()
    press(client, "Accept")
    expect_path(client, "/me/sharing/")
    expect(client.get_by_role("heading", name="Robin Hale")).to_be_visible()


def see_exactly_what_is_shared(trainer):
    trainer.goto("/coach/clients/")
    follow(trainer, "Kim Reed")
    expect(trainer.get_by_text("Body weight is not shared")).to_be_visible()
    expect(trainer.get_by_role("link", name="Body weight")).to_have_count(0)
    assert trainer.goto(f"{trainer.url}body/").status == 404
    trainer.go_back()
    journal = trainer.url

    look_into(trainer, "Workouts")
    expect_heading(trainer, "Past workouts")
    trainer.get_by_role("main").get_by_role("listitem").first.get_by_role("link").click()
    expect_path(trainer, "/history/[0-9a-f-]+/")
    expect(trainer.get_by_role("link", name="Workouts of Kim Reed")).to_be_visible()
    for words in ["Correct", "Delete this workout"]:
        expect(trainer.get_by_role("link", name=words)).to_have_count(0)

    trainer.goto(journal)
    look_into(trainer, "Progress")
    expect(trainer.get_by_role("img", name=re.compile("kg")).first).to_be_visible()
    trainer.goto(journal)
    look_into(trainer, "Routines")
    follow(trainer, "Back foundations")
    expect(trainer.get_by_text("Kim Reed").first).to_be_visible()
    trainer.goto(journal)


def share_body_weight_too(client, trainer):
    client.get_by_label("Body weight and measurements").check()
    press(client, "Save")
    expect(client.get_by_text("Saved what Robin Hale sees")).to_be_visible()
    trainer.reload()
    look_into(trainer, "Body weight")
    expect(trainer.get_by_role("region", name="Weights")).to_contain_text("kg")
    expect(trainer.get_by_role("button", name="Save")).to_have_count(0)
    trainer.go_back()


def give_a_routine(trainer, client):
    trainer.get_by_label("Routine", exact=False).last.select_option(
        label="Wide and thick back, twice a week"
    )
    press(trainer, "Give it to Kim")
    expect(trainer.get_by_text("as a copy of their own")).to_be_visible()
    client.goto("/plan/")
    given = client.get_by_role("link", name="Wide and thick back")
    expect(given).to_contain_text("Given by Robin Hale")
    given.click()
    expect(client.get_by_role("button", name="Edit")).to_be_visible()


def end_it(client):
    client.goto("/me/sharing/")
    press(client, "End it")
    expect_heading(client, "Sharing")
    expect(client.get_by_text("Nobody but you sees your journal")).to_be_visible()
    client.goto("/plan/")
    expect(client.get_by_text("Given by Robin Hale")).to_be_visible()


def find_nothing(trainer):
    """Wherever the trainer still is, the next click finds nothing."""
    journal = trainer.url
    look_into(trainer, "Workouts")
    expect_heading(trainer, "There is nothing here")
    for part in ["", "plan/", "history/", "progress/", "body/"]:
        assert trainer.goto(journal + part).status == 404
    trainer.goto("/coach/clients/")
    expect(trainer.get_by_text("Kim Reed")).to_have_count(0)
