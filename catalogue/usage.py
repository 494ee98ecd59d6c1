"""How much members use exercises: counted over everybody, and never whose.

The second wall hides members' rows from who curates. accounts.context.counting() opens those of the
exercises that are counted, here and while they are, and only numbers leave this module.
"""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

from accounts.context import counting
from accounts.scopes import Owned
from catalogue.models import Exercise


@dataclass(frozen=True)
class Usage:
    """Routines that name an exercise in any version, logged sets, and members who logged them."""

    routines: int = 0
    sets: int = 0
    members: int = 0

    def __bool__(self):
        return bool(self.routines or self.sets)


def usage_of(exercises):
    """{id: Usage} of these ids of exercises, for who curates. One query."""
    ids = list(exercises)
    counts = {pk: {} for pk in ids}
    counted = [model for model in member_tables() if hasattr(model, "COUNTED")]
    first, *others = [_counted(model, ids) for model in counted]
    with counting(ids):
        for pk, numbers in first.union(*others, all=True).order_by() if ids else []:
            counts[pk] |= numbers
    return {pk: Usage(**numbers) for pk, numbers in counts.items()}


def _counted(model, ids):
    rows = model.objects.filter(exercise__in=ids).order_by().values("exercise")
    return rows.annotate(numbers=JSONObject(**model.COUNTED)).values_list("exercise", "numbers")


def used_among(exercises):
    """The ids, among these, of exercises in any routine or log, for who curates. One query.

    It looks for one row of each: the policies read the whole list of ids anew for every row.
    """
    ids = list(exercises)
    rows = [model.objects.order_by() for model in member_tables() if hasattr(model, "COUNTED")]
    one = [Subquery(of.filter(exercise=OuterRef("pk")).values("exercise")[:1]) for of in rows]
    with counting(ids):
        found = Exercise.objects.public().order_by().values_list("pk", Coalesce(*one))
        return {pk for pk, is_used in found if is_used} & set(ids)


def member_tables():
    """Models of members' rows that name an exercise.

    Those that are counted say how: `COUNTED`, {field of Usage: an aggregate}.
    """
    relations = Exercise._meta.get_fields(include_hidden=True)
    models = [relation.related_model for relation in relations if relation.one_to_many]
    return [model for model in models if issubclass(model, Owned)]
