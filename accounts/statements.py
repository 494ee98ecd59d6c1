"""Queries of which Django puts the SQL together once in a process.

That takes several times as long as PostgreSQL takes to answer, so the busiest pages keep what they
ask. Each is an ordinary queryset, scope and all, made for somebody who stands in for the reader;
the reader's id then takes the place of theirs.
"""

from copy import copy
from functools import cache
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, BooleanField, F, Func, UUIDField, Value
from django.utils import timezone

STAND_IN = UUID("018cc251-f400-7000-8000-5374616e6421")


class Statement:
    """What the queryset `rows_of(reader, *values)` finds, as a list. One query.

    `values` are named here by others that stand in for them, of the same type and like nothing else
    in the query. It may depend on who the reader is, whether they train others, and on these values
    as they are; on nothing else, such as the time. `reader` is None where it is on nobody.
    """

    def __init__(self, rows_of, *stand_ins):
        self._rows_of = rows_of
        self._stand_ins = (STAND_IN, *stand_ins)
        self._compiled = cache(self._compile)

    def __call__(self, reader, *values):
        rows, compiler, sql, places = self._compiled(reader and reader.is_trainer)
        values = (reader and reader.pk, *values)
        params = tuple(value if place is None else values[place] for place, value in places)
        compiler = copy(compiler)
        compiler.as_sql = lambda *_, **__: (sql, params)
        query = copy(rows.query)
        query.get_compiler = lambda *_, **__: compiler
        answered = rows.all()
        answered._query = query  # by its setter, tuples would become dicts
        return list(answered)

    def _compile(self, is_trainer):
        """The queryset, what reads its rows, its SQL, and (place in `values`, value) of each."""
        reader, known = _stand_in(is_trainer), self._stand_ins
        rows = self._rows_of(reader, *known[1:])
        compiler = rows.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        places = [known.index(param) if param in known else None for param in params]
        if not {*range(reader is None, len(known))} <= {*places}:
            raise ValueError("Django left out what stands in for a value: choose another.")
        return rows, compiler, sql, list(zip(places, params, strict=True))


def _stand_in(is_trainer):
    if is_trainer is None:
        return None
    return get_user_model()(pk=STAND_IN, trainer_since=timezone.now() if is_trainer else None)


def among(field, ids):
    """A condition that `field` is one of these ids, in one parameter however many they are."""
    kind = UUIDField() if ids and isinstance(ids[0], UUID) else BigIntegerField()
    listed = Value(ids, output_field=ArrayField(kind))
    return Func(
        F(field),
        listed,
        template="(%(expressions)s))",
        arg_joiner=" = ANY (",
        output_field=BooleanField(),
    )
