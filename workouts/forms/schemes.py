"""The form of one prescription: how much, how heavy, how it is done."""

import re

from django import forms
from django.core.exceptions import ValidationError

from accounts.fields import QuantityField
from training.units import plain, shown_load, stored_kg
from workouts.forms.building import WholeField
from workouts.forms.within import WithinConstraints
from workouts.models import Prescription

Technique, LoadBy = Prescription.Technique, Prescription.LoadBy
TEMPO = re.compile("[0-9]{2}[0-9X][0-9]")
FOLDED = {  # seldom changed; {name: as it usually is}, None where nothing is unusual
    "unit": (Prescription.Unit.REPS,), "technique": (Technique.STRAIGHT, Technique.SUPERSET),
    "progression": None, "tempo": ("",), "sides": ("",), "warm_up_ramp": (False,), "note": ("",),
}  # fmt: skip


class SchemeForm(WithinConstraints, forms.ModelForm):
    """The scheme of one prescription."""

    sets = WholeField("How many sets?", label="Sets")
    reps_low = WholeField("From how many?", label="From")
    reps_high = WholeField("Up to how many?", label="To")
    rir = QuantityField(label="RIR", required=False, decimal_places=1, help_text="Reps in reserve")
    rest_seconds = WholeField("How long? 0 is no rest.", label="Rest, seconds", min_value=0)
    rest_between_seconds = WholeField(
        "", label="Rest to the next of the group", min_value=0, required=False
    )
    load = QuantityField(label="How heavy", required=False)

    class Meta:
        model = Prescription
        fields = [
            "sets", "reps_low", "reps_high", "rir", "rest_seconds", "rest_between_seconds",
            "load_by", "load", "note", "unit", "technique", "progression", "tempo", "sides",
            "warm_up_ramp",
        ]  # fmt: skip
        labels = {"unit": "Counted in", "progression": "Goes on by"}
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, unit="kg", may_set_rule=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["progression"].disabled = not may_set_rule
        self.unit, row = unit, self.instance
        self.fields["load_by"].required = False
        self.fields["load"].help_text = f"{unit}, or per cent"
        if row.rir is not None:
            self.initial["rir"] = plain(row.rir)
        if row.load_by != LoadBy.RULE:
            by_weight = row.load_by == LoadBy.WEIGHT
            load = shown_load(row.load_kg, unit) if by_weight else row.load_percent
            self.initial["load"] = plain(load)
        if not row.superset:
            del self.fields["rest_between_seconds"]
        if row.set_targets:  # each set says it
            for name in ("sets", "reps_low", "reps_high"):
                del self.fields[name]
        if self.instance.technique != Technique.SUPERSET:  # groups make supersets
            choices = self.fields["technique"].choices
            self.fields["technique"].choices = [
                (value, label) for value, label in choices if value != Technique.SUPERSET
            ]

    @property
    def usual_fields(self):
        return [field for field in self.visible_fields() if field.name not in FOLDED]

    @property
    def folded_fields(self):
        return [field for field in self.visible_fields() if field.name in FOLDED]

    @property
    def has_unusual(self):
        """Whether something of what is folded away is set or wrong."""
        if FOLDED.keys() & self.errors.keys():
            return True
        row = self.instance
        return any(usual and getattr(row, name) not in usual for name, usual in FOLDED.items())

    def clean_tempo(self):
        tempo = self.cleaned_data["tempo"].upper()
        if tempo and not TEMPO.fullmatch(tempo):
            raise ValidationError("A tempo is four signs, such as 3110 or 31X0.")
        return tempo

    def clean(self):
        given = super().clean()
        by, load = given.get("load_by") or LoadBy.RULE, given.pop("load", None)
        loads = {"load_by": by, "load_kg": None, "load_percent": None}
        if by == LoadBy.WEIGHT:
            loads["load_kg"] = load if load is None else stored_kg(load, self.unit)
        elif by != LoadBy.RULE:
            loads["load_percent"] = load
        if "load" not in self.errors and (words := _load_problem(loads)):
            self.add_error("load", words)
        return given | loads


def _load_problem(loads):
    load_kg, percent = loads["load_kg"], loads["load_percent"]
    if loads["load_by"] == LoadBy.RULE:
        return ""
    if load_kg is None and percent is None:
        return "Say how heavy, or leave the load to the rule."
    if load_kg is not None and not 0 <= load_kg <= 1000:
        return "A load is between 0 and 1,000 kg."
    if percent is not None and not 1 <= percent <= 150:
        return "A share of the maximum is between 1 and 150 per cent."
    return ""
