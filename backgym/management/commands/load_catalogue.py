"""manage.py load_catalogue: the shipped exercises and ready routines, where they are missing."""

from django.core.management.base import BaseCommand
from django.db import transaction

from catalogue.loading import load_exercises
from workouts.loading import load_templates


class Command(BaseCommand):
    help = "Adds the shipped exercises and ready routines that the database lacks."

    @transaction.atomic
    def handle(self, *args, verbosity=1, **options):
        exercises, templates = load_exercises(), load_templates()
        if verbosity:
            self.stdout.write(f"{exercises} exercises and {templates} ready routines added.")
