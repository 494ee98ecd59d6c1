"""Row-level security for training profiles: read as training, written by the member."""

from django.db import migrations

SQL = """
ALTER TABLE accounts_trainingprofile ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts_trainingprofile FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON accounts_trainingprofile FOR SELECT
    USING (member_id = ANY (current_setting('backgym.training')::uuid[]));
CREATE POLICY adding ON accounts_trainingprofile FOR INSERT
    WITH CHECK (member_id = current_setting('backgym.actor')::uuid);
CREATE POLICY changing ON accounts_trainingprofile FOR UPDATE
    USING (member_id = current_setting('backgym.actor')::uuid);
CREATE POLICY removing ON accounts_trainingprofile FOR DELETE
    USING (member_id = current_setting('backgym.actor')::uuid);
"""

UNDO = """
DROP POLICY reading ON accounts_trainingprofile;
DROP POLICY adding ON accounts_trainingprofile;
DROP POLICY changing ON accounts_trainingprofile;
DROP POLICY removing ON accounts_trainingprofile;
ALTER TABLE accounts_trainingprofile NO FORCE ROW LEVEL SECURITY;
ALTER TABLE accounts_trainingprofile DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_people_and_links")]
    operations = [migrations.RunSQL(SQL, UNDO)]
