"""The steps of the first run, each saved by itself, each skippable."""

from workouts.models import Routine

STEPS = {
    "goals": "Goals",
    "limits": "Limits",
    "equipment": "Equipment",
    "routine": "Your routine",
}


def steps_left(member, profile):
    """What the member has not said yet, as (step, its name). `profile` may be None. One query."""
    done = {
        "goals": bool(profile and profile.goals),
        "limits": bool(profile and profile.has_stated_limits),
        "equipment": bool(profile and profile.has_stated_equipment),
        "routine": Routine.objects.owned_by(member).exists(),
    }
    return [(step, name) for step, name in STEPS.items() if not done[step]]
