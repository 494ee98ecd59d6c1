"""Proposals: their member and curators read them, and none is ever lost."""

import django.db.models.deletion
import uuid6
from django.conf import settings
from django.db import migrations, models

CURATING = "current_setting('backgym.curating', true) = 'on'"
ACTOR = "member_id = nullif(current_setting('backgym.actor', true), '')::uuid"
ERASING = "nullif(current_setting('backgym.erasing', true), '')::uuid"
OPEN = "decided_at IS NULL"
SQL = [
    "ALTER TABLE catalogue_proposal ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE catalogue_proposal FORCE ROW LEVEL SECURITY",
    "CREATE POLICY reading ON catalogue_proposal FOR SELECT"
    f" USING ({CURATING} OR {ACTOR} OR decided_by_id = {ERASING} OR member_id = {ERASING})",
    "CREATE POLICY adding ON catalogue_proposal FOR INSERT"
    f" WITH CHECK ({CURATING} OR ({ACTOR} AND {OPEN}))",
    "CREATE POLICY changing ON catalogue_proposal FOR UPDATE"
    f" USING ({CURATING} OR ({ACTOR} AND {OPEN}) OR decided_by_id = {ERASING})"
    f" WITH CHECK ({CURATING} OR ({ACTOR} AND ({OPEN} OR verdict = 'withdrawn'))"
    f" OR ({ERASING} IS NOT NULL AND decided_by_id IS NULL))",
    # Only whoever erases an account takes its proposals along.
    f"CREATE POLICY removing ON catalogue_proposal FOR DELETE USING (member_id = {ERASING})",
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0009_marks_and_notes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("fields", models.JSONField()),
                ("base", models.JSONField(null=True)),
                ("note", models.CharField(blank=True, max_length=1000)),
                ("origin", models.CharField(blank=True, max_length=300)),
                ("licence", models.CharField(blank=True, max_length=100)),
                ("created_at", models.DateTimeField()),
                ("asked_at", models.DateTimeField(null=True)),
                ("question", models.CharField(blank=True, max_length=1000)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Published"),
                            ("rejected", "Declined"),
                            ("merged", "There already"),
                            ("withdrawn", "Taken back"),
                        ],
                        max_length=9,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=1000)),
                ("accepted", models.JSONField(default=list)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "exercise",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="proposals",
                        to="catalogue.exercise",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("decided_at", None)),
                        fields=["created_at", "id"],
                        name="proposal_undecided",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("verdict", "")),
                            models.Q(
                                models.Q(("verdict", ""), _negated=True),
                                models.Q(("decided_at", None), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="proposal_verdict_with_its_date",
                    )
                ],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
