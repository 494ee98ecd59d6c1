"""manage.py bench: what every page costs, as a ratio to a trivial signed-in page of the same run.

On the made-up members of `seed` plus one with ten years. A timing never fails anything: the
numbers are printed, and what is over its limit is marked. The trivial page is our shell with
nothing in it; the last column gives the ratio to a bare answer, which no page could be.
"""

import gzip
from datetime import date, timedelta

import uuid6
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.test.utils import override_settings
from django.urls import reverse

from accounts.context import acting_as
from backgym.measuring import Operation, measure, sign_in
from backgym.measuring_builder import MOST_CHECK_MS, builder_operations, check_ms
from backgym.measuring_library import (
    MOST_MS,
    curator_operations,
    library_operations,
    substitutes_ms,
)
from backgym.seeding.crowd import make_crowd
from backgym.seeding.exercises import make_look_alikes
from backgym.seeding.people import TEMPLATES, give_life, link, make_person
from catalogue.curators import make_curator
from catalogue.shelf import public_shelf
from progress.models import LoggedSet, Session
from workouts.models import Day, Routine

LAST = date(2026, 11, 20)
SEED = 1
OLD_HAND, NEWCOMER, TRAINER = "ten.years@example.com", "six.months@example.com", "coach@example.com"
LEAST = ("trivial", "bare")
CURATOR = "curator@example.com"
TIMES_NEWCOMER = 1.3
SIZES = {"app.js": 60, "app.css": 40}


class Command(BaseCommand):
    help = "Measures every page for a member of six months and one of ten years."

    def add_arguments(self, parser):
        parser.add_argument("--members", type=int, default=1000, help="how many others there are")
        parser.add_argument(
            "--exercises", type=int, default=5000, help="how many more the library holds"
        )
        parser.add_argument("--rounds", type=int, default=25, help="how often each page is asked")

    def handle(self, *, members, exercises, rounds, **options):
        if not str(connection.settings_dict["NAME"]).endswith("bench"):
            self.stderr.write("The benchmark fills its database: run it by ./run bench.")
            raise SystemExit(1)
        call_command("migrate", verbosity=0)
        call_command("load_catalogue", verbosity=0)
        populate(members)
        make_look_alikes(exercises, SEED)
        with override_settings(ROOT_URLCONF="backgym.measuring", ALLOWED_HOSTS=["testserver"]):
            operations = list(all_operations())
            measure(operations, rounds)
        self.report(operations)
        trivial = next(o.median for o in operations if o.name == "trivial") * 1000
        self.report_work("substitutes, work", substitutes_ms, MOST_MS, trivial)
        self.report_work("check, work", check_ms, MOST_CHECK_MS, trivial)

    def report_work(self, name, work, most, trivial):
        """What something costs by itself, in milliseconds; `work` gives the mean and the worst."""
        member = get_user_model().objects.get(email=NEWCOMER)
        with acting_as(member):
            mean, worst = work(member)
        self.stdout.write(
            f"{name:22}{mean:8.2f} ms, {mean / trivial:.2f}×;"
            f" at worst {worst:.2f} ms, {worst / trivial:.2f}×{mark(worst > most)}"
        )

    def report(self, operations):
        newcomer = {o.name: o.median for o in operations if o.person == NEWCOMER}
        base = {name: newcomer[name] for name in LEAST}
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT reltuples::bigint FROM pg_class WHERE relname = 'progress_loggedset'"
            )
            exercises = len(public_shelf().entries)
            least = ", ".join(f"{name} {base[name] * 1000:.2f} ms" for name in LEAST)
            self.stdout.write(
                f"About {cursor.fetchone()[0]:,} sets, {exercises:,} exercises; {least}"
            )
        heads = "".join(f"{head:>10}" for head in ["6 months", "10 years", "10y/6m", "to bare"])
        self.stdout.write(f"{'page':22}{'queries':>8}{heads}")
        for old in (o for o in operations if o.person in {OLD_HAND, TRAINER, CURATOR}):
            self.stdout.write(self.line(old, newcomer.get(old.name), base))
        for name, limit in SIZES.items():
            size = len(gzip.compress((settings.BASE_DIR / "var/build" / name).read_bytes())) / 1000
            self.stdout.write(f"{name:22}{size:8.1f} kB compressed{mark(size > limit)}")

    def line(self, old, newcomer, base):
        ratio, to_bare = (old.median / base[name] for name in LEAST)
        growth = old.median / newcomer if newcomer else 1
        slowest = max(ratio, ratio / growth)  # of both members
        over = slowest > old.most_times or growth > TIMES_NEWCOMER or old.queries > old.most_queries
        young = f"{newcomer / base['trivial']:.2f}×" if newcomer else "–"
        numbers = f"{young:>10}{ratio:9.2f}×{growth:9.2f}×{to_bare:9.2f}×"
        return f"{old.name:22}{old.queries:8}{numbers}{mark(over)}"


