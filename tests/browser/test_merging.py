"""A curator finds two exercises that are one, merges them and takes it back; a member logs on."""

import pytest
from playwright.sync_api import expect

from accounts.context import acting_as
from catalogue.curators import make_curator
from progress.models import LoggedSet
from tests.browser.acts import expect_heading, expect_path, follow, press
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.world import a_person
from tests.factories import ExerciseFactory, LoggedSetFactory

BOTH = "Deadlifts and Conventional deadlift"


@pytest.fixture
def desk(open_page):
    cai = a_person("cai@example.com", "Cai Wood")
    make_curator(cai)
    return open_page(cai, size=DESKTOP)


def test_merge_and_undo(open_page, desk, alex):
    old = ExerciseFactory(name="Deadlifts", slug="deadlifts")
    done = LoggedSetFactory(member=alex, exercise=old)

    desk.goto("/curate/queue/")
    follow(desk, "Duplicates")
    follow(desk, f"Preview merging {BOTH}")
    follow(desk, "Keep Deadlifts instead")
    expect_heading(desk, "Conventional deadlift into Deadlifts")
    follow(desk, "Keep Conventional deadlift instead")
    expect_heading(desk, "Deadlifts into Conventional deadlift")
    expect(desk.get_by_text("1 set from 1 member move")).to_be_visible()
    press(desk, "Merge")
    expect_path(desk, "/curate/merges/")
    expect(desk.get_by_text("Deadlifts is merged into Conventional deadlift.")).to_be_visible()

    member = open_page(alex, size=PHONE)
    member.goto("/exercises/deadlifts/")
    expect_path(member, "/exercises/deadlift/")
    member.goto(f"/history/{done.session_id}/")
    expect(member.get_by_text("Conventional deadlift").first).to_be_visible()

    desk.locator("main").get_by_role("button", name="Undo the merge of Deadlifts").click()
    expect(desk.get_by_text("Deadlifts and Conventional deadlift are two again.")).to_be_visible()
    member.goto("/exercises/deadlifts/")
    expect_heading(member, "Deadlifts")
    with acting_as(alex):
        assert LoggedSet.objects.get().exercise == old


def test_what_is_not_the_same_is_gone_from_the_list(desk):
    ExerciseFactory(name="Deadlifts", slug="deadlifts")
    desk.goto("/curate/duplicates/")
    press(desk, f"{BOTH} are not the same")
    expect(desk.get_by_text("are not suggested again")).to_be_visible()
    expect(desk.get_by_role("link", name=f"Preview merging {BOTH}")).to_have_count(0)
