"""A draft as text: the whole of it, and one line for a day."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from catalogue.shelf import shelves_for
from workouts.building import Draft, Stale
from workouts.forms import LineForm, StateForm, TextForm
from workouts.models import Routine
from workouts.ruling import may_set_rules, trainer_of
from workouts.shape import plan_of
from workouts.text import Finder, read, written
from workouts.text.matching import rules_changed
from workouts.text.saving import add_line, replace_all
from workouts.views.building import GONE, answer, changes_draft, draft_version, refused

MOST_TOLD, LONGEST_SHOWN = 6, 60


@require_http_methods(["GET", "HEAD", "POST"])
def edit_text(request, pk):
    """The whole draft in a text field."""
    version = draft_version(request, pk)
    if version is None:
        return _without_draft(request, pk)
    draft = Draft(version)
    shelves = shelves_for(request.user, version.routine.member)
    finder = Finder(shelves, [row for day in draft.days for row in day.rows])
    if request.method != "POST":
        return _page(request, draft, finder)
    form = TextForm(request.POST)
    if not form.is_valid():
        return _page(request, draft, finder, form, status=422)
    return _save(request, draft, finder, form)


@changes_draft
def add_typed(request, draft, day):
    """One line of text becomes a prescription at the end of a day."""
    day = draft.day(day)
    if day is None:
        raise Http404
    finder = Finder(shelves_for(request.user, draft.version.routine.member))
    form = LineForm(request.POST, day=day, user=request.user, finder=finder)
    if not form.is_valid():
        return refused(request, draft, line_form=form)
    if form.is_typed:
        add_line(draft, day, form.values, form.exercise, form.others)
    else:
        draft.add_row(day, form.exercise)
    return answer(request, draft, f"{form.exercise.title} added to {day.name}.", open=None)


def _save(request, draft, finder, form):
    before, routine = plan_of(draft.version, draft.days), draft.version.routine
    reading = read(form.cleaned_data["text"], finder, before)
    if reading.problems:
        return _page(request, draft, finder, form, reading.problems, status=422)
    if rules_changed(reading.plan, before) and not may_set_rules(request.user, routine):
        form.add_error("text", f"{trainer_of(routine)} sets the rules of this routine.")
        return _page(request, draft, finder, form, status=422)
    try:
        if not StateForm(request.POST).is_of(draft.version):
            raise Stale
        changes = replace_all(draft, reading.plan)
    except Stale:
        return _page(request, draft, finder, form, is_stale=True, status=409)
    messages.success(request, _told(changes))
    return redirect("workouts:edit", draft.version.routine_id)


def _told(changes):
    if not changes:
        return "Nothing was changed: the text says what the plan is."
    more = f" And {len(changes) - MOST_TOLD} more." if len(changes) > MOST_TOLD else ""
    return f"Saved. {' '.join(changes[:MOST_TOLD])}{more}"


def _page(request, draft, finder, form=None, problems=(), *, is_stale=False, status=200):
    """The text as it was typed with all that is wrong, or the draft's own."""
    now = written(plan_of(draft.version, draft.days), finder.names)
    context = {
        "routine": draft.version.routine,
        "member": draft.version.routine.member,
        "version": draft.version,
        "form": form or TextForm(initial={"text": now}),
        "problems": _with_lines(problems, form),
        "is_stale": is_stale,
        "now": now,
    }
    return render(request, "workouts/text.html", context, status=status)


def _with_lines(problems, form):
    """(Problem, the line it is about, cut short)."""
    lines = form.data.get("text", "").replace("\r\n", "\n").split("\n") if problems else []
    shown = [line[:LONGEST_SHOWN] + "…" * (len(line) > LONGEST_SHOWN) for line in lines]
    return [(problem, shown[problem.line - 1].replace("\t", " ⇥ ")) for problem in problems]


def _without_draft(request, pk):
    """No draft any more: what was typed is shown, so that it is not lost."""
    routine = get_object_or_404(Routine.objects.planned_by(request.user), pk=pk)
    if request.method != "POST":
        return redirect(routine)
    typed = {"text": ("Text", request.POST.get("text", ""))}
    return render(request, GONE, {"routine": routine, "typed": typed}, status=409)
