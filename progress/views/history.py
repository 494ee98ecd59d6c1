"""Past workouts: the member's own, and a client's on the same pages."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.viewing import whose_journal
from progress.amounts import as_done, measure_of
from progress.finishing import outcome_of
from progress.forms.sessions import FinishForm, PageForm
from progress.forms.sets import SetForm
from progress.models import LoggedSet, Session

PAGE_LENGTH = 20


@require_GET
def show_history(request, client=None):
    member = whose_journal(request, client)
    sessions = Session.objects.visible_to(request.user, member)
    cursor = PageForm(request.GET).cursor(sessions)
    older = sessions.before(cursor) if cursor else sessions
    page = list(older.newest_first().with_totals()[: PAGE_LENGTH + 1])
    context = {
        "member": member,
        "sessions": page[:PAGE_LENGTH],
        "last": page[PAGE_LENGTH - 1] if len(page) > PAGE_LENGTH else None,
        "is_first_page": cursor is None,
    }
    return render(request, "progress/history.html", context)


@require_GET
def show_past_session(request, pk):
    readable = Session.objects.visible_to(request.user).with_volume()
    session = get_object_or_404(readable, pk=pk)
    is_own = session.member_id == request.user.pk
    context = {
        "member": request.user if is_own else session.member,
        "session": session,
        "may_change": is_own and session.finished_at,
        "outcome": outcome_of(session, timezone.now()),
        "form": FinishForm(instance=session),
    }
    return render(request, "progress/past_session.html", context)


@require_POST
def save_outcome(request, pk):
    """How a past workout went, changed later."""
    session = get_object_or_404(Session.objects.owned_by(request.user).finished(), pk=pk)
    form = FinishForm(request.POST, instance=session)
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect(session)
    stored = Session.objects.owned_by(request.user).with_volume().get(pk=pk)
    outcome = outcome_of(stored, timezone.now())
    context = {
        "member": request.user,
        "session": stored,
        "may_change": True,
        "outcome": outcome,
        "form": form,
    }
    return render(request, "progress/past_session.html", context, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_set(request, pk, set_pk):
    """A set of a past workout: corrected, or logged after all."""
    mine = LoggedSet.objects.owned_by(request.user).filter(session__finished_at__isnull=False)
    row = get_object_or_404(
        mine.select_related("exercise", "prescription", "session"), pk=set_pk, session=pk
    )
    sent = request.POST if request.method == "POST" else None
    form = SetForm.for_set(row, request.user.unit, sent)
    if form.is_valid():
        row.log(form.changes(row), row.session.finished_at)
        messages.success(request, "The set is corrected.")
        return redirect(f"{row.session.get_absolute_url()}#set-{row.pk}")
    measure = measure_of(row.exercise, row.prescription)
    context = {"row": row, "session": row.session, "form": form, "logged": as_done(row, measure)}
    return render(request, "progress/edit_set.html", context, status=200 if sent is None else 422)


@require_http_methods(["GET", "HEAD", "POST"])
def delete_session(request, pk):
    sessions = Session.objects.owned_by(request.user).with_totals()
    session = get_object_or_404(sessions, pk=pk)
    if request.method == "POST":
        session.delete()
        messages.success(request, "The workout is deleted.")
        return redirect("progress:history")
    return render(request, "progress/delete_session.html", {"session": session})
