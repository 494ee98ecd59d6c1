"""Row-level security for routines, references within one member, and releases that stay."""

from django.db import migrations

READING = "member_id = ANY (current_setting('backgym.training')::uuid[])"
PLANNING = "member_id = ANY (current_setting('backgym.planning')::uuid[])"

TABLES = ["workouts_routine", "workouts_routineversion", "workouts_day", "workouts_prescription"]


def policies(table, readable, writable):
    return [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"CREATE POLICY reading ON {table} FOR SELECT USING ({readable})",
        f"CREATE POLICY adding ON {table} FOR INSERT WITH CHECK ({writable})",
        f"CREATE POLICY changing ON {table} FOR UPDATE USING ({writable})",
        f"CREATE POLICY removing ON {table} FOR DELETE USING ({writable})",
    ]


def reference(table, column, parent):
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_same_member"
        f" FOREIGN KEY (member_id, {column}) REFERENCES {parent} (member_id, id)"
        " DEFERRABLE INITIALLY DEFERRED"
    )


SQL = [
    # A new foreign key reads both tables, and the policies ask whose rows are meant: nobody's.
    "SET LOCAL backgym.training = '{}'",
    *[line for table in TABLES for line in policies(table, READING, PLANNING)],
    reference("workouts_routineversion", "routine_id", "workouts_routine"),
    reference("workouts_day", "version_id", "workouts_routineversion"),
    reference("workouts_prescription", "day_id", "workouts_day"),
    """
    CREATE TRIGGER exercise_is_open
    BEFORE INSERT OR UPDATE OF exercise_id, member_id ON workouts_prescription
    FOR EACH ROW EXECUTE FUNCTION catalogue_exercise_is_open()
    """,
    """
    CREATE FUNCTION workouts_refuse(what text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        RAISE restrict_violation USING MESSAGE = 'a released ' || what || ' never changes';
    END $$
    """,
    """
    CREATE FUNCTION workouts_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.released_at IS NOT NULL THEN PERFORM workouts_refuse('version'); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
    """
    CREATE FUNCTION workouts_is_released(member uuid, version uuid) RETURNS boolean
    LANGUAGE sql STABLE AS $$
        SELECT coalesce((
            SELECT released_at IS NOT NULL FROM workouts_routineversion
            WHERE member_id = member AND id = version
        ), false)
    $$
    """,
    """
    CREATE FUNCTION workouts_day_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP <> 'INSERT' AND workouts_is_released(OLD.member_id, OLD.version_id)
        OR TG_OP <> 'DELETE' AND workouts_is_released(NEW.member_id, NEW.version_id)
        THEN PERFORM workouts_refuse('day'); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
    """
    CREATE FUNCTION workouts_day_is_released(member uuid, day uuid) RETURNS boolean
    LANGUAGE sql STABLE AS $$
        SELECT coalesce((
            SELECT workouts_is_released(member_id, version_id) FROM workouts_day
            WHERE member_id = member AND id = day
        ), false)
    $$
    """,
    """
    CREATE FUNCTION workouts_prescription_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP <> 'INSERT' AND workouts_day_is_released(OLD.member_id, OLD.day_id)
        OR TG_OP <> 'DELETE' AND workouts_day_is_released(NEW.member_id, NEW.day_id)
        THEN PERFORM workouts_refuse('prescription'); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
    """
    CREATE TRIGGER released_stays BEFORE UPDATE OR DELETE ON workouts_routineversion
    FOR EACH ROW EXECUTE FUNCTION workouts_version_stays()
    """,
    """
    CREATE TRIGGER released_stays BEFORE INSERT OR UPDATE OR DELETE ON workouts_day
    FOR EACH ROW EXECUTE FUNCTION workouts_day_stays()
    """,
    """
    CREATE TRIGGER released_stays BEFORE INSERT OR UPDATE OR DELETE ON workouts_prescription
    FOR EACH ROW EXECUTE FUNCTION workouts_prescription_stays()
    """,
]


class Migration(migrations.Migration):
    dependencies = [("workouts", "0001_routines"), ("catalogue", "0002_walls")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
