"""Form fields for what members type."""

import re
from decimal import Decimal
from html import escape

import uuid6
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.safestring import mark_safe

from training.units import parse_decimal, stored_kg
from training.weight_lists import UnreadableWeights, read_weights, written

LIGHTEST_WEIGHT, HEAVIEST_WEIGHT = Decimal("0.1"), 500
WEIGHT_WORDS = f"A weight is between {LIGHTEST_WEIGHT} and {HEAVIEST_WEIGHT}."
HUNDREDTH = Decimal("0.01")
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3}(?:\.[0-9]{1,6})?")


class QuantityField(forms.DecimalField):
    """A number as people type it: 12.5, 12,5 and other digits; 1,000 could be two numbers."""

    default_error_messages = {
        "invalid": "Use digits, such as 12.5.",
        "thousands": "Leave out the comma: %(number)s.",
    }

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)
        self.widget = forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "form-control"}
        )

    def to_python(self, value):
        if value in self.empty_values or isinstance(value, Decimal):
            return None if value in self.empty_values else value
        text = str(value)
        number = parse_decimal(text, comma=False)
        if number is None:
            number = parse_decimal(text, comma=True)
        if number is None:
            raise self._refusal(text.strip())
        return number

    def _refusal(self, text):
        if not THOUSANDS.fullmatch(text):
            return ValidationError(self.error_messages["invalid"], code="invalid")
        number = {"number": text.replace(",", "")}
        return ValidationError(self.error_messages["thousands"], code="thousands", params=number)


class NewIdField(forms.UUIDField):
    """The id of the row a form is about to make, chosen by its page: sent twice, it is made once.

    What is no UUIDv7 comes from no page of ours, and another id is taken.
    """

    widget = forms.HiddenInput

    def __init__(self):
        super().__init__(required=False, initial=uuid6.uuid7)

    def clean(self, value):
        try:
            given = super().clean(value)
        except ValidationError:
            given = None
        return given if given and given.version == 7 else uuid6.uuid7()

    def bound_data(self, data, initial):
        return self.clean(data)


class PlainSelect(forms.Select):
    """A select written at once: Django's renders two templates for each of its options."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = self.format_value(value)
        attributes = flatatt({"name": name} | self.build_attrs(self.attrs, attrs))
        options = "".join(_options(self.choices, chosen))
        return mark_safe(f"<select{attributes}>{options}</select>")  # noqa: S308 - escaped


def _options(choices, chosen):
    """Options, and groups of them: pairs of a value and its label, or of a label and a list."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield f'<optgroup label="{escape(str(value))}">'
            yield from _options(label, chosen)
            yield "</optgroup>"
        else:
            selected = " selected" if str(value) in chosen else ""
            yield f'<option value="{escape(str(value))}"{selected}>{escape(str(label))}</option>'


def in_kg(value, unit):
    """A typed weight in kilograms, to the hundredth: what is stored beside it."""
    return None if value is None else stored_kg(value, unit)


class WeightsField(forms.CharField):
    """A list of weights as people write them: 5, 7.5, 10 to 30 by 2.5."""

    def __init__(self, *, most, **kwargs):
        super().__init__(required=False, max_length=600, **kwargs)
        self.most = most

    def prepare_value(self, value):
        return value if isinstance(value, str) else written(value or ())

    def clean(self, value):
        """Weights in order, within what a weight can be."""
        try:
            weights = read_weights(super().clean(value))
        except UnreadableWeights as refused:
            raise ValidationError(str(refused), code="invalid") from None
        if len(weights) > self.most:
            raise ValidationError(f"That is more than {self.most} weights.", code="too_many")
        if any(weight != weight.quantize(HUNDREDTH) for weight in weights):
            raise ValidationError("Use two decimals at most, such as 1.25.", code="invalid")
        if weights and not LIGHTEST_WEIGHT <= weights[0] <= weights[-1] <= HEAVIEST_WEIGHT:
            raise ValidationError(WEIGHT_WORDS, code="out_of_range")
        return weights


def single_weight(label, **kwargs):
    """A field for one weight, which may be left empty."""
    says = dict.fromkeys(("min_value", "max_value", "max_digits", "max_whole_digits"), WEIGHT_WORDS)
    says["max_decimal_places"] = "Use two decimals at most, such as 1.25."
    return QuantityField(
        label=label, required=False, min_value=LIGHTEST_WEIGHT, max_value=HEAVIEST_WEIGHT,
        max_digits=6, error_messages=says, **kwargs,
    )  # fmt: skip
