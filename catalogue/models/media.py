"""Photographs and short loops of exercises, with whom to thank for them."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse

from catalogue.models.exercises import Exercise

LICENCES = {  # value: (name, where it is written)
    "cc0": ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "cc-by-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "cc-by-sa-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "cc-by-3.0": ("CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/"),
    "cc-by-sa-3.0": ("CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
    "cc-by-2.0": ("CC BY 2.0", "https://creativecommons.org/licenses/by/2.0/"),
    "cc-by-sa-2.0": ("CC BY-SA 2.0", "https://creativecommons.org/licenses/by-sa/2.0/"),
    "unlicense": ("Unlicense", "https://unlicense.org/"),
    "pdm": ("Public domain", "https://creativecommons.org/publicdomain/mark/1.0/"),
}
MIDDLING = 640  # pixels: what a browser gets that cannot choose


class ExerciseMediaQuerySet(models.QuerySet):
    def public(self):
        """Pictures of everybody's catalogue: there are no others."""
        return self.filter(exercise__member__isnull=True)

    def in_order(self):
        return self.order_by("position", "pk")


class ExerciseMedia(models.Model):
    """A picture of an exercise of everybody's. The files are in storage, under its key.

    `widths` are those of its stills, and `moving_widths` those of a loop, in pixels.
    """

    exercise = models.ForeignKey(Exercise, models.CASCADE, related_name="media")
    position = models.PositiveSmallIntegerField(default=0)
    alt = models.CharField("description", max_length=250)
    author = models.CharField(max_length=120)
    licence = models.CharField(
        max_length=12, choices=[(value, name) for value, (name, _) in LICENCES.items()]
    )
    source = models.URLField(max_length=500, blank=True)
    key = models.CharField(max_length=40, unique=True, editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    widths = ArrayField(models.PositiveSmallIntegerField(), editable=False)
    moving_widths = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True, editable=False
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    added_at = models.DateTimeField(auto_now_add=True)

    objects = ExerciseMediaQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "media"
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt="") & ~Q(author=""),
                name="media_described_and_credited",
                violation_error_message="A picture needs a description and an author.",
            ),
            models.CheckConstraint(
                condition=Q(source="") | Q(source__regex=r"^https?://"),
                name="media_source_is_a_page",
                violation_error_message="A source begins with https:// or http://.",
            ),
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="media_has_a_size"),
        ]

    def __str__(self):
        return self.alt

    @property
    def is_loop(self):
        return bool(self.moving_widths)

    @property
    def kind(self):
        return "Loop" if self.is_loop else "Photograph"

    @property
    def is_tall(self):
        return self.height > self.width

    @property
    def licence_address(self):
        return LICENCES[self.licence][1]

    @property
    def address(self):
        return self._address(_middling(self.widths))

    @property
    def addresses(self):
        """All sizes, for a browser to choose from: "… 320w, … 640w"."""
        return ", ".join(f"{self._address(width)} {width}w" for width in self.widths)

    @property
    def moving_address(self):
        return self._address(f"moving-{_middling(self.moving_widths)}")

    @property
    def moving_addresses(self):
        return ", ".join(f"{self._address(f'moving-{w}')} {w}w" for w in self.moving_widths)

    def _address(self, name):
        return reverse("catalogue:media-file", args=[self.key, name])


def _middling(widths):
    return max((width for width in widths if width <= MIDDLING), default=min(widths))
