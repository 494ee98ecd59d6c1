"""What curators type about translations."""

import json
from hashlib import sha256

from django import forms

from accounts.languages import LANGUAGES, TRANSLATED
from catalogue.checking import problems_of_texts
from catalogue.translating import is_taken, parts_of, source_of

LABELS = {
    "name": "Name",
    "aliases": "Also called",
    "setup": "Set-up",
    "cues": "Cues",
    "mistakes": "Common mistakes",
    "note": "Note for curators",
}
ROWS = {"name": 1, "aliases": 4, "setup": 3, "cues": 6, "mistakes": 5, "note": 3}
CHANGED = "The English was changed meanwhile. Compare your words with it, and save again."


class TasksForm(forms.Form):
    """Which translations a curator looks for; what cannot be is left out."""

    language = forms.ChoiceField(required=False)
    show = forms.ChoiceField(
        required=False, choices=[("", "All"), ("missing", "Missing"), ("stale", "Out of date")]
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=1000)

    def __init__(self, data):
        super().__init__(data)
        self.fields["language"].choices = [(code, LANGUAGES[code]) for code in TRANSLATED]
        self.full_clean()

    @property
    def chosen_language(self):
        return self.cleaned_data.get("language") or TRANSLATED[0]

    @property
    def shown(self):
        return self.cleaned_data.get("show") or ""

    @property
    def number(self):
        return self.cleaned_data.get("page") or 1


class SeenForm(forms.Form):
    """The English that was on the page when somebody wrote beside it."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def __init__(self, data=None, *, thing):
        super().__init__(data)
        self.thing, self.stamp = thing, stamp_of(thing)

    def clean(self):
        given = super().clean()
        if given.get("seen") != self.stamp:
            raise forms.ValidationError(CHANGED)
        return given


class TranslationForm(SeenForm):
    """Each field of an exercise or a word in one language, and whether what is stale still holds.

    `changes` are {field: text} that differ; `confirmed` names what is right as it is.
    """

    def __init__(self, data=None, *, thing, language):
        super().__init__(data, thing=thing)
        self.language, self.parts = language, parts_of(thing, language)
        for part in self.parts:
            self.fields[part.name] = _field(part, language)
            if part.is_stale:
                self.fields[f"keep_{part.name}"] = forms.BooleanField(
                    label="Still right as it is", required=False
                )

    def clean(self):
        given = super().clean()
        texts = {part.name: _read(part, given.get(part.name, "")) for part in self.parts}
        for name, why in problems_of_texts(texts).items():
            self.add_error(name, why)
        if is_taken(self.thing, self.language, texts["name"]):
            self.add_error("name", "Another exercise has this name in this language.")
        self.changes = {p.name: texts[p.name] for p in self.parts if texts[p.name] != p.text}
        self.confirmed = [
            part.name
            for part in self.parts
            if part.name not in self.changes and given.get(f"keep_{part.name}")
        ]
        return given

    def rows(self):
        """(part, field, the box that keeps it or None) of each part, for the page."""
        return [
            (part, self[part.name], self[f"keep_{part.name}"] if part.is_stale else None)
            for part in self.parts
        ]


def stamp_of(thing):
    """What tells one state of the English from another."""
    return sha256(json.dumps(source_of(thing), sort_keys=True).encode()).hexdigest()


def _field(part, language):
    several = isinstance(part.source, list)
    rows = ROWS[part.name]
    attrs = {"lang": language, "class": "form-control"}
    return forms.CharField(
        label=LABELS[part.name],
        help_text="One a line." if several else "",
        required=False,
        max_length=4000,
        initial="\n".join(part.text) if several else part.text,
        widget=forms.Textarea(attrs | {"rows": rows}) if rows > 1 else forms.TextInput(attrs),
    )


def _read(part, typed):
    if not isinstance(part.source, list):
        return " ".join(typed.split())
    lines = (" ".join(line.split()) for line in typed.splitlines())
    return [line for line in lines if line]
