"""A prescription as one week of its programme has it, and what that week changes, in words."""

import copy
from dataclasses import dataclass, replace
from decimal import Decimal

from accounts.templatetags.quantities import MINUS
from training.set_targets import SetTarget, read, write
from training.units import plain
from training.week_targets import counted, eased, with_reserve, with_sets
from training.weeks import Scheme, in_week, whole_week
from workouts.describing import counted as so_many
from workouts.describing import span, technique
from workouts.models import Prescription

Technique = Prescription.Technique
KEPT = {  # what a lighter week leaves as it is
    Technique.STRAIGHT, Technique.SUPERSET, Technique.WARM_UP, Technique.CARDIO,
    Technique.CARRY, Technique.SUBMAX,
}  # fmt: skip


@dataclass(frozen=True)
class InWeek:
    """What holds for a row in a week, its targets of sets if it has any, and why, in words."""

    number: int
    scheme: Scheme
    targets: tuple[SetTarget, ...]
    words: str


def scheme_of(row):
    """A row as it is in a week that changes nothing."""
    targets = getattr(row, "set_targets", ())
    sets = sum(entry.get("kind", "working") in ("working", "amrap") for entry in targets)
    return Scheme(sets or row.sets, row.reps_low, row.reps_high, row.rir, row.rest_seconds)


def scheme_in_week(row, week_plan, week):
    return in_week(scheme_of(row), row.by_week.get(str(week), {}), whole_week(week_plan, week))


def row_in_week(row, week_plan, week):
    """The row as the week has it, not to be stored, with `in_week`: see InWeek."""
    usual, scheme = scheme_of(row), scheme_in_week(row, week_plan, week)
    note = whole_week(week_plan, week).get("note", "")
    targets = read(row.set_targets)
    there = copy.copy(row)
    there.sets, there.rir, there.rest_seconds = scheme.sets, scheme.rir, scheme.rest_seconds
    there.reps_low, there.reps_high = scheme.reps_low, scheme.reps_high
    if scheme != usual and targets:
        targets = _targets(targets, usual, scheme)
        there.set_targets = write(targets)
    if scheme.is_light and row.technique not in KEPT:
        there.technique, there.technique_details = Technique.STRAIGHT, {}
    words = [
        *changes(usual, scheme, week, without=_taken_off(row, there)),
        note and f"{note.rstrip('.')}.",
    ]
    there.in_week = InWeek(week, scheme, targets, " ".join(filter(None, words)))
    return there


def week_in_words(week_plan, week):
    """What the programme says of a whole week: Deload week 5: half the sets, …; or nothing."""
    whole = whole_week(week_plan, week)
    said = [f"Deload week {week}: half the sets, nine tenths of the load."]
    said = said if whole.get("deload") else []
    return " ".join([*said, *([f"{whole['note'].rstrip('.')}."] if whole.get("note") else [])])


def strip_of(row, week_plan, weeks):
    """(week, words) for each week of a prescription: 3 × 8–12, +2.5 kg, deload, as usual."""
    usual, found = scheme_of(row), []
    for week in range(1, weeks + 1):
        scheme = scheme_in_week(row, week_plan, week)
        parts = ["deload"] if scheme.is_light else parts_of(usual, scheme)
        found.append((week, ", ".join(parts)))
    return found


def changes(usual, scheme, week, without=""):
    """What a week changes, in a sentence or none: Week 2: 4 sets, RIR 1, +2.5 kg."""
    if scheme.is_light:
        return [f"Deload week {week}: half the sets, nine tenths of the load{without}."]
    parts = parts_of(usual, scheme)
    return [f"Week {week}: {', '.join(parts)}."] if parts else []


def parts_of(usual, scheme):
    """4 sets, 6–8, RIR 1, +2.5 kg: each part of what a week has otherwise."""
    added, factor = scheme.load_add_kg, scheme.load_factor
    return [
        words
        for changed, words in [
            (scheme.sets != usual.sets, so_many(scheme.sets, "set")),
            (
                (scheme.reps_low, scheme.reps_high) != (usual.reps_low, usual.reps_high),
                span(scheme.reps_low, scheme.reps_high),
            ),
            (scheme.rir != usual.rir, f"RIR {plain(scheme.rir or Decimal(0))}"),
            (added != usual.load_add_kg, f"{signed(added)} kg"),
            (factor != usual.load_factor, f"{plain(factor * 100)} % of the load"),
            (scheme.rest_seconds != usual.rest_seconds, f"rest {scheme.rest_seconds} s"),
        ]
        if changed
    ]


def signed(number):
    """+2.5 or −2.5"""
    number = Decimal(str(number))
    return f"{'+' if number >= 0 else MINUS}{plain(abs(number))}"


def _targets(targets, usual, scheme):
    changed = with_sets(targets, scheme.sets)
    if scheme.is_light:
        changed = eased(changed)
    if usual.rir is not None and scheme.rir is not None:
        changed = with_reserve(changed, scheme.rir - usual.rir)
    return changed if counted(changed) else tuple(replace(t, kind="working") for t in targets[:1])


def _taken_off(row, there):
    if row.technique == there.technique:
        return ""
    return f", straight sets without the {technique(row)}" if technique(row) else ""
