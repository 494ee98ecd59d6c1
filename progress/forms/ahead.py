"""How far to look ahead, at which day, and how every visit is assumed to go."""

from django import forms
from django.utils.functional import cached_property

from accounts.fields import PlainSelect
from training.simulating import ASSUMPTIONS, MOST_WEEKS

USUAL_WEEKS = 8
GOING = {
    "top": "Every set reaches the top",
    "bottom": "Every set stays at the bottom",
    "misses": "Every third week is missed",
}


class AheadForm(forms.Form):
    """What is left out is as usual; what cannot be read is refused in words."""

    day = forms.ChoiceField(
        required=False,
        widget=PlainSelect(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": "Choose a day of this routine."},
    )
    weeks = forms.IntegerField(
        label="Weeks",
        required=False,
        min_value=1,
        max_value=MOST_WEEKS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "form-control"}),
        error_messages=dict.fromkeys(
            ("min_value", "max_value", "invalid"), f"Look 1 to {MOST_WEEKS} weeks ahead."
        ),
    )
    going = forms.ChoiceField(
        label="If",
        required=False,
        choices=[(name, GOING[name]) for name in ASSUMPTIONS],
        widget=PlainSelect(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": "Choose how it goes."},
    )

    def __init__(self, data, *, days):
        shown = data.copy()
        shown.setdefault("weeks", str(USUAL_WEEKS))
        super().__init__(shown)
        self.days = days
        self.fields["day"].choices = [(str(day.pk), day.name) for day in days]
        self.full_clean()

    @cached_property
    def chosen_day(self):
        given = self.cleaned_data.get("day")
        first = self.days[0] if self.days else None
        return next((day for day in self.days if str(day.pk) == given), first)

    @property
    def chosen_weeks(self):
        return self.cleaned_data.get("weeks") or USUAL_WEEKS

    @property
    def assumption(self):
        return self.cleaned_data.get("going") or ASSUMPTIONS[0]
