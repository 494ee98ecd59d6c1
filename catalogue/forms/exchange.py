"""Choosing a file of exercises, and confirming what it would do."""

from django import forms

from catalogue.exchange.model import MOST_BYTES, FileRefused
from catalogue.exchange.reading import TOO_LARGE, read


class ImportForm(forms.Form):
    """A file that is read at once, and kept nowhere."""

    file = forms.FileField(
        label="File",
        help_text="JSON or CSV, at most 10 MB.",
        error_messages={"required": "Choose a file.", "empty": "The file is empty."},
        widget=forms.FileInput(attrs={"accept": ".json,.csv,application/json,text/csv"}),
    )

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        try:
            return read(upload.read(), upload.name)
        except FileRefused as refused:
            raise forms.ValidationError(str(refused)) from None


class ConfirmForm(forms.Form):
    """The plan that was shown, signed."""

    plan = forms.CharField(widget=forms.HiddenInput)
