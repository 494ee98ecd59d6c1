"""The smallest step of an exercise is more than 0 and at most 50 kg.

Assisted exercises had it below 0, and some without a load none. The policies would hide members'
own exercises from the change, so they stand back for it; the owner of the table may say so.
"""

from django.db import migrations, models

MEND = [
    "ALTER TABLE catalogue_exercise NO FORCE ROW LEVEL SECURITY",
    """
    UPDATE catalogue_exercise
    SET default_increment_kg = coalesce(nullif(least(abs(default_increment_kg), 50), 0), 2.5)
    WHERE default_increment_kg <= 0 OR default_increment_kg > 50
    """,
    "ALTER TABLE catalogue_exercise FORCE ROW LEVEL SECURITY",
]


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0003_pictogram")]
    operations = [
        migrations.RunSQL(MEND, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="exercise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("default_increment_kg__gt", 0), ("default_increment_kg__lte", 50)
                ),
                name="exercise_increment_above_0_to_50",
                violation_error_message="The smallest step is more than 0 and at most 50 kg.",
            ),
        ),
    ]
