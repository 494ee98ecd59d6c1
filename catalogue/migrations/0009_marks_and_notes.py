"""Favourites and what is never to be suggested; private notes of how an exercise is set up."""

import django.db.models.deletion
import uuid6
from django.conf import settings
from django.db import migrations, models

ACTOR = "member_id = current_setting('backgym.actor')::uuid"
TRAINING = "member_id = ANY (current_setting('backgym.training')::uuid[])"


def named(setting):
    """The row's exercise is in a list that is hardly ever there: see accounts/context.py."""
    ids = f"coalesce(nullif(current_setting('backgym.{setting}', true), ''), '{{}}')"
    return f"exercise_id = ANY ({ids}::bigint[])"


def walls(table, readable):
    """Policies for a table that its member writes, and a lock on whose exercise it names."""
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY reading ON {table} FOR SELECT USING ({readable})",
        f"CREATE POLICY adding ON {table} FOR INSERT WITH CHECK ({ACTOR})",
        f"CREATE POLICY changing ON {table} FOR UPDATE USING ({ACTOR})",
        f"CREATE POLICY removing ON {table} FOR DELETE USING ({ACTOR})",
        f"CREATE POLICY being_counted ON {table} FOR SELECT USING ({named('counting')})",
        f"CREATE POLICY being_merged ON {table} FOR UPDATE USING ({named('merging')})",
        f"""
        CREATE TRIGGER exercise_is_open
        BEFORE INSERT OR UPDATE OF exercise_id, member_id ON {table}
        FOR EACH ROW EXECUTE FUNCTION catalogue_exercise_is_open()
        """,
    ]


SQL = [
    # The new foreign keys read their tables, and the policies ask whose rows are meant: nobody's.
    "SET LOCAL backgym.training = '{}'",
    "SET LOCAL backgym.actor = '00000000-0000-0000-0000-000000000000'",
    *walls("catalogue_exercisemark", TRAINING),
    *walls("catalogue_exercisenote", ACTOR),  # no trainer reads a note
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0008_media"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ExerciseMark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("favourite_at", models.DateTimeField(blank=True, null=True)),
                ("never_at", models.DateTimeField(blank=True, null=True)),
                (
                    "exercise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="marks",
                        to="catalogue.exercise",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "id"), name="catalogue_exercisemark_member_id"
                    ),
                    models.UniqueConstraint(
                        fields=("member", "exercise"), name="one_mark_per_exercise"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("favourite_at__isnull", False), ("never_at__isnull", True)),
                            models.Q(("favourite_at__isnull", True), ("never_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="mark_is_favourite_or_never",
                        violation_error_message="An exercise is a favourite or never suggested, not both.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExerciseNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="my set-up")),
                (
                    "exercise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="setup_notes",
                        to="catalogue.exercise",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "id"), name="catalogue_exercisenote_member_id"
                    ),
                    models.UniqueConstraint(
                        fields=("member", "exercise"), name="one_setup_note_per_exercise"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="setup_note_says_something",
                        violation_error_message="An empty note is none.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
