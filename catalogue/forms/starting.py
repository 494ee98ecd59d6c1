"""How an exercise of a member's own begins, and how it ends."""

from django import forms

from catalogue.library import Wanted


class StartForm(forms.Form):
    """How a new exercise begins: with a name, or as another exercise that is named."""

    name = forms.CharField(required=False, max_length=120)
    like = forms.CharField(label="Start from an existing exercise", required=False, max_length=120)

    @property
    def given_name(self):
        return self.cleaned_data.get("name", "") if self.is_valid() else ""

    def meant(self, library):
        """The entry that is to be copied, or None."""
        text = self.cleaned_data.get("like", "") if self.is_valid() else ""
        return next(iter(library.find(Wanted(text)).entries(0, 1)), None) if text else None


class RetireForm(forms.Form):
    """Whether an exercise is to be retired, or else brought back."""

    retire = forms.BooleanField(required=False)

    @property
    def is_wanted(self):
        return self.is_valid() and self.cleaned_data["retire"]
