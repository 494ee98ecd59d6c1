"""Parts of the library's page that come again and again: each is rendered once and kept.

Hundreds of them make a page, and rendering them anew takes longer than finding what they show.
"""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.safestring import mark_safe

from accounts.languages import language_read
from accounts.templatetags.look import static_address
from catalogue.collections import COLLECTIONS

register = template.Library()


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
def facet_choices(facet):
    """All values of a facet with their counts."""
    language = language_read()
    return mark_safe("".join(_choice(facet.name, choice, language) for choice in facet.choices))  # noqa: S308 - of templates


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


@lru_cache(maxsize=16384)
def _choice(facet, choice, *_decided_by):
    return render_to_string("catalogue/_choice.html", {"facet": facet, "choice": choice})
