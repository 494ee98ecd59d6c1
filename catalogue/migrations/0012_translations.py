"""Exercises in other languages, and the names of words in them.

Translations are as open as their exercise. Only who curates writes them, and only of everybody's
exercises; each change renews the catalogue's edition.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import accounts.languages

TABLE = "catalogue_exercisetranslation"
WHOLE = "SELECT FROM catalogue_exercise WHERE id = exercise_id"
WRITABLE = (
    f"current_setting('backgym.curating', true) = 'on' AND EXISTS ({WHOLE} AND member_id IS NULL)"
)
EVENTS = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD"}
SQL = [
    f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY",
    f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY reading ON {TABLE} FOR SELECT USING (EXISTS ({WHOLE}))",
    f"CREATE POLICY adding ON {TABLE} FOR INSERT WITH CHECK ({WRITABLE})",
    f"CREATE POLICY changing ON {TABLE} FOR UPDATE USING ({WRITABLE})",
    f"CREATE POLICY removing ON {TABLE} FOR DELETE USING ({WRITABLE})",
    *[
        f"""
        CREATE TRIGGER edition_{event.lower()} AFTER {event} ON {TABLE}
        REFERENCING {which} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION catalogue_renews_by_part('exercise_id')
        """
        for event, which in EVENTS.items()
    ],
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0011_merges"),
    ]

    operations = [
        migrations.AddField(
            model_name="equipment",
            name="names",
            field=models.JSONField(
                blank=True,
                db_default=models.Value({}, models.JSONField()),
                default=dict,
                editable=False,
            ),
        ),
        migrations.AddField(
            model_name="limitation",
            name="names",
            field=models.JSONField(
                blank=True,
                db_default=models.Value({}, models.JSONField()),
                default=dict,
                editable=False,
            ),
        ),
        migrations.AddField(
            model_name="muscle",
            name="names",
            field=models.JSONField(
                blank=True,
                db_default=models.Value({}, models.JSONField()),
                default=dict,
                editable=False,
            ),
        ),
        migrations.AddField(
            model_name="pattern",
            name="names",
            field=models.JSONField(
                blank=True,
                db_default=models.Value({}, models.JSONField()),
                default=dict,
                editable=False,
            ),
        ),
        migrations.CreateModel(
            name="ExerciseTranslation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(choices=accounts.languages.choices, max_length=8)),
                ("name", models.CharField(blank=True, max_length=120)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), blank=True, default=list
                    ),
                ),
                ("setup", models.CharField(blank=True, max_length=300, verbose_name="set-up")),
                (
                    "cues",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list
                    ),
                ),
                (
                    "mistakes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500)),
                ("source", models.JSONField(blank=True, default=dict)),
                (
                    "exercise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translations",
                        to="catalogue.exercise",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("exercise", "language"), name="one_translation_per_language"
                    )
                ],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
