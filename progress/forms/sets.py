"""What is typed about one set."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from accounts.fields import QuantityField, in_kg
from progress.amounts import (
    COUNTS,
    HEAVIEST,
    MAY_HAVE_LOAD,
    MUST_HAVE_LOAD,
    LoadType,
    Unit,
    as_done,
    as_planned,
    each_side,
    measure_of,
)
from progress.models import LoggedSet
from progress.models.sessions import NOTE_LENGTH
from progress.suggesting import step_for
from training.loadable import loads_around
from training.units import plain, shown_load

FOUR = Decimal(4)
KEPT_WHERE_ABSENT = ("rir", "kind", "note", "metres")
OUT_OF_RANGE = ("min_value", "max_value", "max_digits", "max_whole_digits")
WORDS = {"reps": "reps", "seconds": "seconds", "minutes": "minutes", "metres": "metres"}
STEPS = {Unit.REPS: 1, Unit.SECONDS: 5, Unit.METRES: 10, Unit.MINUTES: 1}
LOADS = {  # what a load is called, and what stands behind its unit
    LoadType.BODYWEIGHT_PLUS: ("Added load", " added"),
    LoadType.ASSISTED: ("Assistance", " of help"),
}


def words(name):
    """What a constraint of sets says to the member."""
    constraints = {constraint.name: constraint for constraint in LoggedSet._meta.constraints}
    return constraints[name].violation_error_message


def whole(label, low, high, constraint):
    """A whole number within the limits of a constraint, refused in its words."""
    says = dict.fromkeys(("min_value", "max_value"), words(constraint))
    return forms.IntegerField(
        label=label, required=False, min_value=low, max_value=high,
        error_messages=says | {"invalid": "Use whole digits, such as 8."},
    )  # fmt: skip


def quantity(label, low, high, constraint):
    """A number with decimals within the limits of a constraint, refused in its words."""
    return QuantityField(
        label=label, required=False, min_value=low, max_value=high, max_digits=9,
        error_messages=dict.fromkeys(OUT_OF_RANGE, words(constraint)),
    )  # fmt: skip


def too_heavy(unit):
    """What a load that is out of range says, in the unit it was typed in."""
    if unit != "lb":
        return words("set_load_0_to_1500")
    return f"A load is between 0 and {HEAVIEST[unit]:,} lb."


class SetForm(forms.Form):
    """One set as it was done. A field that is not sent keeps what the set has.

    `seen` is the state of the set that the member had before them: see LoggedSet.state.
    """

    load = quantity("Load", 0, 3500, "set_load_0_to_1500")
    load_unit = forms.ChoiceField(choices=LoggedSet.Unit, widget=forms.HiddenInput)
    reps = whole("Repetitions", 1, 1000, "set_reps_1_to_1000")
    seconds = whole("Seconds", 1, 86400, "set_seconds_within_a_day")
    minutes = quantity("Minutes", 0, 1440, "set_seconds_within_a_day")
    metres = quantity("Metres", 0, 1_000_000, "set_distance_plausible")
    rir = forms.DecimalField(
        label="Reps in reserve (RIR)", required=False, min_value=0, max_value=10, decimal_places=1,
        error_messages=dict.fromkeys(("invalid", *OUT_OF_RANGE), words("set_rir_0_to_10")),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Kind", choices=LoggedSet.Kind, required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
    )  # fmt: skip
    note = forms.CharField(
        label="Note on this set", required=False, max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "class": "form-control"}),
    )  # fmt: skip
    seen = forms.CharField(required=False, max_length=8, widget=forms.HiddenInput)

    def __init__(self, data=None, *, exercise, measure, initial=None):
        super().__init__(data, initial=initial)
        self.exercise, self.measure = exercise, measure
        self.count_name = COUNTS[measure]
        for name in set(COUNTS.values()) - self._counted_in():
            del self.fields[name]
        if measure != Unit.REPS:
            del self.fields["rir"]
        if exercise.load_type not in MAY_HAVE_LOAD:
            del self.fields["load"], self.fields["load_unit"]
        else:
            says = dict.fromkeys(OUT_OF_RANGE, too_heavy(self["load_unit"].value()))
            self.fields["load"].error_messages |= says
        if data is not None:
            for name in KEPT_WHERE_ABSENT:
                if name in self.fields and name not in data and name != self.count_name:
                    del self.fields[name]

    @classmethod
    def for_row(cls, row, data=None, amount=None):
        """The form of a screen's row, filled with what a tick would log, or with `amount`."""
        initial = _initial(row.set, amount or row.amount)
        if initial["rir"] is None and row.set.is_open and row.part.prescription:
            initial["rir"] = row.part.prescription.rir
        return cls(data, exercise=row.part.exercise, measure=row.part.measure, initial=initial)

    @classmethod
    def for_set(cls, row, unit, data=None):
        """The form of a set by itself, filled with what was done, or else with the plan."""
        measure = measure_of(row.exercise, row.prescription)
        amount = as_done(row, measure) if row.is_done else as_planned(row, measure, unit)
        return cls(data, exercise=row.exercise, measure=measure, initial=_initial(row, amount))

    @property
    def counts(self):
        """The fields of what the set is counted in; cardio has metres too."""
        return [self[name] for name in (self.count_name, "metres") if name in self.fields][:2]

    @property
    def count_step(self):
        return STEPS[self.measure]

    @property
    def load_step(self):
        """The smallest step of the load in the unit of this form."""
        return plain(step_for(self.exercise, self["load_unit"].value()).size)

    @property
    def load_values(self):
        """Loads that can be made around the one of this form; empty where any can."""
        unit = self["load_unit"].value()
        loads_kg = loads_around(step_for(self.exercise, unit), _known_kg(self.initial, unit))
        return " ".join(plain(shown_load(load_kg, unit)) for load_kg in loads_kg)

    @property
    def each_side(self):
        return each_side(self.exercise)

    @property
    def load_words(self):
        return LOADS.get(self.exercise.load_type, ("Load", ""))[0]

    @property
    def load_aside(self):
        return LOADS.get(self.exercise.load_type, ("Load", ""))[1]

    @property
    def amount_errors(self):
        names = ("load", "load_unit", *COUNTS.values())
        return [str(error) for name in names for error in self.errors.get(name, [])]

    @property
    def first_wrong(self):
        """The name of the first field typed into that was refused, or None."""
        typed = ("load", *COUNTS.values(), "note")
        return next((name for name in typed if self.errors.get(name)), None)

    @property
    def kind_choices(self):
        """(value, words, chosen)"""
        noted = self["kind"].value()
        return [(value, words, value == noted) for value, words in self.fields["kind"].choices]

    @property
    def rir_choices(self):
        """(value, words, chosen) for the picker; what was noted finer than it can say is kept."""
        noted = self._noted_rir()
        values = {*map(Decimal, range(4)), noted or FOUR}
        values = sorted(value for value in values if value < FOUR)
        most = max(FOUR, noted or FOUR)
        choices = [("", "\N{EN DASH}", noted is None)]
        choices += [(plain(value), plain(value), value == noted) for value in values]
        return [*choices, (plain(most), "4+", noted is not None and noted >= FOUR)]

    def clean_load(self):
        load = self.cleaned_data["load"]
        if load is None and self.exercise.load_type in MUST_HAVE_LOAD:
            raise ValidationError("Give the load, or 0 where there was none.", code="required")
        return load

    def clean_rir(self):
        rir = self.cleaned_data["rir"]
        return rir if rir is None else min(rir, max(FOUR, self.initial.get("rir") or FOUR))

    def clean(self):
        name = self.count_name
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, f"Give the {self.fields[name].label.lower()}.")
        load, unit = self.cleaned_data.get("load"), self.cleaned_data.get("load_unit")
        if load is not None and unit and load > HEAVIEST[unit]:
            self.add_error("load", too_heavy(unit))

    @property
    def values(self):
        """The columns of a set that this form fills."""
        typed = self.cleaned_data
        values = {name: typed[name] for name in ("reps", "seconds", "rir", "note") if name in typed}
        if "load" in typed:
            values |= {
                "load": typed["load"],
                "load_kg": in_kg(typed["load"], typed["load_unit"]),
                "load_unit": typed["load_unit"],
            }
        if typed.get("minutes") is not None:
            values["seconds"] = int(round(typed["minutes"] * 60))
        if "metres" in typed:
            values["distance_m"] = typed["metres"]
        if typed.get("kind"):
            values["kind"] = typed["kind"]
        return values

    def changes(self, row):
        """The columns that would become other than they are."""
        return {name: new for name, new in self.values.items() if getattr(row, name) != new}

    def _noted_rir(self):
        """The reps in reserve of this form; None where there are none, or no such number."""
        if "rir" not in self.fields or self.errors.get("rir"):
            return None
        noted = self["rir"].value()
        return None if noted in (None, "") else Decimal(str(noted))

    def _counted_in(self):
        return {self.count_name, "metres"} if self.measure == Unit.MINUTES else {self.count_name}


