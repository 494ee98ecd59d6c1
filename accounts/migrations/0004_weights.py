"""What members can load."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid6
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_language"),
    ]

    operations = [
        migrations.CreateModel(
            name="WeightSet",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("kg", "Kilograms"), ("lb", "Pounds")],
                        default="kg",
                        max_length=2,
                        verbose_name="stamped in",
                    ),
                ),
                (
                    "bars",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(decimal_places=2, max_digits=6),
                        blank=True,
                        db_default=[],
                        default=list,
                        verbose_name="straight bars",
                    ),
                ),
                (
                    "ez_bar",
                    models.DecimalField(
                        blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="EZ bar"
                    ),
                ),
                (
                    "trap_bar",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="trap bar",
                    ),
                ),
                (
                    "plates",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(decimal_places=2, max_digits=6),
                        blank=True,
                        db_default=[],
                        default=list,
                        verbose_name="plates",
                    ),
                ),
                (
                    "dumbbells",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(decimal_places=2, max_digits=6),
                        blank=True,
                        db_default=[],
                        default=list,
                        verbose_name="dumbbells",
                    ),
                ),
                (
                    "kettlebells",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DecimalField(decimal_places=2, max_digits=6),
                        blank=True,
                        db_default=[],
                        default=list,
                        verbose_name="kettlebells",
                    ),
                ),
                (
                    "stack_first",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="first plate",
                    ),
                ),
                (
                    "stack_step",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="each further plate",
                    ),
                ),
                (
                    "stack_last",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=6,
                        null=True,
                        verbose_name="heaviest",
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
                        fields=("member", "id"), name="accounts_weightset_member_id"
                    ),
                    models.UniqueConstraint(fields=("member",), name="one_weight_set_per_member"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bars__len__lte", 10),
                            ("dumbbells__len__lte", 120),
                            ("kettlebells__len__lte", 120),
                            ("plates__len__lte", 60),
                        ),
                        name="weight_set_of_a_gym",
                        violation_error_message="That is more than a gym holds.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("stack_first", None), ("stack_last", None), ("stack_step", None)
                            ),
                            models.Q(("stack_first__isnull", False), ("stack_step__isnull", False)),
                            _connector="OR",
                        ),
                        name="stack_has_first_and_step",
                        violation_error_message="Give a stack's first plate, and what each adds.",
                    ),
                ],
            },
        ),
    ]
