"""manage.py import_exercises: a file of the catalogue, or a checkout of free-exercise-db."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.context import curating
from catalogue.exchange.free_exercise_db import SOURCE, propose_all, read_checkout
from catalogue.exchange.model import MOST_BYTES, FileRefused
from catalogue.exchange.planning import plan
from catalogue.exchange.reading import read
from catalogue.exchange.storing import carry_out
from catalogue.exchange.telling import counts, lines_of
from catalogue.shelf import public_shelf
from catalogue.wording import glossary


class Command(BaseCommand):
    help = "Takes in a file of exercises (JSON or CSV), all of it or nothing."

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, help="the file, or the folder of a checkout")
        parser.add_argument(
            "--source",
            choices=[SOURCE],
            help="read a checkout of this data set; what we lack becomes proposals",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would change, only")

    def handle(self, *, path, source, dry_run, **options):
        try:
            with curating():
                if source:
                    self.propose(read_checkout(path), dry_run)
                    return
                self.take_in(read(_bytes(path), path.name), dry_run)
        except FileRefused as refused:
            raise CommandError(str(refused)) from None

    def take_in(self, file, dry_run):
        found = plan(file)
        for line in lines_of(found, glossary(public_shelf())):
            self.stdout.write(line)
        if found.problems:
            raise CommandError(f"Nothing was changed: {len(found.problems)} to mend first.")
        if dry_run or found.is_empty:
            self.stdout.write("Nothing was changed.")
            return
        carry_out(found, by=None, at=timezone.now())
        self.stdout.write(f"Done: {counts(found)}.")

    def propose(self, entries, dry_run):
        with transaction.atomic():
            receipt = propose_all(entries, at=timezone.now())
            transaction.set_rollback(dry_run)
        for line in _receipt(receipt):
            self.stdout.write(line)
        if dry_run:
            self.stdout.write("Nothing was changed.")


def _receipt(receipt):
    """What became of each entry of a checkout, and the proposals before and after."""
    counts = receipt.counts
    yield f"{receipt.entries:,} entries of {SOURCE}:"
    yield f"  {counts['exact']:,} are exercises of ours"
    yield f"  {counts['family']:,} are of the family of one of ours"
    yield f"  {counts['no_training']:,} are massage with a foam roller, and left out"
    yield f"  {counts['known']:,} were proposed before"
    yield f"  {counts['new']:,} are proposed now"
    yield f"    {receipt.incomplete:,} of these leave something open, which the proposal says"
    yield f"    {receipt.alike:,} of these have the name of one of ours, which it says too"
    yield f"Proposals of this source: {receipt.before:,} before, {receipt.after:,} after."
    yield "Sentences and pictures are not taken: their origin is unclear."


def _bytes(path):
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
