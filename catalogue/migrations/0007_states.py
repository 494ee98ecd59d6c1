"""History of exercises, links to elsewhere, and retirement."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CURATING = "current_setting('backgym.curating', true) = 'on'"
PLANNING = "coalesce(nullif(current_setting('backgym.planning', true), ''), '{}')"
WRITABLE = (
    "EXISTS (SELECT FROM catalogue_exercise WHERE id = exercise_id AND"
    f" CASE WHEN member_id IS NULL THEN {CURATING} ELSE member_id = ANY ({PLANNING}::uuid[]) END)"
)
# Whoever erases an account takes its name off the changes it made; nothing else ever changes.
ERASING = "by_id::text = current_setting('backgym.erasing', true)"
SQL = [
    "ALTER TABLE catalogue_exercisestate ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE catalogue_exercisestate FORCE ROW LEVEL SECURITY",
    "CREATE POLICY reading ON catalogue_exercisestate FOR SELECT"
    " USING (EXISTS (SELECT FROM catalogue_exercise WHERE id = exercise_id))",
    f"CREATE POLICY adding ON catalogue_exercisestate FOR INSERT WITH CHECK ({WRITABLE})",
    f"CREATE POLICY changing ON catalogue_exercisestate FOR UPDATE USING ({ERASING})"
    " WITH CHECK (by_id IS NULL)",
    f"CREATE POLICY removing ON catalogue_exercisestate FOR DELETE USING ({WRITABLE})",
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0006_search_in_memory"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="exercise",
            name="links",
            field=models.JSONField(
                blank=True, default=list, verbose_name="reading and videos elsewhere"
            ),
        ),
        migrations.AddField(
            model_name="exercise",
            name="retired_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.CreateModel(
            name="ExerciseState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("state", models.JSONField()),
                ("at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "exercise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="states",
                        to="catalogue.exercise",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
