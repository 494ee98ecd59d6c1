"""The planned sets of one exercise, before any of them is done."""

from decimal import Decimal

from progress.models import LoggedSet
from progress.suggesting import step_for
from workouts.models import Prescription

Kind, Technique = LoggedSet.Kind, Prescription.Technique
KINDS = {
    Technique.WARM_UP: Kind.WARM_UP,
    Technique.AMRAP: Kind.AMRAP,
}


def rows_for(session, slot, prescription, suggestion, unit):
    """The sets of a prescription as rows of `session`, drops included."""
    kind = KINDS.get(prescription.technique, Kind.WORKING)
    if prescription.unit == Prescription.Unit.SECONDS and kind == Kind.WORKING:
        kind = Kind.TIMED
    aims = [(kind, target.load_kg, target.count) for target in suggestion.targets]
    if prescription.set_targets:
        kinds = [entry.get("kind", kind) for entry in prescription.set_targets]
        aims = [(own, load, n) for own, (_, load, n) in zip(kinds, aims, strict=False)]
    elif prescription.technique == Technique.DROP_SET:
        aims = _with_drops(prescription, aims, step_for(prescription.exercise, unit))
    return [
        LoggedSet(
            member_id=session.member_id,
            session=session,
            trained_on=session.trained_on,
            exercise_id=prescription.exercise_id,
            prescription=prescription,
            slot=slot,
            number=number,
            superset=prescription.superset,
            kind=kind,
            target_load_kg=load_kg,
            target_reps=count,
            load_unit=unit,
        )
        for number, (kind, load_kg, count) in enumerate(aims, 1)
    ]


def _with_drops(prescription, aims, step):
    """After the last set, or after each, go on at once with a share of the load less each time."""
    details = prescription.technique_details
    share = 1 - Decimal(details.get("drop_pct", 20)) / 100
    rows = []
    for place, (kind, load_kg, count) in enumerate(aims, 1):
        rows.append((kind, load_kg, count))
        if place < len(aims) and details.get("last_set_only", True):
            continue
        for _ in range(details.get("drops", 1)):
            load_kg = step.share(load_kg, share) if load_kg else load_kg
            rows.append((Kind.DROP, load_kg, count))
    return rows
