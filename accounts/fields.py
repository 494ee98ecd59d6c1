"""Form fields for what members type."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join

from training.units import parse_decimal, stored_kg


class QuantityField(forms.DecimalField):
    """A number as people type it: 12.5, 12,5 and other digits; 1,000 could be two numbers."""

    default_error_messages = {"invalid": "Use digits, such as 12.5."}

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
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number


class PlainSelect(forms.Select):
    """A select without groups, and without a template for each of its options."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = self.format_value(value)
        options = (
            (key, " selected" if str(key) in chosen else "", label) for key, label in self.choices
        )
        return format_html(
            '<select name="{}"{}>{}</select>',
            name,
            flatatt(self.build_attrs(self.attrs, attrs)),
            format_html_join("", '<option value="{}"{}>{}</option>', options),
        )


def in_kg(value, unit):
    """A typed weight in kilograms, to the hundredth: what is stored beside it."""
    return None if value is None else stored_kg(value, unit)
