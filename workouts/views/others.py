"""What may be done in the place of a row's exercise, in a draft."""

from django.http import Http404

from workouts.forms import OtherForm
from workouts.one_of import add_other, remove_other
from workouts.views.building import answer, changes_draft, refused
from workouts.views.rows import row_of


@changes_draft
def add_alternative(request, draft, row):
    """Let the row be another exercise as well."""
    row, day = row_of(draft, row)
    member = draft.version.routine.member
    form = OtherForm(request.POST, row=row, user=request.user, member=member, day=day)
    if not form.is_valid():
        return refused(request, draft, row, other_form=form)
    exercise = form.cleaned_data["exercise"]
    add_other(draft, row, exercise)
    said = f"{exercise.title} may be done instead of {row.exercise.title}."
    return answer(request, draft, said, day=day.pk, open=row.pk, focus="others")


@changes_draft
def remove_alternative(request, draft, row, exercise):
    row, day = row_of(draft, row)
    gone = next((one for one in row.others if one.pk == exercise), None)
    if gone is None:
        raise Http404
    remove_other(draft, row, exercise)
    said = f"{gone.title} is no choice any more."
    return answer(request, draft, said, day=day.pk, open=row.pk, focus="others")
