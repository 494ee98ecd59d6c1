"""Making a row once, however often the page that asked for it is sent."""

import uuid6
from django.db import IntegrityError, transaction


def insert_once(row, alike):
    """Insert `row`, whose id its page chose, and True; or what that page made before, and False.

    `alike` are the rows the page may have made. Where any other row has the id, it stays as it is
    and `row` gets one of its own.
    """
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if known := alike.filter(pk=row.pk).first():
            return known, False
        row.pk = uuid6.uuid7()
        row.save(force_insert=True)
    return row, True
