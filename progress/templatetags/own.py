"""The reader's own past, on pages of the storeys below."""

from django import template

from progress import own_history as past

register = template.Library()


@register.simple_tag
def own_history(exercise, user):
    """What they did of an exercise themselves (own_history.OwnHistory), or None."""
    return past.own_history(user, exercise)
