"""Prescriptions counted by exercise, and given to another exercise, for whoever curates.

PostgreSQL asks policies in the reverse order of their names: the new ones after a member's own.
"""

from django.db import migrations


def named(setting):
    """The row's exercise is in a list that is hardly ever there: see accounts/context.py."""
    ids = f"coalesce(nullif(current_setting('backgym.{setting}', true), ''), '{{}}')"
    return f"exercise_id = ANY ({ids}::bigint[])"


SQL = [
    f"CREATE POLICY being_counted ON workouts_prescription FOR SELECT USING ({named('counting')})",
    f"CREATE POLICY being_merged ON workouts_prescription FOR UPDATE USING ({named('merging')})",
    # A day and its version are not for who counts, only which routine they belong to. So the
    # function opens that one member's plan for the length of one look, and only to who counts.
    """
    CREATE FUNCTION workouts_routine_of(member uuid, day uuid) RETURNS uuid
    LANGUAGE plpgsql AS $$
    DECLARE
        opened text := current_setting('backgym.training', true);
        routine uuid;
    BEGIN
        IF coalesce(current_setting('backgym.counting', true), '') = '' THEN
            RAISE insufficient_privilege USING MESSAGE = 'nothing is being counted';
        END IF;
        PERFORM set_config('backgym.training', format('{%s}', member), true);
        SELECT routine_id INTO routine FROM workouts_routineversion WHERE member_id = member
            AND id = (SELECT version_id FROM workouts_day WHERE member_id = member AND id = day);
        PERFORM set_config('backgym.training', opened, true);
        RETURN routine;
    END $$
    """,
]


class Migration(migrations.Migration):
    dependencies = [("workouts", "0002_walls")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
