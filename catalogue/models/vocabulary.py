"""The words exercises are described with: muscles, patterns, equipment, limitations."""

from django.db import models
from django.db.models import Value

from catalogue.models.querysets import WordQuerySet
from catalogue.models.titles import title_of


class Region(models.TextChoices):
    """Where a muscle's sets are counted, from the top of the body down."""

    UPPER = "upper", "Upper back"
    MID = "mid", "Mid back"
    LATS = "lats", "Lats"
    LOWER = "lower", "Lower back"
    ARMS = "arms", "Arms"
    OTHER = "other", "Other"


BACK_REGIONS = (Region.UPPER, Region.MID, Region.LATS, Region.LOWER)


class Word(models.Model):
    """An entry of a vocabulary: a stable slug and the name people read."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    names = models.JSONField(  # {language: {"name": …, "of": the English it was made from}}
        default=dict, db_default=Value({}, models.JSONField()), blank=True, editable=False
    )

    objects = WordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def title(self):
        """Its name in the reader's language."""
        return title_of(self._meta.model_name, self.pk, self.name)


class Muscle(Word):
    region = models.CharField(max_length=5, choices=Region, default=Region.OTHER)
    volume_group = models.CharField(
        max_length=20, blank=True, help_text="Muscles of one group share a set's credit."
    )
    parent = models.CharField(max_length=30, blank=True)
    face = models.CharField(max_length=5, blank=True, help_text="front, back or deep")
    note = models.CharField(max_length=300, blank=True)


class Pattern(Word):
    """A movement pattern, such as a vertical pull."""


class Equipment(Word):
    class Meta(Word.Meta):
        verbose_name_plural = "equipment"


class Limitation(Word):
    """Something that hurts or needs care, such as low-back pain worse when bending forward."""
