"""Addresses inside a journal, the reader's own or a client's."""

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag(takes_context=True)
def journal_url(context, name, *args):
    """The page `name` of the journal on show: `journal_url "history"`, `journal_url "lift" slug`.

    The context's `member` says whose; a client's pages are the same under coaching:client-….
    """
    member, reader = context["member"], context["request"].user
    if member.pk == reader.pk:
        return reverse(f"progress:{name}", args=args)
    return reverse(f"coaching:client-{name}", args=[member.pk, *args])
