"""Changes to single weeks of a draft: of the whole programme, or of one prescription."""

from training.weeks import whole_week, with_week
from workouts.forms import RowWeekForm, WholeWeekForm
from workouts.views.building import answer, changes_draft, declined, refused
from workouts.views.rows import row_of


@changes_draft
def change_week(request, draft, week):
    version = draft.version
    if not 1 <= week <= version.weeks:
        return declined(request, draft, f"This routine has {version.weeks} weeks.")
    form = WholeWeekForm(request.POST, changes=whole_week(version.week_plan, week))
    if not form.is_valid():
        return refused(request, draft, week_form=form)
    draft.claim(week_plan=with_week(version.week_plan, week, form.cleaned_data["changes"]))
    return answer(request, draft, f"Week {week} saved.")


@changes_draft
def change_row_week(request, draft, row, week):
    row, _ = row_of(draft, row)
    if not 1 <= week <= draft.version.weeks:
        return declined(request, draft, f"This routine has {draft.version.weeks} weeks.")
    form = RowWeekForm(request.POST, changes=row.by_week.get(str(week), {}))
    if not form.is_valid():
        return refused(request, draft, row, row_week_form=form)
    others = {key: value for key, value in row.by_week.items() if key != str(week)}
    changes = form.cleaned_data["changes"]
    draft.change(row, {"by_week": others | ({str(week): changes} if changes else {})})
    return answer(request, draft, f"Week {week} saved.", open=row.pk)
