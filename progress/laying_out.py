"""Laying out a session's sets as cards: badges, names, what a tick would log, the last time."""

from dataclasses import replace
from itertools import groupby

from catalogue.models import Exercise
from progress.amounts import as_done, as_planned, measure_of
from progress.cards import UNCOUNTED, Card, Part, Row
from progress.models import LoggedSet
from progress.recalling import in_slot

Kind = LoggedSet.Kind
LETTERS = {Kind.FAILURE: "F", Kind.AMRAP: "+"}


def cards_of(sets, visits, suggestions, unit):
    """The cards of a session's sets, which come with their exercise and prescription.

    `visits` are its exercises' newest, `suggestions` those of its prescriptions, by id.
    """
    by_slot = [list(rows) for _, rows in groupby(sets, lambda row: row.slot)]
    cards = []
    for letter, group in groupby(by_slot, lambda rows: rows[0].superset):
        group = list(group)
        if not letter or len(group) == 1:
            cards += [Card([_part(rows, visits, suggestions, unit)]) for rows in group]
            continue
        parts = [
            _part(rows, visits, suggestions, unit, f"{letter}{number}")
            for number, rows in enumerate(group, 1)
        ]
        cards.append(Card(parts, letter))
    return cards


def _part(sets, visits, suggestions, unit, label=""):
    prescription = next((row.prescription for row in sets if row.prescription), None)
    exercise = sets[0].exercise
    past = visits.get(exercise.pk, [])
    part = Part(
        slot=sets[0].slot,
        exercise=exercise,
        measure=measure_of(exercise, prescription),
        label=label,
        sets=sets,
        prescription=prescription,
        suggestion=suggestions.get(prescription.pk) if prescription else None,
        visits=in_slot(past, prescription.lineage) if prescription else past,
    )
    part.rows = _rows(part, unit)
    return part


def _rows(part, unit):
    rows, counts = [], dict.fromkeys(Kind, 0)
    last = part.visits[0] if part.visits else None
    for set_ in part.sets:
        index = counts[set_.kind]
        counts[set_.kind] += 1
        earlier = last.of_kind(set_.kind)[index : index + 1] if last else []
        working = sum(count for kind, count in counts.items() if kind not in UNCOUNTED)
        aim = as_planned(set_, part.measure, unit)
        rows.append(
            Row(
                set_,
                part,
                *_called(set_, part.label, index + 1, working),
                aim,
                _proposed(set_, part, aim, rows),
                as_done(earlier[0], part.measure) if earlier else None,
            )
        )
    return rows


def _called(set_, label, index, working):
    """A row's badge and its name."""
    of = f"{label} " if label else ""
    if set_.kind == Kind.WARM_UP:
        return "W", f"{of}warm-up {index}"
    if set_.kind == Kind.DROP:
        return "", f"{of}drop after set {working}"
    letter = LETTERS.get(set_.kind, "")
    return label or letter or str(working), f"{of}set {working}"


def _proposed(set_, part, aim, rows):
    """What a set says was done, or else would say: typed before, planned, or as the one before."""
    done = as_done(set_, part.measure)
    if set_.is_done:
        return done
    last = next((row.amount for row in reversed(rows) if row.set.kind == set_.kind), None)
    usual = part.prescription.reps_low if part.prescription else _usual_count(part.exercise)
    if aim.load is None and last and part.has_load:
        aim = replace(aim, load=last.load, unit=last.unit)
    if aim.count is None:
        aim = replace(aim, count=last.count if last else usual)
    if done.load is not None:
        aim = replace(aim, load=done.load, unit=done.unit)
    return aim if done.count is None else replace(aim, count=done.count)


def _usual_count(exercise):
    """The lower end of an exercise's usual range; None for holds and cardio that have none."""
    low = exercise.default_reps_low
    return None if low == 1 and exercise.metric != Exercise.Metric.REPS else low
