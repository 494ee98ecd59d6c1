"""Photographs and loops of everybody's exercises.

Everybody reads them; who curates writes them. A member's own exercise has none.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TABLE = "catalogue_exercisemedia"
WHOLE = "SELECT FROM catalogue_exercise WHERE id = exercise_id AND member_id IS NULL"
WRITABLE = f"current_setting('backgym.curating', true) = 'on' AND EXISTS ({WHOLE})"
# Whoever erases an account takes its name off the pictures it added, and changes nothing else.
ERASING = "uploaded_by_id::text = current_setting('backgym.erasing', true)"
WALLS = [
    f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY",
    f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY reading ON {TABLE} FOR SELECT USING (EXISTS ({WHOLE}))",
    f"CREATE POLICY adding ON {TABLE} FOR INSERT WITH CHECK ({WRITABLE})",
    f"CREATE POLICY changing ON {TABLE} FOR UPDATE USING ({ERASING} OR {WRITABLE})"
    f" WITH CHECK (uploaded_by_id IS NULL OR {WRITABLE})",
    f"CREATE POLICY removing ON {TABLE} FOR DELETE USING ({WRITABLE})",
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0007_states"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="ExerciseMedia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("alt", models.CharField(max_length=250, verbose_name="description")),
                ("author", models.CharField(max_length=120)),
                (
                    "licence",
                    models.CharField(
                        choices=[
                            ("cc0", "CC0"),
                            ("cc-by-4.0", "CC BY 4.0"),
                            ("cc-by-sa-4.0", "CC BY-SA 4.0"),
                            ("cc-by-3.0", "CC BY 3.0"),
                            ("cc-by-sa-3.0", "CC BY-SA 3.0"),
                            ("cc-by-2.0", "CC BY 2.0"),
                            ("cc-by-sa-2.0", "CC BY-SA 2.0"),
                            ("unlicense", "Unlicense"),
                            ("pdm", "Public domain"),
                        ],
                        max_length=12,
                    ),
                ),
                ("source", models.URLField(blank=True, max_length=500)),
                ("key", models.CharField(editable=False, max_length=40, unique=True)),
                ("width", models.PositiveSmallIntegerField(editable=False)),
                ("height", models.PositiveSmallIntegerField(editable=False)),
                (
                    "widths",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), editable=False
                    ),
                ),
                (
                    "moving_widths",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                    ),
                ),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "exercise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="media",
                        to="catalogue.exercise",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "media",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("alt", ""), _negated=True),
                            models.Q(("author", ""), _negated=True),
                        ),
                        name="media_described_and_credited",
                        violation_error_message="A picture needs a description and an author.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("source", ""), ("source__regex", "^https?://"), _connector="OR"
                        ),
                        name="media_source_is_a_page",
                        violation_error_message="A source begins with https:// or http://.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("height__gt", 0), ("width__gt", 0)),
                        name="media_has_a_size",
                    ),
                ],
            },
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
