"""How curators see translations."""

from django import template

from catalogue.forms.translations import LABELS, stamp_of

register = template.Library()
register.filter("stamp", stamp_of)


@register.filter
def label(part):
    """What a field is called."""
    return LABELS[part.name]


@register.filter
def lines(text):
    """A text as a list of one, or the list that it is."""
    return text if isinstance(text, list) else [text] if text else []
