"""Putting a sign aside, and why."""

from django import forms

from accounts.fields import PlainSelect
from progress.models import Dismissal

UNKNOWN = "Choose one of the reasons."


class DismissForm(forms.ModelForm):
    """One sign, or a proposal of a lighter week, is put aside for seven days."""

    sign = forms.ChoiceField(
        choices=Dismissal.Sign.choices, widget=forms.HiddenInput,
        error_messages={"invalid_choice": "There is no such sign.", "required": "Say which sign."},
    )  # fmt: skip
    reason = forms.ChoiceField(
        choices=Dismissal.Reason.choices, widget=PlainSelect(attrs={"class": "form-select s"}),
        error_messages={"invalid_choice": UNKNOWN, "required": UNKNOWN},
    )  # fmt: skip

    class Meta:
        model = Dismissal
        fields = ("sign", "reason")

    def put_aside(self, member, today):
        """Keep it; said again on the same day, the last reason counts."""
        given = self.cleaned_data
        Dismissal.objects.owned_by(member).update_or_create(
            member=member, sign=given["sign"], dismissed_on=today,
            defaults={"reason": given["reason"]},
        )  # fmt: skip
