"""The steps of the first run, each saved by itself, each skippable."""

STEPS = {
    "goals": "Goals",
    "limits": "Limits",
    "equipment": "Equipment",
    "routine": "Your routine",
}


def steps_left(profile, has_routine):
    """What a member has not said yet, as (step, its name). `profile` may be None."""
    done = {
        "goals": bool(profile and profile.goals),
        "limits": bool(profile and profile.has_stated_limits),
        "equipment": bool(profile and profile.has_stated_equipment),
        "routine": has_routine,
    }
    return [(step, name) for step, name in STEPS.items() if not done[step]]
