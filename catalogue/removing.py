"""May this be removed? Only the database knows: logs and routines of others are hidden from us."""

import copy

from django.db import IntegrityError, connection, transaction
from django.db.models import PROTECT

USES = {
    "loggedset": "logged set",
    "prescription": "place in a routine",
    "alternative": "alternative",
}


class _TakeBack(Exception):
    pass


def uses_of(row):
    """What would miss `row`, in words: ["12 logged sets"]. As far as the reader may see."""
    found = []
    for relation in row._meta.related_objects:
        if relation.on_delete is PROTECT:
            rows = relation.related_model._base_manager.filter(**{relation.field.name: row.pk})
            word = USES.get(relation.related_model._meta.model_name, "row")
            found.append(_counted(rows.count(), word))
    return [words for words in found if words]


def is_used(row):
    """Whether anything still needs `row`, rows included that only their members may read.

    Tries the deletion, has everything that points at it checked, and takes it all back.
    """
    if any(_points_at(row, relation) for relation in row._meta.related_objects):
        return True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            copy.copy(row).delete()  # a copy, as a deleted object loses its id
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            raise _TakeBack
    except _TakeBack:
        return False
    except IntegrityError:
        return True


def _points_at(row, relation):
    """Many-to-many rows of others, which a deletion would take along without a word."""
    if not relation.many_to_many or relation.related_model is type(row):
        return False
    column = relation.field.m2m_reverse_field_name()
    return relation.through._base_manager.filter(**{column: row.pk}).exists()


def _counted(number, word):
    many = word.replace("place", "places") if "place" in word else f"{word}s"
    return f"{number:,} {word if number == 1 else many}" if number else ""
