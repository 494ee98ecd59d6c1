"""What a draft keeps of what was taken out of it, so that it can be put back."""

from decimal import Decimal

from django.db.models import Q
from django.db.models.functions import Coalesce

from catalogue.models import Exercise
from workouts.models import Prescription

MOST_KEPT = 20
NUMBERS = ("rir", "load_kg", "load_percent")  # with decimals
NOT_NOW = "That could not be put back: it is there, or its day is not."
GONE = "not in the catalogue any more"


class NotPutBack(Exception):
    """Why something stays removed, in words."""


def keep(draft, pk, name, content):
    """Change the draft, and keep under this id what the change takes out of it."""
    entry = {"id": str(pk), "name": name, **content}
    draft.claim(removed=[entry, *draft.version.removed][:MOST_KEPT])


def forget(draft, entry):
    """Change the draft by putting this back."""
    draft.claim(removed=[kept for kept in draft.version.removed if kept is not entry])


def still_there(exercises, draft):
    """Those of these exercises that this member can still have, {id: its id now}. One query."""
    theirs = Q(member__isnull=True) | Q(member=draft.version.member_id)
    found = Exercise.objects.filter(theirs, pk__in=exercises)
    return dict(found.values_list("pk", Coalesce("merged_into", "pk")))


def packed(thing, fields):
    """These fields as JSON has them: ids and numbers with decimals as text."""
    values = {name: getattr(thing, name) for name in fields}
    plain = (int, str, dict, list, type(None))
    return {name: v if isinstance(v, plain) else str(v) for name, v in values.items()}


def unpacked(values):
    """The fields of a prescription that were packed."""
    numbers = {name: values[name] for name in NUMBERS if values.get(name) is not None}
    return values | {name: Decimal(number) for name, number in numbers.items()}


def prescribed(day, values, **more):
    """A prescription on a day, of packed fields."""
    fields = {name: value for name, value in unpacked(values).items() if name != "alternatives"}
    return Prescription(member_id=day.member_id, day=day, **fields | more)
