"""Logging sets: each change is a form of its own, sent once or twice with the same effect."""

from django.contrib import messages
from django.utils import timezone
from django.views.decorators.http import require_POST

from progress.adding import add_set, remove_set
from progress.amounts import measure_of
from progress.forms.adding import NewSetForm
from progress.forms.sets import SetForm
from progress.views.writing import answer, conflict, own_session, refuse


@require_POST
def log_set(request, pk, set_pk):
    session, row = _set_of(request, pk, set_pk)
    if session.finished_at or row is None:
        return conflict(request, session)
    measure = measure_of(row.exercise, row.prescription)
    form = SetForm(request.POST, exercise=row.exercise, measure=measure, initial={"rir": row.rir})
    if not form.is_valid():
        return refuse(request, session, row)
    changes = form.changes(row)
    if row.is_done and changes and form.cleaned_data["seen"] not in ("", row.state):
        return conflict(request, session, row)
    row.log(changes, timezone.now())
    return answer(request, session, row.slot)


@require_POST
def reopen_set(request, pk, set_pk):
    session, row = _set_of(request, pk, set_pk)
    if session.finished_at or row is None:
        return conflict(request, session)
    row.reopen()
    return answer(request, session, row.slot)


@require_POST
def skip_set(request, pk, set_pk):
    session, row = _set_of(request, pk, set_pk)
    if session.finished_at or row is None:
        return conflict(request, session)
    if row.is_done:
        messages.info(request, "This set is logged. Untick it first to skip it.")
    else:
        row.skip(timezone.now())
    return answer(request, session, row.slot, focus=True)


@require_POST
def delete_set(request, pk, set_pk):
    session, row = _set_of(request, pk, set_pk)
    if session.finished_at or row is None:
        return conflict(request, session)
    if not remove_set(row):
        messages.info(request, "Only an added set that is not logged can go. Skip this one.")
    return answer(request, session, row.slot, focus=True)


@require_POST
def create_set(request, pk):
    session, form = own_session(request, pk), NewSetForm(request.POST)
    if session.finished_at or not form.is_valid() or not add_set(session, **form.cleaned_data):
        return conflict(request, session)
    return answer(request, session, form.cleaned_data["slot"])


def _set_of(request, pk, set_pk):
    """The member's own session, and its set, which may be gone."""
    session = own_session(request, pk)
    sets = session.sets.filter(member=request.user).select_related("exercise", "prescription")
    return session, sets.filter(pk=set_pk).first()
