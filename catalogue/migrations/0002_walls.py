"""Row-level security for what members said, and for exercises of their own.

Everybody, signed in or not, reads and a curator writes the catalogue: rows without a member.
"""

from django.db import migrations

ACTOR = "member_id = current_setting('backgym.actor')::uuid"


def listed(name):
    """The row's member is in a list that may be missing, as for somebody not signed in."""
    ids = f"coalesce(nullif(current_setting('backgym.{name}', true), ''), '{{}}')"
    return f"member_id IS NULL OR member_id = ANY ({ids}::uuid[])"


def policies(table, readable, writable):
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY reading ON {table} FOR SELECT USING ({readable})",
        f"CREATE POLICY adding ON {table} FOR INSERT WITH CHECK ({writable})",
        f"CREATE POLICY changing ON {table} FOR UPDATE USING ({writable})",
        f"CREATE POLICY removing ON {table} FOR DELETE USING ({writable})",
    ]


SQL = [
    *policies(
        "catalogue_memberlimitation",
        "member_id = ANY (current_setting('backgym.recovery')::uuid[])",
        ACTOR,
    ),
    *policies(
        "catalogue_memberequipment",
        "member_id = ANY (current_setting('backgym.training')::uuid[])",
        ACTOR,
    ),
    *policies("catalogue_exercise", listed("training"), listed("planning")),
    # Rows that name an exercise may name the catalogue's, or one of their own member's.
    """
    CREATE FUNCTION catalogue_exercise_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM catalogue_exercise
            WHERE id = NEW.exercise_id AND (member_id IS NULL OR member_id = NEW.member_id)
        ) THEN
            RAISE foreign_key_violation USING MESSAGE = 'not an exercise of this member';
        END IF;
        RETURN NEW;
    END $$
    """,
]


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_exercises"), ("accounts", "0002_walls")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
