"""One exercise in place of another, as the member chose it: what of the scheme it takes over.

Sets, rest and the rest of the scheme stay where both are counted in the same; otherwise the new
one is prescribed as it usually is. The row keeps its lineage: it is the same place of the plan.
"""

import copy
import uuid

import uuid6

from catalogue.models import Exercise
from catalogue.models.titles import title_of
from training.set_targets import without_weights
from workouts.building import SCHEME, Progression, Technique, Unit, usual_scheme
from workouts.describing import UNITS_IN_WORDS, scheme
from workouts.keeping import (
    GONE,
    NotPutBack,
    forget,
    keep,
    packed,
    still_there,
    unpacked,
)
from workouts.models import Prescription

CHANGED = ("exercise_id", *SCHEME)
WITH_LOAD = {Progression.DOUBLE, Progression.LINEAR}


def carried(row, exercise):
    """The scheme of a prescription for another exercise: {field of SCHEME: value}."""
    usual = usual_scheme(exercise)
    kept = {name: getattr(row, name) for name in SCHEME} | _loads_of_another(row)
    if row.unit == usual["unit"]:
        return kept | {"progression": _progression(row.progression, exercise)}
    if Unit.MINUTES not in (row.unit, usual["unit"]):
        usual = usual | {"sets": row.sets}
    grouped = row.technique == Technique.SUPERSET
    plain = {
        "rir": None,
        "technique": Technique.SUPERSET if grouped else Technique.STRAIGHT,
        "technique_details": {},
        "progression": Progression.DOUBLE,
        "set_targets": [],
        "rule_settings": {},
    }
    return kept | plain | usual


def _loads_of_another(row):
    """A weight that was right for one exercise says nothing of another; a share of its 1RM does."""
    targets = without_weights(row.set_targets)
    if row.load_by != Prescription.LoadBy.WEIGHT:
        return {"set_targets": targets}
    return {"set_targets": targets, "load_by": Prescription.LoadBy.RULE, "load_kg": None}


def stand_in(row, exercise):
    """A prescription as it is for the exercise that is done in its place; not to be stored."""
    if row.exercise_id == exercise.pk:
        return row
    there = copy.copy(row)
    there.exercise = exercise
    for name, value in carried(row, exercise).items():
        setattr(there, name, value)
    return there


def what_changed(was, row):
    """What did not carry over, in words; empty where all did. Rows with their exercise."""
    if row.unit != was.unit:
        return f"It is counted in {UNITS_IN_WORDS[row.unit]}, so it has {scheme(row)} as usual."
    if row.progression != was.progression:
        return f"It goes on by: {row.get_progression_display().lower()}."
    return ""


def exchange(draft, row, exercise):
    """Give a row another exercise: the id under which that can be undone, and what changed."""
    was, becomes = packed(row, CHANGED), stand_in(row, exercise)
    undo, name = uuid6.uuid7(), row.exercise.name
    words = what_changed(row, becomes)
    entry = {"of": str(row.pk), "was": was, "became": packed(becomes, CHANGED)}
    keep(draft, undo, name, entry | {"other": exercise.name})
    _give(row, exercise, {name: getattr(becomes, name) for name in SCHEME})
    return undo, words


def exchange_back(draft, entry):
    """Undo an exchange, unless the row is another by now: what came back in words."""
    row, day = draft.row(uuid.UUID(entry["of"]))
    old = entry["was"]["exercise_id"]
    name = title_of("exercise", old, entry["name"])
    became = entry["became"]
    there = still_there([old, became["exercise_id"]], draft)
    became = became | {"exercise_id": there.get(became["exercise_id"])}
    if row is None or packed(row, CHANGED) != became:
        other = title_of("exercise", entry["became"]["exercise_id"], entry["other"])
        raise NotPutBack(f"{other} was changed or removed since, so it stays as it is.")
    now = there.get(old)
    if now is None:
        raise NotPutBack(f"{name} could not be put back: it is {GONE}.")
    if any(other.exercise_id == now for other in day.rows):
        raise NotPutBack(f"{name} is on {day.name} already.")
    forget(draft, entry)
    fields = unpacked(entry["was"])
    fields.pop("exercise_id")
    _give(row, Exercise.objects.get(pk=now), fields)
    return f"{row.exercise.title} is back."


def _give(row, exercise, fields):
    row.exercise = exercise
    row.others = [one for one in row.others if one.pk != exercise.pk]
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=["exercise", *fields])


def _progression(rule, exercise):
    """A rule that suits how the exercise is loaded: help gets less, where load gets more."""
    if exercise.load_type == Exercise.LoadType.ASSISTED:
        return Progression.ASSIST_DOWN if rule in WITH_LOAD else rule
    return Progression.DOUBLE if rule == Progression.ASSIST_DOWN else rule
