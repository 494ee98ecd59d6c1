"""A workout from its start to its end."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from progress.finishing import discard, finish, outcome_of
from progress.forms.adding import WantedSetForm
from progress.forms.sessions import FinishForm, NoteForm, StartForm
from progress.models import Session
from progress.starting import start, week_of_member
from progress.views.writing import PAGE, conflict, is_late, own_session, page_of
from workouts.describing import counted


@require_GET
def choose_workout(request):
    member = request.user
    week = week_of_member(member, member.today(timezone.now()))
    context = {
        "member": member,
        "week": week,
        "start": StartForm(member=member),
        "open_session": None,
    }
    return render(request, "progress/log.html", context)


@require_POST
def start_session(request):
    form = StartForm(request.POST, member=request.user)
    if not form.is_valid():
        messages.info(request, "That day is no longer in your routine. Choose another.")
        return redirect("progress:log")
    wanted = form.cleaned_data
    session, is_new = start(request.user, wanted["id"], wanted["day"], timezone.now())
    if not is_new and session.pk != wanted["id"]:
        messages.info(request, f"“{session.name}” is still open, so it goes on here.")
    elif session.finished_at:
        messages.info(request, "This workout is finished. Start another one from Log.")
    return redirect(session)


@require_GET
def show_session(request, pk):
    session = own_session(request, pk)
    if session.finished_at:
        return redirect(session)
    wish = WantedSetForm(request.GET)
    return render(request, PAGE, page_of(request, session, wish.wanted, wish.copies))


@require_POST
def save_note(request, pk):
    session = own_session(request, pk)
    form = NoteForm(request.POST, instance=session)
    if is_late(session, form):
        return conflict(request, session, is_outcome=True)
    if form.is_valid():
        form.save()
        messages.success(request, "Note saved.")
        return redirect(f"{session.get_absolute_url()}#note")
    context = page_of(request, Session.objects.owned_by(request.user).get(pk=pk))
    return render(request, PAGE, context | {"note_form": form}, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def finish_session(request, pk):
    session = own_session(request, pk)
    sent = request.POST if request.method == "POST" else None
    if session.finished_at and sent is None:
        return redirect(session)
    form, outcome = FinishForm(sent, instance=session), outcome_of(session, timezone.now())
    if is_late(session, form):
        return conflict(request, session, is_outcome=True)
    if form.is_valid() and outcome.done:
        form.save()
        finish(session, timezone.now())
        messages.success(request, f"Workout finished. {counted(outcome.done, 'set')} logged.")
        return redirect(session)
    context = {"session": session, "form": form, "outcome": outcome, "open_session": None}
    return render(request, "progress/finish.html", context, status=200 if sent is None else 422)


@require_POST
def discard_session(request, pk):
    session = own_session(request, pk)
    if discard(session):
        messages.success(request, "The empty workout is gone.")
        return redirect("progress:today")
    messages.info(request, "Sets are logged in this workout, so it stays.")
    return redirect(session)
