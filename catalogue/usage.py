"""How much members use exercises: counted over everybody, and never whose.

The second wall hides members' rows from who curates. accounts.context.counting() opens those of the
exercises that are counted, here and while they are, and only numbers leave this module.
"""

from dataclasses import dataclass
from functools import cache

from django.db import connection
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce, JSONObject

from accounts.context import counting
from accounts.scopes import Owned
from accounts.statements import among
from catalogue.models import Exercise

ANY_IN_RUNS = """
    SELECT FROM unnest(%(firsts)s::bigint[], %(lasts)s::bigint[]) AS run (first, last),
    LATERAL (SELECT FROM {table} WHERE exercise_id BETWEEN first AND last LIMIT 1) AS row
"""


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
    first, *others = [_counted(model, ids) for model in counted_tables()]
    with counting(ids):
        for pk, numbers in first.union(*others, all=True).order_by() if ids else []:
            counts[pk] |= numbers
    return {pk: Usage(**numbers) for pk, numbers in counts.items()}


def _counted(model, ids):
    rows = model.objects.filter(exercise__in=ids).order_by().values("exercise")
    return rows.annotate(numbers=JSONObject(**model.COUNTED)).values_list("exercise", "numbers")


_in_use = frozenset()  # what was used when this process last asked: no answer, but a good guess


def used_among(exercises):
    """The ids, among these, of exercises in any routine or log, for who curates. Two queries.

    What was used is mostly used still, and the rest is not. So one query looks at each of the first
    and one at all others together, unless it finds that one of them is used now.
    """
    global _in_use
    asked, known = set(exercises), _in_use
    used, others = _used(asked & known), asked - known
    if _is_any_used(others):
        used |= _used(others)
    _in_use = (known - asked) | used
    return used


def _used(ids):
    """Looks for one row of each: the policies read the whole list of ids anew for every row."""
    if not ids:
        return set()
    rows = [model.objects.order_by() for model in counted_tables()]
    one = [Subquery(of.filter(exercise=OuterRef("pk")).values("exercise")[:1]) for of in rows]
    exercises = Exercise.objects.public().filter(among("pk", list(ids))).order_by()
    with counting(ids):
        return {pk for pk, found in exercises.values_list("pk", Coalesce(*one)) if found}


def _is_any_used(ids):
    """Whether there is a row for any of these ids: a run of them is one look at an index."""
    firsts = sorted(pk for pk in ids if pk - 1 not in ids)
    lasts = sorted(pk for pk in ids if pk + 1 not in ids)
    tables = [model._meta.db_table for model in counted_tables()]
    sql = " OR ".join(f"EXISTS ({ANY_IN_RUNS.format(table=table)})" for table in tables)
    with counting(ids), connection.cursor() as cursor:
        cursor.execute(f"SELECT {sql}", {"firsts": firsts, "lasts": lasts})  # noqa: S608 - ours
        return cursor.fetchone()[0]


@cache
def counted_tables():
    return [model for model in member_tables() if hasattr(model, "COUNTED")]


def member_tables():
    """Models of members' rows that name an exercise.

    Those that are counted say how: `COUNTED`, {field of Usage: an aggregate}.
    """
    relations = Exercise._meta.get_fields(include_hidden=True)
    models = [relation.related_model for relation in relations if relation.one_to_many]
    return [model for model in models if issubclass(model, Owned)]
