"""What to do before the next set: the plates to put on the bar, and the sets to warm up with."""

from accounts.fields import in_kg
from accounts.templatetags.quantities import NBSP, TIMES
from progress.loading import loading_of
from progress.suggesting import step_for


def prepare(part, unit):
    """Say of a part of the screen how its bar is loaded for the next set, and its warm-up ramp."""
    row = next((row for row in part.own_rows if row.set.is_open), None)
    if row is None or not row.amount.load or not part.has_load:
        return
    load_kg = in_kg(row.amount.load, row.amount.unit)
    part.on_the_bar = loading_of(part.exercise).on_the_bar(load_kg, unit)
    part.warm_ups = _warm_ups(part, load_kg, unit)


def _warm_ups(part, load_kg, unit):
    """Where the plan asks for a ramp, until a set of the exercise is done."""
    plan = part.prescription
    if not plan or not plan.warm_up_ramp or any(row.set.is_done for row in part.own_rows):
        return []
    step = step_for(part.exercise, unit)
    ramp = loading_of(part.exercise).ramp(load_kg, unit, step)
    return [f"{step.text(warm_kg)} {TIMES}{NBSP}{reps}" for warm_kg, reps in ramp]
