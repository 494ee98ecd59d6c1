"""Small pieces of every page: icons, initials, the current place in the navigation."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def icon(name, css="", label=""):
    """An icon of the sprite (names: static/icons.json). Give a label when it stands alone."""
    if label:
        spoken = format_html('role="img" aria-label="{}"', label)
    else:
        spoken = mark_safe('aria-hidden="true"')  # noqa: S308 - a constant
    return format_html(
        '<svg class="{}" {} focusable="false"><use href="{}#{}"></use></svg>',
        f"icon {css}".strip(),
        spoken,
        static("icons.svg"),
        name,
    )


@register.simple_tag
def current(request, *names):
    """Mark a link as the current page if the view is one of `names`; "coaching:" means them all."""
    match = getattr(request, "resolver_match", None)
    view = match.view_name if match else ""
    here = any(view == name or (name.endswith(":") and view.startswith(name)) for name in names)
    return mark_safe('aria-current="page"') if here else ""  # noqa: S308 - a constant


@register.filter
def initials(name):
    """Up to two letters for an avatar: "Maya Okafor" is MO, "maya@example.org" is M."""
    words = str(name).partition("@")[0].split()
    letters = [word[0] for word in (words[:1] + words[1:][-1:])]
    return "".join(letters).upper()
