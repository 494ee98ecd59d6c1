"""manage.py export_exercises: everybody's catalogue as a file."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from accounts.context import curating
from catalogue.exchange.exporting import export_csv, export_json


class Command(BaseCommand):
    help = "Writes everybody's exercises to a file: JSON with all words, or CSV."

    def add_arguments(self, parser):
        parser.add_argument("path", help="the file to write, or - for standard output")
        parser.add_argument("--csv", action="store_true", help="a table, a row for each exercise")

    def handle(self, *, path, csv, **options):
        with curating():
            text = export_csv() if csv else export_json()
        data = text.encode("utf-8-sig" if csv else "utf-8")
        if path == "-":
            out = getattr(self.stdout, "_out", sys.stdout)
            out.write(text)
            return
        try:
            Path(path).write_bytes(data)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"Written: {path}, {len(data):,} bytes.")
