"""The form of what may be done in the place of a row's exercise."""

from django import forms
from django.core.exceptions import ValidationError

from catalogue.shelf import shelves_for
from workouts.forms.building import ExerciseForm
from workouts.models import MOST_OTHERS
from workouts.text import Finder
from workouts.text.finding import Unknown


class OtherForm(ExerciseForm):
    """An exercise chosen from a list, or one by its name: nothing that the row is already."""

    other = forms.CharField(
        label="Another exercise",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Its name", "autocomplete": "off"}),
    )

    def __init__(self, *args, row, user, member, day, **kwargs):
        super().__init__(*args, user=user, day=day, **kwargs)
        self.row, self.user, self.member = row, user, member
        self.fields["exercise"].required = False

    def clean(self):
        data = super().clean()
        if "exercise" in self.errors:
            self._refuse(self.errors["exercise"][0])
        if self.errors:
            return data
        data["exercise"] = exercise = data.get("exercise") or self._named(data.get("other"))
        if exercise.pk in (self.row.exercise_id, *self.row.alternatives):
            self._refuse(f"{exercise.title} is one of these already.")
        if len(self.row.others) >= MOST_OTHERS:
            self._refuse(f"At most {MOST_OTHERS} others may be done in its place.")
        return data

    def _named(self, name):
        if not name:
            self._refuse("Type the name of an exercise.")
        try:
            pk = Finder(shelves_for(self.user, self.member)).find(name)
        except Unknown as why:
            self._refuse(str(why))
        found = self.fields["exercise"].queryset.filter(pk=pk).first()
        if found is None:
            self._refuse("This exercise is not in the catalogue any more.")
        return found

    def _refuse(self, words):
        raise ValidationError({"other": words})
