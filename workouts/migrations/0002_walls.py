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
    # Whoever erases a member's rows says so: SET LOCAL backgym.erasing = '<member id>'.
    """
    CREATE FUNCTION workouts_is_erased(deed text, member uuid) RETURNS boolean
    LANGUAGE sql STABLE AS $$
        SELECT deed = 'DELETE' AND current_setting('backgym.erasing', true) = member::text
    $$
    """,
    """
    CREATE FUNCTION workouts_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.released_at IS NOT NULL AND workouts_is_erased(TG_OP, OLD.member_id) IS NOT TRUE
        THEN PERFORM workouts_refuse('version'); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
    # The lock makes a release wait for changes under way, and changes for a release.
    # A version that is not to be seen counts as released.
    """
    CREATE FUNCTION workouts_is_released(member uuid, version uuid) RETURNS boolean
    LANGUAGE plpgsql AS $$
    DECLARE released timestamptz;
    BEGIN
        SELECT released_at INTO released FROM workouts_routineversion
        WHERE member_id = member AND id = version FOR SHARE;
        RETURN NOT FOUND OR released IS NOT NULL;
    END $$
    """,
    """
    CREATE FUNCTION workouts_day_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP <> 'INSERT' AND workouts_is_released(OLD.member_id, OLD.version_id)
                AND workouts_is_erased(TG_OP, OLD.member_id) IS NOT TRUE
            OR TG_OP <> 'DELETE' AND workouts_is_released(NEW.member_id, NEW.version_id)
        THEN PERFORM workouts_refuse('day'); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
    """
    CREATE FUNCTION workouts_day_is_released(member uuid, day uuid) RETURNS boolean
    LANGUAGE sql AS $$
        SELECT coalesce((
            SELECT workouts_is_released(member_id, version_id) FROM workouts_day
            WHERE member_id = member AND id = day
        ), true)
    $$
    """,
    """
    CREATE FUNCTION workouts_prescription_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP <> 'INSERT' AND workouts_day_is_released(OLD.member_id, OLD.day_id)
                AND workouts_is_erased(TG_OP, OLD.member_id) IS NOT TRUE
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
    # A ready routine names its exercises in its plan, where no foreign key sees them.
    """
    CREATE FUNCTION workouts_exercise_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF OLD.member_id IS NULL AND EXISTS (
            SELECT FROM workouts_template
            WHERE jsonb_path_exists(
                plan, '$.days[*].prescriptions[*] ? (@.exercise == $slug)',
                jsonb_build_object('slug', OLD.slug)
            )
        ) THEN
            RAISE foreign_key_violation USING MESSAGE = 'a ready routine uses this exercise';
        END IF;
        RETURN OLD;
    END $$
    """,
    """
    CREATE TRIGGER exercise_is_free BEFORE DELETE ON catalogue_exercise
    FOR EACH ROW EXECUTE FUNCTION workouts_exercise_is_free()
    """,
]


class Migration(migrations.Migration):
    dependencies = [("workouts", "0001_routines"), ("catalogue", "0002_walls")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
