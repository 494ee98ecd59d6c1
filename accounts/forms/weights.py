"""What people type about the weights they can load."""

from collections import Counter
from decimal import Decimal

from django import forms

from accounts.fields import WeightsField, single_weight
from accounts.kits import PRESETS
from accounts.models import User, WeightSet
from accounts.models.kit import MOST_BARS, MOST_PLATES, MOST_WEIGHTS
from training.loadable import are_too_many
from training.units import plain

SPARE_ROWS = 3
STACK = ("first", "step", "last")


class PresetForm(forms.Form):
    """Which weights a page begins with in place of the member's own; another word is none."""

    start = forms.ChoiceField(required=False, choices=[(name, name) for name in PRESETS])

    @property
    def chosen(self):
        return self.cleaned_data["start"] if self.is_valid() else ""

    @property
    def kit(self):
        return PRESETS[self.chosen][1] if self.chosen else None


class PlateForm(forms.Form):
    """A size of plate. Emptied, or with no pairs, it is gone."""

    weight = single_weight("Weight")
    pairs = forms.IntegerField(
        required=False, min_value=0, max_value=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": "Use whole digits, such as 2.",
            "min_value": "There are 0 to 20 pairs.",
            "max_value": "There are 0 to 20 pairs.",
        },
    )  # fmt: skip

    def clean(self):
        weight, pairs = self.cleaned_data.get("weight"), self.cleaned_data.get("pairs")
        if pairs and weight is None and "weight" not in self.errors:
            self.add_error("weight", "Say what these plates weigh.")
        if weight is not None and pairs is None and "pairs" not in self.errors:
            self.add_error("pairs", "Say how many pairs there are, 0 for none.")

    @property
    def every(self):
        """The weight once for every pair."""
        weight = self.cleaned_data.get("weight")
        return [weight] * (self.cleaned_data.get("pairs") or 0) if weight else []


PlateRows = forms.formset_factory(PlateForm, extra=SPARE_ROWS, max_num=40, absolute_max=60)


class WeightsForm(forms.Form):
    """What there is to load, in the unit it is stamped in; what is empty is not asked about."""

    unit = forms.ChoiceField(label="Stamped in", choices=User.Unit, widget=forms.RadioSelect)
    bars = WeightsField(
        most=MOST_BARS, label="Straight bars", help_text="All there are, such as 20, 15, 10."
    )
    ez_bar = single_weight("EZ bar")
    trap_bar = single_weight("Trap bar")
    dumbbells = WeightsField(
        most=MOST_WEIGHTS, label="Dumbbells", help_text="What one weighs: 1 to 10 by 1, 12.5, 15."
    )
    kettlebells = WeightsField(
        most=MOST_WEIGHTS, label="Kettlebells", help_text="Such as 8 to 24 by 4."
    )
    stack_first = single_weight("First plate")
    stack_step = single_weight("Each further plate")
    stack_last = single_weight("Heaviest")

    def __init__(self, data=None, *, kit):
        super().__init__(
            data, initial={name: _shown(getattr(kit, name)) for name in self.base_fields}
        )
        pairs = sorted(Counter(kit.plates).items(), reverse=True)
        plates = [{"weight": _shown(weight), "pairs": count} for weight, count in pairs]
        self.plates = PlateRows(data, initial=plates if data is None else None, prefix="plates")

    def clean(self):
        self._clean_stack()
        if not self.plates.is_valid():
            raise forms.ValidationError("Look at the plates: not all of them can be taken.")
        plates = [weight for row in self.plates for weight in row.every]
        if len(plates) > MOST_PLATES or are_too_many(tuple(plates)):
            raise forms.ValidationError("These are more plates than we can reckon with.")
        self.cleaned_data["plates"] = sorted(plates, reverse=True)

    def _clean_stack(self):
        first, step, last = (self.cleaned_data.get(f"stack_{name}") for name in STACK)
        if first is None and (step or last) and "stack_first" not in self.errors:
            self.add_error("stack_first", "Give the first plate of the stack, too.")
        if step is None and (first or last) and "stack_step" not in self.errors:
            self.add_error("stack_step", "Say how much each further plate adds.")
        if first and last and last < first:
            self.add_error("stack_last", "The heaviest is no lighter than the first plate.")

    def save(self, member):
        kept = {name: self.cleaned_data[name] for name in (*self.fields, "plates")}
        lists = {name: list(value) for name, value in kept.items() if isinstance(value, tuple)}
        WeightSet.keep(member, **kept | lists)


def _shown(value):
    return plain(value) if isinstance(value, Decimal) else value
