"""What a trainer's roster draws."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()

HEIGHT = 24
ROOM = '<rect class="adh-bg" x="{}" y="0" width="16" height="24" rx="4" />'
BAR = '<rect class="adh-ok" x="{}" y="{}" width="16" height="{}" rx="4" />'


@register.filter
@lru_cache(maxsize=4096)
def weeks_picture(weeks):
    """Sessions done in each of four weeks, the oldest first, as small bars."""
    most = max(*weeks, 1)
    heights = [round(HEIGHT * done / most, 1) for done in weeks]
    bars = [
        (20 * n, round(HEIGHT - height, 1), height) for n, height in enumerate(heights) if height
    ]
    return format_html(
        '<svg class="adh" viewBox="0 0 76 24" role="img"'
        ' aria-label="Sessions by week, oldest first: {}">{}{}</svg>',
        ", ".join(map(str, weeks)),
        format_html_join("", ROOM, ((20 * n,) for n in range(len(weeks)))),
        format_html_join("", BAR, bars),
    )
