"""What a reader asks of a chart: every part of its query string."""

from django import forms
from django.utils.functional import cached_property

from accounts.fields import PlainSelect
from catalogue.names import alphabetic
from progress.periods import Period
from training.one_rep_max import FORMULAS

NAMES = {"oconner": "O’Conner"}


class PeriodForm(forms.Form):
    """How far back: 12 weeks unless something else is asked for."""

    period = forms.ChoiceField(
        required=False,
        choices=Period.choices,
        error_messages={"invalid_choice": "Choose 12 weeks, 1 year or all."},
    )

    @cached_property
    def chosen(self):
        self.full_clean()
        return Period(self.cleaned_data.get("period") or Period.WEEKS)


class FormulaForm(forms.Form):
    """Which formula estimates the one-repetition maximum: Epley's unless another is named."""

    formula = forms.ChoiceField(
        required=False,
        choices=[(formula, NAMES.get(formula, formula.capitalize())) for formula in FORMULAS],
        widget=PlainSelect(attrs={"class": "form-select s"}),
        error_messages={"invalid_choice": "Choose a formula from the list."},
    )

    @cached_property
    def chosen_formula(self):
        self.full_clean()
        return self.cleaned_data.get("formula") or FORMULAS[0]

    @cached_property
    def formula_name(self):
        return dict(self.fields["formula"].choices)[self.chosen_formula]


class LiftForm(FormulaForm):
    """Which of the `lifts` (exercises, the one shown by itself first) is drawn, and how."""

    exercise = forms.ChoiceField(
        required=False,
        widget=PlainSelect(attrs={"class": "form-select s"}),
        error_messages={"invalid_choice": "Choose an exercise that was trained in this time."},
    )
    field_order = ["exercise", "formula"]

    def __init__(self, data, lifts):
        shown = data.copy()
        if lifts:
            shown.setdefault("exercise", str(lifts[0].pk))
        super().__init__(shown)
        self.lifts = lifts
        titles = {str(lift.pk): lift.title for lift in lifts}
        by_title = sorted(titles.items(), key=lambda pair: alphabetic(pair[1]))
        self.fields["exercise"].choices = by_title

    @cached_property
    def chosen_lift(self):
        self.full_clean()
        given = self.cleaned_data.get("exercise")
        first = self.lifts[0] if self.lifts else None
        return next((lift for lift in self.lifts if str(lift.pk) == given), first)


class PageForm(forms.Form):
    """Which page of a long list, from 1."""

    page = forms.IntegerField(required=False, min_value=1, max_value=10_000)

    @cached_property
    def number(self):
        return self.cleaned_data["page"] or 1 if self.is_valid() else 1
