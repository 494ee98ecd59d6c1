"""What the journeys in the builder share: a draft, and the order its page shows and keeps."""

from contextlib import contextmanager

from playwright.sync_api import expect

from catalogue.models import Exercise
from tests.factories import DayFactory, PrescriptionFactory, RoutineFactory, VersionFactory

ROW, PULLDOWN, CURL = "Seal row", "Lat pulldown", "Dumbbell curl"


def day(page, name):
    return page.get_by_role("region", name=name, exact=True)


@contextmanager
def a_change(page):
    """Within it the draft is changed once, and the page shows it."""
    edits = page.locator("#edit-state [name=edits]")
    before = edits.input_value()
    yield
    expect(edits).not_to_have_value(before)


def expect_order(page, name, *exercises):
    expect(day(page, name).locator("li .brow b")).to_have_text(list(exercises))


def expect_kept(page, name, *exercises):
    """So it is shown, and so it is when the page is opened anew."""
    expect_order(page, name, *exercises)
    page.reload()
    expect_order(page, name, *exercises)


def draft_of(member):
    """The address of a draft of two days, the first with three exercises."""
    version = VersionFactory(routine=RoutineFactory(member=member, name="Back twice"))
    first = DayFactory(version=version, name="Pull")
    for position, name in enumerate([ROW, PULLDOWN, CURL], 1):
        exercise = Exercise.objects.public().get(name=name)
        PrescriptionFactory(day=first, position=position, exercise=exercise)
    DayFactory(version=version, position=2, name="Hinge")
    return f"/plan/{version.routine_id}/edit/"
