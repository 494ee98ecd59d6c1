"""What weeks of ready routines change, in the words that members' routines have for it too.

And a warm-up ramp before their heavy sets.
"""

from django.db import migrations

KEPT = ("weeks", "rir", "rir_add", "sets_factor", "deload", "wave_week")
NOTES = {
    "test": "Test week: a new 3 RM, then an estimate of your 1RM",
    "start_load": "Come back at nine tenths or less of what you last lifted",
    "option": "Add the same day once more if soreness was 3 of 10 or less the day before",
    "note": "For whoever is in their first four weeks of training",
}
LIGHT = {  # a lighter week that was only said to come after others
    "back-foundations-2x": {"weeks": [7], "deload": True},
    "pull-up-builder": {
        "weeks": [5, 9], "deload": True, "note": "Test your strict maximum on the last day",
    },
    "home-dumbbell-back": {"weeks": [7], "deload": True},
    "ppl-back-biceps": {"weeks": [8], "deload": True},
}  # fmt: skip
HEAVY = {"weighted-pull-up-strength": "weighted-pull-up", "deadlift-lower-back": "deadlift"}


def say_weeks(apps, schema_editor):
    for template in apps.get_model("workouts", "Template").objects.all():
        plan = template.plan
        if "week_adjustments" not in plan:
            continue
        entries = plan.pop("week_adjustments")
        plan.pop("deload", None)
        plan["week_plan"] = [entry for entry in map(_kept, entries) if len(entry) > 1]
        if template.slug in LIGHT:
            plan["week_plan"].append(LIGHT[template.slug])
        for entry in entries:
            _add_sets(plan, entry)
        _lead_up_to(plan, HEAVY.get(template.slug))
        template.save(update_fields=["plan"])


def _kept(entry):
    kept = {key: value for key, value in entry.items() if key in KEPT}
    if "rpe_add" in entry:
        kept["rir_add"] = -entry["rpe_add"]
    notes = [words for key, words in NOTES.items() if key in entry]
    return kept | ({"note": notes[0]} if notes else {})


def _add_sets(plan, entry):
    for slug, more in entry.get("sets_add", {}).items():
        for day in plan["days"]:
            for row in day["prescriptions"]:
                if row["exercise"] == slug.replace("_", "-"):
                    changes = {str(week): {"sets": row["sets"] + more} for week in entry["weeks"]}
                    row["by_week"] = row.get("by_week", {}) | changes


def _lead_up_to(plan, exercise):
    """A warm-up ramp before the first heavy sets of a day."""
    for day in plan["days"]:
        rows = [row for row in day["prescriptions"] if row["exercise"] == exercise]
        for row in rows[:1]:
            row["warm_up_ramp"] = True


class Migration(migrations.Migration):
    dependencies = [("workouts", "0006_what_plans_ask_for")]
    operations = [migrations.RunPython(say_weeks, migrations.RunPython.noop)]
