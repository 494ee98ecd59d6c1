"""Starting, finishing and reading sessions."""

import uuid6
from django import forms

from progress.models import Session
from progress.models.sessions import NOTE_LENGTH
from workouts.models import Day

RATINGS = [
    (5, "5, very good"),
    (4, "4, good"),
    (3, "3, as usual"),
    (2, "2, hard going"),
    (1, "1, poor"),
]


def note_widget(rows):
    return forms.Textarea(attrs={"rows": rows, "maxlength": NOTE_LENGTH, "class": "form-control"})


class StartForm(forms.Form):
    """Start a workout: from a released day of one's own, or empty. The page chose the id."""

    id = forms.UUIDField(widget=forms.HiddenInput, initial=uuid6.uuid7)
    day = forms.ModelChoiceField(
        queryset=None, required=False, widget=forms.HiddenInput,
        error_messages={"invalid_choice": "This day is no longer in your routine."},
    )  # fmt: skip

    def __init__(self, data=None, *, member, day=None):
        super().__init__(data, initial={"day": day}, auto_id=False)
        self.fields["day"].queryset = (
            Day.objects.owned_by(member)
            .filter(version__released_at__isnull=False, is_rest=False)
            .select_related("version__routine")
        )


class FinishForm(forms.ModelForm):
    """How a workout went."""

    rating = forms.TypedChoiceField(
        label="How did it go?", choices=sorted(RATINGS), coerce=int, empty_value=None,
        required=False, widget=forms.RadioSelect,
    )  # fmt: skip

    class Meta:
        model = Session
        fields = ("rating", "note")
        labels = {"note": "Note on this workout"}
        widgets = {"note": note_widget(3)}

    @property
    def ratings(self):
        """(value, words, chosen)"""
        given = str(self["rating"].value())
        return [(value, words, str(value) == given) for value, words in sorted(RATINGS)]


class NoteForm(forms.ModelForm):
    """The note of a workout that goes on. The set that is open beside it has one too."""

    class Meta:
        model = Session
        fields = ("note",)
        labels = {"note": "Note on this workout"}
        widgets = {"note": note_widget(2)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="workout_%s", **kwargs)


class PageForm(forms.Form):
    """Where a history page goes on: behind this session. Nonsense begins at the newest."""

    before = forms.UUIDField(required=False)

    def cursor(self, sessions):
        wanted = self.cleaned_data.get("before") if self.is_valid() else None
        return sessions.filter(pk=wanted).first() if wanted else None
