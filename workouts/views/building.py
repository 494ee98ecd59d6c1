"""The builder's page, and how every change to a draft is let in and answered."""

from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.statements import Statement
from catalogue.library import Wanted, library_of
from catalogue.models.vocabulary import BACK_REGIONS
from workouts.balance import balance_of
from workouts.building import Draft, Stale
from workouts.checking.report import check_of
from workouts.contents import in_week, phases_of
from workouts.forms import (
    DayForm,
    LineForm,
    OtherForm,
    PlaceForm,
    RuleForm,
    SchemeForm,
    StateForm,
    WeeksForm,
)
from workouts.models import Routine, RoutineVersion
from workouts.ruling import may_set_rules, recommendation_for, trainer_of
from workouts.showing import dressed
from workouts.undoing import with_steps
from workouts.views.showing_weeks import weeks_of

MOST_FOUND, MOST_SUGGESTED = 20, 8
OF_DRAFT = (
    *(field.name for field in RoutineVersion._meta.concrete_fields),
    *"routine__name routine__muted routine__member__name routine__member__email".split(),
    "routine__member__unit",
    *"routine__assigned_by__name routine__assigned_by__email".split(),
)
PAGE, GONE = "workouts/edit.html", "workouts/draft_gone.html"


@require_safe
def edit(request, pk):
    version = draft_version(request, pk)
    if version is None:
        return redirect(get_object_or_404(Routine.objects.planned_by(request.user), pk=pk))
    return render(request, PAGE, builder(request, Draft(version), PlaceForm(request.GET)))


def changes_draft(view):
    """The view gets the draft as its page showed it; a page that is out of date is answered 409."""

    @require_POST
    @wraps(view)
    def change(request, pk, **at):
        version = draft_version(request, pk)
        try:
            if version is None or not StateForm(request.POST).is_of(version):
                raise Stale
            return view(request, Draft(version), **at)
        except Stale:
            return _out_of_date(request, pk)

    return change


def answer(request, draft, words="", undo="", level=messages.SUCCESS, focus="", **place_changes):
    """After a change: the days anew for htmx, the builder in the same place without.

    `focus` names what of the open row has it, where the button that was pressed is gone.
    """
    if words:
        messages.add_message(request, level, words, extra_tags=undo)
    place = PlaceForm(request.POST).moved(**place_changes)
    url = edit_url(draft.version.routine_id, place)
    if not request.htmx:
        return redirect(url)
    page = builder(request, draft, place, is_part=True) | {"focus": focus}
    response = _changed(request, page)
    response["HX-Replace-Url"] = url
    return response


def declined(request, draft, words):
    """A change that cannot be, in words; everything is as it was."""
    return answer(request, draft, words, level=messages.ERROR)


def refused(request, draft, opened=None, **forms):
    """What was typed, with what is wrong beside it: `form` is of `opened`, or `weeks_form`."""
    place = PlaceForm(request.POST)
    if opened:
        place = place.moved(open=opened.pk)
    page = builder(request, draft, place, is_part=bool(request.htmx)) | forms
    if request.htmx:
        return _changed(request, page, status=422)
    return render(request, PAGE, page, status=422)


def builder(request, draft, place, *, is_part=False):
    """What the builder shows at a place. Parts leave out the search, which stays as it is."""
    version = draft.version
    at = _where(draft, place)
    muscles = dressed(draft.days)
    balance = balance_of(at["days"], muscles)
    library = library_of(version.routine.member, request.user)
    check = check_of(version, draft.days, muscles, library)
    return {
        "routine": version.routine,
        "member": version.routine.member,
        "version": version,
        "place": place,
        "found": None if is_part else _found(library, place, balance),
        "balance": balance,
        "check": check,
        "leads": _leads(version.routine_id, place, check),
        "oob": is_part,
        "weeks_form": WeeksForm(instance=version, days=draft.days),
        **_forms_of(request, version, at["opened"]),
        **weeks_of(draft, place, at["week"], at["opened"]),
        "line_form": LineForm(),
        **at,
    }


def _changed(request, page, status=200):
    """The days, whoever asked for what, and beside them what else is different now.

    No HX-Retarget: it is looked for from the button, and that may be gone by now.
    """
    response = render(request, "workouts/_changed.html", page, status=status)
    response["HX-Reswap"] = "outerHTML"
    return response


def edit_url(pk, place):
    return reverse("workouts:edit", args=[pk]) + place.address()


def draft_version(request, pk):
    """The draft of this routine, if it is for this reader to change, or None."""
    return next(iter(DRAFTS(request.user, pk)), None)


def _drafts(reader, routine):
    drafts = RoutineVersion.objects.planned_by(reader).drafts().filter(routine=routine)
    drafts = (
        with_steps(drafts).select_related("routine__member", "routine__assigned_by").only(*OF_DRAFT)
    )
    return drafts.order_by()


