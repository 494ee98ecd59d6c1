"""What a member keeps about one exercise: a mark, and how they set it up."""

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

from catalogue.models import ExerciseMark
from catalogue.models.members import NOTE_LENGTH


class FromPageForm(forms.Form):
    """A form of several pages: `next` is the address of the one it came from."""

    next = forms.CharField(required=False, max_length=500)

    @property
    def came_from(self):
        """The page to go back to, if it is one of ours; otherwise empty."""
        address = self.data.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None)
        return address if is_ours and address.startswith("/") and address.isprintable() else ""


class MarkForm(FromPageForm):
    """What the exercise is to be from now on: a favourite, never suggested, or ("") neither."""

    mark = forms.ChoiceField(required=False, choices=ExerciseMark.Kind.choices)


class SetupNoteForm(FromPageForm):
    """A note of one line. `place` tells several notes of one page apart."""

    text = forms.CharField(
        label="My set-up",
        required=False,
        max_length=NOTE_LENGTH,
        error_messages={"max_length": f"Keep it to {NOTE_LENGTH} letters. Nothing was saved."},
    )
    place = forms.IntegerField(required=False, min_value=0, max_value=1000)

    def clean_text(self):
        return " ".join(self.cleaned_data["text"].split())

    @property
    def at(self):
        return self.cleaned_data.get("place") or 0
