"""What curators see in the navigation, and parts of a review."""

from django import template
from django.db.models import Count, Q

from catalogue.models import Proposal
from catalogue.permission import desk_of
from catalogue.proposing import missing

register = template.Library()


@register.simple_tag
def waiting_proposals(user):
    """How many proposals wait for `user`, a curator. No query after curators_only()."""
    return desk_of(user).waiting


@register.simple_tag
def answers_in_words(user):
    """What became of `user`'s proposals, in a few words. One query."""
    mine = Proposal.objects.owned_by(user)
    asked, waiting = Q(decided_at=None, asked_at__isnull=False), Q(decided_at=None, asked_at=None)
    counts = mine.aggregate(asked=Count("pk", asked), waiting=Count("pk", waiting), all=Count("pk"))
    if counts["asked"]:
        return f"A curator asks you something: {counts['asked']}"
    if counts["all"]:
        return f"{counts['all'] - counts['waiting']} of {counts['all']} answered"
    return "What you suggest for the catalogue"


@register.filter
def lacking(proposal):
    """The fields a new exercise should have and a proposal does not."""
    return missing(proposal)


@register.filter
def parts(form, name):
    """The bound fields of a form that ask for one field of a state."""
    return form.parts(name)


@register.filter
def are_wrong(fields):
    return any(field.errors for field in fields)


@register.filter
def first_of(text):
    """The first of what a list in words has: "2 hours" of "2 hours, 5 minutes"."""
    return text.partition(",")[0]
