"""What charts and their tables have by the hundred, without a template's loops."""

from django import template
from django.utils.html import format_html, format_html_join

from accounts.templatetags.quantities import hard_sets

register = template.Library()

PART = '<rect class="f-{}" x="{}" width="{}" y="{}" height="{}" rx="2"/>'


@register.filter
def parts(column):
    """The parts of a charting.DrawnColumn."""
    shapes = ((part.region, column.x, column.width, part.y, part.height) for part in column.parts)
    return format_html_join("", PART, shapes)


@register.filter
def cells(row):
    """A table's row of charting.Cell, each with the number it is drawn from."""
    return format_html_join("", '<td class="r">{}</td>', ((_said(cell),) for cell in row))


@register.filter
def sets_cells(row):
    """A table's row of hard sets."""
    return format_html_join("", '<td class="r">{}</td>', ((hard_sets(sets),) for sets in row))


def _said(cell):
    if cell.value is None:
        return cell.text
    return format_html('<data value="{}">{}</data>', cell.value, cell.text)
