"""What may be logged may be aimed at: counts of seconds, metres and minutes, not only repetitions.

Neither the new type nor the checks ask the policies: PostgreSQL reads every row for them.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("progress", "0002_walls")]
    operations = [
        migrations.RemoveConstraint(model_name="loggedset", name="set_target_reps_1_to_1000"),
        migrations.AlterField(
            model_name="loggedset",
            name="target_reps",
            field=models.PositiveIntegerField(
                blank=True,
                help_text="Or seconds, metres or minutes, as it is prescribed.",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="loggedset",
            constraint=models.CheckConstraint(
                condition=models.Q(("target_reps__range", (1, 1000000))),
                name="set_target_count_plausible",
            ),
        ),
    ]
