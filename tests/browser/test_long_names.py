"""Names as long as they may be, without a place to break: no page grows wider than its window."""

from accounts.context import acting_as
from progress.models import Session
from tests.browser.conftest import DESKTOP
from tests.browser.pages import pages_of_members, pages_of_trainers
from tests.browser.test_every_page import NARROW, OPEN_ALL, SETTLED, TOO_WIDE
from tests.browser.world import follow_routine, make_world, rows_of
from workouts.models import Day, Routine, RoutineVersion

TABLET = {"width": 1000, "height": 800}  # the narrowest with a rail
PAGES = {  # by whom of the World
    "member": pages_of_members,
    "trainer": pages_of_trainers,
    "newcomer": lambda world, rows: "/today/ /log/ /plan/ /me/".split(),
}


def test_long_names_break(open_page):
    world = make_world()
    rows, faults = rows_of(world.member), []
    give_long_names(world)
    for who, pages in PAGES.items():
        page = open_page(getattr(world, who))
        for stop in filter(is_address, pages(world, rows)):
            page.goto(stop)
            page.evaluate(OPEN_ALL)
            for size in (DESKTOP, TABLET, NARROW):
                page.set_viewport_size(size)
                page.evaluate(SETTLED)
                if words := page.evaluate(TOO_WIDE):
                    faults.append(f"{who}, {stop}, {size['width']} px: {words}")
    assert not faults, "\n".join(["", *faults])


def give_long_names(world):
    rename(world.member, name="Ẅ" * 80)
    rename(world.trainer, name="", email=f"{'m' * 60}@{'w' * 60}.example.com")
    follow_routine(world.newcomer, ("Pull-up", 2), name="W" * 120, day_name="W" * 80)
    with acting_as(world.member):
        drafts = RoutineVersion.objects.filter(member=world.member).drafts()
        Day.objects.filter(version__in=drafts).update(name="W" * 80)
        Routine.objects.of(world.member).update(name="W" * 120)
        Session.objects.of(world.member).update(name="W" * 120)


def rename(person, **names):
    for name, value in names.items():
        setattr(person, name, value)
    person.save(update_fields=names)


def is_address(stop):
    return isinstance(stop, str)
