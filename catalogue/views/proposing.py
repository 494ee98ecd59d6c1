"""Members propose a new exercise or a change, and read what becomes of it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalogue import history, proposing
from catalogue.forms.proposing import ProposalForm, SeenForm, StartForm
from catalogue.models import Exercise, Proposal
from catalogue.reviewing import Review
from catalogue.shelf import public_shelf
from catalogue.states import states_of
from catalogue.wording import glossary

PAGE = ["GET", "HEAD", "POST"]
SENT = "Sent. Curators read it, and you see here what becomes of it."


@require_http_methods(PAGE)
def propose_exercise(request):
    names = glossary(public_shelf())
    own = Exercise.objects.owned_by(request.user).filter(slug=StartForm(request.GET).own)
    state = next((one | {"slug": ""} for one in states_of(own)), {})
    form = ProposalForm(_posted(request), state=state, names=names)
    return _proposed(request, form, None)


@require_http_methods(PAGE)
def suggest_change(request, slug):
    exercise = get_object_or_404(Exercise.objects.public(), slug=slug)
    if exercise.merged_into_id and request.method != "POST":
        return redirect("catalogue:suggest", exercise.merged_into.slug)
    seen = SeenForm(request.POST).known
    seen = history.seen_of(exercise) if seen is None else seen
    base = history.state_seen(exercise, seen)
    names = glossary(public_shelf())
    form = ProposalForm(_posted(request), state=base, base=base, names=names)
    return _proposed(request, form, exercise, seen=seen)


def _proposed(request, form, exercise, **context):
    """Send what is valid, unless it is one too many; or the page again with all that was typed."""
    user, now = request.user, timezone.now()
    if form.is_valid() and not proposing.has_room(user, now):
        form.add_error(None, proposing.TOO_MANY)
    if form.is_valid():
        pk, note = form.cleaned_data["id"], form.cleaned_data["why"]
        proposal = proposing.propose(user, pk, exercise, form.base, form.sent, note=note, at=now)
        messages.success(request, SENT)
        return redirect(proposal)
    context |= {"form": form, "exercise": exercise}
    return render(request, "curation/propose.html", context, status=422 if form.errors else 200)


@require_safe
def list_proposals(request):
    mine = Proposal.objects.owned_by(request.user).select_related("exercise")
    return render(request, "curation/proposals.html", {"proposals": mine.newest_first()[:200]})


@require_safe
def show_proposal(request, pk):
    proposal = _mine(request, pk)
    return render(request, "curation/proposal.html", {"review": Review(proposal)})


@require_http_methods(PAGE)
def change_proposal(request, pk):
    """The proposer's answer to a question: the same form, with what they proposed."""
    proposal = _mine(request, pk, Proposal.objects.owned_by(request.user).undecided())
    base, names = proposal.base, glossary(public_shelf())
    state = (base or {}) | proposal.fields
    form = ProposalForm(_posted(request), state=state, base=base, names=names, note=proposal.note)
    if form.is_valid():
        proposing.answer(proposal, form.sent, note=form.cleaned_data["why"], at=timezone.now())
        messages.success(request, SENT)
        return redirect(proposal)
    context = {"form": form, "exercise": proposal.exercise, "proposal": proposal}
    return render(request, "curation/propose.html", context, status=422 if form.errors else 200)


@require_POST
def withdraw_proposal(request, pk):
    proposal = _mine(request, pk)
    try:
        proposing.withdraw(proposal, by=request.user, at=timezone.now())
        messages.success(request, "Taken back.")
    except history.Overtaken as error:
        messages.error(request, str(error))
    return redirect("catalogue:proposals")


def _mine(request, pk, proposals=None):
    mine = Proposal.objects.owned_by(request.user) if proposals is None else proposals
    return get_object_or_404(mine.select_related("exercise", "decided_by"), pk=pk)


def _posted(request):
    return request.POST if request.method == "POST" else None
