"""What everybody's exercises were like: change by change, side by side, and back again."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from catalogue.models import Exercise, ExerciseState, Merge
from catalogue.states import FIELDS, differences, state_of, write
from catalogue.wording import LABELS, changes


class Overtaken(Exception):
    """Somebody else has changed it meanwhile, so nothing was done; the text says what changed."""


@dataclass(frozen=True)
class Step:
    """A row of history, the fields it changed, and what it was before: None if it is the first."""

    row: ExerciseState
    before: dict | None

    @property
    def fields(self):
        found = [] if self.is_first else differences(self.before, self.row.state)
        return [name for name, *_ in found]

    @property
    def is_first(self):
        return self.before is None

    @property
    def labels(self):
        return [LABELS[name] for name in self.fields]

    def changes(self, names, only=None):
        """[Change] of this step, or of one field."""
        found = changes(self.before, self.row.state, names)
        return [one for one in found if only in (None, one.field)]


def steps(rows):
    """[Step] of a queryset of states, in its order. One query."""
    earlier = ExerciseState.objects.public().filter(exercise=OuterRef("exercise"))
    earlier = earlier.filter(pk__lt=OuterRef("pk")).newest_first().values("state")[:1]
    rows = rows.select_related("by", "exercise").annotate(before=Subquery(earlier))
    return [Step(row, row.before) for row in rows]


def seen_of(exercise):
    """The id of the newest state, 0 before any change: sent along with what builds on it."""
    newest = exercise.states.order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def newest_seen():
    """The same of an exercise in a query."""
    newest = ExerciseState.objects.public().filter(exercise=OuterRef("pk")).order_by("-pk")
    return Coalesce(Subquery(newest.values("pk")[:1]), 0)


def state_seen(exercise, seen):
    """The state that was the newest at `seen` (see seen_of); the state now if none is kept."""
    rows = exercise.states.order_by("pk")
    row = rows.filter(pk=seen).first() if seen else rows.first()
    return row.state if row else state_of(exercise)


@dataclass(frozen=True)
class FieldLine:
    """A field with its newest change, if there was one."""

    field: str
    label: str
    step: Step | None


def field_lines(steps_newest_first):
    """[FieldLine] of all fields, who last changed each, and when."""
    newest = {}
    for step in steps_newest_first:
        for name in step.fields:
            newest.setdefault(name, step)
    return [FieldLine(name, LABELS[name], newest.get(name)) for name in FIELDS]


def difference(one, other, names):
    """[Change] from one row of history to another."""
    return changes(one.state, other.state, names)


def of_field(steps_newest_first, name, names):
    """[(Step, Change)] of one field, the newest first."""
    found = [step for step in steps_newest_first if name in step.fields]
    return [(step, step.changes(names, only=name)[0]) for step in found]


def locked(exercise, seen):
    """The exercise, nobody else's to change until we are done; Overtaken unless it is as `seen`."""
    exercise = Exercise.objects.public().select_for_update().get(pk=exercise.pk)
    if seen_of(exercise) != seen:
        who = exercise.states.order_by("-pk").first()
        raise Overtaken(
            f"{who.by or 'Somebody'} has changed this exercise meanwhile, so nothing was done."
            " Look at it again."
        )
    return exercise


@transaction.atomic
def revert(exercise, row, field, *, seen, by, at):
    """Give an exercise the state of a row of its history again, or one field of it.

    Its address stays. Raises RefusedState where that may not stand any more.
    """
    names = {field} if field else {name for name in FIELDS if name != "slug"}
    what = f"{LABELS[field]} put" if field else "Put"
    reason = f"{what} back to {_when(row)}"
    exercise = locked(exercise, seen)
    state = {name: value for name, value in row.state.items() if name in names}
    return write(state, exercise, by=by, at=at, reason=reason)


RETIRED = {True: "Brought back.", False: "Retired. It is no longer found or suggested."}


@transaction.atomic
def retire(exercise, *, seen, by, at, reason):
    """Retire an exercise, or bring a retired one back: `exercise` says afterwards which."""
    is_retired = locked(exercise, seen).retired_at is not None
    after = write({"retired": not is_retired}, exercise, by=by, at=at, reason=reason)
    exercise.retired_at = after.retired_at


@transaction.atomic
def undo(row, *, by, at):
    """Take one change back, whatever came after it; Overtaken if the same fields changed since.

    An exercise that was new is retired.
    """
    exercise = Exercise.objects.public().select_for_update().get(pk=row.exercise_id)
    if Merge.objects.public().standing().filter(at=row.at).exists():
        raise Overtaken("It came of a merge: undo that, under Merges.")
    earlier = exercise.states.filter(pk__lt=row.pk).order_by("-pk").first()
    if earlier is None:
        back, undone = {"retired": True}, ["retired"]
    else:
        now = state_of(exercise)
        undone = [name for name, *_ in differences(earlier.state, row.state)]
        since = [LABELS[n] for n, *_ in differences(row.state, now) if n in undone]
        if since:
            raise Overtaken(f"Changed again since then: {', '.join(since).lower()}.")
        back = {name: earlier.state[name] for name in undone}
    return write(back, exercise, by=by, at=at, reason=f"Took back the change of {_when(row)}")


def _when(row):
    return f"{row.at:%-d %B %Y, %H:%M} UTC" if row.at else "as it was shipped"
