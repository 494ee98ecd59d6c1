"""Remove files of pictures that no exercise has, such as those of an upload that was taken back.

Run it now and then, once a night for instance. It leaves alone what is younger than an hour.
"""

from django.core.management.base import BaseCommand
from django.utils import timezone

from catalogue.illustrating import sweep_media


class Command(BaseCommand):
    help = "Remove the files of pictures that no exercise has."

    def handle(self, *args, **options):
        removed = sweep_media(timezone.now())
        self.stdout.write(f"{removed} picture{'' if removed == 1 else 's'} of nobody’s removed.")
