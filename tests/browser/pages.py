"""Every page there is to see, by who sees it: addresses, and deeds that lead to a page.

Takes the World of world.py and `rows`, one row of the member's of each kind.
"""

import json
import re
from functools import partial

from django.core import mail
from django.db.models import F
from django.utils import timezone

from accounts.context import acting_as
from catalogue.models import Exercise, ExerciseMedia
from progress.models import LoggedSet
from tests import factories
from tests.browser.fatigue import train_hard
from tests.browser.proposals import propose_things, retire
from tests.browser.world import PASSWORD, TOKEN
from tests.workouts.copies import changed_copy
from workouts.models import RoutineVersion
from workouts.sharing import share


def pages_of_visitors(world, rows):
    yield from (
        "/ /sign-in/ /sign-up/ /password/reset/ /password/reset/done/ /closed/ /no-such-page/"
        " /exercises/ /exercises/?q=nothing-like-it"
        " /exercises/collections/first-back-day/ /exercises/collections/single-best/"
        " /exercises/pull-up/ /routines/ /routines/wide-thick-2x/ /invite/no-such-token/"
        " /shared/no-such-token/"
    ).split()
    yield f"/invite/{TOKEN}/"
    yield f"/shared/{share_with_weeks(world.member)}/"
    yield from (refused_sign_in, refused_sign_up, confirm_code, reset_code, new_password)


def pages_of_newcomers(world, rows):
    yield from (
        "/today/ /log/ /plan/ /plan/new/ /history/ /progress/ /progress/lifts/ /progress/volume/"
        " /body/ /me/ /me/settings/ /me/goals/ /me/weights/ /me/limits/ /me/equipment/ /me/sharing/"
        " /me/password/ /me/email/ /sign-in/again/ /sign-out/"
        " /start/goals/ /start/limits/ /start/equipment/ /start/routine/ /log/sessions/"
        " /me/exercises/ /exercises/new/?name=Garden"
    ).split()
    yield f"/invite/{TOKEN}/"
    yield from (refused_routine, long_name, refused_weight)


def pages_of_members(world, rows):
    log, past, plan = f"/log/{rows.open.pk}/", f"/history/{rows.session.pk}/", rows.routine.pk
    lift = rows.set.exercise.slug
    yield from (
        "/today/ /log/ /plan/ /history/ /progress/?period=all /progress/lifts/ /me/exercises/"
        " /exercises/new/?like=pull-up /exercises/?favourites=on /exercises/?never=on"
        " /progress/volume/ /body/ /me/ /me/limits/ /me/equipment/ /me/sharing/"
        " /me/weights/?start=gym-kg"
        " /exercises/?fits_limits=on&muscle=rhomboids&level=beginner&side=front"
        " /exercises/collections/essential-trio/ /exercises/collections/nice-back/"
        " /exercises/collections/back-cardio/ /exercises/deadlift/ /start/routine/"
        " /routines/back-foundations-2x/ /history/?before=" + str(rows.session.pk)
    ).split()
    yield from (f"{log}exercises/2/swap/", f"{log}exercises/2/swap/?q=row")
    yield f"/plan/{plan}/edit/prescriptions/{rows.row.pk}/substitutes/"
    yield from (log, f"{log}exercises/?q=row", f"{log}finish/", past, f"{past}removal/")
    yield from (f"{past}sets/{rows.set.pk}/", f"/progress/lifts/{lift}/", f"/exercises/{lift}/")
    yield from (f"/body/weights/{rows.weight.pk}/", f"/plan/{plan}/", f"/plan/{plan}/versions/")
    yield from (f"/plan/{plan}/name/", f"/plan/{plan}/release/", f"/plan/{plan}/edit/")
    yield from (f"/plan/{plan}/draft/removal/", f"/plan/add/{rows.own.pk}/")
    yield f"/plan/{plan}/ahead/?weeks=12&going=misses"
    yield from (f"/plan/{plan}/edit/text/", partial(refused_text, plan=plan))
    yield partial(refused_line, plan=plan)
    yield from (f"/plan/{plan}/edit/?open={pk}" for pk in (rows.row.pk, rows.row.day_id))
    yield f"/plan/{plan}/edit/?open={rows.row.pk}&week=2"
    own = f"?of={rows.own.member_id}"
    yield from (f"/exercises/{rows.own.slug}/{path}{own}" for path in ("", "change/", "removal/"))
    yield refused_exercise
    yield from (partial(tired, world=world), partial(stuck, world=world))
    yield partial(lighter, world=world)
    yield from (partial(older_set, rows=rows), partial(refused_reason, rows=rows))
    yield from (f"/plan/{plan}/sharing/", partial(new_link, plan=plan))
    yield partial(taken, token=share_with_weeks(world.trainer))
    yield partial(older_plan, rows=rows)


