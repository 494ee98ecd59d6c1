"""Several short texts in one field, one a line."""

from django import forms

from catalogue.links import read_links, written
from catalogue.names import fold

LINE_LENGTH = 200


class LinesField(forms.CharField):
    """A list of sentences, one a line; at most `most` lines, where that is said."""

    widget = forms.Textarea(attrs={"rows": 5, "cols": 100})

    def __init__(self, *args, longest=LINE_LENGTH, most=None, **kwargs):
        self.longest, self.most = longest, most
        super().__init__(*args, **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines()]
        for line in lines:
            if len(line) > self.longest:
                raise forms.ValidationError(
                    f"A line has at most {self.longest} letters: “{line[:40]}…” has {len(line)}."
                )
        lines = [line for line in lines if line]
        if self.most and len(lines) > self.most:
            raise forms.ValidationError(f"At most {self.most} lines; these are {len(lines)}.")
        return lines

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data.replace("\r\n", "\n"))


class LadderField(LinesField):
    """Exercises of everybody's catalogue by their names or addresses, given as addresses.

    `names` is a wording.Glossary.
    """

    def __init__(self, names, **kwargs):
        super().__init__(required=False, longest=120, most=20, **kwargs)
        self.known = {fold(name): slug for slug, name in names.exercises.items()}
        self.known |= {fold(slug): slug for slug in names.exercises}

    def clean(self, value):
        lines = super().clean(value)
        for line in lines:
            if fold(line) not in self.known:
                raise forms.ValidationError(f"No exercise is called “{line[:80]}”.")
        return [self.known[fold(line)] for line in lines]


class LinksField(forms.CharField):
    """Reading and videos, one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 100})

    def prepare_value(self, value):
        return written(value) if isinstance(value, list) else value

    def clean(self, value):
        return read_links(super().clean(value))

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), (data or "").replace("\r\n", "\n"))
