"""What the routine check finds, mended or muted."""

from catalogue.library import library_of
from workouts.balance import muscles_of
from workouts.checking.mending import mend
from workouts.checking.report import check_of
from workouts.contents import exercises_in
from workouts.forms import CheckedForm, FindingForm, MuteForm
from workouts.views.building import answer, changes_draft, declined, refused

GONE = "That is not in the way any more."


@changes_draft
def mend_finding(request, draft):
    form, version = FindingForm(request.POST), draft.version
    library = library_of(version.routine.member, request.user)
    report = check_of(version, draft.days, muscles_of(exercises_in(draft.days)), library)
    finding = report.find(form.data.get("finding")) if form.is_valid() else None
    if finding is None or not finding.is_mendable:
        return declined(request, draft, GONE)
    words, undo = mend(draft, finding)
    return answer(request, draft, words, undo, focus="check")


@changes_draft
def mute_rule(request, draft):
    form = MuteForm(request.POST)
    if not form.is_valid():
        if "rule" in form.errors:
            return declined(request, draft, GONE)
        return refused(request, draft, mute_form=form)
    rule, reason = form.cleaned_data["rule"], form.cleaned_data["reason"]
    draft.mute(draft.version.routine.muted | {rule: reason})
    return answer(request, draft, "Muted in this routine.", focus="check")


@changes_draft
def unmute_rule(request, draft):
    form, muted = CheckedForm(request.POST), dict(draft.version.routine.muted)
    if not form.is_valid() or form.cleaned_data["rule"] not in muted:
        return declined(request, draft, "That is not muted.")
    del muted[form.cleaned_data["rule"]]
    draft.mute(muted)
    return answer(request, draft, "The check says it again.", focus="check")
