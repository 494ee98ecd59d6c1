"""The queue of proposals: a curator publishes, asks, declines, or names what is there already."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from catalogue import history, proposing
from catalogue.forms.proposing import DuplicateForm, QueueForm, ReviewForm, WordsForm
from catalogue.models import Proposal
from catalogue.permission import curators_only
from catalogue.reviewing import Queue, Review
from catalogue.states import RefusedState
from catalogue.wording import refused


@require_safe
@curators_only
def list_queue(request):
    queue = _queue(request)
    listed = queue.around()
    first = queue.first_clear(listed)
    context = _about(first) if first else {}
    return _page(request, queue, listed, first, is_list=True, **context)


@require_safe
@curators_only
def review_proposal(request, pk):
    queue = _queue(request)
    listed = queue.around(pk)
    proposal = next((one for one in listed if one.pk == pk), None) or _proposal(request, pk)
    return _page(request, queue, listed, proposal, **_about(proposal))


@require_POST
@curators_only
def publish_proposal(request, pk):
    proposal = _proposal(request, pk)
    review = Review(proposal)
    if words := proposing.why_not(proposal):
        return _refused(request, proposal, words)
    form = ReviewForm(request.POST, review=review)
    if not form.is_valid():
        return _reviewed(request, proposal, review=review, form=form)
    seen, by, now = form.cleaned_data["seen"], request.user, timezone.now()
    try:
        exercise = proposing.publish(proposal, form.values, seen=seen, by=by, at=now)
    except RefusedState as error:
        form.add_error(None, refused(error))
        return _reviewed(request, proposal, review=review, form=form)
    except history.Overtaken as error:
        return _refused(request, proposal, error)
    undo = reverse("catalogue:undo-change", args=[history.seen_of(exercise)])
    return _next(request, proposal, f"{exercise} is published.", undo)


@require_POST
@curators_only
def ask_proposer(request, pk):
    return _answered(request, pk, proposing.ask, "asked", "Asked. It waits for the proposer.")


@require_POST
@curators_only
def decline_proposal(request, pk):
    return _answered(request, pk, proposing.decline, "declined", "Declined.")


def _answered(request, pk, deed, fold, said):
    """Do what words are needed for; without them the page again, with that fold open."""
    proposal, form = _proposal(request, pk), WordsForm(request.POST)
    if not form.is_valid():
        return _reviewed(request, proposal, **{fold: form})
    try:
        deed(proposal, form.cleaned_data["words"], by=request.user, at=timezone.now())
    except history.Overtaken as error:
        return _refused(request, proposal, error)
    return _next(request, proposal, said)


@require_POST
@curators_only
def mark_duplicate(request, pk):
    proposal, form = _proposal(request, pk), DuplicateForm(request.POST)
    if not form.is_valid():
        return _refused(request, proposal, "Nothing was done. Choose an exercise of the catalogue.")
    given = form.cleaned_data
    same, keeps, words = given["same_as"], given["keeps_name"], given["words"]
    try:
        by, now = request.user, timezone.now()
        proposing.mark_duplicate(proposal, same, words, keeps_name=keeps, by=by, at=now)
    except (history.Overtaken, RefusedState) as error:
        return _refused(request, proposal, refused(error))
    return _next(request, proposal, f"Marked as “{same}”.")


def _proposal(request, pk):
    proposals = Proposal.objects.visible_to(request.user)
    return get_object_or_404(proposals.select_related("member", "exercise", "decided_by"), pk=pk)


def _queue(request):
    return Queue(Proposal.objects.visible_to(request.user), QueueForm(request.GET).kind)


def _reviewed(request, proposal, **context):
    queue = _queue(request)
    context = _about(proposal) | context
    return _page(request, queue, queue.around(proposal.pk), proposal, **context)


def _about(proposal):
    """The review and its forms; what was typed takes their place."""
    review = Review(proposal)
    form = None if proposing.why_not(proposal) else ReviewForm(review=review)
    missing = f"Please add: {', '.join(review.missing)}." if review.missing else ""
    return {
        "review": review,
        "form": form,
        "asked": WordsForm(initial={"words": missing}, auto_id="ask-%s"),
        "declined": WordsForm(auto_id="decline-%s"),
    }


def _page(request, queue, listed, proposal, **context):
    number, before, after = queue.place(proposal and proposal.pk)
    context |= {"queue": queue, "listed": listed, "proposal": proposal}
    context |= {"number": number, "before": before, "after": after, "kind": _kind(queue)}
    errors = any(
        context[name].errors for name in ("form", "asked", "declined") if context.get(name)
    )
    return render(request, "curation/queue.html", context, status=422 if errors else 200)


def _refused(request, proposal, words):
    messages.error(request, str(words))
    return redirect("catalogue:review", proposal.pk)


def _next(request, proposal, words, undo=""):
    """On to the proposal after this one, or to the list."""
    messages.success(request, words, extra_tags=undo)
    queue = _queue(request)
    listed = queue.around()
    first = queue.first_clear(listed)
    if first is None:
        return redirect("catalogue:queue")
    return redirect(reverse("catalogue:review", args=[first.pk]) + _kind(queue))


def _kind(queue):
    """What keeps the filter in an address."""
    return "" if queue.show == "all" else f"?show={queue.show}"
