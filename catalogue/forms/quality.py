"""Which of the catalogue's gaps are listed."""

from django import forms

from catalogue.quality import CHECKS


class QualityForm(forms.Form):
    check = forms.ChoiceField(required=False, choices=[(c.key, c.title) for c in CHECKS])
    page = forms.IntegerField(required=False, min_value=1, max_value=1000)

    @property
    def check_key(self):
        return self._given("check")

    @property
    def page_number(self):
        return self._given("page") or 1

    def chosen_from(self, found):
        """The check asked for and its findings; else the first that found something, or any."""
        chosen = [pair for pair in found if pair[0].key == self.check_key]
        return next(iter([*chosen, *(pair for pair in found if pair[1]), *found]))

    def _given(self, name):
        self.full_clean()
        return self.cleaned_data.get(name)
