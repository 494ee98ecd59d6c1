"""Exercises in other languages."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from accounts import languages

TRANSLATABLE = ("name", "aliases", "setup", "cues", "mistakes", "note")


class ExerciseTranslationQuerySet(models.QuerySet):
    def public(self):
        """Everybody's: members' own exercises are translated by nobody."""
        return self.filter(exercise__member__isnull=True)

    def into(self, language):
        return self.filter(language=language)


class ExerciseTranslation(models.Model):
    """An exercise of everybody's in another language. What is empty is read in English.

    `source` keeps of each field the English it was made from: where that has changed, it is stale.
    """

    exercise = models.ForeignKey("catalogue.Exercise", models.CASCADE, related_name="translations")
    language = models.CharField(max_length=8, choices=languages.choices)
    name = models.CharField(max_length=120, blank=True)
    aliases = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    setup = models.CharField("set-up", max_length=300, blank=True)
    cues = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    mistakes = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    note = models.CharField(max_length=500, blank=True)
    source = models.JSONField(default=dict, blank=True)

    objects = ExerciseTranslationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["exercise", "language"], name="one_translation_per_language"
            ),
        ]

    def __str__(self):
        return f"{self.name or self.exercise_id} ({self.language})"
