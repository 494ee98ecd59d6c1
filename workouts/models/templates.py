"""Ready routines for everybody to copy."""

from functools import lru_cache

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.functional import cached_property

from catalogue.models import Exercise


@lru_cache(maxsize=256)
def _address(slug):
    """Of one page; kept, as lists ask for many of them."""
    return reverse("workouts:template", args=[slug])


class TemplateQuerySet(models.QuerySet):
    def public(self):
        """Every one, with `merged`: names of exercises that have become others."""
        merged = Exercise.objects.public().filter(merged_into__isnull=False).order_by()
        names = merged.values(pair=JSONObject(old="slug", now="merged_into__slug"))
        return self.order_by("position", "name").annotate(merged=ArraySubquery(names))


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

    @cached_property
    def days(self):
        """The days of the plan, with exercises by the names they have now."""
        days, now = self.plan["days"], self._now
        if not now:
            return days
        return [
            day | {"prescriptions": [_renamed(row, now) for row in day["prescriptions"]]}
            for day in days
        ]

    rolling = False

    @property
    def week_plan(self):
        """What whole weeks change: see training/weeks.py."""
        return self.plan.get("week_plan", [])

    @property
    def swaps(self):
        """{limitation: {left out: put in}}, by the names they have now."""
        swaps, now = self.plan.get("swaps", {}), self._now
        return {
            limitation: {now.get(old, old): now.get(new, new) for old, new in pairs.items()}
            for limitation, pairs in swaps.items()
        }

    @property
    def _now(self):
        """{name in the plan: the name of today}, where the template is one of public()."""
        return {pair["old"]: pair["now"] for pair in getattr(self, "merged", ())}


def _renamed(row, now):
    return row | {"exercise": now.get(row["exercise"], row["exercise"])}
