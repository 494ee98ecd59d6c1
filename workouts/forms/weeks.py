"""What one week of a programme changes: of all its exercises, or of one."""

from decimal import Decimal

from django import forms

from accounts.fields import QuantityField
from training.units import plain
from training.weeks import problems_of
from workouts.forms.building import WholeField

PER_CENT = Decimal(100)


def _whole(label):
    return WholeField("", label=label, required=False)


def _plain(number):
    return int(number) if number == int(number) else float(number)


class ChangesForm(forms.Form):
    """Changes of a week as {key: value} of training/weeks.py. What is empty changes nothing."""

    SHARES = ("load_factor", "sets_factor")  # typed in per cent
    is_whole, auto_ids = False, "id_week_%s"

    def __init__(self, data=None, *, changes):
        super().__init__(data, initial=self._shown(changes), auto_id=self.auto_ids)
        self.changes = changes

    def clean(self):
        given = super().clean()
        found = self._changes(given)
        for key, value in found.items():
            needed = {"weeks": [1]} if self.is_whole else {}
            if problems := problems_of(needed | {key: value}, whole=self.is_whole):
                self.add_error("reps_low" if key == "reps" else key, problems[0])
        kept = {key: value for key, value in self.changes.items() if key not in self.keys}
        return given | {"changes": kept | found}

    @property
    def keys(self):
        """All that it can say, beside which the rest is kept."""
        return {*self.fields, "reps"}

    def _changes(self, given):
        found = {}
        for name, value in given.items():
            is_empty = value is None or value is False or value == ""
            if is_empty or name in ("reps_low", "reps_high"):
                continue
            if name in self.SHARES:
                value = value / PER_CENT
            found[name] = _plain(value) if isinstance(value, Decimal) else value
        if given.get("reps_low") or given.get("reps_high"):
            low = given.get("reps_low") or given["reps_high"]
            found["reps"] = [low, given.get("reps_high") or low]
        return {
            key: int(v) if isinstance(v, float) and v == int(v) else v for key, v in found.items()
        }

    def _shown(self, changes):
        shown = {
            name: plain(Decimal(str(value)) * (PER_CENT if name in self.SHARES else 1))
            if isinstance(value, (int, float)) and not isinstance(value, bool)
            else value
            for name, value in changes.items()
        }
        low, high = changes.get("reps") or ("", "")
        return shown | {"reps_low": low, "reps_high": high}


class RowWeekForm(ChangesForm):
    """Of one exercise."""

    sets = _whole("Sets")
    reps_low = _whole("From")
    reps_high = _whole("To")
    rir = QuantityField(label="RIR", required=False, decimal_places=1)
    load_add_kg = QuantityField(label="Load, ± kg", required=False)
    load_factor = QuantityField(label="Load, %", required=False)
    rest_seconds = _whole("Rest, seconds")


class WholeWeekForm(ChangesForm):
    """Of all exercises."""

    is_whole, auto_ids = True, "id_whole_week_%s"
    deload = forms.BooleanField(label="Deload: half the sets, nine tenths", required=False)
    sets_factor = QuantityField(label="Sets, %", required=False)
    load_factor = QuantityField(label="Load, %", required=False)
    rir = QuantityField(label="RIR", required=False, decimal_places=1)
    note = forms.CharField(label="Note on the week", required=False)
