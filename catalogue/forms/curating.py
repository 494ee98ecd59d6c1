"""What curators ask of the catalogue's history, and what they do with it."""

from django import forms
from django.db.models import Q

from catalogue.models import Exercise
from catalogue.states import FIELDS
from catalogue.wording import LABELS

UNKNOWN = "This exercise has no such state."


class HistoryForm(forms.Form):
    """Which two states to lay side by side, or which field to follow; the newest change if none.

    `steps` are history.Steps, the newest first.
    """

    field = forms.ChoiceField(
        required=False,
        choices=[(name, LABELS[name]) for name in FIELDS],
        error_messages={"invalid_choice": "Choose a field from the list."},
    )

    def __init__(self, data, steps):
        super().__init__(data)
        self.rows = {step.row.pk: step.row for step in steps}
        for name in ("from", "to"):
            self.fields[name] = forms.TypedChoiceField(
                required=False,
                coerce=int,
                empty_value=None,
                choices=[(pk, pk) for pk in self.rows],
                error_messages={"invalid_choice": UNKNOWN},
            )
        self.full_clean()

    @property
    def chosen_field(self):
        return self.cleaned_data.get("field") or None

    @property
    def pair(self):
        """The rows to compare, the older first; None before there are two."""
        newest = [*self.rows][:2]
        if len(newest) < 2:
            return None
        pks = [self.cleaned_data.get(name) for name in ("from", "to")]
        one, other = (pk or newest[1 - at] for at, pk in enumerate(pks))
        return self.rows[min(one, other)], self.rows[max(one, other)]

    def refused(self):
        return [error for errors in self.errors.values() for error in errors]


class RevertForm(forms.Form):
    """Back to a state of an exercise's history, or back to its value of one field."""

    state = forms.ModelChoiceField(None, error_messages={"invalid_choice": UNKNOWN})
    field = forms.ChoiceField(required=False, choices=[(name, name) for name in FIELDS])
    seen = forms.IntegerField(min_value=0)

    def __init__(self, data, exercise):
        super().__init__(data)
        self.fields["state"].queryset = exercise.states.all()


class RetireForm(forms.Form):
    """Why an exercise is retired, or brought back."""

    reason = forms.CharField(
        label="Reason",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Other curators read it in the history.",
        error_messages={"required": "Say why, in a few words."},
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class PageForm(forms.Form):
    """Where a list of changes goes on: after the change of this id."""

    before = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    @property
    def last(self):
        return self.cleaned_data.get("before") if self.is_valid() else None


class PageNumberForm(forms.Form):
    """Which page of a list, from 1. Nonsense is the first."""

    page = forms.IntegerField(required=False, min_value=1, max_value=10**6)

    @property
    def number(self):
        return (self.cleaned_data.get("page") if self.is_valid() else None) or 1


class NamedExerciseField(forms.CharField):
    """An exercise of everybody's catalogue, by its name or its address."""

    def clean(self, value):
        text = super().clean(value)
        named = Q(name__iexact=text) | Q(slug=text.lower())
        found = Exercise.objects.public().filter(named).order_by("merged_into", "pk").first()
        if found is None:
            raise forms.ValidationError(f"There is no exercise “{text}”.")
        return found


class PairForm(forms.Form):
    """Two exercises that a curator knows to be one."""

    goes = NamedExerciseField(label="Goes", max_length=120)
    stays = NamedExerciseField(label="Stays", max_length=120)


class ComeBackForm(forms.Form):
    """The proposal whose review somebody came from, by its id."""

    review = forms.UUIDField(required=False)

    @property
    def proposal(self):
        return self.cleaned_data["review"] if self.is_valid() else None
