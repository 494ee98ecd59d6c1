"""Choosing an exercise in a form."""

from django import forms
from django.core.exceptions import ValidationError

from catalogue.models import Exercise


class ExerciseField(forms.ModelChoiceField):
    """An exercise by its id. What was merged since the page was made is what it is one with now."""

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError:
            survivors = self.queryset.filter(merged__pk=value) if str(value).isdecimal() else None
            if survivors and len(survivors) == 1:
                return survivors[0]
            raise


def standing(pk):
    """The id of an exercise that an old page named: its survivor's if it was merged since."""
    survivors = Exercise.objects.public().filter(merged__pk=pk)
    return survivors.values_list("pk", flat=True).first() or pk