def pages_of_trainers(world, rows):
    client = f"/coach/clients/{world.member.pk}/"
    yield from ("/coach/clients/", "/coach/clients/invite/", "/today/", client)
    yield from (client + path for path in ("plan/", "history/", "progress/", "progress/lifts/"))
    yield from (client + path for path in ("progress/volume/", "body/"))
    yield f"{client}progress/lifts/{rows.set.exercise.slug}/"
    yield from (f"/history/{rows.session.pk}/", f"/plan/{rows.routine.pk}/")
    yield from (f"/plan/{rows.routine.pk}/edit/", f"/plan/{rows.routine.pk}/ahead/")
    yield f"/plan/{rows.routine.pk}/print/"
    copy = changed_copy(world.trainer, world.member, rows=2)
    yield from (f"/plan/{copy.pk}/", f"/plan/{copy.pk}/update/")


def pages_of_proposers(world, rows):
    proposals = propose_things(world)
    yield from ("/exercises/propose/", "/exercises/pull-up/suggest/", "/me/proposals/")
    yield from (f"/me/proposals/{proposal.pk}/" for proposal in proposals)
    yield f"/me/proposals/{proposals[0].pk}/change/"
    yield from (refused_suggestion, partial(look_retired, world=world))


def pages_of_curators(world, rows):
    for proposal in propose_things(world):
        yield f"/curate/queue/{proposal.pk}/"
    yield from (
        "/curate/queue/ /curate/queue/?show=asked /curate/changes/"
        " /curate/exercises/seal-row/history/ /curate/exercises/seal-row/history/?field=cues"
        " /curate/exercises/deadlift/history/ /curate/exercises/seal-row/retire/"
    ).split()
    yield from (refused_publishing, refused_question)
    media = "/curate/exercises/{}/media/"
    first = ExerciseMedia.objects.public().in_order().first()
    yield from (media.format("pull-up"), media.format("seal-row"))
    yield from (f"{media.format('pull-up')}{first.pk}/", "/exercises/pull-up/", refused_picture)
    merging = "/curate/merge/{}/pull-up/"
    yield from (
        "/curate/duplicates/",
        "/curate/merges/",
        "/curate/merge/",
        merging.format("seal-row"),
    )
    yield from (merging.format("chin-up"), merged)
    yield from ("/curate/quality/", "/curate/quality/?check=one-sided", "/curate/import/")
    yield from (shown_import, refused_import)
    yield from (
        "/curate/translations/ /curate/translations/?show=missing"
        " /curate/translations/de/exercise/pull-up/ /curate/translations/de/muscle/calves/"
        " /me/"
    ).split()
    yield refused_translation


# ---------------------------------------------------------------- pages that need a deed first


def send(page, address, **typed):
    page.goto(address)
    for label, value in typed.items():
        page.get_by_label(label, exact=True).fill(value)
    page.locator("main form button.btn-primary").first.click()


def refused_sign_in(page):
    send(page, "/sign-in/", Password="x")


def refused_sign_up(page):
    send(page, "/sign-up/", Password="x")


def confirm_code(page):
    send(page, "/sign-up/", **{"E-mail": "new@example.com", "Password": PASSWORD})
    page.wait_for_url("**/confirm/")


def reset_code(page):
    send(page, "/password/reset/", **{"E-mail": "newcomer@example.com"})
    page.wait_for_url("**/code/")


def new_password(page):
    reset_code(page)
    page.get_by_label("Code").fill(re.search(r"^ {4}(\S+)$", mail.outbox[-1].body, re.M)[1])
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/new/")


def refused_routine(page):
    send(page, "/plan/new/")


def long_name(page):
    send(page, "/me/settings/", Name="x" * 81)


def refused_text(page, plan):
    """An unknown name, and a line that is long and cannot be parted."""
    send(page, f"/plan/{plan}/edit/text/", **{"The plan as text": f"deadlfit 3x8\n{'x' * 120}"})
    page.get_by_role("alert").wait_for()


def refused_line(page, plan):
    page.goto(f"/plan/{plan}/edit/")
    page.get_by_label(re.compile("^Type an exercise")).fill("deadlfit 3x8")
    page.keyboard.press("Enter")
    page.get_by_text("did you mean").wait_for()


def refused_exercise(page):
    page.goto("/exercises/new/")
    page.get_by_role("button", name="Save").click()


def choose_file(page, *exercises):
    page.goto("/curate/import/")
    data = json.dumps(exercises).encode()
    file = {"name": "spring.json", "mimeType": "application/json", "buffer": data}
    page.get_by_label("File").set_input_files(files=[file])
    page.get_by_role("button", name="Show what it would do").click()


def shown_import(page):
    change = {"cues": ["Pull."], "secondary": ["brachialis"], "name": "x" * 120, "pictogram": {}}
    choose_file(page, {"slug": "pull-up"} | change, {"slug": "new-one", "name": "New one"})
    page.get_by_role("button", name="Import all of it").wait_for()


