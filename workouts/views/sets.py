"""Changes to the targets of a prescription's sets. What is typed always comes along."""

from training.expanding import Asked, expand
from training.set_targets import read, write
from training.week_targets import COUNTED, counted
from workouts.building import MOST_SETS
from workouts.forms import FillForm, TargetsForm
from workouts.views.building import answer, changes_draft, declined, refused
from workouts.views.rows import row_of


@changes_draft
def change_sets(request, draft, row):
    row, form = _table(request, draft, row)
    return _saved(request, draft, row, form)


@changes_draft
def add_set(request, draft, row):
    row, form = _table(request, draft, row)
    form.rows.append(form.like(len(form.rows)))
    return _saved(request, draft, row, form)


@changes_draft
def copy_set(request, draft, row, number):
    row, form = _table(request, draft, row)
    form.rows.insert(number, form.like(number - 1))
    return _saved(request, draft, row, form)


@changes_draft
def remove_set(request, draft, row, number):
    row, form = _table(request, draft, row)
    del form.rows[number - 1 : number]
    return _saved(request, draft, row, form)


@changes_draft
def fill_sets(request, draft, row):
    """Make the table from a technique, the range and the number of sets."""
    row, _ = row_of(draft, row)
    form = FillForm(request.POST)
    if not form.is_valid():
        return declined(request, draft, form.errors["technique"][0])
    technique = form.cleaned_data["technique"]
    details = row.technique_details if technique == row.technique else {}
    asked = Asked(row.sets, row.reps_low, row.reps_high, details)
    targets = _within(expand(technique, asked))
    draft.change(row, {"technique": technique} | _values(write(targets)))
    return answer(request, draft, f"{row.get_technique_display()}, set by set.", open=row.pk)


@changes_draft
def clear_sets(request, draft, row):
    row, _ = row_of(draft, row)
    draft.change(row, {"set_targets": []})
    return answer(request, draft, "All sets are alike again.", open=row.pk)


def _table(request, draft, pk):
    row, _ = row_of(draft, pk)
    return row, TargetsForm(request.POST, unit=draft.version.routine.member.unit)


def _saved(request, draft, row, form):
    if not form.is_valid():
        return refused(request, draft, row, targets_form=form)
    draft.change(row, _values(form.cleaned_data["targets"]))
    return answer(request, draft, open=row.pk)


def _values(entries):
    """The targets, and what is said of all sets at once: how many, from where to where."""
    targets = [target for target in read(entries) if target.kind in COUNTED]
    if not targets:
        return {"set_targets": []}
    return {
        "set_targets": entries,
        "sets": len(targets),
        "reps_low": min(target.reps_low for target in targets),
        "reps_high": max(target.reps_high for target in targets),
    }


def _within(targets):
    """As many as an exercise may have."""
    while counted(targets) > MOST_SETS:
        targets = targets[:-1]
    return targets
