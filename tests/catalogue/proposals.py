"""What browsers send of the forms of proposals."""

from django import forms


def typed(form, **changes):
    """All that a form has in it as it stands, and what somebody changed."""
    data = {}
    for field in form:
        value = field.value()
        if isinstance(field.field, forms.MultipleChoiceField):
            data[field.html_name] = list(value or [])
        elif isinstance(field.field, forms.BooleanField):
            data |= {field.html_name: "on"} if value else {}
        elif value is not None:
            data[field.html_name] = field.field.prepare_value(value)
    return data | changes