def refused_import(page):
    choose_file(page, {"slug": "x" * 80, "primary": ["w" * 60]}, {"slug": "pull-up", "reps": 7})
    page.get_by_role("alert").wait_for()


def refused_translation(page):
    send(page, "/curate/translations/de/exercise/pull-up/", **{"Name in Deutsch": "x" * 121})


def refused_weight(page):
    send(page, "/body/")


def refused_suggestion(page):
    send(page, "/exercises/pull-up/suggest/", Name="")


def look_retired(page, world):
    retire("preacher-curl", world.curator)
    page.goto("/exercises/preacher-curl/")


def refused_publishing(page):
    page.goto("/curate/queue/")
    page.locator(".qlist a").first.click()
    for box in page.get_by_role("checkbox", name=re.compile("^Accept ")).all():
        box.uncheck()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("alert").wait_for()


def refused_question(page):
    page.goto("/curate/queue/")
    page.locator(".qlist a").first.click()
    page.locator("summary", has_text="Decline").click()
    page.get_by_role("button", name="Decline it").click()
    page.get_by_text("Write a few words").first.wait_for()


def refused_picture(page):
    send(page, "/curate/exercises/pull-up/media/", Source="nowhere")


def merged(page):
    send(page, "/curate/merge/neutral-grip-pull-up/pull-up/")


def tired(page, world):
    """Seven days without rest, after eight weeks of no gain: signs, and a lighter week proposed."""
    train_hard(world.member)
    page.goto("/today/")
    page.get_by_text("Check your recovery").click()
    page.locator("summary", has_text="Not now").click()
    page.get_by_role("heading", name="A lighter week?").wait_for()


def stuck(page, world):
    page.goto("/progress/lifts/barbell-row/?period=1y")
    page.get_by_text("How sure is that?").click()
    page.get_by_text("What to try, in this order").wait_for()


def lighter(page, world):
    page.goto("/today/")
    page.get_by_role("button", name="Make it lighter").click()
    page.get_by_role("button", name="End it").wait_for()


def older_set(page, rows):
    """The set that is next is logged elsewhere, otherwise."""
    page.goto(f"/log/{rows.open.pk}/")
    with acting_as(rows.open.member):
        LoggedSet.objects.of(rows.open.member).filter(session=rows.open, skipped_at=None).update(
            reps=3, done_at=timezone.now()
        )
    page.locator("#log-now").click()
    page.get_by_role("alert").wait_for()


def refused_reason(page, rows):
    """A rule of the check is muted without saying why."""
    page.goto(f"/plan/{rows.routine.pk}/edit/")
    page.locator(".check summary").first.click()
    page.get_by_role("button", name="Mute in this routine").first.click()
    page.get_by_text("Say why").first.wait_for()


def new_link(page, plan):
    page.goto(f"/plan/{plan}/sharing/")
    page.get_by_role("button", name="Make a link").click()
    page.get_by_label("Address of the shared routine").wait_for()


def taken(page, token):
    """From the shared page to that of the copy."""
    page.goto(f"/shared/{token}/")
    page.get_by_role("link", name="Copy to my routines").click()
    page.get_by_text("exercises of your own, by name alone").wait_for()


def share_with_weeks(member):
    """The token of a shared routine whose weeks differ, with an exercise of its member's own."""
    version = factories.VersionFactory(
        member=member, weeks=4, week_plan=[{"weeks": [4], "deload": True}]
    )
    day = factories.DayFactory(version=version, name="Pull", weekday=1)
    factories.DayFactory(version=version, name="Rest", position=2, is_rest=True)
    own = factories.ExerciseFactory(member=member)
    known = Exercise.objects.public().get(slug="pull-up")
    for position, exercise in enumerate([own, known], 1):
        factories.PrescriptionFactory(day=day, position=position, exercise=exercise, note="Slowly")
    with acting_as(member):
        return share(version, 7, timezone.now())[1]


def older_plan(page, rows):
    """The draft is changed elsewhere."""
    page.goto(f"/plan/{rows.routine.pk}/edit/?open={rows.row.pk}")
    with acting_as(rows.routine.member):
        RoutineVersion.objects.filter(pk=rows.row.day.version_id).update(edits=F("edits") + 1)
    page.locator("#open").get_by_label("Sets", exact=True).fill("7")
    page.locator("#open").get_by_label("Sets", exact=True).press("Tab")
    page.get_by_role("alert").wait_for()


ERRORS = {
    "/no-such-page/": 404,
    "/shared/no-such-token/": 404,
    "/invite/no-such-token/": 404,
    "/log/sessions/": 405,
}
PAGES = {  # by whom of the World
    None: pages_of_visitors,
    "newcomer": pages_of_newcomers,
    "member": pages_of_members,
    "trainer": pages_of_trainers,
    "proposer": pages_of_proposers,
    "curator": pages_of_curators,
}
