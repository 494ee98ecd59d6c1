"""The body, measured."""

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from accounts.scopes import Owned, OwnedQuerySet
from progress.models.quantities import in_kilograms


class MeasurementQuerySet(OwnedQuerySet):
    kind = "measurements"

    def newest_first(self):
        return self.order_by("-measured_on", "-measured_at", "-id")


class Measurement(Owned):
    """A measurement of the body. `value` is in kilograms; `typed` and `unit` are as entered."""

    class Site(models.TextChoices):
        BODY_MASS = "body_mass", "Body weight"

    class Unit(models.TextChoices):
        KG = "kg", "kg"
        LB = "lb", "lb"

    site = models.CharField(max_length=20, choices=Site, default=Site.BODY_MASS)
    measured_on = models.DateField("day")
    measured_at = models.DateTimeField()
    value = models.DecimalField(max_digits=8, decimal_places=3)
    typed = models.DecimalField(max_digits=7, decimal_places=2)
    unit = models.CharField(max_length=2, choices=Unit, default=Unit.KG)
    note = models.TextField(blank=True, validators=[MaxLengthValidator(1000)])

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        ordering = ["-measured_on", "-measured_at"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(site="body_mass") | Q(value__range=(20, 400)),
                name="body_mass_20_to_400",
                violation_error_message="A body weight is between 20 and 400 kg.",
            ),
            models.CheckConstraint(
                condition=in_kilograms("value", "typed", "unit"),
                name="measurement_is_what_was_typed",
            ),
            models.CheckConstraint(
                condition=Q(measured_on__range=("1950-01-01", "2199-12-31")),
                name="measurement_date_plausible",
                violation_error_message="Give a date between 1950 and 2199.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["member", "site", "-measured_on", "-measured_at", "-id"],
                name="measurement_newest_first",
            )
        ]

    def __str__(self):
        return f"{self.get_site_display()} {self.value}, {self.measured_on}"
