"""What goes into a copy of a routine that changed where it was copied from."""

from django import forms

from workouts.conflict_words import sides_of, subject

MINE, THEIRS = "mine", "theirs"
CHOOSE = "Choose which of the two it is to be."


class UpdateForm(forms.Form):
    """Keep or take, conflict by conflict, and of which two versions the page told."""

    version = forms.UUIDField(widget=forms.HiddenInput)
    source = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, update, **kwargs):
        self.shown = {"version": update.mine.pk, "source": update.news.source.pk}
        super().__init__(*args, initial=self.shown, **kwargs)
        self.conflicts, titles = update.conflicts, update.titles
        for conflict in self.conflicts:
            self.fields[conflict.key] = _choice(conflict, titles)

    @property
    def is_current(self):
        """Whether the page told of the versions that are in use now."""
        return all(str(self.data.get(name)) == str(pk) for name, pk in self.shown.items())

    @property
    def given_up(self):
        """The keys of the conflicts in which the source wins."""
        keys = (conflict.key for conflict in self.conflicts)
        return [key for key in keys if self.cleaned_data[key] == THEIRS]


def _choice(conflict, titles):
    mine, theirs = sides_of(conflict, titles)
    return forms.ChoiceField(
        label=subject(conflict, titles),
        choices=[(MINE, f"Keep: {mine}"), (THEIRS, f"Take over: {theirs}")],
        initial=MINE,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