class TypedForm(forms.Form):
    """What was typed as mere text: what to show, and send again, where it can not be taken."""

    load = forms.CharField(required=False, max_length=40)
    load_unit = forms.CharField(required=False, max_length=2)
    reps = forms.CharField(required=False, max_length=40)
    seconds = forms.CharField(required=False, max_length=40)
    minutes = forms.CharField(required=False, max_length=40)
    metres = forms.CharField(required=False, max_length=40)
    rir = forms.CharField(required=False, max_length=40)
    kind = forms.CharField(required=False, max_length=10)
    rating = forms.CharField(required=False, max_length=1)
    note = forms.CharField(required=False)

    @property
    def sent(self):
        """What was typed, by field; what cannot even be text is left out."""
        self.is_valid()
        return {name: text for name, text in self.cleaned_data.items() if text}

    @property
    def words(self):
        """52.5 kg, 8 reps, RIR 2"""
        sent = self.sent
        parts = [
            f"{sent['load']} {sent.get('load_unit', '')}".strip() if "load" in sent else "",
            *(f"{sent[name]} {word}" for name, word in WORDS.items() if name in sent),
            f"RIR {sent['rir']}" if "rir" in sent else "",
            f"{sent['rating']} of 5" if "rating" in sent else "",
            sent.get("note", ""),
        ]
        return ", ".join(filter(None, parts))


def _known_kg(initial, unit):
    """The load that a form begins with, in kilograms."""
    return in_kg(Decimal(initial.get("load") or 0), unit)


def _initial(row, amount):
    count = None if amount.count is None else plain(Decimal(amount.count))
    return {
        "load": None if amount.load is None else plain(amount.load),
        "load_unit": amount.unit,
        "rir": row.rir,
        "kind": row.kind,
        "note": row.note,
        "seen": row.state,
        "metres": None if row.distance_m is None else plain(row.distance_m),
        COUNTS[amount.measure]: count,
    }
