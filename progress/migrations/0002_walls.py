"""Row-level security for the journal and the body, and references within one member."""

from django.db import migrations

ACTOR = "member_id = current_setting('backgym.actor')::uuid"


def policies(table, readable, writable):
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY reading ON {table} FOR SELECT USING ({readable})",
        f"CREATE POLICY adding ON {table} FOR INSERT WITH CHECK ({writable})",
        f"CREATE POLICY changing ON {table} FOR UPDATE USING ({writable})",
        f"CREATE POLICY removing ON {table} FOR DELETE USING ({writable})",
    ]


def readable(kind):
    return f"member_id = ANY (current_setting('backgym.{kind}')::uuid[])"


def reference(table, column, parent):
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_same_member"
        f" FOREIGN KEY (member_id, {column}) REFERENCES {parent} (member_id, id)"
        " DEFERRABLE INITIALLY DEFERRED"
    )


SQL = [
    # A new foreign key reads both tables, and the policies ask whose rows are meant: nobody's.
    "SET LOCAL backgym.training = '{}'",
    *policies("progress_session", readable("training"), ACTOR),
    *policies("progress_loggedset", readable("training"), ACTOR),
    *policies("progress_measurement", readable("measurements"), ACTOR),
    reference("progress_session", "day_id", "workouts_day"),
    reference("progress_loggedset", "prescription_id", "workouts_prescription"),
    # A set's date is its session's: changing the session's changes them all.
    """
    ALTER TABLE progress_loggedset ADD CONSTRAINT progress_loggedset_session_id_same_member
    FOREIGN KEY (member_id, session_id, trained_on)
    REFERENCES progress_session (member_id, id, trained_on)
    ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
    """,
    """
    CREATE TRIGGER exercise_is_open
    BEFORE INSERT OR UPDATE OF exercise_id, member_id ON progress_loggedset
    FOR EACH ROW EXECUTE FUNCTION catalogue_exercise_is_open()
    """,
]


class Migration(migrations.Migration):
    dependencies = [("progress", "0001_journal"), ("workouts", "0002_walls")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
