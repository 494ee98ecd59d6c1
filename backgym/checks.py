"""Checks of the database itself: a role that obeys policies, policies on every member's table."""

from django.core import checks
from django.db import connections

UNWALLED = """
SELECT c.relname,
       c.relrowsecurity AND c.relforcerowsecurity,
       (SELECT count(DISTINCT polcmd) FROM pg_policy WHERE polrelid = c.oid) = 4,
       NOT a.attnotnull OR EXISTS (
           SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indkey::text = (
               SELECT a.attnum || ' ' || k.attnum FROM pg_attribute k
               WHERE k.attrelid = c.oid AND k.attname = 'id'))
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'member_id' AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
ORDER BY c.relname
"""

OPEN_PARTS = """
SELECT DISTINCT part.relname
FROM pg_constraint
JOIN pg_class part ON part.oid = conrelid AND NOT part.relforcerowsecurity
JOIN pg_class whole ON whole.oid = confrelid AND whole.relforcerowsecurity
WHERE contype = 'f' AND part.relnamespace = current_schema()::regnamespace
"""


@checks.register(checks.Tags.database)
def role_obeys_policies(databases=None, **kwargs):
    for alias in databases or []:
        with connections[alias].cursor() as cursor:
            cursor.execute(
                "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles"
                " WHERE rolname = current_user"
            )
            role, is_superuser, bypasses = cursor.fetchone()
        if is_superuser or bypasses:
            yield checks.Critical(
                f"BackGym must not connect to PostgreSQL as {role!r}, whom row-level security"
                " does not bind.",
                hint="Make a role with NOSUPERUSER NOBYPASSRLS that owns the database.",
                id="backgym.C001",
            )


@checks.register(checks.Tags.database)
def every_member_table_is_walled(databases=None, **kwargs):
    for alias in databases or []:
        for table, missing in unwalled_tables(connections[alias]):
            yield checks.Critical(f"{table} lacks {missing}.", id="backgym.C002")


def unwalled_tables(connection):
    """Tables of members' rows with a gap in the second wall, as (table, what it lacks)."""
    with connection.cursor() as cursor:
        cursor.execute(UNWALLED)
        for table, forced, whole, keyed in cursor.fetchall():
            if not forced:
                yield table, "forced row-level security"
            if not whole:
                yield table, "a policy for each of reading, adding, changing and removing"
            if not keyed:
                yield table, "a unique key (member_id, id)"
        cursor.execute(OPEN_PARTS)
        for (table,) in cursor.fetchall():
            yield table, "row-level security, though it belongs to rows that have it"
