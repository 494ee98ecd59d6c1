"""Which state of everybody's catalogue this is."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models


class EditionQuerySet(models.QuerySet):
    def current(self):
        """The stamp of the catalogue as this transaction sees it; None before the first change."""
        return self.values_list("stamp", flat=True).first()


class Edition(models.Model):
    """One row, whose stamp the database renews with every change to everybody's catalogue.

    It is drawn, not counted: a count taken back with its transaction would be given out again.
    """

    stamp = models.UUIDField(db_default=RandomUUID())

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_edition"),
        ]

    def __str__(self):
        return str(self.stamp)
