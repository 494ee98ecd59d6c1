"""Easier and harder exercises, told by their names, one a line: there may be thousands."""

from collections import defaultdict

from django import forms

from catalogue.circles import loop_through
from catalogue.forms.lines import LinesField
from catalogue.library import Wanted

NEW = 0  # the id of an exercise that is not stored yet


class StepsForm(forms.Form):
    """Finds what is named in `library`; `pk` is the exercise they are easier or harder than."""

    library, pk = None, NEW

    easier = LinesField(
        label="Easier exercises", required=False, longest=120, most=20,
        help_text="By name, one a line.",
    )  # fmt: skip
    harder = LinesField(
        label="Harder exercises", required=False, longest=120, most=20,
        help_text="By name, one a line.",
    )  # fmt: skip

    def clean_easier(self):
        return self._named("easier")

    def clean_harder(self):
        return self._named("harder")

    def clean(self):
        given = super().clean()
        easier, harder = given.get("easier", []), given.get("harder", [])
        if (easier or harder) and (loop := loop_through(self.pk, self._ladders(easier, harder))):
            names = [self.library.entry(pk).title for pk in loop if pk != self.pk]
            way = " → ".join(names)
            self.add_error("harder", f"This would run in a circle: {way} leads back to this one.")
        return given

    def _ladders(self, easier, harder):
        """{exercise: what is harder} of all that the member may name, with what is said here."""
        found = defaultdict(list)
        for entry in (entry for shelf in self.library.shelves for entry in shelf.entries):
            if entry.pk != self.pk:
                found[entry.pk] += entry.progressions
                for step in entry.regressions:
                    found[step].append(entry.pk)
        found[self.pk] += harder
        for step in easier:
            found[step].append(self.pk)
        return found

    def _named(self, field):
        found = {}
        for name in self.cleaned_data[field]:
            entry = self.library.called(name)
            if entry is None:
                self.add_error(field, f"No exercise is called “{name}”.{self._meant(name)}")
            elif entry.pk == self.pk:
                self.add_error(field, "No exercise is easier or harder than itself.")
            else:
                found[entry.pk] = None
        return list(found)

    def _meant(self, name):
        like = self.library.find(Wanted(name)).entries(0, 1)
        return f" Did you mean “{like[0].title}”?" if like else ""
