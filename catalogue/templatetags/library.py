"""Parts of the library's page that come again and again: each is rendered once and kept.

Hundreds of them make a page, and rendering them anew takes longer than finding what they show.
"""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.html import escape
from django.utils.safestring import mark_safe

from accounts.languages import language_read
from accounts.templatetags.look import static_address
from catalogue.collections import COLLECTIONS

register = template.Library()

# In what is kept, where something is put in for each search.
COUNT, NAME, ADDRESS, CHOICES = "\ue000", "\ue001", "\ue002", "\ue003"


@register.simple_tag
def exercise_rows(rows, user):
    """Each library.Row as an item of a list."""
    icons = static_address("icons.svg")
    return mark_safe("".join(_item(row, user, icons) for row in rows))  # noqa: S308 - of templates


def _item(row, user, icons):
    entry, theirs = row.entry, ""
    if entry.member_id:
        theirs = "Yours" if entry.member_id == user.pk else "A client’s"
    render = _row.__wrapped__ if theirs else _row  # theirs are made anew for each request
    return render(entry, row.verdict, tuple(row.lacking), row.mark, theirs, icons)


@register.simple_tag
def facet_fold(facet):
    """A facet with all its values and their counts."""
    language, chosen = language_read(), len(facet.chosen)
    choices = "".join([_counted(facet.name, choice, language) for choice in facet.choices])
    kept = _fold(facet.name, facet.label, chosen, static_address("icons.svg"))
    return mark_safe(kept.replace(CHOICES, choices))  # noqa: S308 - of templates


@register.simple_tag
def map_areas(areas):
    """What can be clicked on the muscle map (facets.Area)."""
    return mark_safe("".join(map(_placed, areas)))  # noqa: S308 - of templates, the rest escaped


@register.simple_tag
def collection_links():
    """A way into each of the ready collections."""
    return _collections(get_script_prefix())


@lru_cache(maxsize=8)
def _collections(*_decided_by):
    collections = {"collections": COLLECTIONS.values()}
    return render_to_string("catalogue/_collections.html", collections)


@lru_cache(maxsize=8192)
def _row(entry, verdict, lacking, mark, theirs, *_decided_by):
    row = {"entry": entry, "verdict": verdict, "lacking": lacking, "mark": mark, "theirs": theirs}
    return render_to_string("catalogue/_exercise_row.html", row)


@lru_cache(maxsize=256)
def _fold(name, label, chosen, *_decided_by):
    facet = {"name": name, "label": label, "chosen": chosen, "choices": CHOICES}
    return render_to_string("catalogue/_facet.html", facet)


def _counted(facet, choice, language):
    kept = _choice(facet, choice.value, choice.label, choice.is_chosen, choice.is_off, language)
    return kept.replace(COUNT, str(choice.count))


@lru_cache(maxsize=1024)
def _choice(facet, value, label, is_chosen, is_off, *_decided_by):
    choice = {"value": value, "label": label, "is_chosen": is_chosen, "is_off": is_off}
    return render_to_string("catalogue/_choice.html", choice | {"facet": facet, "count": COUNT})


def _placed(area):
    kept = _area(area.muscle, area.d, area.is_chosen, area.is_off)
    return kept.replace(NAME, escape(area.name)).replace(ADDRESS, escape(area.address))


@lru_cache(maxsize=256)
def _area(muscle, d, is_chosen, is_off):
    area = {"muscle": muscle, "d": d, "is_chosen": is_chosen, "is_off": is_off}
    return render_to_string("catalogue/_map_area.html", area | {"name": NAME, "address": ADDRESS})
