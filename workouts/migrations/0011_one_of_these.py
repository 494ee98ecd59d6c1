"""What may be done in the place of a prescription's exercise, behind the walls of plans."""

import django.db.models.deletion
import uuid6
from django.conf import settings
from django.db import migrations, models

TABLE = "workouts_alternative"
READING = "member_id = ANY (current_setting('backgym.training')::uuid[])"
PLANNING = "member_id = ANY (current_setting('backgym.planning')::uuid[])"
MERGING = "coalesce(current_setting('backgym.merging', true), '') <> ''"


def named(setting):
    """The row's exercise is in a list that is hardly ever there: see accounts/context.py."""
    told = f"current_setting('backgym.{setting}', true)"
    return f"""CASE WHEN coalesce({told}, '') = '' THEN false
        ELSE exercise_id = ANY (nullif({told}, '')::bigint[]) END"""


WALLS = [
    # The new foreign keys read their tables, and the policies ask whose rows are meant: nobody's.
    "SET LOCAL backgym.training = '{}'",
    f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY",
    f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY",
    f"CREATE POLICY reading ON {TABLE} FOR SELECT USING ({READING})",
    f"CREATE POLICY adding ON {TABLE} FOR INSERT WITH CHECK ({PLANNING})",
    f"CREATE POLICY changing ON {TABLE} FOR UPDATE USING ({PLANNING})",
    f"CREATE POLICY removing ON {TABLE} FOR DELETE USING ({PLANNING})",
    f"CREATE POLICY being_counted ON {TABLE} FOR SELECT USING ({named('counting')})",
    f"CREATE POLICY being_merged ON {TABLE} FOR UPDATE USING ({named('merging')})",
    f"ALTER TABLE {TABLE} ADD CONSTRAINT {TABLE}_prescription_id_same_member"
    " FOREIGN KEY (member_id, prescription_id) REFERENCES workouts_prescription (member_id, id)"
    " DEFERRABLE INITIALLY DEFERRED",
    f"""
    CREATE TRIGGER exercise_is_open BEFORE INSERT OR UPDATE OF exercise_id, member_id ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION catalogue_exercise_is_open()
    """,
    f"""
    CREATE TRIGGER merge_moves_only AFTER UPDATE ON {TABLE}
    FOR EACH ROW WHEN ({MERGING}) EXECUTE FUNCTION catalogue_merge_moves_only()
    """,
    # As of prescriptions: one whose day is not to be seen counts as released.
    """
    CREATE FUNCTION workouts_prescription_is_released(member uuid, prescription uuid)
    RETURNS boolean LANGUAGE sql AS $$
        SELECT coalesce((
            SELECT workouts_day_is_released(member_id, day_id) FROM workouts_prescription
            WHERE member_id = member AND id = prescription
        ), true)
    $$
    """,
    f"""
    CREATE FUNCTION workouts_alternative_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND {MERGING} THEN RETURN NEW; END IF;
        IF TG_OP <> 'INSERT'
                AND workouts_prescription_is_released(OLD.member_id, OLD.prescription_id)
                AND workouts_is_erased(TG_OP, OLD.member_id) IS NOT TRUE
            OR TG_OP <> 'DELETE'
                AND workouts_prescription_is_released(NEW.member_id, NEW.prescription_id)
        THEN PERFORM workouts_refuse('alternative'); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
    f"""
    CREATE TRIGGER released_stays BEFORE INSERT OR UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION workouts_alternative_stays()
    """,
]


class Migration(migrations.Migration):
    dependencies = [
        ("catalogue", "0013_curation_costs_members_nothing"),
        ("workouts", "0010_routine_links"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Alternative",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid6.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "exercise",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alternatives",
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
                (
                    "prescription",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="workouts.prescription",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "indexes": [models.Index(fields=["exercise"], name="alternative_exercise")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("member", "id"), name="workouts_alternative_member_id"
                    ),
                    models.UniqueConstraint(
                        fields=("member", "prescription", "exercise"), name="alternative_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position__range", (1, 5))),
                        name="alternative_1_to_5",
                        violation_error_message="At most 5 others may be done in its place.",
                    ),
                ],
            },
        ),
        migrations.RunSQL(WALLS, migrations.RunSQL.noop),
    ]
