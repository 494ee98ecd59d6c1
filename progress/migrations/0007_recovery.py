"""Lighter weeks, and signs put aside. New tables: nothing waits for them."""

import datetime

import django.db.models.deletion
import django.db.models.expressions
import uuid6
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("progress", "0006_curation_costs_members_nothing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Deload",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("begins_on", models.DateField()),
                ("until", models.DateField()),
                ("why", models.CharField(max_length=300)),
                ("accepted_at", models.DateTimeField()),
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
                "ordering": ["-begins_on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "id"), name="progress_deload_member_id"
                    ),
                    models.UniqueConstraint(
                        fields=("member", "begins_on"),
                        name="one_deload_begins_on_a_day",
                        violation_error_message="A lighter week begins on this day already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__gte", models.F("begins_on")),
                            (
                                "until__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("begins_on"),
                                    "+",
                                    models.Value(datetime.timedelta(days=14)),
                                ),
                            ),
                        ),
                        name="deload_of_at_most_14_days",
                        violation_error_message="A lighter week lasts at most 14 days.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("begins_on__range", ("1950-01-01", "2199-12-31"))),
                        name="deload_date_plausible",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dismissal",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "sign",
                    models.CharField(
                        choices=[
                            ("R-48", "Little time between hard days"),
                            ("R-VOL", "Many more sets than usual"),
                            ("R-PERF", "Less strength for more effort"),
                            ("R-REST", "No day of rest"),
                            ("R-BREAK", "A longer break"),
                            ("deload", "A lighter week"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("fine", "I feel fine"),
                            ("known", "I know why, and it passes"),
                            ("soon", "I rest soon anyway"),
                            ("wrong", "It is not so"),
                        ],
                        max_length=10,
                    ),
                ),
                ("dismissed_on", models.DateField()),
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
                "ordering": ["-dismissed_on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "id"), name="progress_dismissal_member_id"
                    ),
                    models.UniqueConstraint(
                        fields=("member", "dismissed_on", "sign"), name="sign_dismissed_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sign__in", ["R-48", "R-VOL", "R-PERF", "R-REST", "R-BREAK", "deload"])
                        ),
                        name="sign_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__in", ["fine", "known", "soon", "wrong"])),
                        name="dismissal_reason_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dismissed_on__range", ("1950-01-01", "2199-12-31"))),
                        name="dismissal_date_plausible",
                    ),
                ],
            },
        ),
    ]
