"""A prescription and its past as the rules of `training` read them: numbers, no rows."""

from decimal import Decimal

from progress.amounts import LoadType
from progress.loading import loading_of
from progress.models import LoggedSet, Measurement
from progress.recalling import VISITS, in_slot
from progress.weighing import weights_since
from training.aims import Asked, Past
from training.expanding import pairs_of
from training.rule_settings import known_settings
from training.rules import visits_needed
from training.steps import Step
from training.targets import DoneSet, Plan
from training.units import from_kg, round_to_step
from workouts.models import Prescription

Progression, Technique, Unit = (
    Prescription.Progression,
    Prescription.Technique,
    Prescription.Unit,
)
COUNTED = {Unit.SECONDS: "s", Unit.METRES: "m", Unit.MINUTES: "min"}
COUNTING = {  # the unit that a rule counts in; others count in any but minutes
    Progression.REPS_TOTAL: {Unit.REPS},
    Progression.TIME: {Unit.SECONDS},
    Progression.DURATION_CARDIO: {Unit.MINUTES},
    Progression.WAVE: {Unit.REPS},
    Progression.RPE_TOP_SET: {Unit.REPS},
}
LOADED = {Progression.DOUBLE, Progression.LINEAR, Progression.REST_SHORTEN}
BY_STRENGTH = {Progression.WAVE, Progression.RPE_TOP_SET}
POUND_STEP, LEAST_STEP = Decimal("2.5"), Decimal("0.25")


def asked_of(prescription, unit, body_kg=None):
    """What the rules are told of a prescription; None where its rule cannot count like it."""
    rule = rule_of(prescription)
    if prescription.unit not in COUNTING.get(rule, {Unit.REPS, Unit.SECONDS, Unit.METRES}):
        return None
    settings = known_settings(rule, prescription.rule_settings)
    details = prescription.technique_details
    moves_body = prescription.exercise.load_type == LoadType.BODYWEIGHT_PLUS
    return Asked(
        _plan(prescription, unit, settings),
        rule,
        prescription.technique,
        prescription.rest_seconds,
        settings,
        scheme=tuple((reps, Decimal(str(share))) for reps, share in pairs_of(details)),
        rungs=rungs_of(prescription),
        rounds=details.get("rounds", 1),
        share_of_max=_decimal(details.get("pct_of_training_max")),
        target_rpe=_decimal(details.get("target_rpe")),
        drop=_share(details.get("drop_pct_of_system_mass") or details.get("backoff_pct")),
        body_kg=body_kg if moves_body else Decimal(0),
    )


def past_of(prescription, visits, held):
    """What the exercise's newest visits, the newest first, are to the rules."""
    if prescription.progression == Progression.WAVE:
        visits = _of_training_max(prescription, visits)
    here = _done(prescription, in_slot(visits, prescription.lineage))
    return Past(here, _done(prescription, visits), held)


def rule_of(prescription):
    """Its rule; where the load is help, a step more would be more of it, so that goes down."""
    is_assisted = prescription.exercise.load_type == LoadType.ASSISTED
    if is_assisted and prescription.progression in LOADED:
        return Progression.ASSIST_DOWN
    return prescription.progression


def worked(prescription, visit):
    """The sets of a visit that count: those of a warm-up only where that is what was planned."""
    if prescription.technique == Technique.WARM_UP:
        return visit.of_kind(LoggedSet.Kind.WARM_UP) or visit.working
    return visit.working


def step_for(exercise, unit, increment_kg=None):
    """The smallest step of load of an exercise; in pounds the nearest 2.5 lb to the one in kg.

    Among what the member can load, where loading.tell_loading() has told.
    """
    size = increment_kg or exercise.default_increment_kg
    if unit == "lb":
        size = max(POUND_STEP, round_to_step(from_kg(size, "lb"), POUND_STEP))
    return loading_of(exercise).step(Step(max(size, LEAST_STEP), unit))


def most_visits(prescriptions):
    """How many visits the rules of these read at most."""
    return max([VISITS, *(visits_needed(row.progression) for row in prescriptions)])


def body_weight_for(member, prescriptions, day):
    """The member's weight on a day, kilograms, where a rule needs it: one query then, or none."""
    if not any(_needs_body(row) for row in prescriptions):
        return None
    return weights_since(day, Measurement.objects.of(member)).on(day)


def rungs_of(prescription):
    """The rungs of a round, of a ladder."""
    scheme = prescription.technique_details.get("scheme") or []
    return tuple(rung for rung in scheme if isinstance(rung, int))


def _plan(prescription, unit, settings):
    increment = settings.get("increment_kg") or settings.get("rounding_kg")
    return Plan(
        prescription.sets,
        prescription.reps_low,
        prescription.reps_high,
        step_for(prescription.exercise, unit, increment),
        prescription.rir,
        COUNTED.get(prescription.unit, "reps"),
        tops=int(settings.get("tops", 1)),
        misses_to_reset=int(settings.get("misses_to_reset", 3)),
        reset=1 - settings.get("reset_percent", Decimal(10)) / 100,
    )


def _done(prescription, visits):
    """The working sets, the oldest visit first. Body weight with nothing added is a load of 0."""
    done = [
        [
            DoneSet(_load(row), count, row.rir, None, row.rest_seconds, row.target_reps)
            for row in worked(prescription, visit)
            if (count := _count(row, prescription.unit))
        ]
        for visit in reversed(visits)
    ]
    return [sets for sets in done if sets]


def _count(row, unit):
    """How many of what the prescription counts; None where something else was counted."""
    if unit == Unit.REPS:
        return row.reps
    if unit == Unit.METRES:
        return row.distance_m and int(row.distance_m)
    return row.seconds and (row.seconds // 60 if unit == Unit.MINUTES else row.seconds)


def _load(row):
    if row.load_kg is None and row.exercise.load_type == LoadType.BODYWEIGHT_PLUS:
        return Decimal(0)
    return row.load_kg


def _of_training_max(prescription, visits):
    """Where a training max is set, only what was planned with it: another one begins anew."""
    set_to = _decimal(prescription.rule_settings.get("training_max_kg"))
    if set_to is None:
        return visits
    return [
        visit for visit in visits if any(_decimal(row.training_max) == set_to for row in visit.sets)
    ]


def _needs_body(row):
    is_by_strength = row.progression in BY_STRENGTH
    return is_by_strength and row.exercise.load_type == LoadType.BODYWEIGHT_PLUS


def _decimal(number):
    return None if number is None else Decimal(str(number))


def _share(percent):
    return None if percent is None else Decimal(str(percent)) / 100
