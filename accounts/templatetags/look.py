"""Small pieces of every page: icons, initials, the current place in the navigation."""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def icon(name, css="", label=""):
    """An icon of the sprite (names: static/icons.json). Give a label when it stands alone."""
    return _icon(static_address("icons.svg"), name, css, label)


def static_address(path):
    """The address of a static file. Pages ask for the same ones a hundred times."""
    return _static_address(path, settings.STATIC_URL, settings.STORAGES["staticfiles"]["BACKEND"])


@lru_cache
def _static_address(path, *_decided_by):
    return static(path)


@lru_cache(maxsize=512, typed=True)  # typed: safe and unsafe text are never taken for each other
def _icon(sprite, name, css, label):
    if label:
        spoken = format_html('role="img" aria-label="{}"', label)
    else:
        spoken = mark_safe('aria-hidden="true"')  # noqa: S308 - a constant
    return format_html(
        '<svg class="{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        f"icon {css}".strip(),
        spoken,
        sprite,
        name,
    )


@register.simple_tag
def navigation(template, request, user):
    """Links of the shell: the template is rendered once for each page and kind of reader."""
    decided_by = static_address("icons.svg"), get_script_prefix()
    return _navigation(template, _view(request), user.is_trainer, *decided_by)


@lru_cache(maxsize=1024)
def _navigation(template, view, is_trainer, *_decided_by):
    return render_to_string(template, {"view": view, "is_trainer": is_trainer})


@register.simple_tag
def current(here, *names):
    """Mark a link as the current page if `here` is one of the views `names`; "coaching:" means all.

    `here` is a request or the name of its view.
    """
    view = here if isinstance(here, str) else _view(here)
    is_here = any(view == name or (name.endswith(":") and view.startswith(name)) for name in names)
    return mark_safe('aria-current="page"') if is_here else ""  # noqa: S308 - a constant


def _view(request):
    match = getattr(request, "resolver_match", None)
    return match.view_name if match else ""


@register.filter
@lru_cache(maxsize=4096)
def dated(date, shape="j M Y"):
    """A date in few words: 20 Nov 2026. Not for a moment, which needs a time zone."""
    return date_format(date, shape)


@register.filter
@lru_cache(maxsize=1024)
def initials(name):
    """Up to two letters for an avatar: "Maya Okafor" is MO, "maya@example.org" is M."""
    words = str(name).partition("@")[0].split()
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    return "".join(letters).upper()
