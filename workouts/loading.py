"""Bringing the ready routines into the database. Only what is missing is added."""

import json
from pathlib import Path

from catalogue.models import Equipment
from workouts.models import Template

DATA = Path(__file__).parent / "data" / "templates.json"


def load_templates():
    """Add the shipped templates that are not there yet; return how many."""
    present = set(Template.objects.public().values_list("slug", flat=True))
    shipped = json.loads(DATA.read_text(encoding="utf-8"))
    new = [entry for entry in shipped if entry["slug"] not in present]
    for entry in new:
        pieces = Equipment.objects.filter(slug__in=entry.pop("equipment"))
        Template.objects.create(**entry).equipment.set(pieces)
    return len(new)
