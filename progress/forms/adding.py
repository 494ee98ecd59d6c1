"""Adding sets and exercises to a session, and finding them."""

import uuid6
from django import forms
from django.db.models import Q

from catalogue.choosing import ExerciseField, standing
from catalogue.fitting import NOTHING_SAID
from catalogue.library import Library, Wanted
from catalogue.models import Exercise


class NewSetForm(forms.Form):
    """A further set of an exercise of the session; its id is chosen by the page."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    slot = forms.IntegerField(min_value=1, max_value=1000, widget=forms.HiddenInput)


class NewExerciseForm(forms.Form):
    """An exercise for the session: from the catalogue or the member's own."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    exercise = ExerciseField(queryset=None, widget=forms.HiddenInput)

    def __init__(self, data=None, *, member):
        super().__init__(data)
        self.fields["exercise"].queryset = usable_exercises(member)


class SwapForm(forms.Form):
    """What is done in place of an exercise, for today or from now on.

    `instead_of` is the exercise that the page showed there.
    """

    TODAY, ALWAYS = "today", "always"
    exercise = ExerciseField(queryset=None, widget=forms.HiddenInput)
    instead_of = forms.IntegerField(min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)
    until = forms.ChoiceField(choices=[(TODAY, "Today"), (ALWAYS, "Always")])

    def __init__(self, data=None, *, member):
        super().__init__(data)
        self.fields["exercise"].queryset = usable_exercises(member)

    def clean_instead_of(self):
        return standing(self.cleaned_data["instead_of"])

    @property
    def chosen(self):
        return self.cleaned_data["exercise"]

    @property
    def is_for_good(self):
        return self.cleaned_data["until"] == self.ALWAYS


class AimForm(forms.Form):
    """What the open sets of an exercise aim at today."""

    RULE, BEFORE = "rule", "before"
    by = forms.ChoiceField(choices=[(RULE, "Keep"), (BEFORE, "As last time, today only")])

    @property
    def as_before(self):
        return self.cleaned_data["by"] == self.BEFORE


class ExerciseSearchForm(forms.Form):
    q = forms.CharField(label="Search exercises", required=False, max_length=100)

    @property
    def text(self):
        return self.cleaned_data.get("q", "") if self.is_valid() else ""

    def found(self, member):
        """Rows of the exercises the typed words may mean, the likeliest first."""
        return Library(member, NOTHING_SAID, member).find(Wanted(self.text))


class WantedSetForm(forms.Form):
    """Which set to open, and whether with what was done last time. Nonsense opens the next one."""

    set = forms.UUIDField(required=False)
    copy = forms.BooleanField(required=False)

    @property
    def wanted(self):
        return self.cleaned_data.get("set") if self.is_valid() else None

    @property
    def copies(self):
        return self.is_valid() and self.cleaned_data["copy"]


def usable_exercises(member):
    """The catalogue and the member's own; a trainer's clients' are not theirs to log."""
    own = Q(member__isnull=True) | Q(member=member.pk)
    return Exercise.objects.visible_to(member).offered().filter(own)


def new_id():
    """An id for a row that a page is about to ask for. Templates call it, a new one each time."""
    return uuid6.uuid7()
