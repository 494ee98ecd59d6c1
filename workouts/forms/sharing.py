"""Making a link by which others read a routine."""

from django import forms

from accounts.fields import NewIdField
from workouts.describing import counted
from workouts.sharing import LIFETIMES, MOST_LIVE


class ShareForm(forms.Form):
    """For how long a link works. `version` is what it shows, and `live` how many there are."""

    id = NewIdField()
    days = forms.TypedChoiceField(
        label="The link works for",
        choices=[(days, counted(days, "day")) for days in LIFETIMES],
        coerce=int,
        initial=7,
        error_messages={
            "required": "Choose for how long the link works.",
            "invalid_choice": "Choose 1, 7, 30 or 90 days.",
        },
    )

    def __init__(self, *args, version, live, **kwargs):
        super().__init__(*args, **kwargs)
        self.version, self.live = version, live

    def clean(self):
        if self.version is None:
            self.add_error("days", "Use the draft first: only a version in use can be shared.")
        elif self.live >= MOST_LIVE:
            words = f"{MOST_LIVE} links to this routine work already. End one of them first."
            self.add_error("days", words)
        return self.cleaned_data
