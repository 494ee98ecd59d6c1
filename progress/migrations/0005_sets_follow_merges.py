"""A merge gives sets to the exercise that stays, and changes nothing else of them."""

from django.db import migrations

SQL = """
    CREATE TRIGGER merge_moves_only AFTER UPDATE ON progress_loggedset
    FOR EACH ROW WHEN (coalesce(current_setting('backgym.merging', true), '') <> '')
    EXECUTE FUNCTION catalogue_merge_moves_only()
"""


class Migration(migrations.Migration):
    dependencies = [("progress", "0004_counted_and_merged"), ("catalogue", "0011_merges")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
