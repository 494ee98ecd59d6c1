"""Queries of which Django puts the SQL together once in a process.

That takes several times as long as PostgreSQL takes to answer, so the busiest pages keep what they
ask. Each is an ordinary queryset, scope and all, made for somebody who stands in for the reader;
the reader's id then takes the place of theirs.
"""

from functools import cache
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone

STAND_IN = UUID("018cc251-f400-7000-8000-5374616e6421")


class Statement:
    """The rows of `rows_of(reader, *values)`, a values_list(), as tuples. One query.

    `values` are named here by others that stand in for them, of the same type and like nothing else
    in the query. It may depend on who the reader is, whether they train others, and on these values
    as they are; on nothing else, such as the time.
    """

    def __init__(self, rows_of, *stand_ins):
        self._rows_of = rows_of
        self._stand_ins = (STAND_IN, *stand_ins)
        self._compiled = cache(self._compile)

    def __call__(self, reader, *values):
        compiler, sql, places = self._compiled(reader.is_trainer)
        values = (reader.pk, *values)
        given = [value if place is None else values[place] for place, value in places]
        with connection.cursor() as cursor:
            cursor.execute(sql, given)
            return list(compiler.results_iter([cursor.fetchall()]))

    def _compile(self, is_trainer):
        """What reads the rows, the SQL, and of each parameter its (place in `values`, value)."""
        since = timezone.now() if is_trainer else None
        stand_in = get_user_model()(pk=STAND_IN, trainer_since=since)
        rows = self._rows_of(stand_in, *self._stand_ins[1:])
        compiler = rows.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        known = self._stand_ins
        places = [known.index(param) if param in known else None for param in params]
        if not {*range(len(known))} <= {*places}:
            raise ValueError("Django left out what stands in for a value: choose another.")
        return compiler, sql, list(zip(places, params, strict=True))
