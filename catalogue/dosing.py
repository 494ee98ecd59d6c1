"""What an exercise is done for: the sets, repetitions and rest of each of the reader's goals."""

from accounts.models import TrainingProfile
from catalogue.models import Exercise
from training.doses import Lift, dose_for

Metric, LoadType = Exercise.Metric, Exercise.LoadType
OF_BODY = {LoadType.BODYWEIGHT_PLUS, LoadType.ASSISTED, LoadType.BODYWEIGHT}
FEW = 5  # repetitions: what usually starts from here is fit for maxima
GOALS = dict(TrainingProfile.Goal.choices)
BEGINNER = TrainingProfile.Level.BEGINNER


def doses_for(exercise, said):
    """[(names of goals, training.doses.Dose)] of what the reader trains for; equal ones together.

    Cardio goes by time or distance, whatever the goal: it has none.
    """
    if exercise.metric == Metric.TIME_DISTANCE:
        return []
    lift, found = lift_of(exercise), {}
    for goal in said.goals:
        dose = dose_for(goal, lift, is_beginner=said.level == BEGINNER)
        found.setdefault(dose, []).append(GOALS[goal])
    return [(names, dose) for dose, names in found.items()]


def lift_of(exercise):
    """The exercise as training.doses knows it."""
    pulls = exercise.pattern is not None and exercise.pattern.slug == "vertical-pull"
    return Lift(
        (exercise.default_reps_low, exercise.default_reps_high),
        is_compound=exercise.mechanic == Exercise.Mechanic.COMPOUND,
        unit=exercise.metric,
        is_maximal=exercise.one_rep_max_allowed and exercise.default_reps_low <= FEW,
        is_body_pull=pulls and exercise.load_type in OF_BODY,
    )
