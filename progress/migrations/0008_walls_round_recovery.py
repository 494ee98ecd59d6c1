"""Row-level security for lighter weeks and signs put aside."""

from django.db import migrations

ACTOR = "member_id = current_setting('backgym.actor')::uuid"


def readable(kind):
    return f"member_id = ANY (current_setting('backgym.{kind}')::uuid[])"


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
    *policies("progress_deload", readable("training"), ACTOR),
    *policies("progress_dismissal", readable("recovery"), ACTOR),
]


class Migration(migrations.Migration):
    dependencies = [("progress", "0007_recovery")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
