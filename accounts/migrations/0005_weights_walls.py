"""Row-level security for weights: read as training, written by the member."""

from django.db import migrations

WEIGHTS = "bars plates dumbbells kettlebells".split()
SINGLE = "ez_bar trap_bar stack_first stack_step stack_last".split()
POSITIVE = " AND ".join(
    [f"0 < ALL ({name})" for name in WEIGHTS]
    + [f"({name} IS NULL OR {name} > 0)" for name in SINGLE]
)
SQL = f"""
ALTER TABLE accounts_weightset ADD CONSTRAINT weights_above_nothing CHECK ({POSITIVE});
ALTER TABLE accounts_weightset ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_weightset FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON accounts_weightset FOR SELECT
    USING (member_id = ANY (current_setting('backgym.training')::uuid[]));
CREATE POLICY adding ON accounts_weightset FOR INSERT
    WITH CHECK (member_id = current_setting('backgym.actor')::uuid);
CREATE POLICY changing ON accounts_weightset FOR UPDATE
    USING (member_id = current_setting('backgym.actor')::uuid);
CREATE POLICY removing ON accounts_weightset FOR DELETE
    USING (member_id = current_setting('backgym.actor')::uuid);
"""

UNDO = """
DROP POLICY reading ON accounts_weightset;
DROP POLICY adding ON accounts_weightset;
DROP POLICY changing ON accounts_weightset;
DROP POLICY removing ON accounts_weightset;
ALTER TABLE accounts_weightset NO FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts_weightset DISABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_weightset DROP CONSTRAINT weights_above_nothing;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_weights")]
    operations = [migrations.RunSQL(SQL, UNDO)]
