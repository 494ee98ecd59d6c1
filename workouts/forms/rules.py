"""The settings of a prescription's rule: only those that the rule understands."""

from decimal import Decimal

from django import forms

from accounts.fields import QuantityField, in_kg
from training.rule_settings import SETTINGS, as_json, known_settings
from training.units import plain, shown_load


class RuleForm(forms.Form):
    """Every field may stay empty, and the usual holds. Loads are typed in the reader's `unit`."""

    def __init__(self, data=None, *, row, unit):
        super().__init__(data, auto_id="id_rule_%s")
        self.unit = unit
        self.known = {setting.name: setting for setting in SETTINGS[row.progression]}
        kept = row.rule_settings if isinstance(row.rule_settings, dict) else {}
        given = {name: kept[name] for name in self.known if name in kept}
        used = known_settings(row.progression, given)
        for setting in self.known.values():
            self.fields[setting.name] = self._field(setting)
            if setting.name in used:
                self.initial[setting.name] = self._shown(setting, used[setting.name])

    def clean(self):
        given = super().clean()
        for name, setting in self.known.items():
            value = given.get(name)
            if value is not None:
                given[name] = in_kg(value, self.unit) if setting.is_load else value
                if problem := setting.problem(given[name]):
                    self.add_error(name, problem)
        return given

    @property
    def settings(self):
        """What is to be kept: only what differs from the usual."""
        return as_json(
            {
                name: value
                for name, value in self.cleaned_data.items()
                if value is not None and value != self.known[name].usual
            }
        )

    def _field(self, setting):
        label = f"{setting.label}, {self.unit}" if setting.is_load else setting.label
        return QuantityField(label=label, required=False, help_text=setting.help, max_digits=7)

    def _shown(self, setting, value: Decimal):
        return plain(shown_load(value, self.unit) if setting.is_load else value)


class LineageForm(forms.Form):
    """Which row of a routine somebody comes to change; what cannot be read is left out."""

    lineage = forms.UUIDField(required=False)

    @property
    def wanted(self):
        return self.cleaned_data.get("lineage") if self.is_valid() else None
