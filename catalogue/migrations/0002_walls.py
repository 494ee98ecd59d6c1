"""Row-level security for what members said, and for exercises of their own.

Everybody, signed in or not, reads the catalogue, the rows without a member; who curates writes it.
What belongs to an exercise is as open as the exercise. An exercise never changes its member.
"""

from django.db import migrations

ACTOR = "member_id = current_setting('backgym.actor')::uuid"
CURATING = "current_setting('backgym.curating', true) = 'on'"
PARTS = [
    ("catalogue_exercisealias", "exercise_id"),
    ("catalogue_exercisemuscle", "exercise_id"),
    ("catalogue_exerciselimitation", "exercise_id"),
    ("catalogue_exercise_equipment", "exercise_id"),
    ("catalogue_exercise_regressions", "from_exercise_id"),
    ("catalogue_exercise_progressions", "from_exercise_id"),
]


def listed(name):
    """The row's member is in a list that may be missing, as for somebody not signed in."""
    ids = f"coalesce(nullif(current_setting('backgym.{name}', true), ''), '{{}}')"
    return f"member_id = ANY ({ids}::uuid[])"


def writable():
    return f"CASE WHEN member_id IS NULL THEN {CURATING} ELSE {listed('planning')} END"


def policies(table, readable, writable):
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY reading ON {table} FOR SELECT USING ({readable})",
        f"CREATE POLICY adding ON {table} FOR INSERT WITH CHECK ({writable})",
        f"CREATE POLICY changing ON {table} FOR UPDATE USING ({writable})",
        f"CREATE POLICY removing ON {table} FOR DELETE USING ({writable})",
    ]


def part(table, column):
    """A part of an exercise: the catalogue is small, so a look at the exercise costs little."""
    whole = f"SELECT FROM catalogue_exercise WHERE id = {column}"
    return policies(table, f"EXISTS ({whole})", f"EXISTS ({whole} AND {writable()})")


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
    *policies("catalogue_exercise", f"member_id IS NULL OR {listed('training')}", writable()),
    *[line for table, column in PARTS for line in part(table, column)],
    """
    CREATE FUNCTION catalogue_exercise_keeps_its_member() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE restrict_violation USING MESSAGE = 'an exercise never changes its member';
    END $$
    """,
    """
    CREATE TRIGGER member_stays BEFORE UPDATE OF member_id ON catalogue_exercise
    FOR EACH ROW WHEN (OLD.member_id IS DISTINCT FROM NEW.member_id)
    EXECUTE FUNCTION catalogue_exercise_keeps_its_member()
    """,
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