def mark(over):
    return "  over" if over else ""


def populate(members):
    """The crowd, the two members who are measured, and a trainer of 50; once per database."""
    people = get_user_model().objects
    if not people.filter(email=OLD_HAND).exists():
        make_crowd(members, 6, SEED, LAST)
        for email, days in [(NEWCOMER, 183), (OLD_HAND, 3650)]:
            give_life(make_person(email, "Bench", SEED), TEMPLATES[1:2], days, LAST, SEED, 0.4)
        trainer = make_person(TRAINER, "Bench", SEED, trainer_since="2020-01-01T00:00Z")
        for client in people.filter(email__startswith="member")[:50]:
            link(trainer, client, LAST - timedelta(days=90), sees_measurements=True)
    if not people.filter(email=CURATOR).exists():
        make_curator(make_person(CURATOR, "Bench", SEED))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def all_operations():
    for email in (NEWCOMER, OLD_HAND):
        yield from operations_of(get_user_model().objects.get(email=email))
    curator = get_user_model().objects.get(email=CURATOR)
    yield from curator_operations(sign_in(curator), CURATOR)
    trainer = get_user_model().objects.get(email=TRAINER)
    browser = sign_in(trainer)
    client = trainer.client_links.first().client
    for name, path in [
        ("clients", reverse("coaching:clients")),
        ("client", reverse("coaching:client", args=[client.pk])),
        ("client’s progress", reverse("coaching:client-progress", args=[client.pk])),
    ]:
        yield Operation(name, TRAINER, lambda path=path: browser.get(path))


def operations_of(member):
    """The pages of the site as `member` meets them, and the logging of a set."""
    browser = sign_in(member)
    for name in LEAST:
        yield Operation(name, member.email, lambda name=name: browser.get(reverse(name)))
    session, row = begin(browser, member)
    open_builder(browser, member)
    for name, path in pages_of(member, session).items():
        yield Operation(name, member.email, lambda path=path: browser.get(path))
    yield from library_operations(browser, member.email)
    yield from builder_operations(browser, member)
    address = reverse("progress:log-set", args=[session.pk, row.pk])
    values = {"reps": "8", "load": "50", "load_unit": "kg", "rir": "2"}
    yield Operation("log a set", member.email, lambda: browser.post(address, values))


def begin(browser, member):
    """An unfinished workout of today's day, as the page starts it, and its first open set."""
    with acting_as(member):
        session = Session.objects.owned_by(member).unfinished().first()
    if session is None:
        with acting_as(member):
            day = Day.objects.owned_by(member).first()
        browser.post(reverse("progress:start"), {"id": uuid6.uuid7(), "day": day.pk})
        with acting_as(member):
            session = Session.objects.owned_by(member).unfinished().get()
    with acting_as(member):
        return session, session.sets.filter(prescription__unit="reps").last()


def open_builder(browser, member):
    """A draft of the member's routine, as its page opens it; the one there is, if it is open."""
    with acting_as(member):
        routine = Routine.objects.owned_by(member).first()
    browser.post(reverse("workouts:draft", args=[routine.pk]))


def pages_of(member, session):
    """{name: address} of every page a member opens."""
    with acting_as(member):
        past = Session.objects.owned_by(member).finished().newest_first().first()
        routine = Routine.objects.owned_by(member).first()
        lift = LoggedSet.objects.owned_by(member).filter(load_kg__gt=20).first().exercise
    plain = "progress:today progress:log progress:history progress:progress progress:lifts"
    plain += " progress:volume progress:body workouts:plan workouts:templates"
    plain += " account:me coaching:sharing"
    pages = {name.partition(":")[2]: reverse(name) for name in plain.split()}
    return pages | {
        "session": reverse("progress:session", args=[session.pk]),
        "finish": reverse("progress:finish", args=[session.pk]),
        "past session": reverse("progress:past-session", args=[past.pk]),
        "lift": reverse("progress:lift", args=[lift.slug]),
        "routine": reverse("workouts:routine", args=[routine.pk]),
        "builder": reverse("workouts:edit", args=[routine.pk]),
        "routine on offer": reverse("start:routine"),
        "ready routine": reverse("workouts:template", args=["wide-thick-2x"]),
        "exercise": reverse("catalogue:exercise", args=["pull-up"]),
    }
