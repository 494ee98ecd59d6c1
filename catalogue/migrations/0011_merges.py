"""Merged exercises, what moved, and pairs that are not the same."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CURATING = "current_setting('backgym.curating', true) = 'on'"
ERASING = "current_setting('backgym.erasing', true)"
NAMED = "EXISTS (SELECT FROM catalogue_exercise WHERE id = survivor_id)"


def policies(table, readable, *people):
    """Who curates writes it. Whoever erases an account takes its name off what it did."""
    erased = [f"{column}::text = {ERASING}" for column in people]
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY reading ON {table} FOR SELECT USING ({' OR '.join([readable, *erased])})",
        f"CREATE POLICY adding ON {table} FOR INSERT WITH CHECK ({CURATING})",
        f"CREATE POLICY changing ON {table} FOR UPDATE USING ({' OR '.join([CURATING, *erased])})"
        " WITH CHECK (true)",
        f"CREATE POLICY removing ON {table} FOR DELETE USING ({CURATING})",
    ]


SQL = [
    *policies("catalogue_merge", NAMED, "by_id", "undone_by_id"),
    *policies("catalogue_mergemove", CURATING),
    *policies("catalogue_notthesame", CURATING, "by_id"),
    # Rows that name an exercise may name the catalogue's, or one of their own member's; what names
    # a merged one names its survivor. Who writes such a row holds the exercise until it is
    # committed, and who merges waits for them and then keeps them waiting: so no row is left over.
    """
    CREATE OR REPLACE FUNCTION catalogue_exercise_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        survivor bigint;
    BEGIN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended('exercise', NEW.exercise_id));
        SELECT merged_into_id INTO survivor FROM catalogue_exercise
        WHERE id = NEW.exercise_id AND (member_id IS NULL OR member_id = NEW.member_id);
        IF NOT FOUND THEN
            RAISE foreign_key_violation USING MESSAGE = 'not an exercise of this member';
        END IF;
        NEW.exercise_id := coalesce(survivor, NEW.exercise_id);
        RETURN NEW;
    END $$
    """,
    """
    CREATE FUNCTION catalogue_exercise_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('exercise', NEW.id));
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER merge_waits BEFORE UPDATE OF merged_into_id ON catalogue_exercise
    FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id)
    EXECUTE FUNCTION catalogue_exercise_is_held()
    """,
    """
    CREATE FUNCTION catalogue_merge_moves_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF to_jsonb(OLD) - 'exercise_id' <> to_jsonb(NEW) - 'exercise_id' THEN
            RAISE restrict_violation USING MESSAGE = 'a merge changes the exercise alone';
        END IF;
        RETURN NULL;
    END $$
    """,
    *[
        f"""
        CREATE TRIGGER merge_moves_only AFTER UPDATE ON {table}
        FOR EACH ROW WHEN (coalesce(current_setting('backgym.merging', true), '') <> '')
        EXECUTE FUNCTION catalogue_merge_moves_only()
        """
        for table in ("catalogue_exercisemark", "catalogue_exercisenote")
    ],
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0010_proposals"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("parts", models.JSONField(default=dict)),
                ("counted", models.JSONField(default=dict)),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="MergeMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table", models.CharField(help_text="The label of the model.", max_length=80)),
                (
                    "ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=36)
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="NotTheSame",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="exercise",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                help_text="What it is one with now; never itself merged into another.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="catalogue.exercise",
            ),
        ),
        migrations.AddConstraint(
            model_name="exercise",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True), ("retired_at__isnull", False), _connector="OR"
                ),
                name="exercise_merged_is_retired",
                violation_error_message="It was merged into another, so it stays retired.",
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="loser",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalogue.exercise",
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="survivor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalogue.exercise",
            ),
        ),
        migrations.AddField(
            model_name="merge",
            name="undone_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="mergemove",
            name="merge",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="moves",
                to="catalogue.merge",
            ),
        ),
        migrations.AddField(
            model_name="notthesame",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="notthesame",
            name="first",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="catalogue.exercise",
            ),
        ),
        migrations.AddField(
            model_name="notthesame",
            name="second",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="catalogue.exercise",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)),
                fields=("loser",),
                name="one_merge_of_an_exercise",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("loser", models.F("survivor")), _negated=True),
                name="merge_is_of_two_exercises",
            ),
        ),
        migrations.AddConstraint(
            model_name="notthesame",
            constraint=models.UniqueConstraint(
                fields=("first", "second"), name="not_the_same_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="notthesame",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))), name="not_the_same_in_order"
            ),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
