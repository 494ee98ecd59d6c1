"""manage.py seed: made-up people, the demo ones or a crowd of any size."""

from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from backgym.seeding.crowd import address, make_crowd
from backgym.seeding.demo import PASSWORD, PEOPLE, make_demo


class Command(BaseCommand):
    help = "Makes made-up people with believable journals, the same for the same seed and last day."

    def add_arguments(self, parser):
        parser.add_argument("--members", type=int, default=0, help="how many members to make")
        parser.add_argument("--months", type=float, default=6, help="how long they have trained")
        parser.add_argument("--seed", type=int, default=1, help="another seed, other people")
        parser.add_argument(
            "--until", type=date.fromisoformat, help="their last day (yesterday unless given)"
        )
        parser.add_argument(
            "--demo", action="store_true", help="the demo people, on an empty database only"
        )
        parser.add_argument("--yes", action="store_true", help="even where DEBUG is off")

    def handle(self, *, members, months, seed, until, demo, yes, **options):
        if not settings.DEBUG and not yes:
            raise CommandError(
                "DEBUG is off, so this may be a real site: add --yes to put made-up people on it."
            )
        if members < 0 or not 0 < months <= 240:
            raise CommandError("Give --members of 0 or more and --months between 0 and 240.")
        last = until or timezone.now().date() - timedelta(days=1)
        if demo:
            self.demo(last, seed)
        if members:
            if get_user_model().objects.filter(email=address(1, seed)).exists():
                raise CommandError(f"The members of seed {seed} are there already: try another.")
            sets = make_crowd(members, months, seed, last)
            self.stdout.write(f"{members} members logged {sets:,} sets.")

    @transaction.atomic
    def demo(self, last, seed):
        if get_user_model().objects.exists():
            self.stdout.write("There are people already, so no demo people were made.")
            return
        make_demo(last, seed)
        self.stdout.write(f"Demo people; the password of each is {PASSWORD}")
        for email, who in PEOPLE.items():
            self.stdout.write(f"  {email:22} {who}")
