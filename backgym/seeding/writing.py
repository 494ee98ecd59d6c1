"""Writing many rows of one member fast, behind the same walls as everybody else's.

PostgreSQL refuses COPY into a table with row-level security, so rows go by COPY into a temporary
table and from there by INSERT, which the policies and triggers see.
"""

from django.db import connection

COLUMNS = {
    "progress_session": (
        "id member_id day_id name trained_on time_zone started_at finished_at note rating source"
        " source_key"
    ).split(),
    "progress_loggedset": (
        "id member_id session_id trained_on exercise_id prescription_id slot number superset kind"
        " target_load_kg target_reps reps load_kg load load_unit rir seconds distance_m"
        " rest_seconds note done_at"
    ).split(),
    "progress_measurement": (
        "id member_id site measured_on measured_at value typed unit note"
    ).split(),
}


def write(life):
    """Insert a life's rows. Call it acting as their member."""
    _insert("progress_session", life.sessions)
    _insert("progress_loggedset", life.sets)
    _insert("progress_measurement", life.measurements)


def _insert(table, rows):
    columns = ", ".join(COLUMNS[table])
    staging = f"staging_{table}"
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE IF NOT EXISTS {staging} ON COMMIT DELETE ROWS"  # noqa: S608
            f" AS SELECT {columns} FROM {table} WHERE false"
        )
        with cursor.copy(f"COPY {staging} ({columns}) FROM STDIN") as copy:
            copy.write("".join(_line(row) for row in rows))
        cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {staging}")  # noqa: S608
        cursor.execute(f"TRUNCATE {staging}")


def _line(row):
    return "\t".join("\\N" if value is None else str(value) for value in row) + "\n"
