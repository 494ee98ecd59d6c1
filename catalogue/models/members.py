"""What a member said about their body and their gym: it decides what fits them."""

from django.db import models

from accounts.scopes import Owned, OwnedQuerySet
from catalogue.models.vocabulary import Equipment, Limitation


class MemberLimitationQuerySet(OwnedQuerySet):
    kind = "recovery"


class MemberLimitation(Owned):
    """Something that limits a member. Strong turns "take care" into "leave out"."""

    class Severity(models.TextChoices):
        MILD = "mild", "Mild"
        STRONG = "strong", "Strong"

    limitation = models.ForeignKey(Limitation, models.PROTECT, related_name="+")
    severity = models.CharField(max_length=6, choices=Severity, default=Severity.MILD)

    objects = MemberLimitationQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["member", "limitation"],
                name="one_entry_per_limitation",
                violation_error_message="You have named this already.",
            ),
        ]

    def __str__(self):
        return f"{self.limitation_id} ({self.severity})"


class MemberEquipment(Owned):
    """A piece of equipment a member can use."""

    equipment = models.ForeignKey(Equipment, models.PROTECT, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["member", "equipment"], name="one_entry_per_equipment"),
        ]

    def __str__(self):
        return str(self.equipment_id)