DRAFTS = Statement(_drafts, UUID("018cc251-f400-7000-8000-526f7574696e"))


def _where(draft, place):
    """The days on show, the marked one, and what is open: a day, a row or nothing."""
    given = place.cleaned_data
    row, day = draft.row(given.get("open"))
    opened = row or draft.day(given.get("open"))
    marked = day or draft.day(given.get("open")) or draft.day(given.get("day"))
    week = given.get("week") or (marked.first_week if marked else 1)
    days = in_week(draft.days, week)
    if marked not in days:
        marked, opened = (days[0] if days else None), None
    phases = [
        (phase, phase[0] <= week <= phase[1], place.address(week=phase[0], day=None, open=None))
        for phase in phases_of(draft.days, draft.version.weeks)
    ]
    for day in days:
        _place_day(day, place, week, marked, opened)
    return {"days": days, "marked": marked, "opened": opened, "phases": phases, "week": week}


def _place_day(day, place, week, marked, opened):
    """What a day is on this page: marked, open, where a click leads; and the same of its rows.

    Rows come as `lines`, (row, id, exercise, its name, whether it is open, where a click leads):
    read many times by the template, where names cost less than attributes of models.
    """
    key = str(day.pk)
    day.is_marked, day.is_open = day is marked, day is opened
    day.mark_url = place.address(day=key, week=week, open=None)
    day.edit_url = day.mark_url if day.is_open else place.address(day=key, week=week, open=key)
    day.lines = []
    for row in day.rows:
        is_open, pk = row is opened, str(row.pk)
        url = day.mark_url if is_open else place.address(day=key, week=week, open=pk)
        day.lines.append((row, pk, row.exercise, row.exercise.title, is_open, url))


def _forms_of(request, version, opened):
    """The form of what is open, and of a row what can be set of its rule. Up to two queries."""
    if opened is None:
        return {"form": None}
    if hasattr(opened, "rows"):
        return {"form": DayForm(instance=opened, weeks=version.weeks)}
    reader, routine = request.user, version.routine
    is_open, unit = may_set_rules(reader, routine), routine.member.unit
    return {
        "form": SchemeForm(instance=opened, may_set_rule=is_open, unit=unit),
        "other_form": OtherForm(row=opened, user=reader, member=routine.member, day=opened.day),
        "rule_form": RuleForm(row=opened, unit=reader.unit),
        "rule_is_open": is_open,
        "rule_trainer": trainer_of(routine),
        "recommended": recommendation_for(opened, reader, routine.member),
    }


def _leads(routine, place, check):
    """{finding's key: address} of where to look for what mends it."""
    found = {}
    for finding in check.findings:
        if finding.remedy and finding.remedy.action == "find":
            there = place.moved(q=finding.remedy.values[0], region="", fits="")
            found[finding.key] = f"{edit_url(routine, there)}#find"
        elif finding.remedy and finding.remedy.action == "other":
            found[finding.key] = reverse("workouts:substitutes", args=[routine, finding.rows[0]])
    return found


def _found(library, place, balance):
    """Exercises for this member that the search means; without one, for what the week lacks."""
    if place.searched:
        return library.find(place.wanted)[:MOST_FOUND]
    short = [week.region for week in balance.short if week.region in BACK_REGIONS]
    wanted = Wanted(facets={"region": short or BACK_REGIONS}, flags=place.wanted.flags)
    return library.find(wanted).easiest(MOST_SUGGESTED)


def _out_of_date(request, pk):
    """The builder as it is now, with what was typed beside it. Nothing was changed."""
    version = draft_version(request, pk)
    if version is None:
        routine = get_object_or_404(Routine.objects.planned_by(request.user), pk=pk)
        page, template = {"routine": routine, "typed": _typed(request.POST)}, GONE
    else:
        page, template = builder(request, Draft(version), PlaceForm(request.POST)), PAGE
        forms = [page["weeks_form"], *filter(None, [page["form"]])]
        page |= {"is_stale": True, "typed": _typed(request.POST, forms)}
    part = "#builder" if request.htmx else ""
    response = render(request, template + part, page, status=409)
    if request.htmx:
        response["HX-Retarget"], response["HX-Reswap"] = "#builder", "outerHTML"
    return response


def _typed(data, forms=()):
    """What a member filled in and `forms` do not show anyway: {name: (label, words)}."""
    shown = {field.name: str(field.value() or "") for form in forms for field in form}
    fields = SchemeForm.base_fields | DayForm.base_fields | WeeksForm.base_fields
    fields |= LineForm.base_fields | {"other": OtherForm.base_fields["other"]}
    found = {}
    for name, field in fields.items():
        if data.get(name) and data[name] != shown.get(name):
            words = {str(value): label for value, label in getattr(field, "choices", [])}
            found[name] = (field.label, words.get(data[name], data[name]))
    return found
