"""Sets counted by exercise, and given to another exercise, for whoever curates.

PostgreSQL asks policies in the reverse order of their names: the new ones after a member's own.
"""

from django.db import migrations


def named(setting):
    """The row's exercise is in a list that is hardly ever there: see accounts/context.py."""
    ids = f"coalesce(nullif(current_setting('backgym.{setting}', true), ''), '{{}}')"
    return f"exercise_id = ANY ({ids}::bigint[])"


SQL = [
    f"CREATE POLICY being_counted ON progress_loggedset FOR SELECT USING ({named('counting')})",
    f"CREATE POLICY being_merged ON progress_loggedset FOR UPDATE USING ({named('merging')})",
]


class Migration(migrations.Migration):
    dependencies = [("progress", "0003_targets_as_far_as_logged")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
