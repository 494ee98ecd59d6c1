"""What all changes to an open session have in common: who may, and what comes back."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django_htmx.http import retarget

from accounts.statements import Statement
from progress.amounts import as_done
from progress.forms.adding import new_id
from progress.forms.sessions import NoteForm
from progress.forms.sets import SetForm, TypedForm
from progress.models import Session
from progress.planning_week import PLAN
from progress.screen import screen_of
from progress.standing import deload_from, newest_deload

PAGE, CARD = "progress/session.html", "progress/_answer.html"


def own_session(request, pk):
    """The member's own session; for a change locked until its end, so that changes take turns."""
    if request.method == "POST":
        locked = _own(request.user, pk).select_for_update(no_key=True, of=("self",))
        session = get_object_or_404(locked)
    else:
        session = next(iter(OWN(request.user, pk)), None)
    if session is None:
        raise Http404
    session.newest_deload = deload_from(session.deload)
    return session


def _own(reader, pk):
    """The session with its plan, and whose that is."""
    mine = Session.objects.owned_by(reader).filter(pk=pk)
    mine = mine.select_related(PLAN, f"{PLAN}__assigned_by")
    return mine.annotate(deload=newest_deload(reader))


OWN = Statement(_own, UUID("018cc251-f400-7000-8000-4f776e536573"))


def page_of(request, session, wanted=None, copies=False, data=None, slot=None):
    """What session.html and its parts show. The set `wanted` is open, with `data` as typed.

    `slot` is the exercise that changed, where htmx asks for its card alone.
    """
    screen = screen_of(session, request.user, timezone.now(), wanted, slot)
    form, row = None, screen.current
    if row:
        form = SetForm.for_row(row, data, row.before if copies else None)
    return {
        "session": session,
        "screen": screen,
        "form": form,
        "note_form": NoteForm(instance=session),
        "new_id": new_id,
        "open_session": None,
        "member": request.user,
    }


def answer(request, session, slot, focus=False):
    """After a change of `slot`: the page again, or by htmx its card, or all cards if need be.

    `focus` moves on to the next set's Log, where the button that was pressed is gone.
    """
    if not request.htmx:
        return redirect(f"{session.get_absolute_url()}#now")
    context = page_of(request, session, slot=_asked(request, slot))
    context["screen"].has_focus |= focus
    return _parts(request, session, slot, context)


def refuse(request, session, row):
    """The set `row` open again, with what was typed and why it was not taken."""
    slot = _asked(request, row.slot)
    context = page_of(request, session, wanted=row.pk, data=request.POST, slot=slot)
    if not request.htmx:
        return render(request, PAGE, context, status=422)
    return _parts(request, session, row.slot, context, status=422)


def is_late(session, form):
    """Whether a form about a workout, finished already, says of it what is not stored."""
    return bool(session.finished_at) and (not form.is_valid() or form.has_changed())


def conflict(request, session, row=None, is_outcome=False):
    """409: the page was older than the journal. Says so, with all that was typed.

    The session was finished, or the set is gone, or it (`row`) was logged otherwise elsewhere.
    `is_outcome` where it was about the finished session itself: what was typed can still be used.
    """
    if is_outcome:  # the form has filled the session with what was typed
        session.refresh_from_db(fields=["rating", "note"])
    context = {
        "session": session,
        "row": row,
        "logged": as_done(row) if row else None,
        "typed": TypedForm(request.POST),
        "is_outcome": is_outcome,
        "open_session": None,
        "member": request.user,
    }
    if request.htmx:  # the head of the page was older too
        context["screen"] = screen_of(session, request.user, timezone.now())
    part = "#workout" if request.htmx else ""
    response = render(request, f"progress/stale.html{part}", context, status=409)
    return retarget(response, "#workout") if request.htmx else response


def _asked(request, slot):
    return slot if request.htmx and request.htmx.target != "workout" else None


def _parts(request, session, slot, context, status=200):
    screen = context["screen"]
    card = screen.card_of(_asked(request, slot))
    if card is None or not card.is_current:
        response = render(request, CARD, context | {"card": None}, status=status)
        return retarget(response, "#workout")
    return render(request, CARD, context | {"card": card}, status=status)
