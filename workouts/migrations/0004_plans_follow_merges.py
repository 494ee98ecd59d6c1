"""A merge gives prescriptions of released versions too to the exercise that stays."""

from django.db import migrations

MERGING = "coalesce(current_setting('backgym.merging', true), '') <> ''"
SQL = [
    f"""
    CREATE TRIGGER merge_moves_only AFTER UPDATE ON workouts_prescription
    FOR EACH ROW WHEN ({MERGING}) EXECUTE FUNCTION catalogue_merge_moves_only()
    """,
    # Which exercises may be given to which is the policy's to say, and that nothing else changes
    # the trigger's above.
    f"""
    CREATE OR REPLACE FUNCTION workouts_prescription_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND {MERGING} THEN RETURN NEW; END IF;
        IF TG_OP <> 'INSERT' AND workouts_day_is_released(OLD.member_id, OLD.day_id)
                AND workouts_is_erased(TG_OP, OLD.member_id) IS NOT TRUE
            OR TG_OP <> 'DELETE' AND workouts_day_is_released(NEW.member_id, NEW.day_id)
        THEN PERFORM workouts_refuse('prescription'); END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$
    """,
]


class Migration(migrations.Migration):
    dependencies = [("workouts", "0003_counted_and_merged"), ("catalogue", "0011_merges")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
