"""Laying out a session's sets as cards: badges, names, what a tick would log, the last time."""

from dataclasses import replace
from itertools import groupby

from catalogue.models import Exercise
from progress.amounts import as_done, as_planned, measure_of
from progress.cards import UNCOUNTED, Card, Part, Row
from progress.models import LoggedSet
from progress.planning_week import suggest_in_week
from progress.recalling import in_slot
from workouts.exchanging import stand_in

Kind = LoggedSet.Kind
LETTERS = {Kind.FAILURE: "F", Kind.AMRAP: "+"}


def cards_of(sets, unit):
    """The cards of a session's sets, which come with their exercise and prescription."""
    by_slot = [list(rows) for _, rows in groupby(sets, lambda row: row.slot)]
    cards = []
    for letter, group in groupby(by_slot, lambda rows: rows[0].superset):
        group = list(group)
        if not letter or len(group) == 1:
            cards += [Card([_part(rows, unit)]) for rows in group]
            continue
        parts = [_part(rows, unit, f"{letter}{number}") for number, rows in enumerate(group, 1)]
        cards.append(Card(parts, letter))
    return cards


def recall(part, visits, unit, session, body_kg=None):
    """Add to a part what its exercise's newest `visits` say: the last time, and the suggestion.

    `body_kg` is what the member weighs, where a rule needs it.
    """
    plan = part.prescription
    part.visits = in_slot(visits, plan.lineage) if plan else visits
    if plan:
        plan.exercise = part.exercise
        today, newest = session.trained_on, session.lighter_week
        part.suggestion = suggest_in_week(plan, visits, unit, today, newest, body_kg)
    last, counts = (part.visits[0] if part.visits else None), dict.fromkeys(Kind, 0)
    for row in part.own_rows:
        kind = row.set.kind
        earlier = last.of_kind(kind)[counts[kind] :][:1] if last else []
        row.before = as_done(earlier[0], part.measure) if earlier else None
        counts[kind] += 1


def _part(sets, unit, label=""):
    """A slot's part: its exercise is the one of the open sets, where it was swapped midway."""
    now = next((row for row in reversed(sets) if row.is_open), sets[-1]).exercise
    parts = {now.pk: _part_of(now, sets, label)}
    part = parts[now.pk]
    for row in sets:
        if row.exercise_id not in parts:
            earlier = _part_of(row.exercise, sets, label)
            earlier.is_earlier = True
            part.earlier.append(earlier)
            parts[row.exercise_id] = earlier
    part.rows = _rows(parts, sets, label, unit)
    for earlier in part.earlier:
        earlier.rows = [row for row in part.rows if row.part is earlier]
    return part


def _part_of(exercise, sets, label):
    planned = next((row.prescription for row in sets if row.prescription), None)
    prescription = planned and stand_in(planned, exercise)
    return Part(
        slot=sets[0].slot,
        exercise=exercise,
        measure=measure_of(exercise, prescription),
        label=label,
        sets=sets,
        prescription=prescription,
        planned=planned.exercise_id if prescription is not planned else None,
    )


def _rows(parts, sets, label, unit):
    rows, counts = [], dict.fromkeys(Kind, 0)
    for set_ in sets:
        part = parts[set_.exercise_id]
        counts[set_.kind] += 1
        working = sum(count for kind, count in counts.items() if kind not in UNCOUNTED)
        aim = as_planned(set_, part.measure, unit)
        rows.append(
            Row(
                set_,
                part,
                *_called(set_, label, counts[set_.kind], working),
                aim,
                _proposed(set_, part, aim, rows),
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
    alike = (row for row in reversed(rows) if row.set.kind == set_.kind and row.part is part)
    last = next((row.amount for row in alike), None)
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
