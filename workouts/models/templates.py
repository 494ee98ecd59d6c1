"""Ready routines for everybody to copy."""

from functools import lru_cache

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse


@lru_cache(maxsize=256)
def _address(slug):
    """Of one page; kept, as lists ask for many of them."""
    return reverse("workouts:template", args=[slug])


class TemplateQuerySet(models.QuerySet):
    def public(self):
        return self.order_by("position", "name")


class Template(models.Model):
    """A ready routine. `plan` holds its days in the shape of data/templates.json.

    One row, shared and read mostly: nobody follows a template, they follow their own copy.
    """

    slug = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(max_length=120)
    goal = models.CharField(max_length=60)
    serves = ArrayField(
        models.CharField(max_length=12), default=list, help_text="Goals of TrainingProfile.Goal."
    )
    level = models.CharField(max_length=12)
    weeks = models.PositiveSmallIntegerField()
    days_per_week = models.PositiveSmallIntegerField()
    min_gap_hours = models.PositiveSmallIntegerField(default=48)
    minutes = models.PositiveSmallIntegerField(help_text="The longest day, warm-up included.")
    audience = models.CharField(max_length=200)
    exit_criteria = models.CharField(max_length=300, blank=True)
    equipment = models.ManyToManyField("catalogue.Equipment", blank=True)
    plan = models.JSONField()

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return _address(self.slug)
