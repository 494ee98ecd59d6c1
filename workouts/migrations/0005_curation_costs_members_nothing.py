"""Policies of counting and merging that leave a member's own pages their indexes.

An OR of two conditions on columns is read from two indexes and sorted, or is thought to hold for
hardly a row; then a best set is found by reading ten years. A CASE PostgreSQL can only test row by
row, and takes to hold for half of them, so it goes on along the index of the query's own condition.
"""

from django.db import migrations


def named(setting):
    """The row's exercise is in a list that is hardly ever there: see accounts/context.py."""
    told = f"current_setting('backgym.{setting}', true)"
    # NULLIF, as PostgreSQL works out both arms when it guesses how many rows there will be
    return f"""CASE WHEN coalesce({told}, '') = '' THEN false
        ELSE exercise_id = ANY (nullif({told}, '')::bigint[]) END"""


SQL = [
    f"ALTER POLICY being_counted ON workouts_prescription USING ({named('counting')})",
    f"ALTER POLICY being_merged ON workouts_prescription USING ({named('merging')})",
]


class Migration(migrations.Migration):
    dependencies = [("workouts", "0004_plans_follow_merges")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
