"""The weights a member can load: bars, plates, dumbbells, stacks."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accounts.models.people import User
from accounts.scopes import Owned, OwnedQuerySet
from training.loadable import Kit

MOST_BARS, MOST_PLATES, MOST_WEIGHTS = 10, 60, 120


def weight(label):
    return models.DecimalField(label, max_digits=6, decimal_places=2, null=True, blank=True)


def weights(label):
    number = models.DecimalField(max_digits=6, decimal_places=2)
    return ArrayField(number, verbose_name=label, default=list, blank=True, db_default=[])


class WeightSet(Owned):
    """What a member can load, in `unit` as it is stamped on it and never converted.

    One row for a member, and none before they said anything. `plates` has each weight once for
    every pair. What is empty was not said: there the usual steps apply. That all weigh more than
    nothing is a constraint of its migration.
    """

    unit = models.CharField("stamped in", max_length=2, choices=User.Unit, default=User.Unit.KG)
    bars = weights("straight bars")
    ez_bar = weight("EZ bar")
    trap_bar = weight("trap bar")
    plates = weights("plates")
    dumbbells = weights("dumbbells")
    kettlebells = weights("kettlebells")
    stack_first = weight("first plate")
    stack_step = weight("each further plate")
    stack_last = weight("heaviest")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["member"], name="one_weight_set_per_member"),
            models.CheckConstraint(
                condition=Q(
                    bars__len__lte=MOST_BARS,
                    plates__len__lte=MOST_PLATES,
                    dumbbells__len__lte=MOST_WEIGHTS,
                    kettlebells__len__lte=MOST_WEIGHTS,
                ),
                name="weight_set_of_a_gym",
                violation_error_message="That is more than a gym holds.",
            ),
            models.CheckConstraint(
                condition=Q(stack_first=None, stack_step=None, stack_last=None)
                | Q(stack_first__isnull=False, stack_step__isnull=False),
                name="stack_has_first_and_step",
                violation_error_message="Give a stack's first plate, and what each adds.",
            ),
        ]

    def __str__(self):
        return f"Weights {self.pk}"

    @classmethod
    def keep(cls, member, **weights):
        """The member's one row, with these weights; none where they say nothing."""
        mine = cls.objects.owned_by(member)
        if any(value for name, value in weights.items() if name != "unit"):
            mine.update_or_create(member=member, defaults=weights)
        else:
            mine.delete()

    @property
    def kit(self):
        """The same for the maths."""
        return Kit(**{name: _frozen(getattr(self, name)) for name in Kit.__dataclass_fields__})


def _frozen(value):
    return tuple(value) if isinstance(value, list) else value
